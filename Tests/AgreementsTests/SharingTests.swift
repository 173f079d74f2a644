import Agreements
import Testing
import Text
import Units

/// A school and a town hall that share a roof's energy, as files tell it.
@Suite struct SharingTests {
  static func contract(_ id: String, _ buyer: String, mode: String, more: String = "") -> String {
    """
    [[purchase_contract]]
    id = "\(id)"
    site = "roof"
    buyer = "\(buyer)"
    number = "\(id)"
    mode = "\(mode)"
    effective = 2026-01-01
    \(more)
    price = [{ from = 2026-01-01, eur_per_kwh = "0.1" }]

    """
  }

  static let contracts =
    contract("oa", "buyer", mode: "surplus") + contract("a", "hall", mode: "self-consumption")
    + contract("b", "pool", mode: "self-consumption")

  static func sharing(
    _ key: String = "default", contracts: String = "\"a\", \"b\"", surplus: String = "\"oa\"",
    more: String = "", id: String = "acc"
  ) -> String {
    """
    [[sharing]]
    id = "\(id)"
    key = "\(key)"
    first = 2026-01-01
    contracts = [\(contracts)]
    surplus = [\(surplus)]
    \(more)

    """
  }

  static func series(_ steps: Int, _ figure: String) -> String {
    "[" + Array(repeating: figure, count: steps).joined(separator: ",") + "]"
  }

  static func month(
    _ day: String = "2026-01-05", steps: Int = 24, produced: String = "1000", hall: String = "600",
    pool: String = "900", minutes: Int = 60, more: String = "", month: String = "2026-01"
  ) -> String {
    """
    [[shared_energy]]
    sharing = "acc"
    month = "\(month)"
    minutes = \(minutes)
    [[shared_energy.day]]
    day = \(day)
    production = { roof = \(series(steps, produced)) }
    consumption = { hall = \(series(steps, hall)), pool = \(series(steps, pool)) }
    \(more)

    """
  }

  static func metered(_ delivered: String) -> String {
    """
    [[shared_energy]]
    sharing = "acc"
    month = "2026-01"
    [[shared_energy.day]]
    day = 2026-01-05
    delivered = { \(delivered) }

    """
  }

  private func settled(_ text: String) throws -> Dossier {
    let read = try read(text)
    #expect(read.faults.isEmpty)
    var dossier = read.dossier
    dossier.settle()
    return dossier
  }

