public import Text
public import Units

/// A contract by which the energy of a site is sold.
///
/// The price is what the contract's particular conditions print; it is never derived from tariff
/// tables.
public struct PurchaseContract: Hashable, Sendable {
  /// What is sold.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// All electricity, to the obliged buyer.
    case totalSale = "total-sale"
    /// What is left of it, to the obliged buyer.
    case surplus
    /// Electricity, to somebody who uses it.
    case direct
    /// Electricity, to a neighbour in collective self-consumption.
    case selfConsumption = "self-consumption"
    /// Heat, with a fixed and a variable term.
    case heat
  }

  /// A price and the day from which it holds.
  public struct Price: Hashable, Sendable {
    /// The first day.
    public let from: Day
    /// Euros a kilowatt-hour, exact.
    public let eurosPerKilowattHour: Ratio
  }

  /// What is due whatever is delivered: so much a kilowatt subscribed and year.
  public struct FixedTerm: Hashable, Sendable {
    /// The first day.
    public let from: Day
    /// The power subscribed.
    public let watts: Int64
    /// Euros a kilowatt and year, exact.
    public let eurosPerKilowattYear: Ratio
  }

  /// The identifier.
  public let id: String
  /// The site whose energy is sold.
  public let site: String
  /// The party that buys.
  public internal(set) var buyer: String
  /// The buyer's number for the contract.
  public let number: String
  /// The order or tender that rules it: S17, S21.
  public let regime: String?
  /// What is sold.
  public let mode: Mode
  /// The days it is in force.
  public let term: Period
  /// The hours at peak power that a year of the contract pays at its price, or nothing for no cap.
  public let annualCapHours: Int64?
  /// Euros a kilowatt-hour for what a year delivers above the cap; it follows no index.
  public let priceAboveCap: Ratio?
  /// How often it is invoiced, when it says so.
  public let billing: Billing?
  /// The prices the contract and the buyer tell, by first day, earliest first.
  public let prices: [Price]
  /// What is due whatever is delivered, by first day, earliest first.
  public let fixedTerms: [FixedTerm]
  /// How the price follows indices, or nothing when it stays.
  public let indexation: Indexation?
  /// What is paid towards the plant.
  public let premium: Premium?
  /// The VAT on its invoices.
  public let vat: SaleVAT
  /// The peak power that counts: the contract's own, or once settled the site's.
  public internal(set) var ratedWatts: Int64?
  /// What of the site's energy is its own once settled, or nothing when it has all of it.
  public internal(set) var delivery: Delivery?
  /// The prices by first day, those that follow indices included once settled.
  public internal(set) var steps: [PriceStep]

  /// Reads `[[purchase_contract]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "site", "buyer", "number", "regime", "mode", "effective", "ends", "peak_watts",
      "annual_cap_hours", "price_above_cap", "billing", "price", "fixed_term", "indexation",
      "premium", "vat", "vat_percent", "valid_from", "note",
    ])
    let id = table.identifier()
    self.id = id
    site = table.text("site")
    buyer = table.text("buyer")
    number = table.text("number")
    regime = table.optionalText("regime")
    mode = table.has("mode") ? table.choice("mode", Mode.self) ?? .totalSale : .totalSale
    term = table.period("effective", "ends")
    ratedWatts = table.optionalInteger("peak_watts", in: 1...1_000_000_000)
    annualCapHours = table.optionalInteger("annual_cap_hours", in: 1...8_784)
    priceAboveCap = table.has("price_above_cap") ? table.unitPrice("price_above_cap") : nil
    billing = table.has("billing") ? table.choice("billing", Billing.self) : nil
    prices = table.tables("price").map(Price.init).sorted { $0.from < $1.from }
    fixedTerms = table.tables("fixed_term").map(FixedTerm.init).sorted { $0.from < $1.from }
    indexation = table.has("indexation") ? Indexation(table.table("indexation")) : nil
    premium = table.has("premium") ? Premium(table.table("premium")) : nil
    vat = SaleVAT(table, mode)
    steps = prices.map { PriceStep(from: $0.from, announced: $0.eurosPerKilowattHour) }
    if prices.isEmpty { table.refuse(AgreementRefusal.contractHasNoPrice(id)) }
    for (one, other) in zip(prices, prices.dropFirst()) where one.from == other.from {
      table.refuse(AgreementRefusal.priceIsRepeated(id, one.from))
    }
  }

  /// The price of a day, or nothing when none is set yet.
  public func price(on day: Day) -> Ratio? { steps.last { $0.from <= day }?.price }
}

extension PurchaseContract.Price {
  init(_ row: TableReader) {
    row.allow(["from", "eur_per_kwh", "parts", "source"])
    eurosPerKilowattHour = row.unitPrice("eur_per_kwh")
    from = row.day("from")
    row.checkParts(sumTo: "eur_per_kwh")
  }
}

extension PurchaseContract.FixedTerm {
  init(_ row: TableReader) {
    row.allow(["from", "kw", "eur_per_kw_year", "parts", "source"])
    from = row.day("from")
    let kilowatts = row.ratio("kw", from: .zero) { .electricityPriceIsNegative($0) }
    let watts = try? Ratio(kilowatts.numerator, kilowatts.denominator).of(Int64(1000), .towardZero)
    self.watts = watts ?? 0
    eurosPerKilowattYear = row.unitPrice("eur_per_kw_year")
    row.checkParts(sumTo: "eur_per_kw_year")
  }
}

extension TableReader {
  /// An exact price that must be given, not below zero.
  func unitPrice(_ key: String) -> Ratio {
    ratio(key, from: .zero) { .electricityPriceIsNegative($0) }
  }

  /// The parts that a price is told to be made of sum to it, when they are told.
  fileprivate func checkParts(sumTo key: String) {
    guard has("parts"), has(key) else { return }
    let parts = table("parts")
    var sum: Exact? = Exact(.zero)
    for name in (parts.json.objectValue ?? [:]).keys.sorted() {
      sum = sum?.plus(Exact(parts.ratio(name)))
    }
    guard sum != Exact(ratio(key)) else { return }
    refuse(AgreementRefusal.partsDoNotSum(ratio(key)), at: "parts")
  }
}
