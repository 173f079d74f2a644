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
  let lines: Pen
  let known: Pen
  var closedThrough: Day?
  private let writer: BookWriter
  private var years: [FiscalYear]
  private var numbers: [Series: Int] = [:]
  private var accounts: [String: Day?]

  private var texts: [(day: Day, text: String)] = []

  private struct Series: Hashable {
    let year: Day
    let isMemorandum: Bool
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
    lines = try Pen(
      db,
      """
      INSERT OR FAIL INTO posting (entry, line, account, unit, debit, credit, auxiliary, site, contract)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    known = try Pen(
      db,
      """
      SELECT entry.id, number, hash FROM entry JOIN leaf ON leaf.position = entry.id WHERE key = ?
      """)
    closedThrough = try writer.reader.closedThrough()
    years = try writer.reader.fiscalYears()
    accounts = try writer.reader.accountClosings()
  }

  /// The fiscal year of a day, opened when it is the first to need it.
  ///
  /// - Throws: ``JournalRefusal/dateIsOutsideFiscalYears(_:)``.
  func fiscalYear(of day: Day) throws -> FiscalYear {
    if let last = years.last, last.period.contains(day) { return last }
    if let year = years.first(where: { $0.period.contains(day) }) { return year }
    guard let year = years.first?.containing(day) else {
      throw JournalRefusal.dateIsOutsideFiscalYears(day)
    }
    try writer.open(year)
    years = try writer.reader.fiscalYears()
    return year
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
      try numbers[series] ?? writer.reader.nextNumber(year, isMemorandum: isMemorandum)
    numbers[series] = number + 1
    return number
  }

  /// Opens an account on its first use; a label given earlier, such as a college's, is kept.
  ///
  /// - Throws: ``JournalRefusal/accountIsClosed(_:from:)``.
  func use(_ number: String, on day: Day) throws {
    if let closing = accounts[number] {
      guard let closing, closing <= day else { return }
      throw JournalRefusal.accountIsClosed(number, from: closing)
    }
    guard let account = Chart.account(number) else { return }
    try writer.open(
      account.number, unit: account.unit, french: account.frenchLabel,
      english: account.englishLabel)
    accounts.updateValue(nil, forKey: number)
  }
}
