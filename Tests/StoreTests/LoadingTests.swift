import Journal
import Testing
import Units

@testable import Store

/// Entries by the thousand leave the book that they would have left one by one.
@Suite struct LoadingTests {
  /// Shares issued and given back on some days, and other entries between them; two entries a movement.
  private static func entries() throws -> [Entry] {
    try (1...60).flatMap { index -> [Entry] in
      let day = try Day("2025-02-01").adding(days: index / 4).description
      let count = Int64(index % 5 + 1)
      let sides = index % 3 == 0 ? ("101300", "512100") : ("512100", "101300")
      let shares = index % 3 == 0 ? ("901000", "902000") : ("902000", "901000")
      return [
        try FilledBook.entry("P-\(index)", day, 5000 * count, .shares, sides),
        try FilledBook.entry("O-\(index)", day, count),
        try FilledBook.entry("S-\(index)", day, count, .memorandum, shares, .shares),
      ]
    }
  }

  private func book(_ entries: [Entry], loading: Bool) throws -> [String: [String]] {
    let filled = try FilledBook(filled: false)
    // A book that knows some of the entries, and of one of the days only a part.
    try filled.book.write(at: FilledBook.now) { page in
      for entry in entries.prefix(15) { try page.post(entry) }
    }
    try filled.book.write(at: FilledBook.now, loading: loading) { page in
      for entry in entries { try page.post(entry) }
    }
    return try filled.dump()
  }

  @Test func `loaded or one by one, every row of the book is the same`() throws {
    let entries = try Self.entries()
    let loaded = try book(entries, loading: true)
    let single = try book(entries, loading: false)
    #expect(loaded["capital_day"]?.count == 16)
    for (table, rows) in single { #expect(loaded[table] == rows, "\(table)") }
  }

  @Test func `capital without its shares is refused when many are loaded`() throws {
    let filled = try FilledBook(filled: false)
    let entries = try Self.entries().filter { $0.draft.key != "S-7" }
    let before = try filled.dump()
    #expect(
      throws: JournalRefusal.capitalDiffersFromRegister(
        try Day("2025-02-02"), capital: Cents(35_000), shares: Shares(4),
        nominal: Cents(5000))
    ) {
      try filled.book.write(at: FilledBook.now, loading: true) { page in
        for entry in entries { try page.post(entry) }
      }
    }
    #expect(try filled.dump() == before)
  }
}
