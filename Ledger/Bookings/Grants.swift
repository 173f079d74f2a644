public import Agreements
public import Journal
public import Units

extension Accrual {
  /// What a grant gives to the result of a month: over the same days as its plant is written down,
  /// and at the same pace; the months sum to the grant exactly.
  ///
  /// A grant that comes late is spread over what is left of the plant's life; one that comes after it
  /// counts at once.
  ///
  /// - Source: PCG art. 312-1.
  public static func release(_ grant: Grant, of plant: Plant, in month: Month) -> Portion {
    let life = plant.lifeMonths * 30
    let late = max(0, days360(from: plant.inService, to: grant.granted))
    guard late < life else {
      let isNow = month.period.contains(grant.granted)
      return Portion(of: grant.amount, from: 0, to: isNow ? 1 : 0, outOf: 1)
    }
    return Portion(
      of: grant.amount, from: max(late, days360(from: plant.inService, to: month.first)) - late,
      to: max(late, days360(from: plant.inService, to: month.next.first)) - late,
      outOf: life - late)
  }

  /// The entries of a grant in a month: the grant itself (441 to 131) on its day, its release (139 to
  /// 747), and, once all is released, 131 against 139.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: PCG art. 312-1 and the functioning of accounts 131 and 139.
  public static func grant(
    _ grant: Grant, of plant: Plant, in month: Month
  ) throws(UnitRefusal) -> [DraftEntry] {
    let analysis = Analysis(site: plant.site, contract: grant.id)
    var payer = analysis
    payer.auxiliary = "payer:\(grant.payer)"
    var entries: [DraftEntry] = []
    if month.period.contains(grant.granted) {
      entries.append(
        entry(
          month, "grant", grant.id, journal: .miscellaneous,
          label: Labels.grant(grant.id, grant.act), on: grant.granted,
          [.debit("441000", grant.amount, payer), .credit("131000", grant.amount, analysis)]))
    }
    let released = try release(grant, of: plant, in: month).amount()
    if released != .zero {
      entries.append(
        entry(
          month, "grant-released", grant.id, journal: .miscellaneous,
          label: Labels.grantReleased(grant.id, month),
          [.debit("139000", released, analysis), .credit("747000", released, analysis)]))
    }
    if endsWholly(grant, plant, in: month) {
      entries.append(
        entry(
          month, "grant-settled", grant.id, journal: .miscellaneous,
          label: Labels.grantSettled(grant.id),
          [.debit("131000", grant.amount, analysis), .credit("139000", grant.amount, analysis)]))
    }
    return entries
  }

  /// Whether the last of a grant is released in a month.
  private static func endsWholly(_ grant: Grant, _ plant: Plant, in month: Month) -> Bool {
    let life = plant.lifeMonths * 30
    let late = max(0, days360(from: plant.inService, to: grant.granted))
    guard late < life else { return month.period.contains(grant.granted) }
    return days360(from: plant.inService, to: month.first) < life
      && days360(from: plant.inService, to: month.next.first) >= life
  }
}
