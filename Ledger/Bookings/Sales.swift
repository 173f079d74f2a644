public import Agreements
public import Journal
public import Units

/// Energy of one site on one day.
public struct SiteDay: Hashable, Sendable {
  /// The site.
  public let site: String
  /// The day.
  public let day: Day
  /// The energy that counts.
  public let energy: WattHours

  /// Energy of a site on a day.
  public init(site: String, day: Day, energy: WattHours) {
    self.site = site
    self.day = day
    self.energy = energy
  }
}

/// What a contract earns in a month at one price.
public struct SaleLine: Hashable, Sendable {
  /// The contract.
  public let contract: String
  /// The energy sold at this price.
  public let energy: WattHours
  /// Euros a kilowatt-hour.
  public let price: Ratio
  /// The amount, to the nearest cent.
  public let amount: Cents
}

extension Accrual {
  /// The sales of a contract in a month: one line a price, each rounded to the cent like the line
  /// of an invoice.
  ///
  /// Days without a price are left out; the checklist refuses them.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func sales(
    _ contract: PurchaseContract, _ days: [SiteDay]
  ) throws(UnitRefusal) -> [SaleLine] {
    var energyByPrice: [Ratio: WattHours] = [:]
    for day in days where day.site == contract.site && contract.term.contains(day.day) {
      guard let price = contract.price(on: day.day) else { continue }
      energyByPrice[price, default: .zero] += day.energy
    }
    var lines: [SaleLine] = []
    for (price, energy) in energyByPrice.sorted(by: { $0.key < $1.key }) {
      // Wh × €/kWh = Wh × price × 100 cents / 1000 Wh.
      let cents = try Ratio(price.numerator, price.denominator * 10)
        .of(energy.units, .halfAwayFromZero)
      lines.append(
        SaleLine(contract: contract.id, energy: energy, price: price, amount: Cents(cents)))
    }
    return lines
  }

  /// The accrual of unbilled sales: 4181 to 701.
  ///
  /// - Source: PCG, functioning of account 418.
  public static func sales(
    _ contract: PurchaseContract, _ amount: Cents, in month: Month
  ) -> DraftEntry? {
    guard amount != .zero else { return nil }
    let buyer = Analysis(
      auxiliary: "buyer:\(contract.buyer)", site: contract.site, contract: contract.id)
    return entry(
      month, "sales", contract.id, journal: .sales, label: Labels.sales(contract.id, month),
      [
        .debit("418100", amount, buyer),
        .credit("701000", amount, Analysis(site: contract.site, contract: contract.id)),
      ])
  }

  /// The energy of a site in the memorandum accounts: delivered to produced.
  public static func energy(_ site: String, _ days: [SiteDay], in month: Month)
    throws(UnitRefusal) -> DraftEntry?
  {
    let energy = try WattHours.sum(days.filter { $0.site == site }.map(\.energy))
    guard energy != .zero else { return nil }
    let analysis = Analysis(site: site)
    return entry(
      month, "energy", site, journal: .memorandum, label: Labels.energyDelivered(site, month),
      [
        .signed(.debit, "912000", energy.units, .wh, analysis),
        .signed(.credit, "911000", energy.units, .wh, analysis),
      ])
  }
}
