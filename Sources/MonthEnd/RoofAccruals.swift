import Agreements
import Bookings
import Intake
import Journal
import Store
import Text
import Units

/// What roofs cost and earn in a month besides their electricity: rents, what is set aside for the end,
/// grants, local taxes, and contracts that change hands.
struct RoofAccruals {
  private let facts: MonthFacts
  private let page: BookReader
  private let conventions: [String: [Fact]]
  private let sites: [String: [Fact]]
  private let taxes: [String: [Fact]]
  private let first: Day
  private let sold: SalesOfYear

  /// The accruals of a month.
  ///
  /// - Complexity: O(versions of conventions, sites and taxes).
  init(_ facts: MonthFacts, _ page: BookReader) throws {
    self.facts = facts
    self.page = page
    let versions = try page.versions(of: [.convention, .site, .localTax])
      .filter { $0.validFrom <= facts.month.last }
    func byKey(_ kind: FactKind) -> [String: [Fact]] {
      Dictionary(grouping: versions.filter { $0.kind == kind }, by: \.key)
    }
    conventions = byKey(.convention)
    sites = byKey(.site)
    taxes = byKey(.localTax)
    first = try page.firstFiscalYear()?.first ?? facts.month.first
    sold = SalesOfYear(facts, page)
  }

  /// The entries of the month, in an order of their own.
  func entries() throws -> [DraftEntry] {
    let month = facts.month
    let dossier = facts.cooperative.dossier
    var entries: [DraftEntry] = []
    for id in dossier.conventions.keys.sorted() { entries += try convention(id) }
    for grant in dossier.grants.values.sorted(by: { $0.id < $1.id }) {
      guard let plant = dossier.plants[grant.plant] else { continue }
      entries += try Accrual.grant(grant, of: plant, in: month)
    }
    for tax in dossier.localTaxes.values.sorted(by: { $0.id < $1.id }) {
      let before = (taxes[tax.id] ?? []).last { $0.validFrom < month.first }
        .map { LocalTax(TableReader($0.body, faults: Faults())) }
      entries += [try Accrual.localTax(tax, before: before, in: month)].compactMap(\.self)
    }
    return entries + (try Accrual.networkTaxes(dossier, in: month))
  }

  /// The contracts that change hands in the month, with the balances that move.
  ///
  /// They come before the accruals: what the month adds is with the new party.
  func novations() throws -> [DraftEntry] {
    let dossier = facts.cooperative.dossier
    let due = dossier.novations.values.filter { facts.month.period.contains($0.day) }
    return try due.sorted { ($0.day, $0.id) < ($1.day, $1.id) }.compactMap { novation in
      let balances =
        novation.comes == nil
        ? []
        : try novation.contracts.sorted().flatMap { contract in
          try page.balances(ofContract: contract, party: novation.leaves, before: novation.day)
        }
      return Accrual.novation(
        novation,
        balances.map {
          ContractBalance(
            account: $0.account, auxiliary: $0.auxiliary, site: $0.site, contract: $0.contract,
            amount: $0.amount)
        })
    }
  }

  private func convention(_ id: String) throws -> [DraftEntry] {
    let month = facts.month
    guard let latest = facts.cooperative.dossier.conventions[id], let terms = terms(latest) else {
      return []
    }
    let rents = try Accrual.rents(terms, in: month) { try sold.sales(of: latest.site, over: $0) }
    let invoiced = try page.invoicedPeriods(of: id)
    let accrued = try rents.map { part in
      RentPart(
        owner: part.owner, first: part.first,
        amount: try Accrual.uninvoiced(
          part.amount, of: latest.term, in: month, except: invoiced))
    }
    let start = max(first, terms.ownSince ?? first)
    let revision = try Accrual.rentRevision(terms, in: month, since: start)
    let before = (conventions[id] ?? []).last { $0.validFrom < month.first }
      .map { Convention(TableReader($0.body, faults: Faults())) }
    return [
      Accrual.rent(latest, accrued, in: month),
      Accrual.rentRevision(latest, revision, in: month),
      try Accrual.dismantling(latest, before: before, in: month),
    ].compactMap(\.self)
  }

  /// The convention with its versions, its site's and its novations.
  private func terms(_ latest: Convention) -> ConventionTerms? {
    let dossier = facts.cooperative.dossier
    return ConventionTerms(
      latest, versions: conventions[latest.id] ?? [], sites: sites[latest.site] ?? [], in: dossier)
  }
}

/// The sales of sites over the days of a convention's year, all read once.
final class SalesOfYear {
  /// A day's energy and the day on which it counts: an adjustment counts in a later month.
  private typealias Counted = (day: SiteDay, on: Day)

  private let facts: MonthFacts
  private let page: BookReader
  private let contracts: [String: [PurchaseContract]]
  private var known: [String: [Counted]]?

  init(_ facts: MonthFacts, _ page: BookReader) {
    self.facts = facts
    self.page = page
    contracts = Dictionary(
      grouping: facts.cooperative.dossier.contracts.values.sorted { $0.id < $1.id }, by: \.site)
  }

  /// What a site sold over some days, none older than the convention's year: what was reckoned for
  /// them, and what its invoices trued up on them.
  func sales(of site: String, over period: Period) throws -> Cents {
    let days = try read()[site] ?? []
    let within = days.filter { period.contains($0.on) }.map(\.day)
    return try Cents.sum(
      (contracts[site] ?? []).flatMap { contract in
        try Accrual.sales(
          contract, within,
          before: page.soldBefore(contract, period.first, facts.cooperative.dossier),
          over: period
        ).map(\.amount) + page.trueUps(of: contract.id, bookedIn: period)
      })
  }

  private func read() throws -> [String: [Counted]] {
    if let known { return known }
    let month = facts.month
    let period = Period(first: month.first.adding(months: -12), last: month.last)
    let energy = facts.energy(page)
    var days: [Counted] = try energy.siteDays(over: period).map { ($0, $0.day) }
    for adjustment in try page.adjustments() where period.contains(adjustment.month.last) {
      if let day = energy.siteDay(adjustment) { days.append((day, adjustment.month.last)) }
    }
    let bySite = Dictionary(grouping: days) { $0.day.site }
    known = bySite
    return bySite
  }
}
