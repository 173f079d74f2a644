import Agreements
import Testing
import Text
import Units

/// What a purchase contract prices, from what it prints.
@Suite struct PurchaseContractTests {
  static let base: [String: JSON] = [
    "id": "sale", "site": "roof", "buyer": "edf", "number": "1", "effective": "2020-02-29",
    "ends": "2040-02-28", "annual_cap_hours": 1600, "price_above_cap": "0.05",
    "price": [["from": "2020-02-29", "eur_per_kwh": "0.1079"]],
    "indexation": [
      "a": "0.8",
      "term": [
        ["weight": "0.1", "index": "labour", "base": "125.4"],
        ["weight": "0.1", "index": "prices", "base": "104.2"],
      ],
    ],
  ]

  private func dossier(
    _ contract: [String: JSON] = base, _ values: [(String, String, String, String)]
  ) throws -> Dossier {
    let faults = Faults()
    var dossier = Dossier()
    dossier.take(.purchaseContract, TableReader(.object(contract), faults: faults))
    dossier.take(
      .site,
      TableReader(
        [
          "id": "roof", "name": "Roof", "commune": "Here", "owner": "town", "peak_watts": 36_000,
          "area_m2": 200, "commissioned": "2020-02-29",
        ], faults: faults))
    for (id, month, value, published) in values {
      dossier.take(
        .index,
        TableReader(
          [
            "id": .string(id), "month": .string(month), "value": .string(value),
            "published": .string(published),
          ], faults: faults))
    }
    try faults.check()
    dossier.settle()
    return dossier
  }

  static let known = [
    ("labour", "2020-09", "126.8", "2021-01-15"), ("prices", "2020-12", "105.5", "2021-01-29"),
    ("labour", "2021-09", "130.1", "2022-01-14"), ("prices", "2021-12", "119.3", "2022-01-28"),
    // Published after the anniversary: it counts a year later.
    ("labour", "2021-12", "131.0", "2022-03-01"),
  ]

  /// The price from each day on, by a calculator: L = 0.8 + 0.1·I/I₀ + 0.1·J/J₀ to five decimals.
  static let prices: [(day: String, price: String?)] = [
    ("2020-02-29", "0.1079"), ("2021-02-27", "0.1079"),
    // 0.8 + 0.1·126.8/125.4 + 0.1·105.5/104.2 = 1.00236…; × 0.1079 = 0.108155 → 0.10815
    ("2021-02-28", "0.10815"), ("2022-02-27", "0.10815"),
    // 0.8 + 0.1·130.1/125.4 + 0.1·119.3/104.2 = 1.01824; × 0.1079 = 0.109868…
    ("2022-02-28", "0.10987"),
    // 131.0 is known by now.
    ("2023-02-28", "0.10995"), ("2024-02-28", "0.10995"), ("2024-02-29", "0.10995"),
    ("2020-02-28", nil),
  ]

  @Test(arguments: prices.indices) func thePriceFollowsTheIndices(_ index: Int) throws {
    let contract = try #require(try dossier(Self.base, Self.known).contracts["sale"])
    let (day, price) = Self.prices[index]
    #expect(contract.price(on: try Day(day))?.decimalDescription == price)
  }

  @Test func theBuyersFigureHoldsToTheNextAnniversaryAndTheDifferenceIsKept() throws {
    var told = Self.base
    told["price"] = [
      ["from": "2020-02-29", "eur_per_kwh": "0.1079"],
      ["from": "2021-02-28", "eur_per_kwh": "0.1081"],
    ]
    let contract = try #require(try dossier(told, Self.known).contracts["sale"])
    #expect(contract.price(on: try Day("2021-03-01"))?.decimalDescription == "0.1081")
    #expect(contract.price(on: try Day("2022-02-28"))?.decimalDescription == "0.10987")
    let step = try #require(contract.steps.first { $0.from.description == "2021-02-28" })
    #expect(step.computed?.price.decimalDescription == "0.10815")
    #expect(step.difference?.decimalDescription == "-0.00005")
    #expect(step.computed?.coefficient.used.map(\.month.description) == ["2020-09", "2020-12"])
  }

