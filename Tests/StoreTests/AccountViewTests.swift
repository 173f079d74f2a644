import GRDB
import Journal
import Reports
import Store
import Tables
import TestSupport
import Testing
import Units

/// The accounting views of a book of three fiscal years, against sums made line by line.
@Suite struct AccountViewTests {
  private struct Line {
    let day: Day
    let account: String
    let amount: Int64
    let analysis: Analysis
    let voucher: Day
  }

  private static let accounts = [
    "106800", "120000", "164000", "215340", "281534", "401000", "411000", "445660", "512100",
    "613200", "661160", "681120", "701000", "747000",
  ]
  private static let first = Day(number: 20_089)

  private func analysis(_ generator: inout SplitMix) -> Analysis {
    Analysis(
      auxiliary: [nil, "member:M0001", "supplier:a", "buyer:b"].randomElement(using: &generator)
        ?? nil,
      site: [nil, "ecole", "gymnase"].randomElement(using: &generator) ?? nil,
      contract: [nil, "oa-1"].randomElement(using: &generator) ?? nil)
  }

  /// Posts random entries of 2025 to 2027, and openings that only say balances again.
  private func post(_ count: Int, _ seed: UInt64, into book: Book) throws -> [Line] {
    var generator = SplitMix(seed: seed)
    var lines: [Line] = []
    try book.write(at: FilledBook.now.adding(seconds: 2 * 365 * 86_400)) { page in
      for number in 0..<count {
        let day = Self.first.adding(days: Int.random(in: 0..<1_095, using: &generator))
        let voucher = day.adding(days: -Int.random(in: 0...120, using: &generator))
        var postings: [Posting] = []
        var sum: Int64 = 0
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let amount = Int64.random(in: 1...1_000_000, using: &generator)
          let account = Self.accounts.randomElement(using: &generator) ?? "512100"
          let sign: Int64 = Bool.random(using: &generator) ? 1 : -1
          postings.append(.signed(.debit, account, sign * amount, .cents, analysis(&generator)))
          sum += sign * amount
        }
        if sum != 0 { postings.append(.signed(.credit, "512100", sum, .cents)) }
        try page.post(
          entry("R-\(number)", day, voucher, .miscellaneous, postings, .plain))
        lines += postings.map {
          Line(
            day: day, account: $0.account, amount: $0.debit - $0.credit, analysis: $0.analysis,
            voucher: voucher)
        }
      }
      for year in ["2026", "2027"] {
        let day = try Day("\(year)-01-01")
        let balances = [
          Posting(.debit, "512100", 777, .cents), Posting(.credit, "106800", 777, .cents),
        ]
        try page.post(entry("AN-\(year)", day, day, .opening, balances, .opening))
      }
    }
    return lines
  }

  private func entry(
    _ key: String, _ day: Day, _ voucher: Day, _ journal: JournalCode, _ postings: [Posting],
    _ role: EntryRole
  ) throws -> Entry {
    try Entry(
      checking: DraftEntry(
        key: key, date: day, journal: journal, voucher: "V", voucherDate: voucher, label: "L",
        origin: "O", postings: postings, role: role))
  }

  /// What an account has at the end of a day, of the lines that a test lets through.
  private func balance(
    _ account: String, _ day: Day, _ lines: [Line], where isMeant: (Line) -> Bool = { _ in true }
  ) throws -> Int64 {
    let january = try Day("\(day.calendar.year)-01-01")
    let isOfYear = account.hasPrefix("6") || account.hasPrefix("7")
    var sum = lines.filter {
      $0.account == account && $0.day <= day && (!isOfYear || $0.day >= january) && isMeant($0)
    }.reduce(0) { $0 + $1.amount }
    for year in 2025..<max(2025, day.calendar.year) {
      let ofYear = lines.filter { line in
        line.day.calendar.year == year
          && (line.account.hasPrefix("6") || line.account.hasPrefix("7"))
      }
      let result = -ofYear.reduce(0) { $0 + $1.amount }
      if account == (result < 0 ? "129000" : "120000") {
        sum += ofYear.filter(isMeant).reduce(0) { $0 + $1.amount }
      }
    }
    return sum
  }

  private static let periods = [
    ("2025-01-01", "2025-12-31"), ("2026-01-01", "2026-12-31"), ("2027-01-01", "2027-03-31"),
    ("2026-02-10", "2026-02-20"), ("2025-11-05", "2027-01-15"), ("2027-12-31", "2027-12-31"),
    ("2026-06-15", "2028-03-04"),
  ]

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `accounts open, move and close as their lines say, whole and by every dimension`(
    seed: UInt64
  ) throws {
    let filled = try FilledBook(filled: false)
    let lines = try post(90, seed, into: filled.book)
    let directory = Directory(
      communes: ["ecole": "Loos", "gymnase": "Lens"], capitalAccounts: ["106800": "c"],
      colleges: ["M0001": [(Self.first, "a"), (try Day("2026-07-01"), "b")]])
    for (first, last) in Self.periods {
      let period = Period(first: try Day(first), last: try Day(last))
      let found = try filled.book.read { try $0.accounts(over: period) }
      for line in found { try check(line, period, lines) { _ in true } }
      let expected = try (Self.accounts + ["129000"]).filter { account in
        try balance(account, try Day(last), lines) != 0
          || lines.contains { $0.account == account && period.contains($0.day) }
      }
      #expect(Set(expected).isSubset(of: found.map(\.account)))
      for dimension in Dimension.allCases {
        let groups = try filled.book.read {
          try $0.accounts(over: period, by: dimension, directory)
        }
        for (group, parts) in groups {
          for part in parts {
            try check(part, period, lines) { line in
              directory.group(of: line.account, line.analysis, on: line.day, by: dimension) == group
            }
          }
        }
        for line in found {
          let of = groups.flatMap(\.lines).filter { $0.account == line.account }
          #expect(of.reduce(0) { $0 + $1.opening } == line.opening, "\(dimension) \(line)")
          #expect(of.reduce(0) { $0 + $1.debit } == line.debit)
          #expect(of.reduce(0) { $0 + $1.closing } == line.closing)
        }
      }
    }
  }

  private func check(
    _ found: AccountLine, _ period: Period, _ lines: [Line], where isMeant: (Line) -> Bool
  ) throws {
    let last = period.last ?? period.first
    let mine = lines.filter { $0.account == found.account && isMeant($0) }
    let within = mine.filter { period.contains($0.day) }
    #expect(found.debit == within.reduce(0) { $0 + max(0, $1.amount) })
    #expect(found.credit == within.reduce(0) { $0 - min(0, $1.amount) })
    #expect(found.closing == (try balance(found.account, last, lines, where: isMeant)))
    // At the first day of a year the accounts open as that year does.
    let opensYear = period.first.description.hasSuffix("-01-01")
    let before =
      opensYear
      ? try balance(found.account, period.first, lines, where: isMeant)
        - mine.filter { $0.day == period.first }.reduce(0) { $0 + $1.amount }
      : try balance(found.account, period.first.previous, lines, where: isMeant)
    #expect(found.opening == before, "\(found) \(period)")
  }

  /// Sheet and income statement by plain arithmetic: no table, no slices, one row at a time.
  @Test(arguments: 11...16 as ClosedRange<UInt64>)
  func `sheet and income statement are what plain arithmetic makes of the lines`(
    seed: UInt64
  ) throws {
    let filled = try FilledBook(filled: false)
    let lines = try post(60, seed, into: filled.book)
    let layout = Layout(on: Self.first)
    for text in ["2025-12-31", "2026-05-17", "2027-12-31"] {
      let day = try Day(text)
      let sheet = try filled.book.read {
        try BalanceSheet($0.standings(on: day, layout), previous: nil, layout)
      }
      var found: [String: Int64] = [:]
      for row in sheet.assets + sheet.liabilities where row.line.kind != .heading {
        found[row.line.name] = row.figures[0]?.net
      }
      let expected = try plainSheet(lines, day)
      #expect(found.filter { $0.value != 0 } == expected.filter { $0.value != 0 }, "\(day)")
      let year = Period(first: try Day("\(day.calendar.year)-01-01"), last: day)
      let income = try filled.book.read {
        try IncomeStatement(
          $0.incomeStandings(over: year), previous: nil,
          groups: $0.incomeStandings(over: year, by: .site, Directory()), layout)
      }
      #expect(income.result == sheet.result)
      #expect(income.result == (try filled.book.read { try $0.result(over: year).units }))
      for row in income.rows where row.line.kind != .heading {
        #expect(row.figures[0]?.net == row.figures.dropFirst().reduce(0) { $0 + ($1?.net ?? 0) })
      }
      let moved = { (account: String) in
        -lines.filter { $0.account == account && year.contains($0.day) }.reduce(0) {
          $0 + $1.amount
        }
      }
      let financial = moved("661160")
      let operating = moved("701000") + moved("747000") + moved("613200") + moved("681120")
      let figure = { (name: String) in
        income.rows.first { $0.line.name == name }?.figures[0]?.net ?? 0
      }
      #expect(figure("operating-result") == operating && figure("financial-result") == financial)
      #expect(figure("net-result") == operating + financial)
      #expect(figure("turnover") == moved("701000"))
    }
  }

  private func plainSheet(_ lines: [Line], _ day: Day) throws -> [String: Int64] {
    func of(_ account: String, _ party: String?? = nil) throws -> Int64 {
      try balance(account, day, lines) { party == nil || $0.analysis.auxiliary == party }
    }
    var sheet: [String: Int64] = [:]
    sheet["plant"] = try of("215340") + of("281534")
    for party in [nil, "member:M0001", "supplier:a", "buyer:b"] as [String?] {
      for (account, debit, credit) in [
        ("401000", "other-receivables", "trade-payables"),
        ("411000", "trade-receivables", "other-debts"),
        ("445660", "other-receivables", "tax-and-social-debts"), ("512100", "cash", "bank-loans"),
      ] {
        let amount = try of(account, .some(party))
        sheet[amount > 0 ? debit : credit, default: 0] += abs(amount)
      }
    }
    sheet["bank-loans", default: 0] -= try of("164000")
    sheet["other-reserves"] = try -of("106800")
    sheet["earlier-results"] = try -of("120000") - of("129000")
    sheet["result"] = try -["613200", "661160", "681120", "701000", "747000"].reduce(0) {
      try $0 + of($1)
    }
    let value = { (names: [String]) in names.reduce(Int64(0)) { $0 + (sheet[$1] ?? 0) } }
    sheet["total-fixed-assets"] = value(["plant"])
    sheet["total-current-assets"] = value(["trade-receivables", "other-receivables", "cash"])
    sheet["total-assets"] = value(["total-fixed-assets", "total-current-assets"])
    sheet["total-equity"] = value(["other-reserves", "earlier-results", "result"])
    sheet["total-debts"] = value([
      "bank-loans", "trade-payables", "tax-and-social-debts", "other-debts",
    ])
    sheet["total-liabilities"] = value(["total-equity", "total-debts"])
    #expect(sheet["total-assets"] == sheet["total-liabilities"])
    return sheet
  }

  @Test(arguments: 21...24 as ClosedRange<UInt64>)
  func `a ledger runs from opening to closing, whole and for one party`(seed: UInt64) throws {
    let filled = try FilledBook(filled: false)
    let lines = try post(80, seed, into: filled.book)
    for (first, last) in Self.periods {
      let period = Period(first: try Day(first), last: try Day(last))
      for (prefix, party) in [("4", nil), ("12", nil), ("7", nil), ("4", "supplier:a")]
        as [(String, String?)]
      {
        let ledgers = try filled.book.read {
          try $0.ledgers(of: prefix, auxiliary: party, over: period)
        }
        for (account, ledger) in ledgers {
          #expect((ledger.rows.last?.balance ?? account.opening) == account.closing)
          let mine = lines.filter {
            $0.account == account.account && period.contains($0.day)
              && (party == nil || $0.analysis.auxiliary == party)
          }
          let shown = ledger.rows.filter { if case .line = $0.kind { true } else { false } }
          #expect(shown.map(\.movement).sorted() == mine.map(\.amount).sorted())
          var balance = account.opening
          for row in ledger.rows {
            balance += row.movement
            #expect(row.balance == balance)
          }
        }
      }
    }
    #expect(throws: ReportRefusal.accountIsNotOpen("457")) {
      try filled.book.read {
        try $0.ledgers(of: "457", auxiliary: nil, over: Period(first: Self.first, last: nil))
      }
    }
  }

  @Test func `what is lettered is no longer open, from the day it was lettered on`() throws {
    let filled = try FilledBook(filled: false)
    let day = try Day("2025-12-31")
    try filled.book.write(at: FilledBook.now.adding(seconds: 2 * 365 * 86_400)) { page in
      let buyer = Analysis(auxiliary: "buyer:b")
      for (key, age, amount) in [("a", 100, 900), ("b", 45, -900), ("c", 10, 70)]
        as [(String, Int, Int64)]
      {
        let voucher = day.adding(days: -age)
        try page.post(
          entry(
            key, voucher, voucher, .miscellaneous,
            [.debit("411000", Cents(amount), buyer), .credit("512100", Cents(amount))], .plain))
      }
    }
    func open(_ day: Day) throws -> [[Int64]] {
      try filled.book.read { try $0.aging(of: "411", on: day).balances().map(\.amounts) }
    }
    #expect(try open(day) == [[70, -900, 0, 900]])
    try filled.raw.write { db in
      try db.execute(
        sql: """
          INSERT INTO lettering VALUES (1, '411000', 'buyer:b', 'AA', '2025-12-20');
          INSERT INTO lettered SELECT entry, line, 1 FROM posting JOIN entry ON entry.id = entry
            WHERE account = '411000' AND key IN ('a', 'b');
          """)
    }
    #expect(try open(day) == [[70, 0, 0, 0]])
    #expect(try open(try Day("2025-12-19")) == [[0, -900, 900, 0]])
    #expect(throws: ReportRefusal.accountIsNotOpen("457")) {
      try filled.book.read { _ = try $0.aging(of: "457", on: day) }
    }
  }

  @Test func `the journal is told by journal, by account and by page`() throws {
    let filled = try FilledBook(filled: false)
    let lines = try post(40, 5, into: filled.book)
    let always = Period(first: Self.first, last: nil)
    func page(_ code: JournalCode?, _ prefix: String, _ skipping: Int, _ limit: Int?) throws
      -> JournalPage
    {
      try filled.book.read {
        try $0.journal(
          over: always, journal: code, account: prefix, skipping: skipping, limit: limit)
      }
    }
    let whole = try page(nil, "", 0, nil)
    #expect(whole.count == lines.count + 4 && whole.lines.count == whole.count)
    #expect(whole.lines.filter(\.entry.restates).count == 4)
    #expect(whole.totals.map(\.debit) == whole.totals.map(\.credit))
    #expect(try page(.opening, "", 0, nil).count == 4 && page(.bank, "", 0, nil).count == 0)
    let four = try page(.miscellaneous, "4", 0, nil)
    #expect(four.count == lines.filter { $0.account.hasPrefix("4") }.count)
    let cut = try page(nil, "", 10, 7)
    #expect(cut.lines == Array(whole.lines[10..<17]) && cut.count == whole.count)
  }

  @Test func `a period is compared with the year before`() throws {
    let filled = try FilledBook(filled: false)
    _ = try post(30, 9, into: filled.book)
    for (first, last, expected) in [
      ("2026-01-01", "2026-12-31", "2025-01-01..2025-12-31"), ("2025-01-01", "2025-12-31", nil),
      ("2026-02-01", "2026-02-28", "2025-02-01..2025-02-28"), ("2025-03-01", "2025-03-31", nil),
      ("2028-02-01", "2028-02-29", "2027-02-01..2027-02-28"),
      ("2025-06-01", "2026-05-31", "2025-01-01..2025-05-31"),
    ] {
      let period = Period(first: try Day(first), last: try Day(last))
      let years = try filled.book.read { try $0.fiscalYears(through: try Day(last)) }
      #expect(period.yearBefore(in: years)?.description == expected, "\(period)")
    }
  }
}
