import Journal
import Testing

/// How people name an entry.
@Suite struct EntryReferenceTests {
  @Test(arguments: ["2025/1", "2025/57", "2025/EX57", "0001/9007199254740993"])
  func `a reference is read as it is written`(text: String) throws {
    #expect(try EntryReference(text).description == text)
  }

  @Test(arguments: [
    "", "57", "2025", "2025/", "/57", "2025/0", "2025/-1", "2025/+1", "25/1", "2025/5/7", "2025/EX",
    "2025/ex1", "2025/１", "2025/99999999999999999999",
  ]) func `anything else is refused by name`(text: String) {
    #expect(throws: JournalRefusal.referenceIsMalformed(text)) { try EntryReference(text) }
  }
}
