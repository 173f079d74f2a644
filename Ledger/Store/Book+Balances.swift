import GRDB
public import Journal
public import Reports
public import Tables
public import Units

/// Which entries count in sums: not the openings that say again what the book holds.
let counts = "NOT restates"

extension BookReader {
  /// The accounts that moved or stand, over a period, in the order of their numbers.
  ///
  /// Whole months come from the totals kept by month; only where the period or a fiscal year cuts a
  /// month between two entries are the days of that month summed from postings. The cost does not
  /// grow with the book.
  /// - Complexity: O(accounts × months) plus the postings of at most two months.
  public func accounts(over period: Period) throws -> [AccountLine] {
    let balance = try trialBalance(over: period)
    return try labelled(balance.lines())
  }

  /// What each account sums to before, within and after the fiscal years of a period.
  func trialBalance(over period: Period) throws -> TrialBalance {
    let slicing = try slicing(period)
    var balance = TrialBalance(slicing)
    let cut = try Set(slicing.ends.filter(cutsItsMonth).map(\.month)).sorted()
    try addMonths(&balance, slicing, except: cut)
    for month in cut { for row in try summed(slicing, month) { try add(row, to: &balance) } }
    return balance
  }

  /// Whether a month has entries after a day of it: without any, its totals are those of the day.
  private func cutsItsMonth(_ day: Day) throws -> Bool {
    let last = day.month.last
    guard day < last else { return false }
    return try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE date > ? AND date <= ?)"),
      arguments: [day.description, last.description]) ?? false
  }

  private func add(_ row: Row, to balance: inout TrialBalance) throws {
    try balance.add(row[0], slice: row[1], debit: row[2], credit: row[3])
  }

  /// Adds the months that no slice cuts.
  ///
  /// They come in order of account and month, so each account passes through the slices once, and one
  /// sum of each slice is handed on; sorting them into groups would cost more than reading them.
  private func addMonths(_ balance: inout TrialBalance, _ slicing: Slicing, except cut: [Month])
    throws
  {
    let ends = slicing.ends.map { figures(of: $0.month.description.utf8) }
    let cut = Set(cut.map { figures(of: $0.description.utf8) })
    var number: Int64 = 0
    var sum: (account: String, slice: Int, debit: Int64, credit: Int64)?
    func handOn() throws {
      guard let done = sum else { return }
      try balance.add(done.account, slice: done.slice, debit: done.debit, credit: done.credit)
    }
    let pen = try Pen(
      db, "SELECT account, month, debit, credit FROM month_total ORDER BY account, month")
    try pen.eachRow { row in
      let month = row.figures(1)
      guard let last = ends.last, month <= last, !cut.contains(month) else { return }
      let isSameAccount = row.figures(0) == number
      var slice = isSameAccount ? sum?.slice ?? 0 : 0
      while ends[slice] < month { slice += 1 }
      if isSameAccount, let open = sum, open.slice == slice {
        let (debit, isOver) = open.debit.addingReportingOverflow(row.integer(2))
        let (credit, isOverToo) = open.credit.addingReportingOverflow(row.integer(3))
        guard isOver || isOverToo else {
          sum = (open.account, slice, debit, credit)
          return
        }
      }
      try handOn()
      number = row.figures(0)
      sum = (
        isSameAccount ? sum?.account ?? row.text(0) : row.text(0), slice, row.integer(2),
        row.integer(3)
      )
    }
    try handOn()
  }

  /// Sums by account and slice of the days of one month, from its postings.
  private func summed(_ slicing: Slicing, _ month: Month) throws -> [Row] {
    let last = min(month.last, slicing.ends.last ?? month.last)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT account, \(choice(slicing, "date") { $0.description }) AS slice,
          sum(debit), sum(credit)
        FROM entry JOIN posting ON posting.entry = entry.id
        WHERE \(counts)
          AND date BETWEEN '\(month.first)' AND '\(last)'
        GROUP BY account, slice
        """)
  }

  /// The number of the slice that a column's date lies in, as SQL.
  private func choice(_ slicing: Slicing, _ column: String, _ end: (Day) -> String) -> String {
    let cases = slicing.ends.enumerated().map { "WHEN \(column) <= '\(end($1))' THEN \($0)" }
    return "CASE \(cases.joined(separator: " ")) END"
  }

  /// The slices of the book's life that matter for a period; without an end, up to the end of the
  /// last fiscal year that something was posted in.
  func slicing(_ period: Period) throws -> Slicing {
    let last = try max(period.last ?? fiscalYears().last?.last ?? period.first, period.first)
    // A year in which nothing was posted is none of the book's yet, but the period may begin in it.
    let known = try fiscalYears(through: last)
    let years = Set(known + [try fiscalYear(containing: period.first)].compactMap(\.self))
    return Slicing(
      Period(first: period.first, last: last), years: years.sorted { $0.first < $1.first })
  }

  /// The fiscal years that something was posted in, the first, and the one a day lies in, in order.
  public func fiscalYears(through day: Day) throws -> [FiscalYear] {
    let years = try fiscalYears()
    guard let last = years.last, last.last < day, let later = last.containing(day) else {
      return years
    }
    return years + [later]
  }

  /// Lines with the labels of their accounts; charges and income of other years left out.
  func labelled(_ lines: [TrialLine]) throws -> [AccountLine] {
    let rows = try Row.fetchAll(db, sql: "SELECT number, unit, label_fr, label_en FROM account")
    let known = Dictionary(rows.map { ($0["number"] as String, $0) }) { first, _ in first }
    return lines.compactMap { line in
      let chart = Chart.account(line.account)
      let row = known[line.account]
      guard let unit = row.flatMap({ Unit(rawValue: $0["unit"]) }) ?? chart?.unit,
        !line.isOfAnotherYear
      else { return nil }
      return AccountLine(
        account: line.account, unit: unit,
        frenchLabel: row?["label_fr"] ?? chart?.frenchLabel ?? "",
        englishLabel: row?["label_en"] ?? chart?.englishLabel ?? "",
        opening: line.opening, debit: line.debit, credit: line.credit, carried: line.carried)
    }
  }

  /// The result of a period: sales and other income minus charges, classes 7 and 6.
  public func result(over period: Period) throws -> Cents {
    let lines = try accounts(over: period).filter { "67".contains($0.account.prefix(1)) }
    return try Cents.sum(lines.map { Cents($0.credit - $0.debit) })
  }

  /// What stands on each account of classes 1 to 7 at the end of a day, party by party where a
  /// layout asks on which side a party stands.
  ///
  /// - Complexity: O(accounts × months) plus the postings of third-party and bank accounts.
  public func standings(on day: Day, _ layout: Layout) throws -> [Standing] {
    let first = try fiscalYear(containing: day)?.first ?? day
    let lines = try accounts(over: Period(first: first, last: day))
      .filter { $0.unit == .cents && !$0.account.hasPrefix("9") }
    let split = lines.filter { layout.rule(for: $0.account)?.isTwoSided ?? false }
    let whole = lines.filter { !(layout.rule(for: $0.account)?.isTwoSided ?? false) }
    return try whole.map { Standing($0.account, $0.closing) }
      + split.flatMap { try parties(of: $0.account, on: day) }
  }

  /// What stands on an account at the end of a day, party by party.
  private func parties(of account: String, on day: Day) throws -> [Standing] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT sum(debit) - sum(credit) AS balance
          FROM posting JOIN entry ON entry.id = posting.entry
          WHERE account = ? AND \(counts) AND date <= ?
          GROUP BY auxiliary
          """), arguments: [account, day.description]
    ).map { Standing(account, $0["balance"]) }
  }

  /// What moved on each account of classes 6 and 7.
  public func incomeStandings(over period: Period) throws -> [Standing] {
    try accounts(over: period).filter { "67".contains($0.account.prefix(1)) }
      .map { Standing($0.account, $0.debit - $0.credit) }
  }
}
