public import Agreements
public import Journal
public import Units

extension Accrual {
  /// The straight-line depreciation of a plant in a month, by months of thirty days; the months of
  /// its life sum to its cost exactly.
  ///
  /// - Source: PCG art. 214-13; CGI ann. II art. 23 (*prorata temporis*).
  public static func depreciation(_ plant: Plant, in month: Month) -> Portion {
    Portion(
      of: plant.cost, from: max(0, days360(from: plant.inService, to: month.first)),
      to: max(0, days360(from: plant.inService, to: month.next.first)),
      outOf: plant.lifeMonths * 30)
  }

  /// The entry of a plant's depreciation: 68112 to 28.
  public static func depreciationEntry(_ plant: Plant, in month: Month) throws(UnitRefusal)
    -> DraftEntry?
  {
    let amount = try depreciation(plant, in: month).amount()
    guard amount != .zero else { return nil }
    let analysis = Analysis(site: plant.site)
    return entry(
      month, "depreciation", plant.id, journal: .miscellaneous,
      label: Labels.depreciation(plant.id, month),
      [.debit("681120", amount, analysis), .credit(plant.depreciationAccount, amount, analysis)])
  }
}
