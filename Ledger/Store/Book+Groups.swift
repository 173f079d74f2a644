import GRDB
public import Journal
public import Reports
public import Units

extension BookReader {
  /// The accounts over a period, told apart by a dimension; the lines of no group come last.
  ///
  /// The groups sum to ``accounts(over:)``, account by account.
  /// - Complexity: O(n) in all lines up to the end of the period: balances have no beginning.
  public func accounts(
    over period: Period, by dimension: Dimension, _ directory: Directory
  ) throws -> [(group: String?, lines: [AccountLine])] {
    let slicing = try slicing(period)
    var balance = TrialBalance(slicing)
    let last = slicing.period.last ?? period.first
    try eachPosting("date <= '\(last)'") { line in
      guard let slice = slicing.slice(of: line.day) else { return }
      let group = directory.group(of: line.account, line.analysis, on: line.day, by: dimension)
      try balance.add(
        line.account, group: group, slice: slice, debit: line.debit, credit: line.credit)
    }
    return try balance.groups.map { ($0, try labelled(balance.lines(of: $0))) }
      .filter { !$0.1.isEmpty }
  }

  /// What moved on each account of classes 6 and 7, told apart by a dimension.
  ///
  /// - Complexity: O(n) in the lines of the period.
  public func incomeStandings(
    over period: Period, by dimension: Dimension, _ directory: Directory
  ) throws -> [(name: String?, standings: [Standing])] {
    let slicing = try slicing(period)
    var balance = TrialBalance(slicing, carriesResults: false)
    let last = slicing.period.last ?? period.first
    try eachPosting("date BETWEEN '\(period.first)' AND '\(last)' AND account GLOB '[67]*'") {
      guard let slice = slicing.slice(of: $0.day) else { return }
      let group = directory.group(of: $0.account, $0.analysis, on: $0.day, by: dimension)
      try balance.add(
        $0.account, group: group, slice: slice, debit: $0.debit, credit: $0.credit)
    }
    return try balance.groups.map { group in
      (group, try balance.lines(of: group).map { Standing($0.account, $0.debit - $0.credit) })
    }
  }

  /// A line as sums by group need it.
  private struct Line {
    let day: Day
    let account: String
    let debit: Int64
    let credit: Int64
    let analysis: Analysis
  }

  /// Passes the validated lines that count, one by one.
  private func eachPosting(_ condition: String, _ body: (Line) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT date, account, debit, credit, auxiliary, site, contract
        FROM entry JOIN posting ON posting.entry = entry.id
        WHERE \(counts) AND \(condition)
        """)
    var date = ""
    var day = Day(number: 0)
    while let row = try rows.next() {
      let found: String = row[0]
      if found != date {
        date = found
        day = try Day(found)
      }
      try body(
        Line(
          day: day, account: row[1], debit: row[2], credit: row[3],
          analysis: Analysis(auxiliary: row[4], site: row[5], contract: row[6])))
    }
  }
}
