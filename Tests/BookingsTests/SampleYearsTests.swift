import Agreements
import Foundation
import Journal
import TestSupport
import Testing
import Text
import Units

@testable import Bookings

/// Twenty years of the sample's contracts, month by month and to the cent, against `SampleYears.py`, which
/// reads the same files with another TOML reader and shares nothing with us: depreciation, grants, IFER,
/// CFE, insurance and upkeep, rents by every kind of terms, what is set aside for the end, sales with caps.
@Suite struct SampleYearsTests {
  static let python = Judge.python(["tomllib", "fractions"])

  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  private static let files =
    ["changes", "conventions", "plants", "purchase", "sites"].map {
      here.appending(path: "../../Ledger/Sample/carreau-de-soleil/contracts/\($0).toml").path
    } + [here.appending(path: "SampleYears.toml").path]

  /// The facts of the files, and what holds on a day of them.
  private struct Known {
    let facts: [Fact]

    init() throws {
      let faults = Faults()
      var facts: [Fact] = []
      for path in files {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let kinds = FactKind.allCases.filter { !FactKind.ofStatutes.contains($0) }
        facts += Fact.read(
          try TOMLDocument(reading: bytes, file: path), kinds: kinds, faults: faults
        ) { kind, table in
          var dossier = Dossier()
          dossier.take(kind, table)
        }
      }
      try faults.check()
      self.facts = facts.sorted { $0.validFrom < $1.validFrom }
    }

    func versions(_ kind: FactKind, _ key: String, through day: Day) -> [Fact] {
      facts.filter { $0.kind == kind && $0.key == key && $0.validFrom <= day }
    }

    func dossier(on day: Day) -> Dossier {
      var dossier = Dossier()
      for fact in facts where fact.validFrom <= day {
        dossier.take(fact.kind, TableReader(fact.body, faults: Faults()))
      }
      dossier.settleNovations()
      dossier.settle()
      return dossier
    }

    func last<Thing>(
      _ kind: FactKind, _ key: String, through day: Day, _ read: (TableReader) -> Thing
    ) -> Thing? {
      versions(kind, key, through: day).last.map { read(TableReader($0.body, faults: Faults())) }
    }
  }

  /// The energy of sites, drawn by a rule that both sides know.
  private struct Drawn {
    let peak: [String: Int64]
    let order: [String]

    init(_ dossier: Dossier) {
      peak = dossier.sites.mapValues(\.peakWatts)
      order = dossier.sites.keys.sorted()
    }

    func days(_ site: String, _ period: Period) -> [SiteDay] {
      let place = Int64(order.firstIndex(of: site) ?? 0)
      return period.days.filter { $0 >= Self.begin }.map { day in
        let draw = (Int64(day.number) * 7919 + place * 104_729) % 4001
        return SiteDay(
          site: site, day: day, energy: WattHours((peak[site] ?? 0) * (2500 + draw) / 1000))
      }
    }

    /// The sales of a contract over some days; the book begins with 2025.
    func sales(_ contract: PurchaseContract, _ period: Period) throws -> Cents {
      let start = max(contract.term.year(containing: period.first).first, Self.begin)
      let before =
        start < period.first
        ? days(contract.site, Period(first: start, last: period.first.previous)) : []
      let lines = try Accrual.sales(
        contract, days(contract.site, period),
        before: WattHours.sum(before.map(\.energy)))
      return try Cents.sum(lines.map(\.amount))
    }

    static let begin = Month(year: 2025, monthOfYear: 1).first
  }

  private func lines(_ known: Known, _ drawn: Drawn, in month: Month) throws -> [String] {
    let dossier = known.dossier(on: month.last)
    var lines: [String] = []
    func add(_ kind: String, _ id: String, _ amount: Cents) {
      if amount != .zero { lines.append("\(month) \(kind) \(id) \(amount.units)") }
    }
    for plant in dossier.plants.values {
      add("depreciation", plant.id, try Accrual.depreciation(plant, in: month).amount())
    }
    for grant in dossier.grants.values {
      guard let plant = dossier.plants[grant.plant] else { continue }
      add("grant", grant.id, try Accrual.release(grant, of: plant, in: month).amount())
    }
    for draft in try Accrual.networkTaxes(dossier, in: month) {
      for posting in draft.postings where posting.debit > 0 {
        add("ifer", posting.analysis.site ?? "", Cents(posting.debit))
      }
    }
    for tax in dossier.localTaxes.values {
      let before = known.last(.localTax, tax.id, through: month.first.previous) { LocalTax($0) }
      let draft = try Accrual.localTax(tax, before: before, in: month)
      add("local-tax", tax.id, total(draft, on: "635110"))
    }
    for service in dossier.services.values {
      add("service", service.id, try Accrual.service(service, in: month, except: []))
    }
    for convention in dossier.conventions.values {
      let before = known.last(.convention, convention.id, through: month.first.previous) {
        Convention($0)
      }
      let draft = try Accrual.dismantling(convention, before: before, in: month)
      add("dismantling", convention.id, total(draft, on: "681500"))
      add("rent", convention.id, try rent(convention, known, dossier, drawn, month))
    }
    for contract in dossier.contracts.values {
      add("sales", contract.id, try drawn.sales(contract, month.period))
    }
    return lines
  }

  private func total(_ draft: DraftEntry?, on account: String) -> Cents {
    Cents(
      (draft?.postings ?? []).filter { $0.account == account }
        .reduce(0) { $0 + $1.debit - $1.credit })
  }

  private func rent(
    _ convention: Convention, _ known: Known, _ dossier: Dossier, _ drawn: Drawn, _ month: Month
  ) throws -> Cents {
    let terms = ConventionTerms(
      convention, versions: known.versions(.convention, convention.id, through: month.last),
      sites: known.versions(.site, convention.site, through: month.last), in: dossier)
    guard let terms else { return .zero }
    let parts = try Accrual.rents(terms, in: month) { period in
      try Cents.sum(
        dossier.contracts.values.filter { $0.site == convention.site }
          .map { try drawn.sales($0, period) })
    }
    return try Cents.sum(parts.map(\.amount))
      + Accrual.rentRevision(terms, in: month, since: Drawn.begin)
  }

  @Test(.enabled(if: python.isInstalled)) func everyMonthOfTheSampleIsTheModels() throws {
    let script = Self.here.appending(path: "SampleYears.py").path
    let told = try Self.python.run([script] + Self.files, on: [])
    #expect(told.status == 0)
    let known = try Known()
    let drawn = Drawn(known.dossier(on: Drawn.begin))
    let first = Month(year: 2025, monthOfYear: 1)
    let ours = try (0..<240).flatMap { try lines(known, drawn, in: first.adding($0)) }
    let theirs = told.text.split(separator: "\n").map(String.init)
    let (only, missing) = (Set(ours).subtracting(theirs), Set(theirs).subtracting(ours))
    #expect(
      only.isEmpty && missing.isEmpty,
      "\(only.sorted().prefix(8)) \(missing.sorted().prefix(8))")
    // Nothing is met twice, and everything the model knows of occurs.
    #expect(ours.count == theirs.count && Set(ours).count == ours.count)
    let kinds = Set(ours.map { $0.split(separator: " ")[1] })
    #expect(
      kinds == [
        "depreciation", "grant", "ifer", "local-tax", "service", "dismantling", "rent", "sales",
      ])
  }
}