  /// What a, b and the others than the buyer of the surplus get on 5 January, in watt-hours.
  @Test(arguments: [
    (sharing(), month(), [9_600, 14_400, 24_000]),
    (
      sharing("static", more: "share = { hall = \"0.25\", pool = \"0.5\" }"), month(),
      [6_000, 12_000, 18_000]
    ),
    (
      sharing("dynamic"),
      month(more: "keys = { hall = \(series(24, "\"0.7\"")), pool = \(series(24, "\"0.1\"")) }"),
      [14_400, 2_400, 16_800]
    ),
    (
      sharing("full"),
      month(
        more: "keys = { \"roof/hall\" = \(series(24, "0")), \"roof/pool\" = \(series(24, "1")) }"),
      [0, 21_600, 21_600]
    ),
    (sharing("metered"), metered("a = 5, b = 7"), [5, 7, 12]),
  ])
  func `each key gives each its part`(
    _ sharing: String, _ month: String, _ expected: [Int64]
  ) throws {
    let dossier = try settled(Self.contracts + sharing + month)
    #expect(dossier.sharingContradictions().map(\.code) == [])
    let day = try Day("2026-01-05")
    let told = ["a", "b", "oa"].map { dossier.contracts[$0]?.delivery?.energy(on: day)?.units }
    #expect(told == expected.map(Optional.some))
    #expect(dossier.contracts["oa"]?.delivery?.isRest == true)
    #expect(dossier.contracts["a"]?.vat == .charged(Ratio(1, 5)))
  }

  @Test(arguments: [
    ("2026-03-29", 23, 60), ("2026-10-25", 25, 60), ("2026-03-29", 92, 15), ("2026-10-25", 100, 15),
    ("2026-10-24", 48, 30),
  ])
  func `a day has the steps that its hours make`(
    _ day: String, _ steps: Int, _ minutes: Int
  ) throws {
    let told = { (count: Int) in
      try read(Self.month(day, steps: count, minutes: minutes, month: String(day.prefix(7))))
        .faults.map(\.reason.code)
    }
    #expect(try told(steps) == [])
    #expect(
      try told(steps + 1) == Array(repeating: "steps-are-not-the-day", count: 3))
  }

  @Test func `what no sharing may say is refused at its line`() throws {
    let day = try Day("2026-01-05")
    let cases: [(String, SharingRefusal)] = [
      (Self.sharing("static"), .keyIsIncomplete("acc")),
      (Self.sharing(more: "share = { hall = \"0.2\" }"), .keyIsIncomplete("acc")),
      (
        Self.sharing("static", more: "share = { hall = \"0.7\", pool = \"0.4\" }"),
        .keyExceedsTheWhole("acc", nil)
      ),
      (
        Self.sharing("static", more: "share = { hall = \"1.5\" }"),
        .shareIsOutOfRange(Ratio(3, 2))
      ),
      (Self.month(steps: 206, minutes: 7), .stepIsUnknown(minutes: 7)),
      (Self.month(produced: "-1"), .stepIsNoFigure(day, step: 1)),
      (
        Self.month("2026-02-01"), .dayIsNotOfTheMonth(try Day("2026-02-01"), try Month("2026-01"))
      ),
    ]
    for (text, expected) in cases {
      #expect(
        try read(text).faults.contains { $0.reason as? SharingRefusal == expected }, "\(text)")
    }
    let short = try read(Self.month(steps: 23)).faults.first?.reason as? SharingRefusal
    #expect(short == .stepsAreNotTheDay(day, told: 23, expected: 24))
  }

  @Test func `what does not hold together is refused`() throws {
    let day = try Day("2026-01-05")
    let keys =
      "keys = { hall = \(Self.series(24, "\"0.7\"")), pool = \(Self.series(24, "\"0.4\"")) }"
    let again = Self.contract("c", "hall", mode: "self-consumption")
    let capped = Self.contract("c", "x", mode: "direct", more: "annual_cap_hours = 1600")
    let cases: [(String, SharingRefusal)] = [
      (Self.sharing(surplus: ""), .surplusIsNotAlone("acc", site: "roof")),
      (
        Self.sharing(contracts: "\"a\", \"b\", \"oa\""),
        .contractIsSharedTwice("oa", sharing: "acc")
      ),
      (
        again + Self.sharing(contracts: "\"a\", \"c\""), .contractIsSharedTwice("c", sharing: "acc")
      ),
      (
        Self.sharing() + Self.sharing(contracts: "\"b\"", id: "bcc"),
        .contractIsSharedTwice("b", sharing: "bcc")
      ),
      (capped + Self.sharing(contracts: "\"c\""), .sharedContractHasACap("c")),
      (
        Self.sharing("static", more: "share = { hall = \"0.2\" }"), .keyIsIncomplete("acc")
      ),
      (
        Self.sharing("dynamic") + Self.month(),
        .seriesAreNotThoseNeeded(
          "acc", day, missing: ["keys.hall", "keys.pool"], unknown: [])
      ),
      (
        Self.sharing(contracts: "\"a\"") + Self.month(),
        .seriesAreNotThoseNeeded("acc", day, missing: [], unknown: ["consumption.pool"])
      ),
      (
        Self.sharing("dynamic") + Self.month(more: keys), .keyExceedsTheWhole("acc", day)
      ),
    ]
    for (text, expected) in cases {
      let dossier = try settled(Self.contracts + text)
      let found = dossier.sharingContradictions().compactMap { $0 as? SharingRefusal }
      #expect(found.contains(expected), "\(text)")
    }
    let lost = try settled(Self.month()).sharingContradictions().map(\.code)
    #expect(lost == ["reference-is-unknown"])
  }
}
