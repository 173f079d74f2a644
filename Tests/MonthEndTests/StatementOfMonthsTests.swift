import Reports
import Store
import Tables
import Testing
import Units

/// What the accounts say of closed months, against what closing each of them answered.
@Suite struct StatementOfMonthsTests {
  @Test(arguments: ClosedBook.Which.allCases)
  func `the results of closings sum to the income statement, and to the result of the sheet`(
    which: ClosedBook.Which
  ) throws {
    let closed = try ClosedBook.shared(which)
    let first = ClosedBook.months[0].first
    let last = ClosedBook.months[ClosedBook.months.count - 1].last
    let layout = Layout(on: last)
    let expected = closed.figures.values.reduce(Cents.zero) { $0 + $1.result }
    try closed.book().read { page in
      let period = Period(first: first, last: last)
      let income = try IncomeStatement(
        page.incomeStandings(over: period), previous: nil,
        groups: page.incomeStandings(over: period, by: .contract, Directory()), layout)
      let sheet = try BalanceSheet(page.standings(on: last, layout), previous: nil, layout)
      #expect(income.result == expected.units && sheet.result == expected.units)
      #expect(income.groups.count > 1)
      let groups = income.rows.last?.figures.dropFirst().reduce(0) { $0 + ($1?.net ?? 0) }
      #expect(groups == expected.units)
      let sales = closed.figures.values.reduce(Cents.zero) { $0 + $1.sales }
      let sold = income.rows.first { $0.line.name == "production-sold" }?.figures[0]?.net
      #expect(sold == sales.units)
    }
  }
}
