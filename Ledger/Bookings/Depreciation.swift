public import Agreements
public import Journal
public import Units

extension Accrual {
  /// The straight-line depreciation of a plant in a month, by months of thirty days; the months of
  /// its life sum to its cost exactly.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: PCG art. 214-13; CGI ann. II art. 23 (*prorata temporis*).
  public static func depreciation(_ plant: Plant, in month: Month) throws(UnitRefusal) -> Cents {
    let life = plant.lifeMonths * 30
    let start = max(0, days360(from: plant.inService, to: month.first))
    let end = max(0, days360(from: plant.inService, to: month.next.first))
    return try stretch(of: plant.cost, from: min(start, life), to: min(end, life), outOf: life)
  }

  /// The entry of a plant's depreciation: 68112 to 28.
  public static func depreciationEntry(_ plant: Plant, in month: Month) throws(UnitRefusal)
    -> DraftEntry?
  {
    let amount = try depreciation(plant, in: month)
    guard amount != .zero else { return nil }
    let analysis = Analysis(site: plant.site)
    return entry(
      month, "depreciation", plant.id, journal: .miscellaneous,
      label: Labels.depreciation(plant.id, month),
      [.debit("681120", amount, analysis), .credit(plant.depreciationAccount, amount, analysis)])
  }
}
