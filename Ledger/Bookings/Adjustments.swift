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
  public func days(of site: String) -> (changes: [SiteDay], first: Day, last: Day)? {
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
  /// - Parameter invoiced: days of which an invoice has the last word: they change nothing.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func salesCorrection(
    _ contract: PurchaseContract, _ corrected: CorrectedMonth, except invoiced: [Period] = []
  ) throws(UnitRefusal) -> Cents {
    let before = try sales(contract, corrected.before, except: invoiced)
    let after = try sales(contract, corrected.before + corrected.changes, except: invoiced)
    return try Cents.sum(after.map(\.amount)) - Cents.sum(before.map(\.amount))
  }

  /// The same for a contract with a yearly cap, where a change of one day moves what later days have
  /// above it.
  ///
  /// - Parameter known: the days as they are booked so far, from an anniversary before the changes.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func cappedCorrection(
    _ contract: PurchaseContract, _ changes: [SiteDay], known: [SiteDay],
    except invoiced: [Period] = []
  ) throws(UnitRefusal) -> Cents {
    try salesByMonth(contract, known + changes, except: invoiced)
      - salesByMonth(contract, known, except: invoiced)
  }

  /// The sales of days from an anniversary on, month by month, as they are booked.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(days × months).
  public static func salesByMonth(
    _ contract: PurchaseContract, _ days: [SiteDay], except invoiced: [Period] = []
  ) throws(UnitRefusal) -> Cents {
    let own = days.filter { $0.site == contract.site && contract.term.contains($0.day) }
    var total = Cents.zero
    for (month, found) in Dictionary(grouping: own, by: \.day.month).sorted(by: { $0.key < $1.key })
    {
      let first = max(month.first, contract.term.first)
      let year = contract.term.year(containing: first)
      let before = contract.portion(of: own.filter { year.contains($0.day) && $0.day < first })
        .map(\.energy)
      total += try Cents.sum(
        sales(contract, found, before: WattHours.sum(before), except: invoiced).map(\.amount))
    }
    return total
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
