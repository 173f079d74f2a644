import Reports
import Tables
import TestSupport
import Testing
import Units

/// Every account the chart knows has one place, and only one.
@Suite struct LayoutTests {
  private let layout = Layout(on: Day(number: 20_500))

  /// Six-digit numbers under every account of the PCG, the first and the last of each.
  private static let accounts = Set(
    Chart.pcg.keys.filter { (3...6).contains($0.count) }.flatMap { number in
      ["0", "9", "1"].map { digit in
        number + String(repeating: digit, count: 6 - number.count)
      }
    } + Chart.own.keys
  ).filter { !$0.hasPrefix("9") }.sorted()

  @Test func `every account of the chart stands on one line, of the statement of its class`() {
    #expect(Self.accounts.count > 1_800)
    for account in Self.accounts {
      #expect(Chart.account(account) != nil, "\(account)")
      let matching = layout.rules.values.filter { account.hasPrefix($0.prefix) }
      let longest = matching.map(\.prefix.count).max()
      #expect(matching.filter { $0.prefix.count == longest }.count == 1, "\(account)")
      guard let rule = layout.rule(for: account) else {
        Issue.record("\(account) has no line")
        continue
      }
      let expected: Set<Layout.Statement> =
        "67".contains(account.prefix(1)) ? [.income] : [.assets, .liabilities]
      for name in [rule.whenDebit, rule.whenCredit] {
        let lines = layout.lines.filter { $0.name == name }
        #expect(lines.count == 1, "\(account): \(name)")
        #expect(lines.allSatisfy { expected.contains($0.statement) && $0.kind != .total })
        #expect(lines.allSatisfy { !$0.section.isEmpty && $0.kind != .heading })
      }
    }
  }

  @Test func `a memorandum account stands on no line`() {
    for account in ["901000", "911000", "935000", "800000", "000000"] {
      #expect(layout.rule(for: account) == nil)
    }
  }

  @Test func `where the side decides, debits are assets and credits are liabilities`() {
    for rule in layout.rules.values where rule.isTwoSided {
      let debit = layout.lines.first { $0.name == rule.whenDebit }
      let credit = layout.lines.first { $0.name == rule.whenCredit }
      #expect(debit?.statement == .assets && debit?.isDebit == true, "\(rule.prefix)")
      #expect(credit?.statement == .liabilities && credit?.isDebit == false, "\(rule.prefix)")
      #expect(!rule.isContra)
    }
  }

  @Test func `what lessens a figure lessens an asset`() {
    for rule in layout.rules.values where rule.isContra {
      #expect(layout.lines.first { $0.name == rule.whenDebit }?.statement == .assets)
      #expect("2345".contains(rule.prefix.prefix(1)))
    }
    #expect(layout.rules.values.filter(\.isContra).count > 20)
  }

  @Test func `no line is without an account, but for the result`() {
    let used = Set(layout.rules.values.flatMap { [$0.whenDebit, $0.whenCredit] })
    let unused = layout.lines.filter {
      ($0.kind == .item || $0.kind == .line) && !used.contains($0.name)
    }
    #expect(unused.map(\.name) == [Layout.result])
  }

  @Test func `totals name sections that exist, and each section is in the grand total once`() {
    for (statement, grand) in [
      (Layout.Statement.assets, "total-assets"), (.liabilities, "total-liabilities"),
      (.income, "net-result"),
    ] {
      let lines = layout.lines(of: statement)
      let sections = Set(lines.filter { $0.kind != .total }.map(\.section)).subtracting([""])
      for total in lines.filter({ $0.kind == .total }) {
        let named = total.section.split(separator: " ").map { String($0.drop { $0 == "-" }) }
        #expect(Set(named).isSubset(of: sections) && Set(named).count == named.count)
        if total.name == grand { #expect(Set(named) == sections) }
      }
      #expect(lines.last?.name == grand)
    }
    #expect(Set(layout.lines.map(\.name)).count == layout.lines.count)
  }

  static let places: [(account: String, debit: String, credit: String)] = [
    ("101310", "capital", "capital"), ("109000", "uncalled-capital", "uncalled-capital"),
    ("120000", "earlier-results", "earlier-results"),
    ("120900", "interim-dividends", "interim-dividends"),
    ("164800", "bank-loans", "bank-loans"), ("215340", "plant", "plant"),
    ("281534", "plant", "plant"), ("401000", "other-receivables", "trade-payables"),
    ("404000", "other-receivables", "fixed-asset-debts"),
    ("408100", "other-receivables", "trade-payables"),
    ("418100", "trade-receivables", "other-debts"),
    ("419100", "trade-receivables", "advances-received"),
    ("445660", "other-receivables", "tax-and-social-debts"),
    ("455100", "other-receivables", "other-borrowings"),
    ("456300", "other-receivables", "other-debts"), ("457000", "other-receivables", "other-debts"),
    ("481000", "loan-issue-costs", "loan-issue-costs"),
    ("486000", "prepaid-expenses", "prepaid-expenses"), ("512100", "cash", "bank-loans"),
    ("613200", "external-charges", "external-charges"), ("681120", "depreciation", "depreciation"),
    ("661160", "interest-charges", "interest-charges"),
    ("701000", "production-sold", "production-sold"), ("747000", "grants", "grants"),
    ("757000", "disposal-proceeds", "disposal-proceeds"), ("695100", "income-tax", "income-tax"),
  ]

  @Test(arguments: places)
  func `an account stands where an accountant looks for it`(
    account: String, debit: String, credit: String
  ) {
    #expect(layout.rule(for: account)?.whenDebit == debit)
    #expect(layout.rule(for: account)?.whenCredit == credit)
  }
}
