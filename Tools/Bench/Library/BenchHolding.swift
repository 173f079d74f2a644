import Agreements
import Bookings
import Journal
import Text
import Units

/// One site of the benchmark with its five contracts, begun somewhere in 2005.
struct BenchHolding {
  let site: Site
  let convention: Convention
  let contract: PurchaseContract
  let service: ServiceContract
  let plant: Plant
  let grant: Grant

  /// A table as a file would hold it.
  private static func table(_ json: JSON) -> TableReader { TableReader(json, faults: Faults()) }

  /// The index of every June since the first contracts.
  static var indices: Indices {
    var indices = Indices()
    for year in 2004...2025 {
      indices.take(
        IndexValue(
          table([
            "id": "ilat", "month": .string("\(year)-06"), "value": .string("1\(year % 100 + 10).5"),
            "published": .string("\(year)-09-20"),
          ])))
    }
    return indices
  }

  init(number: Int) {
    let id = "s\(number)"
    let first = Month(year: 2005, monthOfYear: 1).first.adding(days: number % 365)
    let day = JSON.string(first.description)
    site = Site(
      Self.table([
        "id": .string(id), "name": .string(id), "commune": "Ici", "owner": "town",
        "peak_watts": 36_000, "area_m2": 180, "commissioned": day,
      ]))
    convention = Convention(
      Self.table([
        "id": .string("t-\(id)"), "site": .string(id), "type": "cot", "owner": "town",
        "first": day, "last": .string(first.adding(months: 300).previous.description),
        "rent": Self.rent(number),
      ]))
    contract = PurchaseContract(
      Self.table([
        "id": .string("oa-\(id)"), "site": .string(id), "buyer": "edf", "number": "1",
        "effective": day, "ends": .string(first.adding(months: 240).previous.description),
        "price": [["from": day, "eur_per_kwh": "0.1207"]],
      ]))
    service = ServiceContract(
      Self.table([
        "id": .string("a-\(id)"), "supplier": "insurer", "account": "616100", "site": .string(id),
        "cents_per_year": 12_345, "first": day,
      ]))
    plant = Plant(
      Self.table([
        "id": .string("p-\(id)"), "site": .string(id), "account": "215340",
        "depreciation_account": "281534", "cost_cents": 3_000_000, "in_service": day,
        "life_months": 300,
      ]))
    grant = Grant(
      Self.table([
        "id": .string("g-\(id)"), "plant": .string("p-\(id)"), "payer": "region", "cents": 450_000,
        "granted": day,
      ]))
  }

  private static func rent(_ number: Int) -> JSON {
    guard number % 4 == 0 else {
      return [
        "kind": "percentage", "of": "sales", "percent": "4.5", "floor_cents_per_year": 10_000,
        "cap_cents_per_year": 60_000,
      ]
    }
    return [
      "kind": "per-kwc", "cents_per_kwc_year": 417,
      "indexation": [
        "index": "ilat", "base_period": "2004-06", "base_value": "100", "rule": "same-period",
      ],
    ]
  }

  /// The energy of the days from a year before a month to its end.
  func energy(before month: Month) -> [SiteDay] {
    Period(first: month.first.adding(months: -12), last: month.last).days.map { day in
      SiteDay(site: site.id, day: day, energy: WattHours(60_000 + Int64(day.number % 91) * 1_000))
    }
  }

  /// Every accrual of a month.
  func accruals(
    _ month: Month, _ days: [SiteDay], _ indices: Indices
  ) throws -> [DraftEntry] {
    var drafts: [DraftEntry] = []
    let terms = ConventionTerms(
      versions: [(convention.term.first, convention)], sites: [(convention.term.first, site)],
      indices: indices)
    if let terms {
      let rents = try Accrual.rents(terms, in: month) { period in
        try sales(days.filter { period.contains($0.day) })
      }
      let revision = try Accrual.rentRevision(terms, in: month, since: convention.term.first)
      drafts += [
        Accrual.rent(convention, rents, in: month),
        Accrual.rentRevision(convention, revision, in: month),
      ].compactMap(\.self)
    }
    let sold = try sales(days.filter { month.period.contains($0.day) })
    let used = try Accrual.service(service, in: month, except: [])
    drafts += [
      Accrual.sales(contract, sold, in: month), Accrual.service(service, used, in: month),
      try Accrual.depreciationEntry(plant, in: month),
    ].compactMap(\.self)
    return try drafts + Accrual.grant(grant, of: plant, in: month)
  }

  private func sales(_ days: [SiteDay]) throws -> Cents {
    try Cents.sum(Accrual.sales(contract, days).map(\.amount))
  }
}
