import Agreements
import Allocation
import Bookings
import Intake
import Invoices
import Journal
import Seal
import Store
import Text
import Units

/// What the entries of a month were reckoned from: the facts that somebody declared, energy and price,
/// portions of a longer time.
///
/// What is answered sums to the amount of the entry exactly, or it is not answered.
struct EntryGrounds {
  private let desk: SharingDesk
  private let month: Month
  /// The energy as the month's own closing knew it.
  private let days: [SiteDay]
  private let dossier: Dossier
  private let facts: [FactKind: [Fact]]

  /// The grounds of a closed month.
  init(_ desk: SharingDesk, _ month: Month) throws {
    (self.desk, self.month) = (desk, month)
    days = try desk.explainedDays(of: month, knowing: month).map(SiteDay.init)
      .filter { $0.day.month == month }
    dossier = try desk.cooperative(month).dossier
    facts = Dictionary(
      grouping: try desk.page.versions(of: FactKind.grounds)
        .filter { $0.validFrom <= month.last }, by: \.kind)
  }

  /// The key of an entry that a closing made, taken apart: `close:MONTH:KIND:ID`.
  private struct Origin {
    let month: Month
    let kind: String
    let id: String

    init?(_ key: String) {
      let words = key.split(separator: ":", maxSplits: 3).map(String.init)
      guard words.count == 4, words[0] == "close", let month = try? Month(words[1]) else {
        return nil
      }
      (self.month, kind, id) = (month, words[2], words[3])
    }
  }

  /// The facts behind an entry, each in the version in force at the end of the month: for the sales of
  /// a shared roof the sharing, too, and what was told of the month.
  func facts(of key: String) -> [ExplainedFact] {
    guard let origin = Origin(key), let kind = FactKind(accrued: origin.kind) else { return [] }
    let words = origin.id.split(separator: ":").map(String.init)
    let id = words.first ?? ""
    let sharings = kind == .purchaseContract ? dossier.sharings(naming: id) : []
    let sold = words.count > 1 ? words[1] : month.description
    return
      ([(kind, id)] + sharings.map { (.sharing, $0.id) }
      + sharings.map { (.sharedEnergy, "\($0.id)/\(sold)") }).compactMap(fact)
  }

  private func fact(_ kind: FactKind, _ id: String) -> ExplainedFact? {
    (facts[kind] ?? []).last { $0.key == id }.map { fact in
      ExplainedFact(kind: kind, id: id, origin: fact.origin, digest: digest(of: fact))
    }
  }

  /// What the sales of a contract were reckoned from.
  func prices(of key: String, _ amount: Cents) throws -> [ExplainedPrice] {
    guard let origin = Origin(key) else { return [] }
    let lines =
      switch origin.kind {
      case "sales": try sales(origin.id)
      case "sales-correction": try corrected(origin)
      default: [ExplainedPrice]()
      }
    return try Cents.sum(lines.map(\.amount)) == amount ? lines : []
  }

  /// What a closing accrued of a contract: it knew of no invoice that came after it.
  private func sales(_ id: String) throws -> [ExplainedPrice] {
    guard let contract = dossier.contracts[id] else { return [] }
    return try Accrual.sales(
      contract, days,
      before: desk.page.soldBefore(contract, month.first, dossier) { $0.month > month },
      over: month.period, except: invoiced(contract, by: month.last)
    ).map { ExplainedPrice($0, contract, sign: 1) }
  }

  /// What a closing made up for in a month before it: the sales with what it knew, less those without.
  private func corrected(_ origin: Origin) throws -> [ExplainedPrice] {
    let words = origin.id.split(separator: ":").map(String.init)
    guard words.count == 2, let contract = dossier.contracts[words[0]], contract.capEnergy == nil,
      let corrected = try? Month(words[1])
    else { return [] }
    let invoiced = try invoiced(contract, by: origin.month.last)
    let before = try desk.explainedDays(of: corrected, knowing: origin.month.previous)
      .map(SiteDay.init)
    let changes = desk.adjustments.compactMap { late -> SiteDay? in
      guard late.month == origin.month, late.day.month == corrected,
        let meter = dossier.meters[late.meter], meter.counts, meter.service.contains(late.day)
      else { return nil }
      return SiteDay(site: meter.site, day: late.day, energy: late.difference)
    }
    func lines(_ days: [SiteDay], sign: Int64) throws -> [ExplainedPrice] {
      try Accrual.sales(contract, days, except: invoiced)
        .map { ExplainedPrice($0, contract, sign: sign) }
    }
    return try lines(before + changes, sign: 1) + lines(before, sign: -1)
  }

