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
  private var accounts: [Int32: Day?] = [:]

  private let totals: Pen
  private var movements: [Movement: (debit: Int64, credit: Int64)] = [:]
  private var texts: [(day: Day, text: String)] = []

  private struct Series: Hashable {
    let year: Day
    let isMemorandum: Bool
  }

  /// An account by its six figures: numbers are found faster than words.
  private struct Movement: Hashable {
    let account: Int32
    let month: Month
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

  /// Notes what an entry moves; it is added to the totals once, for all entries together.
  ///
  /// - Throws: ``JournalRefusal/entryIsTooLarge(_:)`` when a total leaves 64 bits.
  func count(_ draft: DraftEntry) throws(JournalRefusal) {
    let month = draft.date.month
    for posting in draft.postings {
      let movement = Movement(account: PostingDesk.figures(posting.account), month: month)
      let sums = movements[movement] ?? (0, 0)
      let (debit, isOver) = sums.debit.addingReportingOverflow(posting.debit)
      let (credit, isOverToo) = sums.credit.addingReportingOverflow(posting.credit)
      guard !isOver, !isOverToo else { throw .entryIsTooLarge(posting.unit) }
      movements[movement] = (debit, credit)
    }
  }

  /// Adds to the totals by account and month what was noted since the last time.
  ///
  /// - Complexity: O(accounts × months) that moved.
  func addUpTotals() throws {
    for (movement, sums) in movements {
      totals.bind(1, String(movement.account))
      totals.bind(2, movement.month.description)
      totals.bind(3, sums.debit)
      totals.bind(4, sums.credit)
      try totals.run()
    }
    movements.removeAll(keepingCapacity: true)
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

  /// The next number of a series; it is taken.
  func takeNumber(_ year: FiscalYear, isMemorandum: Bool) throws -> Int {
    let series = Series(year: year.first, isMemorandum: isMemorandum)
    let number =
      try numbers[series] ?? BookReader(db: writer.db).nextNumber(year, isMemorandum: isMemorandum)
    numbers[series] = number + 1
    return number
  }

  /// Opens an account on its first use; a label given earlier, such as a college's, is kept.
  ///
  /// - Throws: ``JournalRefusal/accountIsClosed(_:from:)``.
  func use(_ number: String, on day: Day) throws {
    let figures = PostingDesk.figures(number)
    if let closing = try closing(of: number, figures) {
      guard let closing, closing <= day else { return }
      throw JournalRefusal.accountIsClosed(number, from: closing)
    }
    guard let account = Chart.account(number) else { return }
    try writer.open(
      account.number, unit: account.unit, french: account.frenchLabel,
      english: account.englishLabel)
    accounts.updateValue(nil, forKey: figures)
  }

  /// When an open account is closed, if ever; nothing at all for one that is not open yet.
  private func closing(of number: String, _ figures: Int32) throws -> Day?? {
    if let known = accounts[figures] { return known }
    let found = try BookReader(db: writer.db).closing(ofAccount: number)
    if let found { accounts.updateValue(found, forKey: figures) }
    return found
  }
}
