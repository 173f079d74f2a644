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
  /// What is paid for.
  public enum Kind: String, Hashable, Sendable {
    /// Energy at the contract's price.
    case energy
    /// Energy above the yearly cap.
    case aboveCap
    /// The fixed term.
    case fixed
  }

  /// The contract.
  public let contract: String
  /// What is paid for.
  public let kind: Kind
  /// The energy sold at this price; none for a fixed term.
  public let energy: WattHours
  /// Euros a kilowatt-hour; for a fixed term euros a kilowatt and year.
  public let price: Ratio
  /// The amount, to the nearest cent.
  public let amount: Cents
}

extension Accrual {
  /// The sales of a contract in a month: one line a price, each rounded to the cent like the line
  /// of an invoice, and the fixed term by days.
  ///
  /// What a year of the contract delivers above its cap has a price of its own; a day may straddle it.
  /// Days without a price are left out; the checklist refuses them.
  ///
  /// - Parameters:
  ///   - days: the days of some part of a month, those of other sites passed over.
  ///   - before: what the contract's year delivered before the first of them.
  ///   - period: the days over which the fixed term counts.
  ///   - invoiced: days that an invoice took in already: they count towards the cap and earn nothing.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func sales(
    _ contract: PurchaseContract, _ days: [SiteDay], before: WattHours = .zero,
    over period: Period? = nil, except invoiced: [Period] = []
  ) throws(UnitRefusal) -> [SaleLine] {
    var energies: [SaleKey: WattHours] = [:]
    var meter = CapMeter(contract, before)
    for day in contract.inOrder(days, over: period) where contract.term.contains(day.day) {
      let above = meter.above(day)
      guard let price = contract.price(on: day.day),
        !invoiced.contains(where: { $0.contains(day.day) })
      else { continue }
      energies[SaleKey(kind: .energy, price: price), default: .zero] += day.energy - above
      if above != .zero {
        let price = contract.priceAboveCap ?? .zero
        energies[SaleKey(kind: .aboveCap, price: price), default: .zero] += above
      }
    }
    var lines: [SaleLine] = []
    for (key, energy) in energies.sorted(by: { $0.key < $1.key }) {
      // Wh × €/kWh = Wh × price × 100 cents / 1000 Wh.
      let cents = try Ratio(key.price.numerator, key.price.denominator * 10)
        .of(energy.units, .halfAwayFromZero)
      lines.append(
        SaleLine(
          contract: contract.id, kind: key.kind, energy: energy, price: key.price,
          amount: Cents(cents)))
    }
    if let period { lines += try fixedTerm(contract, over: period, except: invoiced) }
    return lines
  }

  /// The fixed term over some days: running sums of each year of the contract, so that the parts of a
  /// year sum to it exactly.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func fixedTerm(
    _ contract: PurchaseContract, over period: Period, except invoiced: [Period] = []
  ) throws(UnitRefusal) -> [SaleLine] {
    var lines: [SaleLine] = []
    for (index, term) in contract.fixedTerms.enumerated() {
      let next = contract.fixedTerms.dropFirst(index + 1).first?.from.previous
      let rate = Period(first: term.from, last: next)
      var amount = Cents.zero
      for days in Period.runs(of: period, in: contract.term, rate, except: invoiced) {
        amount += try contract.due(term, from: rate.first, through: days.last ?? days.first)
        amount -= try contract.due(term, from: rate.first, through: days.first.previous)
      }
      guard amount != .zero else { continue }
      lines.append(
        SaleLine(
          contract: contract.id, kind: .fixed, energy: .zero, price: term.eurosPerKilowattYear,
          amount: amount))
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
