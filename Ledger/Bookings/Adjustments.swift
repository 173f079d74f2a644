public import Agreements
public import Journal
public import Units

/// A closed month that turned out to differ: its energy as it was counted so far, and what is new.
public struct CorrectedMonth: Hashable, Sendable {
  /// The days as all closings so far counted them.
  public let before: [SiteDay]
  /// What each true day has more, or less.
  public let changes: [SiteDay]

  /// A month and what is new of it.
  public init(before: [SiteDay], changes: [SiteDay]) {
    self.before = before
    self.changes = changes
  }

  /// The changes of a site, and the first and last day they truly fall on.
  func days(of site: String) -> (changes: [SiteDay], first: Day, last: Day)? {
    let changes = changes.filter { $0.site == site }
    guard let first = changes.map(\.day).min(), let last = changes.map(\.day).max() else {
      return nil
    }
    return (changes, first, last)
  }
}

/// What closed months turned out to be, taken into the open one.
///
/// - Source: PCG, art. 1031-4: what is dated in a frozen period is recorded in the open one, with
///   express mention of its real date.
extension Accrual {
  /// What the sales of a closed month have more: those of its days with the changes less those
  /// without, each rounded as an invoice of that month is, at the prices of the true days.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func salesCorrection(
    _ contract: PurchaseContract, _ corrected: CorrectedMonth
  ) throws(UnitRefusal) -> Cents {
    let before = try sales(contract, corrected.before)
    let after = try sales(contract, corrected.before + corrected.changes)
    return try Cents.sum(after.map(\.amount)) - Cents.sum(before.map(\.amount))
  }

  /// The correction of unbilled sales: 4181 to 701, or back.
  public static func salesCorrection(
    _ contract: PurchaseContract, _ amount: Cents, _ corrected: CorrectedMonth, in month: Month
  ) -> DraftEntry? {
    guard amount != .zero, let days = corrected.days(of: contract.site) else { return nil }
    let buyer = Analysis(
      auxiliary: "buyer:\(contract.buyer)", site: contract.site, contract: contract.id)
    return entry(
      month, "sales-correction", "\(contract.id):\(days.first.month)", journal: .sales,
      label: Labels.salesCorrection(contract.id, days.first, days.last),
      [
        .debit("418100", amount, buyer),
        .credit("701000", amount, Analysis(site: contract.site, contract: contract.id)),
      ])
  }

  /// The energy of a closed month that turned out to differ, in the memorandum accounts.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func energyCorrection(
    _ site: String, _ corrected: CorrectedMonth, in month: Month
  ) throws(UnitRefusal) -> DraftEntry? {
    guard let days = corrected.days(of: site) else { return nil }
    let energy = try WattHours.sum(days.changes.map(\.energy))
    guard energy != .zero else { return nil }
    let analysis = Analysis(site: site)
    return entry(
      month, "energy-correction", "\(site):\(days.first.month)", journal: .memorandum,
      label: Labels.energyCorrection(site, days.first, days.last),
      [
        .signed(.debit, "912000", energy.units, .wh, analysis),
        .signed(.credit, "911000", energy.units, .wh, analysis),
      ])
  }
}
