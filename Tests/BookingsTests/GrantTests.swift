import Agreements
import Journal
import Testing
import Text
import Units

@testable import Bookings

@Suite struct GrantTests {
  private func grant(_ cents: Int64, granted: String) -> Grant {
    Grant(
      table([
        "id": "aid", "plant": "panels", "payer": "region", "cents": .integer(cents),
        "granted": .string(granted), "act": "D-1",
      ]))
  }

  /// Cents, days into the plant's life (30 a month) at which it was granted, months of the plant.
  static let cases: [(cents: Int64, granted: String, months: Int64)] = [
    (4_500_000, "2025-01-02", 180), (1, "2025-01-02", 180), (999_999, "2024-06-30", 240),
    (1_000_001, "2025-07-19", 180), (777, "2026-02-28", 13), (12_345, "2025-01-31", 1),
  ]

  @Test(arguments: cases)
  func monthsSumToTheGrantAtThePaceOfThePlant(
    _ cents: Int64, _ granted: String, _ life: Int64
  ) throws {
    let plant = plant(9_999_900, inService: "2025-01-02", months: life)
    let grant = grant(cents, granted: granted)
    // The 2nd leaves 29 days of January; a grant that came later starts with the days left.
    let (year, month, date) = try day(granted).calendar
    let late = max(0, 360 * (year - 2025) + 30 * (month - 1) + date - 2)
    let length = Int(life) * 30 - late
    var released: Int64 = 0
    var drafts: [DraftEntry] = []
    for number in -8...(Int(life) + 2) {
      let month = try Month("2025-01").adding(number)
      released += try Accrual.release(grant, of: plant, in: month).amount().units
      drafts += try Accrual.grant(grant, of: plant, in: month)
      let end = 30 * (number + 1) - 1
      let elapsed = min(max(end - late, 0), length)
      let whole = length <= 0
      let naive = (2 * cents * Int64(elapsed) + Int64(length)) / Int64(max(2 * length, 1))
      if !whole { #expect(released == naive, "\(month)") }
    }
    #expect(released == cents)
    // What was granted is receivable, and income; 131 and 139 stand against each other no more.
    let balances = try balances(drafts).filter { $0.value != 0 }
    #expect(balances == ["441000": cents, "747000": -cents])
    #expect(Set(drafts.map(\.key)).count == drafts.count)
  }

  @Test func aGrantThatComesAfterThePlantsLifeIsIncomeAtOnce() throws {
    let plant = plant(100, inService: "2020-01-01", months: 12)
    let grant = grant(50, granted: "2025-03-04")
    let drafts = try months("2025-01", 6).flatMap { try Accrual.grant(grant, of: plant, in: $0) }
    #expect(try balances(drafts).filter { $0.value != 0 } == ["441000": 50, "747000": -50])
  }
}

@Suite struct LocalTaxTests {
  private func site(_ id: String, _ watts: Int64, unit: String?, since: String) -> Site {
    var members: [String: JSON] = [
      "id": .string(id), "name": .string(id), "commune": "Ici", "owner": "town",
      "peak_watts": .integer(watts), "area_m2": 100, "commissioned": .string(since),
    ]
    members["land_unit"] = unit.map(JSON.string)
    return Site(table(.object(members)))
  }

  /// Sites by watts, land unit and first day; the year; the tax of the year by site in cents.
  static let units:
    [(sites: [(watts: Int64, unit: String?, since: String)], year: Int, due: [String: Int64])] = [
      ([(99_999, "A", "2019-05-01")], 2025, [:]),
      ([(100_000, "A", "2019-05-01")], 2025, ["s0": 85_100]),
      // Two roofs of one school.
      (
        [(52_250, "A", "2019-05-01"), (47_750, "A", "2020-05-01")], 2025,
        ["s0": 44_465, "s1": 40_635]
      ),
      ([(52_250, "A", "2019-05-01"), (47_750, "B", "2020-05-01")], 2025, [:]),
      // What begins in a year is taxed from the next.
      ([(150_000, nil, "2025-01-01")], 2025, [:]),
      ([(150_000, nil, "2024-12-31")], 2025, ["s0": 53_130]),
      ([(100_000, nil, "2021-01-01")], 2025, ["s0": 85_100]),
      ([(100_000, nil, "2021-01-02")], 2025, ["s0": 35_420]),
      // The lower rate ends after twenty years.
      ([(100_000, nil, "2021-06-02")], 2041, ["s0": 35_420]),
      ([(100_000, nil, "2021-06-02")], 2042, ["s0": 85_100]),
      // Nothing before the table begins; the last rate known while a year's own is not.
      ([(100_000, nil, "2010-01-01")], 2019, [:]),
      ([(100_000, nil, "2010-01-01")], 2020, ["s0": 75_700]),
      ([(100_000, nil, "2010-01-01")], 2023, ["s0": 78_200]),
      ([(100_000, nil, "2010-01-01")], 2024, ["s0": 83_600]),
    ]

