public import Text
public import Units

/// A contract by which the electricity of a site is sold.
///
/// The price is what the contract's particular conditions print; it is never derived from tariff
/// tables.
public struct PurchaseContract: Hashable, Sendable {
  /// A price and the day from which it holds.
  public struct Price: Hashable, Sendable {
    /// The first day.
    public let from: Day
    /// Euros a kilowatt-hour, exact.
    public let eurosPerKilowattHour: Ratio
  }

  /// The identifier.
  public let id: String
  /// The site whose energy is sold.
  public let site: String
  /// The party that buys.
  public internal(set) var buyer: String
  /// The buyer's number for the contract.
  public let number: String
  /// The days it is in force.
  public let term: Period
  /// The hours at peak power that a year of the contract pays at its price, or nothing for no cap.
  public let annualCapHours: Int64?
  /// The prices by first day, earliest first.
  public let prices: [Price]

  /// Reads `[[purchase_contract]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "site", "buyer", "number", "regime", "mode", "effective", "ends", "annual_cap_hours",
      "price_above_cap", "price", "valid_from", "note",
    ])
    let id = table.identifier()
    self.id = id
    site = table.text("site")
    buyer = table.text("buyer")
    number = table.text("number")
    term = table.period("effective", "ends")
    annualCapHours = table.optionalInteger("annual_cap_hours", in: 1...8_784)
    prices = table.tables("price").map { row in
      row.allow(["from", "eur_per_kwh", "source"])
      let price = row.ratio("eur_per_kwh", from: .zero) { .electricityPriceIsNegative($0) }
      return Price(from: row.day("from"), eurosPerKilowattHour: price)
    }.sorted { $0.from < $1.from }
    if prices.isEmpty { table.refuse(AgreementRefusal.contractHasNoPrice(id)) }
  }

  /// The price of a day, or nothing when none is set yet.
  public func price(on day: Day) -> Ratio? {
    prices.last { $0.from <= day }?.eurosPerKilowattHour
  }
}