  @Test func withoutAFigureThereIsNoPrice() throws {
    let contract = try #require(
      try dossier(Self.base, [Self.known[0]]).contracts["sale"])
    #expect(contract.price(on: try Day("2021-02-27")) != nil)
    #expect(contract.price(on: try Day("2021-02-28")) == nil)
  }

  /// Peak power, and the first days of the first periods that are billed.
  static let billings: [(watts: Int64, first: String, periods: [String])] = [
    (35_999, "2020-02-29", ["2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"]),
    (
      36_000, "2020-02-29",
      ["2020-02-29", "2020-08-29", "2021-02-28", "2021-08-29", "2022-02-28"]
    ),
    (
      100_000, "2020-08-31",
      ["2020-08-31", "2021-02-28", "2021-08-31", "2022-02-28", "2022-08-31"]
    ),
    (
      100_001, "2020-12-31",
      ["2020-12-31", "2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"]
    ),
  ]

  @Test(arguments: billings.indices) func billsFollowTheAnniversary(_ index: Int) throws {
    let row = Self.billings[index]
    var told = Self.base
    told["peak_watts"] = .integer(row.watts)
    told["effective"] = .string(row.first)
    told["indexation"] = nil
    let contract = try #require(try dossier(told, []).contracts["sale"])
    let periods = contract.billingPeriods(through: try Day("2040-01-01"))
    #expect(periods.prefix(5).map(\.first.description) == row.periods)
    // No day is left out, none is billed twice.
    #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.last?.next == $1.first })
    #expect(try #require(periods.last?.last) > Day("2039-12-30"))
  }

  static let premiums: [(schedule: String, cents: Int64, due: [Int64])] = [
    ("five-equal", 100_003, [20_001, 20_000, 20_001, 20_000, 20_001]),
    ("eighty-then-five", 100_003, [80_002, 5_001, 5_000, 5_000, 5_000]), ("once", 7, [7]),
  ]

  @Test(arguments: premiums.indices) func aPremiumIsPaidExactly(_ index: Int) throws {
    let row = Self.premiums[index]
    var told = Self.base
    told["premium"] = ["cents": .integer(row.cents), "schedule": .string(row.schedule)]
    told["indexation"] = nil
    let contract = try #require(try dossier(told, []).contracts["sale"])
    let instalments = try contract.premiumInstalments()
    #expect(instalments.map(\.amount.units) == row.due)
    #expect(instalments.reduce(0) { $0 + $1.amount.units } == row.cents)
    #expect(instalments[0].due == (try Day("2021-02-27")))
  }

  /// One change to the contract, and what it is refused for.
  static let refused: [(key: String, value: JSON, refusal: AgreementRefusal)] = [
    (
      "price",
      [
        ["from": "2020-02-29", "eur_per_kwh": "0.1"],
        ["from": "2020-02-29", "eur_per_kwh": "0.2"],
      ], .priceIsRepeated("sale", Day(number: 18_321))
    ),
    ("vat_percent", "20", .vatRateIsOutOfRange(Ratio(20, 1))),
    (
      "indexation", ["a": "0.9", "term": [["weight": "0.2", "index": "labour", "base": "100"]]],
      .indexationIsNotWhole(terms: 1)
    ),
    (
      "indexation", ["a": "1.5", "term": [["weight": "0.1", "index": "labour", "base": "100"]]],
      .weightIsOutOfRange(Ratio(3, 2))
    ),
    (
      "indexation", ["a": "0.9", "term": [["weight": "0.1", "index": "labour", "base": "0"]]],
      .indexIsOutOfRange(.zero)
    ),
    (
      "price",
      [["from": "2020-02-29", "eur_per_kwh": "0.1", "parts": ["fuel": "0.06", "tax": "0.03"]]],
      .partsDoNotSum(Ratio(1, 10))
    ),
  ]

  @Test(arguments: refused.indices) func aContractThatCannotBeIsRefused(_ index: Int) {
    let row = Self.refused[index]
    var told = Self.base
    told[row.key] = row.value
    let faults = Faults()
    _ = PurchaseContract(TableReader(.object(told), faults: faults))
    #expect(
      faults.all.compactMap { ($0 as? Located)?.reason as? AgreementRefusal } == [row.refusal])
  }

  @Test func anIndexIsAPublishedFigure() {
    let table: [String: JSON] = [
      "id": "labour", "month": "2021-09", "value": "126.8", "published": "2021-01-15",
    ]
    func found(_ key: String?, _ value: JSON) -> [AgreementRefusal] {
      var told = table
      if let key { told[key] = value } else { told["published"] = value }
      let faults = Faults()
      _ = IndexValue(TableReader(.object(told), faults: faults))
      return faults.all.compactMap { ($0 as? Located)?.reason as? AgreementRefusal }
    }
    let month = Month(year: 2021, monthOfYear: 9)
    #expect(
      found("note", "x")
        == [
          .indexIsPublishedBeforeItsMonth(month, published: Day(number: 18_642))
        ])
    #expect(found(nil, "2021-12-01") == [])
  }

  @Test func aServiceIsCharged() {
    let faults = Faults()
    _ = ServiceContract(
      TableReader(
        [
          "id": "care", "supplier": "firm", "account": "401000", "cents_per_year": 100,
          "first": "2025-01-01",
        ], faults: faults))
    #expect(
      faults.all.compactMap { ($0 as? Located)?.reason as? AgreementRefusal }
        == [.chargeAccountIsMalformed("401000")])
  }
}
