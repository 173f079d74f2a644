import Journal
import Testing
import Units

@testable import YearEnd

/// Appropriations reckoned by hand, or printed in textbooks.
@Suite struct WorkedExampleTests {
  /// What the company has, what the meeting says, and the entry: debits above zero.
  static let cases: [(name: String, company: Case, found: [String: Int64])] = [
    (
      // A printed examination paper (DCG, accounts of 2016): 5 % of 472 000 − 91 000 = 19 050 €, but
      // the reserve lacks only 8 000 € of a tenth of 1 000 000 €.
      "an examination paper",
      Case(
        result: 47_200_000, capital: 100_000_000, legalReserve: 9_200_000,
        otherReserves: 39_400_000, carriedLosses: 9_100_000, shares: [10_000],
        resolution: """
          other_reserves_cents = 9500000
          dividend_per_share = "26"
          payment_date = 2026-07-01
          """),
      [
        "120000": 47_200_000, "106100": -800_000, "106800": -9_500_000, "119000": -9_100_000,
        "457000": -26_000_000, "110000": -1_800_000,
      ]
    ),
    (
      // A printed lesson: capital 10 000 €, reserve 925 €, losses 850 €, profit 7 500 €. A twentieth of
      // 6 650 € is 332.50 €, of which the tenth leaves room for 75 €; 4 000 € are paid, the rest kept.
      "a lesson",
      Case(
        result: 750_000, capital: 1_000_000, legalReserve: 92_500, carriedLosses: 85_000,
        resolution: """
          other_reserves_cents = 257500
          dividend_cents = 400000
          payment_date = 2026-09-30
          """),
      [
        "120000": 750_000, "106100": -7_500, "119000": -85_000, "457000": -400_000,
        "106800": -257_500,
      ]
    ),
    (
      // Nothing said: a twentieth of 1 000.01 € is 50.0005 €, at least 50.01 €; the rest is carried.
      "nothing said", Case(result: 100_001),
      ["120000": 100_001, "106100": -5_001, "110000": -95_000]
    ),
    (
      "a first loss is carried", Case(result: -34_567), ["129000": -34_567, "119000": 34_567]
    ),
    (
      // 345.67 € against 100 € of profits carried forward and 200 € of free reserves: 45.67 € stay.
      "a loss against what was kept",
      Case(
        result: -34_567, otherReserves: 50_000, carriedProfits: 10_000,
        resolution: "from_carry_forward_cents = 10000\nfrom_other_reserves_cents = 20000"),
      ["129000": -34_567, "110000": 10_000, "106800": 20_000, "119000": 4_567]
    ),
    (
      // A profit below the losses brought forward: no reserve, all of it clears losses.
      "a profit below the losses", Case(result: 20_000, carriedLosses: 50_000),
      ["120000": 20_000, "119000": -20_000]
    ),
    (
      // 12 000 of dividend: 9 500 of the year after reserve, 2 500 of what was carried forward.
      "a dividend out of earlier profits",
      Case(
        result: 10_000, carriedProfits: 4_000,
        resolution: """
          from_carry_forward_cents = 2500
          dividend_cents = 12000
          payment_date = 2026-06-30
          """),
      ["120000": 10_000, "110000": 2_500, "106100": -500, "457000": -12_000]
    ),
    (
      "an advance is set off",
      Case(
        result: 10_000, advances: ["M0001": 100, "M0002": 200, "M0003": 700],
        resolution: "dividend_cents = 5000\npayment_date = 2026-06-30"),
      [
        "120000": 10_000, "120900": -1_000, "106100": -500, "457000": -4_000, "110000": -4_500,
      ]
    ),
    (
      "the statutes' own reserve",
      Case(
        result: 10_000, legalReserve: 100_000, resolution: "statutory_reserve_cents = 1234"),
      ["120000": 10_000, "106300": -1_234, "110000": -8_766]
    ),
    ("a result of zero moves nothing", Case(), [:]),
  ]

  @Test(arguments: cases.indices) func `the entry is that of the worked example`(_ index: Int)
    throws
  {
    let (name, company, found) = Self.cases[index]
    #expect(try company.lines() == found, "\(name)")
  }

  @Test func `the entry names resolution and meeting`() throws {
    let company = Case(result: 10_000, resolution: "booked_on = 2026-07-01")
    let entry = try #require(YearEndEntries.entry(try company.appropriation()))
    #expect(entry.key == "appropriation:2025" && entry.voucher == "AG-2026-1")
    #expect(entry.date.description == "2026-07-01")
    #expect(entry.voucherDate.description == "2026-06-12")
    #expect(entry.label.hasSuffix("décidée le 2026-06-12"))
    _ = try Entry(checking: entry)
  }

  /// A twentieth and a tenth, both rounded up: profit, losses, capital, reserve, due.
  static let reserves: [(Int64, Int64, Int64, Int64, Int64)] = [
    (0, 0, 100, 0, 0), (1, 0, 100, 0, 1), (20, 0, 100, 0, 1), (21, 0, 100, 0, 2),
    (1000, 0, 100, 0, 10), (1000, 0, 101, 0, 11), (1000, 0, 101, 10, 1), (1000, 0, 101, 11, 0),
    (1000, 0, 100, 50, 0), (1000, 980, 10_000, 0, 1), (1000, 1000, 10_000, 0, 0),
    (1000, 1001, 10_000, 0, 0), (1000, 0, 0, 0, 0),
  ]

  @Test(arguments: reserves)
  func `the legal reserve takes a twentieth until it is a tenth`(
    _ profit: Int64, _ losses: Int64, _ capital: Int64, _ reserve: Int64, _ due: Int64
  ) {
    let least = LegalReserve(
      profit: Cents(profit), losses: Cents(losses), capital: Cents(capital),
      reserve: Cents(reserve))
    #expect(least.due == Cents(due))
  }

  @Test func `the computation is told step by step`() throws {
    let steps = try Self.cases[0].company.appropriation().steps.map {
      "\($0.rule.rawValue) \($0.base.map(\.description) ?? "-") \($0.amount)"
    }
    #expect(
      steps == [
        "result - 47200000", "prior-losses - 9100000", "twentieth 38100000 1905000",
        "reserve-room 100000000 800000", "legal-reserve 800000 800000",
        "distributable - 37300000", "dividend 37300000 26000000", "dividend-due - 26000000",
        "other-reserves - 9500000", "losses-cleared 9100000 9100000",
        "carried-forward - 1800000", "net-assets 110000000 160700000",
      ])
  }
}
