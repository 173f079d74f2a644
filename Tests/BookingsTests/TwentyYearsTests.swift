import Agreements
import Journal
import TestSupport
import Testing
import Text
import Units

@testable import Bookings

/// Twenty years of rents, month by month and to the cent, against ``NaiveRents``.
@Suite struct TwentyYearsTests {
  static let seeds = 0..<6
  static let bases: [NaiveRents.Basis] = [.fixed, .perPeak, .perArea, .sales]
  static let firsts = [
    "2005-01-01", "2004-02-29", "2005-11-18", "2004-12-31", "2005-01-31", "2005-06-15",
  ]

  private func json(_ version: NaiveRents.Version, _ naive: NaiveRents) -> JSON {
    var rent: [String: JSON] = [:]
    switch version.basis {
    case .fixed: rent = ["kind": "fixed", "cents_per_year": .integer(version.cents)]
    case .perPeak: rent = ["kind": "per-kwc", "cents_per_kwc_year": .integer(version.cents)]
    case .perArea: rent = ["kind": "per-m2", "cents_per_m2_year": .integer(version.cents)]
    case .sales:
      rent = [
        "kind": "percentage", "of": "sales",
        "percent": .string("\(naive.partPercentTenths / 10).\(naive.partPercentTenths % 10)"),
      ]
      rent["floor_cents_per_year"] = naive.floor.map(JSON.integer)
      rent["cap_cents_per_year"] = naive.cap.map(JSON.integer)
    }
    if version.isIndexed {
      var members: [String: JSON] = [
        "index": "ilat", "base_period": "2004-06",
        "base_value": .string(decimal(naive.base)),
        "rule": .string(naive.isSamePeriod ? "same-period" : "last-published"),
        "every_years": .integer(Int64(naive.everyYears)),
      ]
      members["revised_on"] = naive.revisedOn.map { .string("0\($0.month)-0\($0.day)") }
      rent["indexation"] = .object(members)
    }
    return .object([
      "id": "roof", "site": "school", "type": "cot", "owner": .string(version.owner),
      "first": .string(naive.first.description), "last": .string(naive.last.description),
      "rent": .object(rent),
    ])
  }

  private func decimal(_ tenThousandths: Int64) -> String {
    "\(tenThousandths / 10_000).\(String(tenThousandths % 10_000 + 10_000).dropFirst())"
  }

  private func terms(_ naive: NaiveRents) throws -> ConventionTerms {
    var indices = Indices()
    for one in naive.publications {
      let (year, month) = (one.month.year, one.month.month)
      indices.take(
        IndexValue(
          table([
            "id": "ilat", "month": .string("\(year)-\(month < 10 ? "0" : "")\(month)"),
            "value": .string(decimal(one.tenThousandths)),
            "published": .string(one.known.description),
          ])))
    }
    let sites = naive.watts.map { from, watts in
      (
        from,
        Site(
          table([
            "id": "school", "name": "School", "commune": "Ici", "owner": "town",
            "peak_watts": .integer(watts), "area_m2": .integer(naive.area),
            "commissioned": "2004-01-01",
          ]))
      )
    }
    var novations: [Novation] = []
    if let since = naive.since {
      novations.append(
        Novation(
          table([
            "id": "take-over", "contracts": ["roof"], "on": .string(since.description),
            "from": "sem", "act": "A",
          ])))
    }
    return try #require(
      ConventionTerms(
        versions: naive.versions.map { ($0.from, Convention(table(json($0, naive)))) },
        sites: sites, novations: novations, indices: indices))
  }

  /// A convention of twenty years, drawn.
  private func drawn(_ basis: NaiveRents.Basis, _ seed: Int) throws -> NaiveRents {
    var random = SplitMix(seed: UInt64(seed))
    let first = try day(Self.firsts[seed % Self.firsts.count])
    let last = first.adding(months: 240).previous
    let isIndexed = basis != .sales
    var naive = NaiveRents(
      first: first, last: last,
      versions: [
        NaiveRents.Version(
          from: first, basis: basis, cents: Int64.random(in: 1...90_000, using: &random),
          isIndexed: isIndexed)
      ])
    naive.watts = [(first, 36_250)]
    naive.base = Int64.random(in: 900_000...1_300_000, using: &random)
    naive.baseMonth = (2004, 6)
    naive.everyYears = [1, 1, 3][seed % 3]
    naive.isSamePeriod = seed.isMultiple(of: 2)
    naive.revisedOn = seed % 4 == 3 ? (1, 1) : nil
    if basis != .sales {
      // An amendment within a year, and a plant that grew.
      let change = first.adding(days: Int.random(in: 1000...4000, using: &random))
      naive.versions.append(
        NaiveRents.Version(
          from: change, basis: basis, cents: Int64.random(in: 1...90_000, using: &random),
          owner: "county", isIndexed: isIndexed))
      naive.watts.append((first.adding(days: 5000), 41_333))
    }
    // Each June, out in September; one year the figure comes out eight months late.
    for year in 2005...2025 {
      let months = year == 2012 ? 14 : 3
      naive.publications.append(
        NaiveRents.Publication(
          month: (year, 6), tenThousandths: Int64.random(in: 900_000...1_700_000, using: &random),
          known: Month(year: year, monthOfYear: 6).adding(months).first.adding(days: 19)))
    }
    if basis == .sales {
      naive.partPercentTenths = Int64.random(in: 5...80, using: &random)
      naive.floor = seed.isMultiple(of: 3) ? nil : Int64.random(in: 1...50_000, using: &random)
      naive.cap = seed.isMultiple(of: 2) ? nil : Int64.random(in: 50_000...99_999, using: &random)
      var today = first
      while today <= last {
        naive.sales[today] = Int64.random(in: 0...6_000, using: &random)
        today = today.adding(days: Int.random(in: 1...9, using: &random))
      }
    }
    if seed == 4 { naive.since = first.adding(months: 30).adding(days: 11) }
    return naive
  }

  @Test(arguments: bases, seeds)
  func everyMonthOfTwentyYearsIsTheNaiveModels(_ basis: NaiveRents.Basis, _ seed: Int) throws {
    let naive = try drawn(basis, seed)
    let terms = try terms(naive)
    var total: Int64 = 0
    var revised = 0
    for number in -1...241 {
      let month = naive.first.month.adding(number)
      let found = try Accrual.rents(terms, in: month) { period in
        Cents(naive.sales.filter { period.contains($0.key) }.values.reduce(0, +))
      }
      let amount = try Cents.sum(found.map(\.amount))
      #expect(amount.units == naive.rent(of: month), "\(month)")
      total += amount.units
      // Who is owed is whoever the version of each day names.
      for part in found {
        let version = naive.versions.last { $0.from <= part.first } ?? naive.versions[0]
        #expect(part.owner == version.owner)
      }
      guard basis != .sales, number.isMultiple(of: 24) || (95...110).contains(number) else {
        continue
      }
      let revision = try Accrual.rentRevision(terms, in: month, since: naive.first)
      #expect(revision.units == naive.revision(of: month, from: naive.first), "\(month)")
      if revision != .zero { revised += 1 }
    }
    #expect(total > 0)
    if basis == .fixed, naive.isSamePeriod, naive.everyYears == 1 { #expect(revised > 0) }
  }
}
