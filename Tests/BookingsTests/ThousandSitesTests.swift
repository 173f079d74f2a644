import Agreements
import Foundation
import Journal
import Testing
import Text
import Units

@testable import Bookings

/// A thousand sites with five contracts each, in their twentieth year: what one month takes.
@Suite struct ThousandSitesTests {
  private struct Holdings {
    var terms: [ConventionTerms] = []
    var contracts: [PurchaseContract] = []
    var services: [ServiceContract] = []
    var plants: [Plant] = []
    var grants: [Grant] = []
    var days: [String: [SiteDay]] = [:]
  }

  private func holdings(_ month: Month) throws -> Holdings {
    var all = Holdings()
    var indices = Indices()
    for year in 2005...2025 {
      indices.take(
        IndexValue(
          table([
            "id": "ilat", "month": .string("\(year)-06"), "value": .string("1\(year % 100).5"),
            "published": .string("\(year)-09-20"),
          ])))
    }
    let start = try day("2005-01-01")
    for number in 0..<1_000 {
      let id = "s\(number)"
      let first = start.adding(days: number % 365)
      let site = Site(
        table([
          "id": .string(id), "name": .string(id), "commune": "Ici", "owner": "town",
          "peak_watts": 36_000, "area_m2": 180, "commissioned": .string(first.description),
        ]))
      let convention = Convention(
        table([
          "id": .string(id), "site": .string(id), "type": "cot", "owner": "town",
          "first": .string(first.description),
          "last": .string(first.adding(months: 300).previous.description),
          "rent": [
            "kind": "per-kwc", "cents_per_kwc_year": 417,
            "indexation": [
              "index": "ilat", "base_period": "2004-06", "base_value": "100",
              "rule": "same-period",
            ],
          ],
        ]))
      all.terms += [
        ConventionTerms(
          versions: [(first, convention)], sites: [(first, site)], indices: indices)
      ].compactMap(\.self)
      all.contracts.append(
        PurchaseContract(
          table([
            "id": .string("oa-\(id)"), "site": .string(id), "buyer": "edf", "number": "1",
            "effective": .string(first.description),
            "price": [["from": .string(first.description), "eur_per_kwh": "0.1207"]],
          ])))
      all.services.append(
        ServiceContract(
          table([
            "id": .string("a-\(id)"), "supplier": "insurer", "account": "616100",
            "cents_per_year": 12_345, "first": .string(first.description),
          ])))
      let plant = plant(3_000_000, inService: first.description, months: 300)
      all.plants.append(plant)
      all.grants.append(
        Grant(
          table([
            "id": .string("g-\(id)"), "plant": "panels", "payer": "region", "cents": 450_000,
            "granted": .string(first.description),
          ])))
      all.days[id] = month.period.days.map {
        SiteDay(site: id, day: $0, energy: WattHours(100_000))
      }
    }
    return all
  }

  @Test func aMonthInTheTwentiethYearTakesItsMomentAndBalances() throws {
    let month = try month("2024-11")
    let all = try holdings(month)
    let start = clock()
    var drafts: [DraftEntry] = []
    for terms in all.terms {
      let rents = try Accrual.rents(terms, in: month) { _ in .zero }
      let revision = try Accrual.rentRevision(terms, in: month, since: try day("2024-01-01"))
      drafts += [
        Accrual.rent(terms.latest, rents, in: month),
        Accrual.rentRevision(terms.latest, revision, in: month),
      ].compactMap(\.self)
    }
    for contract in all.contracts {
      let lines = try Accrual.sales(contract, all.days[contract.site] ?? [])
      drafts += [
        Accrual.sales(contract, try Cents.sum(lines.map(\.amount)), in: month)
      ].compactMap(\.self)
    }
    for service in all.services {
      let amount = try Accrual.service(service, in: month, except: [])
      drafts += [Accrual.service(service, amount, in: month)].compactMap(\.self)
    }
    for (plant, grant) in zip(all.plants, all.grants) {
      drafts += [try Accrual.depreciationEntry(plant, in: month)].compactMap(\.self)
      drafts += try Accrual.grant(grant, of: plant, in: month)
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    #expect(drafts.count == 5_000)
    #expect(try balances(drafts).values.reduce(0, +) == 0)
    // Far above what it takes, unoptimised and on a busy machine; a release build is what counts.
    #expect(seconds < 20, "\(seconds) s of CPU")
    if ProcessInfo.processInfo.environment["SOLEIL_FIGURES"] != nil {
      try Data("\(seconds)\n".utf8).write(to: URL(filePath: "/tmp/thousand-sites"))
    }
  }
}