  private func invoiced(_ contract: PurchaseContract, by day: Day) throws -> [Period] {
    try desk.page.invoices(of: contract.id).filter { $0.bookedOn <= day }
      .compactMap(\.record.invoice.period)
  }

  /// The terms of an entry for what is so much over a longer time, or a part of the sales.
  func terms(of key: String, _ amount: Cents) throws -> [ExplainedTerm] {
    guard let origin = Origin(key), origin.month == month else { return [] }
    let terms =
      switch origin.kind {
      case "rent": try rent(origin.id)
      case "depreciation":
        portion(dossier.plants[origin.id].map { Accrual.depreciation($0, in: month) })
      case "grant-released": portion(release(origin.id)).map(\.inverse)
      case "interest": try interest(origin.id, amount)
      case "local-tax": portion(dossier.localTaxes[origin.id].map(twelfth))
      default: [ExplainedTerm]()
      }
    return try Cents.sum(terms.map { try $0.amount() }) == amount ? terms : []
  }

  /// Balance × rate × days / base; where a rounding parts them, the interest of the interval by its days.
  private func interest(_ id: String, _ amount: Cents) throws -> [ExplainedTerm] {
    guard let loan = dossier.loans[id] else { return [] }
    let parts = try Accrual.interestParts(loan, in: month)
    for candidate in [parts.byBalance, parts.byInterval] {
      let terms = candidate.map { part in
        let charge = ExplainedTerm.charge(of: part.whole, part.part)
        return part.isBefore ? charge.inverse : charge
      }
      if try Cents.sum(terms.map { try $0.amount() }) == amount { return terms }
    }
    return []
  }

  private func rent(_ id: String) throws -> [ExplainedTerm] {
    guard let latest = dossier.conventions[id] else { return [] }
    let versions = (facts[.convention] ?? []).filter { $0.key == id }
    let sites = (facts[.site] ?? []).filter { $0.key == latest.site }
    guard
      let terms = ConventionTerms(latest, versions: versions, sites: sites, in: dossier)
    else { return [] }
    let parts = try Accrual.rentParts(terms, in: month) {
      try desk.sold(in: month).sales(of: latest.site, over: $0)
    }
    return difference(parts.map { .charge(of: $0.whole, $0.part) })
  }

  /// What is due at the end, less what was due before it.
  private func difference(_ due: [ExplainedTerm]) -> [ExplainedTerm] {
    due.prefix(1) + due.dropFirst().map(\.inverse)
  }

  /// A charge's portion of a longer time.
  private func portion(_ portion: Portion?) -> [ExplainedTerm] {
    guard let portion else { return [] }
    let points = portion.start > 0 ? [portion.end, portion.start] : [portion.end]
    return difference(
      points.map { elapsed in
        .charge(of: portion.whole, Ratio(Int64(elapsed), Int64(portion.length)))
      })
  }

  private func release(_ id: String) -> Portion? {
    guard let grant = dossier.grants[id], let plant = dossier.plants[grant.plant] else {
      return nil
    }
    return Accrual.release(grant, of: plant, in: month)
  }

  private func twelfth(_ tax: LocalTax) -> Portion {
    Portion(of: tax.amount, from: month.monthOfYear - 1, to: month.monthOfYear, outOf: 12)
  }
}

extension FactKind {
  /// The kinds that entries of a closing are reckoned from.
  fileprivate static let grounds: [FactKind] = [
    .purchaseContract, .convention, .site, .plant, .loan, .advance, .grant, .localTax,
    .serviceContract, .loanRepayment, .sharing, .sharedEnergy,
  ]

  /// The kind behind an accrual.
  fileprivate init?(accrued kind: String) {
    switch kind {
    case "sales", "sales-correction": self = .purchaseContract
    case "rent", "rent-revision", "dismantling": self = .convention
    case "depreciation": self = .plant
    case "interest", "instalment": self = .loan
    case "early": self = .loanRepayment
    case "advance": self = .advance
    case "grant", "grant-released", "grant-settled": self = .grant
    case "local-tax": self = .localTax
    case "service": self = .serviceContract
    default: return nil
    }
  }
}

extension SiteDay {
  init(_ day: ExplainedDay) { self.init(site: day.site, day: day.day, energy: day.energy) }
}

extension ExplainedPrice {
  fileprivate init(_ line: SaleLine, _ contract: PurchaseContract, sign: Int64) {
    self.init(
      site: contract.site, contract: contract.id, kind: line.kind,
      energy: WattHours(line.energy.units * sign), price: line.price,
      amount: Cents(line.amount.units * sign))
  }
}
