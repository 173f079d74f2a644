import Journal
import Reports
import TestSupport
import Testing
import Units

/// What counts on a day, against a model that walks the lines one by one.
@Suite struct TrialBalanceTests {
  private struct Line {
    let day: Day
    let account: String
    let group: String?
    let amount: Int64
  }

  private static func years(_ first: String, _ last: String, count: Int) throws -> [FiscalYear] {
    var years = [FiscalYear(first: try Day(first), last: try Day(last))]
    while years.count < count { years.append(years[years.count - 1].following) }
    return years
  }

  private func lines(_ years: [FiscalYear], _ generator: inout SplitMix) -> [Line] {
    let accounts = ["101300", "120000", "129000", "512100", "401000", "701000", "613200", "911000"]
    let days = years[0].first.days(until: years[years.count - 1].last)
    return (0..<Int.random(in: 0...150, using: &generator)).map { _ in
      Line(
        day: years[0].first.adding(days: Int.random(in: 0...days, using: &generator)),
        account: accounts.randomElement(using: &generator) ?? "512100",
        group: [nil, "a", "b"].randomElement(using: &generator) ?? nil,
        amount: Int64.random(in: -99_999...99_999, using: &generator))
    }
  }

  /// The balance of an account at the end of a day, by the definition alone.
  private func balance(
    _ account: String, _ group: String??, on day: Day, _ lines: [Line], _ years: [FiscalYear]
  ) -> Int64 {
    let year = years.last { $0.first <= day }
    let mine = lines.filter { group == nil || $0.group == group }
    if "67".contains(account.prefix(1)) {
      return mine.filter {
        $0.account == account && $0.day <= day && $0.day >= (year?.first ?? day)
      }
      .reduce(0) { $0 + $1.amount }
    }
    var sum = mine.filter { $0.account == account && $0.day <= day }.reduce(0) { $0 + $1.amount }
    for past in years where past.last < (year?.first ?? day) {
      let of = { (lines: [Line]) in
        lines.filter { "67".contains($0.account.prefix(1)) && past.period.contains($0.day) }
          .reduce(0) { $0 + $1.amount }
      }
      if (of(lines) > 0 ? "129000" : "120000") == account { sum += of(mine) }
    }
    return sum
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func `opening, movements and closing are those of the definition, for all and for each group`(
    seed: UInt64
  ) throws {
    var generator = SplitMix(seed: seed)
    let calendars = [
      ("2024-01-01", "2024-12-31"), ("2024-07-18", "2025-06-30"), ("2024-03-10", "2024-08-15"),
    ]
    let (first, last) = calendars[Int(seed % 3)]
    let years = try Self.years(first, last, count: 4)
    let lines = lines(years, &generator)
    let span = years[0].first.days(until: years[3].last)
    let start = years[0].first.adding(days: Int.random(in: -40...span, using: &generator))
    let end = min(
      start.adding(days: Int.random(in: 0...600, using: &generator)), years[3].last)
    let period = Period(first: min(start, end), last: end)
    let slicing = Slicing(period, years: years)
    var whole = TrialBalance(slicing)
    var parts = TrialBalance(slicing)
    for line in lines {
      guard let slice = slicing.slice(of: line.day) else { continue }
      let (debit, credit) = (max(line.amount, 0), max(-line.amount, 0))
      try whole.add(line.account, slice: slice, debit: debit, credit: credit)
      try parts.add(line.account, group: line.group, slice: slice, debit: debit, credit: credit)
    }
    // At the first day of a fiscal year the books open on that year, whose lines are still to come.
    let opensYear = years.contains { $0.first == period.first }
    for (balance, groups) in [(whole, [String??.none]), (parts, parts.groups.map { .some($0) })] {
      for group in groups {
        for line in try balance.lines(of: group ?? nil) {
          #expect(line.closing == self.balance(line.account, group, on: end, lines, years))
          let within = lines.filter {
            $0.account == line.account && (group == nil || $0.group == group)
              && period.contains($0.day)
          }
          #expect(line.debit - line.credit == within.reduce(0) { $0 + $1.amount })
          let before = self.balance(
            line.account, group, on: opensYear ? period.first : period.first.previous, lines, years)
          let ofFirstDay = lines.filter {
            $0.account == line.account && (group == nil || $0.group == group)
              && $0.day == period.first
          }
          let expected = before - (opensYear ? ofFirstDay.reduce(0) { $0 + $1.amount } : 0)
          if period.first >= years[0].first { #expect(line.opening == expected, "\(line)") }
        }
      }
    }
    let met = Set(lines.filter { $0.day <= end }.map(\.account))
    #expect(try met.isSubset(of: whole.lines().map(\.account)))
    for line in try whole.lines() {
      #expect(line.carried == (try whole.turns(of: line.account)).reduce(0) { $0 + $1.movement })
      let of = try parts.groups.compactMap { group in
        try parts.lines(of: group).first { $0.account == line.account }
      }
      #expect(line.opening == of.reduce(0) { $0 + $1.opening })
      #expect(line.debit == of.reduce(0) { $0 + $1.debit })
      #expect(line.closing == of.reduce(0) { $0 + $1.closing })
    }
  }

  @Test func `a result stands on 120000 after a profit, on 129000 after a loss`() throws {
    let years = try Self.years("2025-01-01", "2025-12-31", count: 3)
    let slicing = Slicing(Period(first: years[2].first, last: years[2].last), years: years)
    var balance = TrialBalance(slicing)
    for (day, debit, credit) in [
      ("2025-05-01", "512100", "701000"), ("2026-05-01", "613200", "512100"),
    ] {
      let slice = try #require(slicing.slice(of: try Day(day)))
      try balance.add(debit, slice: slice, debit: 700, credit: 0)
      try balance.add(credit, slice: slice, debit: 0, credit: 700)
    }
    let lines = try balance.lines().filter { !$0.isOfAnotherYear }
    #expect(lines.map(\.account) == ["120000", "129000", "512100"])
    #expect(lines.map(\.opening) == [-700, 700, 0] && lines.map(\.carried) == [0, 0, 0])
  }

  @Test func `sums that do not fit are refused`() throws {
    let years = try Self.years("2025-01-01", "2025-12-31", count: 1)
    let slicing = Slicing(years[0].period, years: years)
    var balance = TrialBalance(slicing)
    try balance.add("512100", slice: 1, debit: .max, credit: 0)
    #expect(throws: UnitRefusal.sumIsTooLarge) {
      try balance.add("512100", slice: 1, debit: 1, credit: 0)
    }
  }
}
