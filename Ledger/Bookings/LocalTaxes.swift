public import Agreements
public import Journal
import Tables
public import Units

/// The sites of one land unit that one party runs: one plant in the eyes of IFER.
///
/// - Source: BOI-TFP-IFER-30, § 15: one operator on one land unit, whatever the number of contracts.
public struct TaxedUnit: Hashable, Sendable {
  /// The name of the land unit, or the site's own when it has none.
  public let name: String
  /// The sites in service before the year.
  public let sites: [Site]
  /// Their power in watts.
  public var watts: Int64 { sites.map(\.taxedWatts).reduce(0, +) }
  /// Whether it is taxed.
  public var isTaxed: Bool { watts >= NetworkTax.threshold }
}

extension Site {
  /// The electrical power that is taxed: that of the inverters, else the peak power.
  fileprivate var taxedWatts: Int64 { inverterWatts ?? peakWatts }
}

extension Dossier {
  /// The photovoltaic land units of a tax year: what was in service before its first day.
  public func taxedUnits(in year: Int) -> [TaxedUnit] {
    let inService = sites.values.filter {
      $0.vector == .photovoltaic && $0.commissioned.calendar.year < year
    }
    let byUnit = Dictionary(grouping: inService) { site in
      "\(site.commune)\u{0}\(site.landUnit ?? site.id)\u{0}\(site.runner ?? "")"
    }
    return byUnit.values.map { sites in
      let sites = sites.sorted { $0.id < $1.id }
      return TaxedUnit(name: sites[0].landUnit ?? sites[0].id, sites: sites)
    }.sorted { ($0.name, $0.sites[0].id) < ($1.name, $1.sites[0].id) }
  }
}

extension Accrual {
  /// The IFER of a land unit for a year, by site: each site at the rate of its own day of service.
  ///
  /// - Returns: nothing below the threshold, or before the first year of the table.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: CGI art. 1519 F.
  public static func networkTax(
    _ unit: TaxedUnit, in year: Int
  ) throws(UnitRefusal) -> [(site: String, amount: Cents)] {
    guard unit.isTaxed else { return [] }
    var amounts: [(site: String, amount: Cents)] = []
    for site in unit.sites {
      guard let rate = NetworkTax.rate(of: year, commissioned: site.commissioned) else { continue }
      // W × €/kW = W × rate × 100 cents / 1000 W.
      let yearly = Ratio(rate.eurosPerKilowatt.numerator, rate.eurosPerKilowatt.denominator * 10)
      amounts.append((site.id, Cents(try yearly.of(site.taxedWatts, .halfAwayFromZero))))
    }
    return amounts
  }

  /// The month's twelfth of the IFER of each land unit: 63513 to 4481.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(sites).
  public static func networkTaxes(
    _ dossier: Dossier, in month: Month
  ) throws(UnitRefusal) -> [DraftEntry] {
    var entries: [DraftEntry] = []
    for unit in dossier.taxedUnits(in: month.year) {
      var lines: [Posting] = []
      for (site, yearly) in try networkTax(unit, in: month.year) {
        let part = try Portion(
          of: yearly, from: month.monthOfYear - 1, to: month.monthOfYear, outOf: 12
        ).amount()
        guard part != .zero else { continue }
        let analysis = Analysis(site: site)
        lines += [.debit("635130", part, analysis), .credit("448100", part, analysis)]
      }
      guard !lines.isEmpty else { continue }
      entries.append(
        entry(
          month, "ifer", unit.sites[0].id, journal: .miscellaneous,
          label: Labels.networkTax(
            unit.name, month,
            known: NetworkTax.rate(of: month.year, commissioned: unit.sites[0].commissioned)?.year),
          lines))
    }
    return entries
  }

  /// The accrual of a local tax in a month: what is due through it as it is known on its last day,
  /// less what was due before as it was known then; a notice that differs is caught up at once.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func localTax(
    _ tax: LocalTax, before: LocalTax?, in month: Month
  ) throws(UnitRefusal) -> DraftEntry? {
    guard tax.year == month.year else { return nil }
    let due = try Portion(of: tax.amount, from: 0, to: month.monthOfYear, outOf: 12).amount()
    // What was never known before is accrued from the year's beginning.
    let accrued = try before.map { tax throws(UnitRefusal) in
      try Portion(of: tax.amount, from: 0, to: month.monthOfYear - 1, outOf: 12).amount()
    }
    let amount = due - (accrued ?? .zero)
    guard amount != .zero else { return nil }
    let analysis = Analysis(site: tax.site, contract: tax.id)
    return entry(
      month, "local-tax", tax.id, journal: .miscellaneous, label: Labels.localTax(tax.id, month),
      [.debit(tax.kind.account, amount, analysis), .credit("448100", amount, analysis)])
  }

  /// What is set aside in a month for taking a plant down at the end of its convention: evenly by days
  /// over the term; a cost that is estimated anew is caught up at once.
  ///
  /// - Parameter before: the convention as it was known on the last day of the month before.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: PCG, functioning of account 152 (remise en état).
  public static func dismantling(
    _ convention: Convention, before: Convention?, in month: Month
  ) throws(UnitRefusal) -> DraftEntry? {
    let amount =
      try setAside(convention, through: month.last)
      - setAside(before ?? convention, through: month.first.previous)
    guard amount != .zero else { return nil }
    let analysis = Analysis(site: convention.site, contract: convention.id)
    return entry(
      month, "dismantling", convention.id, journal: .miscellaneous,
      label: Labels.dismantling(convention.id, month),
      [.debit("681500", amount, analysis), .credit("152600", amount, analysis)])
  }

  private static func setAside(
    _ convention: Convention, through day: Day
  ) throws(UnitRefusal) -> Cents {
    guard let cost = convention.dismantling, let length = convention.term.length,
      convention.term.first <= day
    else { return .zero }
    let elapsed = convention.term.first.days(until: day) + 1
    return try Portion(of: cost, from: 0, to: elapsed, outOf: length).amount()
  }
}
