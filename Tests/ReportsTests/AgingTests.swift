import Journal
import Reports
import Testing
import Units

@Suite struct AgingTests {
  static let ages: [(days: Int, expected: Age)] = [
    (-5, .notDue), (0, .notDue), (30, .notDue), (31, .over30), (60, .over30), (61, .over60),
    (90, .over60), (91, .over90), (4_000, .over90),
  ]

  @Test(arguments: ages) func `a line ages from the date of its voucher`(
    days: Int, expected: Age
  ) throws {
    let day = try Day("2025-12-31")
    #expect(Age(of: day.adding(days: -days), on: day) == expected)
  }

  @Test func `what cancels out within an age is left out, what does not is kept`() throws {
    let day = try Day("2025-12-31")
    var aging = Aging(on: day)
    for (party, age, balance) in [
      ("buyer:b", 0, 100), ("buyer:b", 5, -100), ("buyer:a", 40, 70), ("buyer:a", 0, -70),
      (nil, 100, 9),
    ] as [(String?, Int, Int64)] {
      aging.add("411000", auxiliary: party, voucher: day.adding(days: -age), balance: balance)
    }
    let found = try aging.balances()
    #expect(found.map(\.auxiliary) == ["buyer:a", nil])
    #expect(found.map(\.amounts) == [[-70, 70, 0, 0], [0, 0, 0, 9]])
    #expect(found.map(\.total) == [0, 9])
  }

  @Test func `the college is that of the capital account, else of the member on that day`() throws {
    let change = try Day("2025-06-01")
    let directory = Directory(
      communes: ["ecole": "Loos"], capitalAccounts: ["101310": "citizens"],
      colleges: ["M1": [(try Day("2024-01-01"), "citizens"), (change, "companies")]])
    let cases: [(String, Analysis, Day, Dimension, String?)] = [
      ("101310", .none, change, .college, "citizens"),
      ("101310", Analysis(auxiliary: "member:M1"), change, .college, "citizens"),
      ("457000", Analysis(auxiliary: "member:M1"), change, .college, "companies"),
      ("457000", Analysis(auxiliary: "member:M1"), change.previous, .college, "citizens"),
      ("457000", Analysis(auxiliary: "member:M1"), try Day("2023-01-01"), .college, nil),
      ("457000", Analysis(auxiliary: "member:M2"), change, .college, nil),
      ("401000", Analysis(auxiliary: "supplier:M1"), change, .college, nil),
      ("701000", Analysis(site: "ecole"), change, .commune, "Loos"),
      ("701000", Analysis(site: "autre"), change, .commune, nil),
      ("701000", Analysis(contract: "c"), change, .commune, nil),
      ("701000", Analysis(contract: "c"), change, .contract, "c"),
      ("701000", Analysis(site: "ecole"), change, .site, "ecole"),
      ("701000", Analysis(auxiliary: "loan:x"), change, .auxiliary, "loan:x"),
    ]
    for (account, analysis, day, dimension, expected) in cases {
      #expect(directory.group(of: account, analysis, on: day, by: dimension) == expected)
    }
  }
}
