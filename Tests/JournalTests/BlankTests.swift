import Journal
import Testing
import Units

/// A text that shows nothing in the tax file is no text.
@Suite struct BlankTests {
  @Test(arguments: [
    "", " ", "\t", "|", " | ", "\u{A0}", "\u{200B}", "\u{2028}", "\u{202E}\u{FEFF}",
  ])
  func `an entry lacks what nobody can read`(text: String) throws {
    let day = try Day("2025-02-01")
    let draft = DraftEntry(
      key: text, date: day, journal: .miscellaneous, voucher: text, voucherDate: day, label: text,
      origin: "essai",
      postings: [Posting(.debit, "512100", 1, .cents), Posting(.credit, "701000", 1, .cents)])
    let error = #expect(throws: Refusals.self) { try Entry(checking: draft) }
    #expect(
      error?.all.map(\.code) == ["entry-lacks-label", "entry-lacks-voucher", "entry-lacks-key"])
  }

  @Test(arguments: ["a", " a ", "1", "é", "|a", "—", "€"])
  func `a text that shows anything is one`(text: String) { #expect(!text.isBlank) }
}
