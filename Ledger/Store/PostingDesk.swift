import GRDB
import Journal
import Tables
import Units

/// What posting needs at hand within one transaction: prepared statements, the fiscal years, the
/// last closed day, the next numbers and the accounts that are open.
///
/// All of it is read once; a transaction that fails is undone together with its desk.
final class PostingDesk {
  let entries: Pen
  /// The pens that write lines, one at a time, or so many at once.
  let lines: [Pen]
  let known: Pen
  var closedThrough: Day?
  private let writer: BookWriter
  private var years: [FiscalYear]
  private var numbers: [Series: Int] = [:]
  private var lastSeries: (series: Series, next: Int)?

  private let totals: Pen
  /// The place of each account that was used among ``accounts``.
  private var places: [Int32: Int] = [:]
  private var accounts: [Used] = []
  /// The places of the accounts of the entry in hand, line by line.
  private var inHand: [Int] = []
  /// What moved in each month since it was last added up, and the place of the month at hand.
  private var months: [MonthSums] = []
  private var month = 0
  private var texts: [(day: Day, text: String)] = []

  private struct Series: Hashable {
    let year: Day
    let isMemorandum: Bool
  }

  /// An account that was used.
  private struct Used {
    let number: String
    let closing: Day?
  }

  /// What moved in a month, by the place of the account.
  private struct MonthSums {
    let month: Month
    var sums: [(debit: Int64, credit: Int64)] = []
  }

  private static func figures(_ account: String) -> Int32 {
    account.utf8.reduce(0) { $0 &* 10 &+ Int32($1 &- UInt8(ascii: "0")) }
  }

  init(_ writer: BookWriter) throws {
    let db = writer.db
    self.writer = writer
    entries = try Pen(
      db,
      """
      INSERT OR FAIL INTO entry (id, key, fiscal_year, number, date, journal, voucher, voucher_date, label,
        origin, recorded_at, validated_at, lines, restates, reverses, replaces, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    lines = try (1...(writer.isLoading ? 8 : 1)).map { count in
      let row = "(?1, ?, ?, ?, ?, ?, ?, ?, ?)"
      return try Pen(
        db,
        """
        INSERT OR FAIL INTO posting (entry, line, account, unit, debit, credit, auxiliary, site, contract)
        VALUES \(repeatElement(row, count: count).joined(separator: ", "))
        """)
    }
    known = try Pen(
      db,
      """
      SELECT hash, fiscal_year, number, origin, recorded_at, validated_at
      FROM entry JOIN leaf ON leaf.position = entry.id WHERE key = ?
      """)
    totals = try Pen(
      db,
      """
      INSERT INTO month_total (account, month, debit, credit) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit
      """)
    let reader = BookReader(db: db)
    closedThrough = try reader.closedThrough()
    years = try reader.fiscalYears()
  }

  /// The fiscal year of a day, opened when it is the first to need it.
  ///
  /// Not beyond the year after this one: a mistyped year must not open a thousand of them.
  /// - Throws: ``JournalRefusal/dateIsOutsideFiscalYears(_:)``.
  func fiscalYear(of day: Day) throws -> FiscalYear {
    if let last = years.last, last.period.contains(day) { return last }
    if let year = years.first(where: { $0.period.contains(day) }) { return year }
    let today = ParisTime.day(of: writer.now)
    let soon = years.first?.containing(max(today, years.first?.first ?? today))?.following
    guard let soon, day <= soon.last, let year = years.first?.containing(day) else {
      throw JournalRefusal.dateIsOutsideFiscalYears(day)
    }
    try writer.open(year)
    years = try BookReader(db: writer.db).fiscalYears()
    return year
  }

  /// Notes what the entry in hand moves; it is added to the totals once, for all entries together.
  ///
  /// - Throws: ``JournalRefusal/entryIsTooLarge(_:)`` when a total leaves 64 bits.
  func count(_ draft: DraftEntry) throws(JournalRefusal) {
    turn(to: draft.date.month)
    let missing = accounts.count - months[month].sums.count
    if missing > 0 { months[month].sums += repeatElement((debit: 0, credit: 0), count: missing) }
    for (place, posting) in zip(inHand, draft.postings) {
      let sums = months[month].sums[place]
      let (debit, isOver) = sums.debit.addingReportingOverflow(posting.debit)
      let (credit, isOverToo) = sums.credit.addingReportingOverflow(posting.credit)
      guard !isOver, !isOverToo else { throw .entryIsTooLarge(posting.unit) }
      months[month].sums[place] = (debit, credit)
    }
  }

  /// Takes a month in hand; entries mostly come month by month, and there are few.
  private func turn(to next: Month) {
    if months.indices.contains(month), months[month].month == next { return }
    if let known = months.firstIndex(where: { $0.month == next }) {
      month = known
    } else {
      month = months.count
      months.append(MonthSums(month: next))
    }
  }

  /// Adds to the totals by account and month what was noted since the last time.
  ///
  /// - Complexity: O(accounts × months) that moved.
  func addUpTotals() throws {
    for sums in months {
      let name = sums.month.description
      for (place, sum) in sums.sums.enumerated() where sum.debit != 0 || sum.credit != 0 {
        totals.lend(1, accounts[place].number)
        totals.lend(2, name)
        totals.bind(3, sum.debit)
        totals.bind(4, sum.credit)
        try totals.run()
      }
    }
    months.removeAll(keepingCapacity: true)
  }

  /// A day as the database keeps it; the last few are remembered, for entries come day by day.
  func text(of day: Day) -> String {
    if let known = texts.first(where: { $0.day == day }) { return known.text }
    if texts.count == 4 { texts.removeFirst() }
    texts.append((day, day.description))
    return texts[texts.count - 1].text
  }

  /// Whether a fiscal year is not the book's first: its opening only says again what is known.
  func isLater(_ year: FiscalYear) -> Bool { years.first != year }

  /// The next number of a series.
  func nextNumber(_ year: FiscalYear, isMemorandum: Bool) throws -> Int {
    let series = Series(year: year.first, isMemorandum: isMemorandum)
    if let lastSeries, lastSeries.series == series { return lastSeries.next }
    if let lastSeries { numbers[lastSeries.series] = lastSeries.next }
    let number =
      try numbers[series] ?? BookReader(db: writer.db).nextNumber(year, isMemorandum: isMemorandum)
    lastSeries = (series, number)
    return number
  }

  /// Takes the number that was asked for last.
  func takeNumber() { lastSeries?.next += 1 }

  /// Takes the accounts of an entry in hand, and opens those that are used for the first time; a label
  /// given earlier, such as a college's, is kept.
  ///
  /// - Throws: ``JournalRefusal/accountIsClosed(_:from:)``.
  func use(_ draft: DraftEntry) throws {
    inHand.removeAll(keepingCapacity: true)
    for posting in draft.postings {
      guard let place = try place(of: posting.account) else { continue }
      if let closing = accounts[place].closing, closing <= draft.date {
        throw JournalRefusal.accountIsClosed(posting.account, from: closing)
      }
      inHand.append(place)
    }
  }

  /// Where an account stands among those used; nothing for one that the chart does not have.
  private func place(of number: String) throws -> Int? {
    let figures = PostingDesk.figures(number)
    if let place = places[figures] { return place }
    let known = try BookReader(db: writer.db).closing(ofAccount: number)
    if known == nil {
      guard let account = Chart.account(number) else { return nil }
      try writer.open(
        account.number, unit: account.unit, french: account.frenchLabel,
        english: account.englishLabel)
    }
    places[figures] = accounts.count
    accounts.append(Used(number: number, closing: known ?? nil))
    return accounts.count - 1
  }
}
