import Reports
import Tables
import TestSupport
import Testing
import Units

/// Balance sheet and income statement of random and of small books.
@Suite struct StatementTests {
  private let layout = Layout(on: Day(number: 20_500))

  private static let numbers = Chart.pcg.keys.filter { (3...6).contains($0.count) }.sorted().map {
    $0 + String(repeating: "0", count: 6 - $0.count)
  }

  /// A book of random balances that sum to zero.
  private func book(_ generator: inout SplitMix) -> [Standing] {
    var standings: [Standing] = []
    var sum: Int64 = 0
    for _ in 0..<Int.random(in: 1...120, using: &generator) {
      let balance = Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator)
      standings.append(
        Standing(Self.numbers.randomElement(using: &generator) ?? "512000", balance))
      sum += balance
    }
    standings.append(Standing("512100", -sum))
    return standings.shuffled(using: &generator)
  }

  private func sum(_ rows: [ReportRow], _ section: String...) -> Int64 {
    rows.filter { $0.line.kind != .total && section.contains($0.line.section) }
      .reduce(0) { $0 + ($1.figures[0]?.net ?? 0) }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `assets equal liabilities, and the result is that of the income statement`(
    seed: UInt64
  ) throws {
    var generator = SplitMix(seed: seed)
    let standings = book(&generator)
    let sheet = try BalanceSheet(standings, previous: book(&generator), layout)
    let income = try IncomeStatement(standings, previous: nil, groups: [], layout)
    for column in 0...1 {
      let one = sheet.assets.last?.figures[column]
      let other = sheet.liabilities.last?.figures[column]
      #expect((one?.net ?? 0) == (other?.net ?? 0))
      #expect(other?.less == nil)
    }
    #expect(sheet.result == income.result)
    let ofYear = standings.filter { "67".contains($0.account.prefix(1)) }
    #expect((income.result ?? 0) == -ofYear.reduce(0) { $0 + $1.balance })
    let sections = Set(sheet.assets.map(\.line.section))
    #expect(sheet.total == sections.reduce(0) { $0 + sum(sheet.assets, $1) })
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `groups sum to the total, line by line`(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let groups = (0..<Int.random(in: 1...6, using: &generator)).map { number in
      (name: number == 0 ? nil : "g\(number)", standings: book(&generator))
    }
    let income = try IncomeStatement(
      groups.flatMap(\.standings), previous: [], groups: groups, layout)
    #expect(income.groups == groups.map(\.name))
    for row in income.rows where row.line.kind != .heading {
      let parts = row.figures.dropFirst(2).reduce(0) { $0 + ($1?.net ?? 0) }
      #expect(row.figures[0]?.net == parts, "\(row.line.name)")
      #expect(row.figures[1] == nil)
    }
  }

  @Test func `a book whose lines do not balance makes no sheet`() {
    #expect(throws: ReportRefusal.sheetDoesNotBalance(assets: 100, liabilities: 0)) {
      try BalanceSheet([Standing("512100", 100)], previous: nil, layout)
    }
    #expect(throws: ReportRefusal.accountHasNoLine("800000")) {
      try BalanceSheet([Standing("800000", 100)], previous: nil, layout)
    }
    #expect(throws: UnitRefusal.sumIsTooLarge) {
      try BalanceSheet(
        [Standing("512100", .max), Standing("512200", .max)], previous: nil, layout)
    }
  }

  /// The same account stands on both sides when two parties do.
  @Test func `each party stands on its own side`() throws {
    let sheet = try BalanceSheet(
      [Standing("401000", 300), Standing("401000", -500), Standing("512100", 200)], previous: nil,
      layout)
    let figures = Dictionary(
      uniqueKeysWithValues: (sheet.assets + sheet.liabilities)
        .filter { $0.line.kind == .item || $0.line.kind == .line }
        .map { ($0.line.name, $0.figures[0]?.net) })
    #expect(figures == ["other-receivables": 300, "cash": 200, "trade-payables": 500])
    #expect(sheet.total == 500 && sheet.result == nil)
  }

  @Test func `zero is not the same as nothing`() throws {
    let sheet = try BalanceSheet(
      [Standing("101300", 0), Standing("401000", 0), Standing("512100", 0)],
      previous: [Standing("512100", 500), Standing("101300", -500)], layout)
    #expect(sheet.liabilities.map(\.line.name) == ["capital", "total-equity", "total-liabilities"])
    #expect(sheet.liabilities.first?.figures.map { $0?.net } == [0, 500])
    #expect(try BalanceSheet([], previous: nil, layout).total == nil)
  }

  @Test func `depreciation is told apart from what it lessens`() throws {
    let sheet = try BalanceSheet(
      [
        Standing("215340", 10_000), Standing("281534", -2_500), Standing("291500", -500),
        Standing("101300", -7_000),
      ], previous: nil, layout)
    #expect(
      sheet.assets.map(\.line.name)
        == ["tangible-assets", "plant", "total-fixed-assets", "total-assets"])
    for row in sheet.assets.dropFirst() {
      #expect(row.figures[0] == Figure(gross: 10_000, less: 3_000))
    }
    #expect(sheet.assets[0].figures == [nil])
  }

  /// The steps of the list, reckoned by hand from the model of the PCG.
  @Test func `the list goes step by step to the result`() throws {
    let income = try IncomeStatement(
      [
        Standing("707000", -100), Standing("701000", -1_000), Standing("747000", -50),
        Standing("607000", 60), Standing("613200", 200), Standing("635110", 30),
        Standing("681120", 400), Standing("655000", 7), Standing("755000", -9),
        Standing("768000", -5), Standing("661160", 25), Standing("778000", -3),
        Standing("678000", 1), Standing("695000", 70), Standing("512100", 274),
      ], previous: nil, groups: [], layout)
    let totals = income.rows.filter { $0.line.kind == .total }
      .map { "\($0.line.name) \($0.figures[0]?.net ?? 0)" }
    #expect(
      totals == [
        "turnover 1100", "total-operating-income 1150", "total-operating-charges 690",
        "operating-result 460", "total-financial-income 5", "total-financial-charges 25",
        "financial-result -20", "current-result 442", "exceptional-result 2",
        "total-income 1167", "total-charges 793", "net-result 374",
      ])
    #expect(income.result == 374)
  }
}