  @Test(arguments: units)
  func landUnitsAreTaxedTogether(
    _ sites: [(watts: Int64, unit: String?, since: String)], _ year: Int, _ due: [String: Int64]
  ) throws {
    var dossier = Dossier()
    for (index, one) in sites.enumerated() {
      dossier.sites["s\(index)"] = site("s\(index)", one.watts, unit: one.unit, since: one.since)
    }
    var bySite: [String: Int64] = [:]
    var drafts: [DraftEntry] = []
    for month in try months("\(year)-01", 12) {
      drafts += try Accrual.networkTaxes(dossier, in: month)
    }
    // A year without a rate of its own says which one was taken.
    let isKnown = [2020, 2021, 2024, 2025].contains(year)
    #expect(drafts.allSatisfy { $0.label.contains("dernier connu") != isKnown })
    for draft in drafts {
      for line in try Entry(checking: draft).draft.postings where line.account == "635130" {
        bySite[line.analysis.site ?? "", default: 0] += line.debit
      }
    }
    #expect(bySite == due)
    #expect(try balances(drafts)["448100", default: 0] == -due.values.reduce(0, +))
  }

  private func tax(_ cents: Int64) -> LocalTax {
    LocalTax(table(["id": "cfe", "kind": "cfe", "year": 2025, "cents": .integer(cents)]))
  }

  @Test func aNoticeThatDiffersIsCaughtUpInItsMonth() throws {
    // 600 € expected, 754.10 € in the notice of October; nothing known before March.
    var booked: [Int64] = []
    for month in try months("2025-01", 14) {
      let known = month.monthOfYear < 10 || month.year > 2025 ? tax(60_000) : tax(75_410)
      let before: LocalTax? =
        month.monthOfYear <= 3 && month.year == 2025
        ? nil : tax(month.monthOfYear <= 10 ? 60_000 : 75_410)
      guard month.monthOfYear >= 3 || month.year > 2025 else { continue }
      let draft = try Accrual.localTax(known, before: before, in: month)
      booked.append(try draft.map { try balances([$0])["635110", default: 0] } ?? 0)
    }
    #expect(booked.prefix(3) == [15_000, 5_000, 5_000])
    #expect(booked[7] == 62_842 - 45_000)
    #expect(booked.reduce(0, +) == 75_410)
    #expect(booked.suffix(2) == [0, 0])
  }

  @Test func whatTheEndWillCostIsSetAsideEvenly() throws {
    func convention(_ cents: Int64) -> Convention {
      Convention(
        table([
          "id": "roof", "site": "school", "type": "cot", "owner": "town", "first": "2020-02-29",
          "last": "2040-02-28", "end_of_term": "dismantling", "dismantling_cents": .integer(cents),
          "rent": ["kind": "zero"],
        ]))
    }
    var drafts: [DraftEntry] = []
    let change = try month("2031-05")
    for month in try months("2020-01", 250) {
      let now = month < change ? convention(1_000_001) : convention(1_234_567)
      let before = month <= change ? convention(1_000_001) : convention(1_234_567)
      drafts += [try Accrual.dismantling(now, before: before, in: month)].compactMap(\.self)
    }
    #expect(try balances(drafts) == ["681500": 1_234_567, "152600": -1_234_567])
    #expect(drafts.count == 241)
  }
}
