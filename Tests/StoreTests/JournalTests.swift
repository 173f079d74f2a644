import GRDB
import Journal
import Store
import TestSupport
import Testing
import Units

/// Posting, numbering and the balances kept by month.
@Suite struct JournalTests {
  private struct Line {
    let day: Day
    let account: String
    let debit: Int64
    let credit: Int64
  }

  private let accounts = ["512100", "701000", "613200", "616100", "401000", "164000"]

  /// Posts seeded random entries of two to five lines; answers their lines.
  private func post(_ count: Int, seed: UInt64, into book: Book) throws -> [Line] {
    var generator = SplitMix(seed: seed)
    var lines: [Line] = []
    try book.write(at: FilledBook.now) { page in
      for number in 0..<count {
        let day = try Day("2025-02-01").adding(days: Int.random(in: 0..<400, using: &generator))
        var postings: [Posting] = []
        var sum: Int64 = 0
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let amount = Int64.random(in: 1...1_000_000, using: &generator)
          let side: Side = Bool.random(using: &generator) ? .debit : .credit
          sum += side == .debit ? amount : -amount
          let account = accounts.randomElement(using: &generator) ?? "512100"
          postings.append(Posting(side, account, amount, .cents))
        }
        if sum == 0 { sum = 1; postings.append(Posting(.debit, "512100", 1, .cents)) }
        postings.append(.signed(.credit, "401000", sum, .cents))
        try page.post(
          Entry(
            checking: DraftEntry(
              key: "R-\(number)", date: day, journal: .miscellaneous, voucher: "V",
              voucherDate: day, label: "L", origin: "O", postings: postings)))
        lines += postings.map {
          Line(day: day, account: $0.account, debit: $0.debit, credit: $0.credit)
        }
      }
    }
    return lines
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `balances equal the sum over all lines, for whole months and for cut ones`(
    seed: UInt64
  ) throws {
    let filled = try FilledBook(filled: false)
    let lines = try post(60, seed: seed, into: filled.book)
    let totals = try filled.raw.read { db in
      try Row.fetchAll(db, sql: "SELECT account, month, debit, credit FROM month_total")
    }
    for row in totals {
      let of = lines.filter {
        $0.account == row["account"] && $0.day.month.description == row["month"]
      }
      #expect(of.reduce(0) { $0 + $1.debit } == row["debit"])
      #expect(of.reduce(0) { $0 + $1.credit } == row["credit"])
    }
    #expect(totals.count == Set(lines.map { "\($0.account) \($0.day.month)" }).count)
    for (first, last) in [
      ("2025-02-01", "2026-12-31"), ("2025-03-01", "2025-03-31"), ("2025-03-10", "2025-06-20"),
      ("2025-05-31", "2025-05-31"), ("2025-12-31", "2026-01-01"),
    ] {
      let period = Period(first: try Day(first), last: try Day(last))
      let found = try filled.book.read { try $0.accounts(over: period) }
      for account in accounts {
        let of = lines.filter { $0.account == account && $0.day <= (period.last ?? $0.day) }
        let before = of.filter { $0.day < period.first }
        let within = of.filter { $0.day >= period.first }
        let line = found.first { $0.account == account }
        #expect((line?.opening ?? 0) == before.reduce(0) { $0 + $1.debit - $1.credit })
        #expect((line?.debit ?? 0) == within.reduce(0) { $0 + $1.debit }, "\(account) \(period)")
        #expect((line?.credit ?? 0) == within.reduce(0) { $0 + $1.credit })
      }
    }
  }

  @Test func `numbers run from one without a gap in each series of each year`() throws {
    let filled = try FilledBook(filled: false)
    _ = try post(40, seed: 9, into: filled.book)
    try filled.book.write(at: FilledBook.now) { page in
      for number in 0..<3 {
        try page.post(
          FilledBook.entry(
            "X-\(number)", "2025-05-0\(number + 1)", 5, .memorandum, ("911000", "912000"), .wh))
      }
    }
    let rows = try filled.raw.read { db in
      try Row.fetchAll(
        db, sql: "SELECT fiscal_year, series, number FROM entry ORDER BY id")
    }
    let groups = Dictionary(grouping: rows) {
      "\($0["fiscal_year"] as String) \($0["series"] as String)"
    }
    #expect(groups.keys.sorted() == ["2025-01-01 ", "2025-01-01 EX", "2026-01-01 "])
    for group in groups.values {
      #expect(group.map { $0["number"] as Int } == Array(1...group.count))
    }
  }

  @Test func `the same entry twice is one entry, and its key is taken for any other`() throws {
    let filled = try FilledBook(filled: false)
    let same = try FilledBook.entry("K-1", "2025-02-01", 10)
    let first = try filled.book.write(at: FilledBook.now) { try $0.post(same) }
    #expect(first == .posted(try EntryReference("2025/1")))
    let before = try filled.dump()
    let later = FilledBook.now.adding(seconds: 60)
    let again = try filled.book.write(at: later) { try $0.post(same) }
    #expect(again == .alreadyPosted(try EntryReference("2025/1")))
    #expect(try filled.dump() == before)
    for other in [
      try FilledBook.entry("K-1", "2025-02-01", 11), try FilledBook.entry("K-1", "2025-02-02", 10),
    ] {
      #expect(throws: JournalRefusal.keyIsTaken("K-1", entry: try EntryReference("2025/1"))) {
        try filled.book.write(at: FilledBook.now) { try $0.post(other) }
      }
    }
  }

  @Test func `an entry outside the years or in a closed month is refused by its rule`() throws {
    let filled = try FilledBook()
    #expect(throws: JournalRefusal.dateIsOutsideFiscalYears(try Day("2024-12-31"))) {
      try filled.book.write(at: FilledBook.now) {
        try $0.post(FilledBook.entry("N", "2024-12-31", 1))
      }
    }
    #expect(
      throws: JournalRefusal.monthIsClosed(
        try Day("2025-01-31"), closedThrough: try Day("2025-01-31"))
    ) {
      try filled.book.write(at: FilledBook.now) {
        try $0.post(FilledBook.entry("N", "2025-01-31", 1))
      }
    }
  }
}
