import Markup
import Units

extension Invoice {
  /// How a party known by its SIREN alone is named until the book tells who it is.
  public static let sirenPrefix = "siren:"

  /// Reads the XML of a Factur-X invoice: UN/CEFACT Cross Industry Invoice.
  ///
  /// What we sell is told by the seller's SIREN being ours: the buyer issues it in our name. A credit note
  /// has its amounts with their sign.
  ///
  /// - Parameter siren: ours.
  /// - Throws: ``InvoiceRefusal``, and what reading XML throws, at their places.
  /// - Source: EN 16931-3-3 (CII D16B); Factur-X 1.0, profiles from BASIC on; UNTDID 1001, 5305.
  public init(crossIndustry bytes: [UInt8], file: String, siren: String) throws {
    var root: Element?
    try readMarkup(bytes, file: file, whole: 0) { piece in
      if case .whole(let element) = piece { root = element }
    }
    guard let root, root.name == "CrossIndustryInvoice" else {
      throw Located(InvoiceRefusal.fileIsNoInvoice(file), at: Place(file: file))
    }
    try self.init(FieldReader(file: file, root: root), siren)
  }

  private init(_ fields: FieldReader, _ siren: String) throws {
    let trade = try fields.element("SupplyChainTradeTransaction")
    let agreement = try fields.element("ApplicableHeaderTradeAgreement", in: trade)
    let settlement = try fields.element("ApplicableHeaderTradeSettlement", in: trade)
    let currency = try fields.text(["InvoiceCurrencyCode"], in: settlement)
    guard currency.text == "EUR" else {
      throw fields.refusal(.currencyIsNotEuro(currency.text), currency)
    }
    let type = try fields.text(["ExchangedDocument", "TypeCode"], in: fields.root)
    guard let sign = Invoice.signs[type.text] else {
      throw fields.refusal(.fieldIsMalformed("TypeCode", type.text), type)
    }
    let seller = agreement.at("SellerTradeParty", "SpecifiedLegalOrganization", "ID")?.text
    let buyer = agreement.at("BuyerTradeParty", "SpecifiedLegalOrganization", "ID")?.text
    let kind: Kind = seller?.prefix(9) == siren[...] ? .sale : .purchase
    let other = kind == .sale ? buyer : seller
    let number = try fields.text(["ExchangedDocument", "ID"], in: fields.root).text
    let issued = try fields.day(
      ["ExchangedDocument", "IssueDateTime", "DateTimeString"], in: fields.root)
    let lines = try trade.all("IncludedSupplyChainTradeLineItem").map { item in
      try Line(item, fields, sign)
    }
    let taxes = try settlement.all("ApplicableTradeTax").compactMap { tax in
      try Tax(tax, fields, sign)
    }
    let totals = try fields.element(
      "SpecifiedTradeSettlementHeaderMonetarySummation", in: settlement)
    self.init(
      kind: kind, number: number, issued: issued,
      party: other.map { Invoice.sirenPrefix + $0.prefix(9) } ?? "",
      contract: agreement.at("ContractReferencedDocument", "IssuerAssignedID")?.text,
      period: try fields.period(in: settlement),
      corrects: settlement.at("InvoiceReferencedDocument", "IssuerAssignedID")?.text,
      lines: lines, taxes: taxes,
      total: Cents(sign * (try fields.cents(["GrandTotalAmount"], in: totals).units)))
  }

  /// The documents that are read, and the sign of their amounts.
  private static let signs: [String: Int64] = [
    "380": 1, "384": 1, "389": 1, "381": -1, "261": -1,
  ]
}

extension Invoice.Line {
  fileprivate init(_ item: Element, _ fields: FieldReader, _ sign: Int64) throws {
    let settlement = try fields.element("SpecifiedLineTradeSettlement", in: item)
    let amount = try fields.cents(
      ["SpecifiedTradeSettlementLineMonetarySummation", "LineTotalAmount"], in: settlement)
    self.init(amount: Cents(sign * amount.units))
    guard let quantity = item.at("SpecifiedLineTradeDelivery", "BilledQuantity"),
      let wattHours = Invoice.Line.units[quantity.attributes["unitCode"] ?? ""]
    else { return }
    kind = .energy
    let exact = try fields.ratio(quantity)
    energy = WattHours(sign * (try exact.of(wattHours, .halfAwayFromZero)))
    if let told = item.at(
      "SpecifiedLineTradeAgreement", "NetPriceProductTradePrice", "ChargeAmount")
    {
      let basis = item.at(
        "SpecifiedLineTradeAgreement", "NetPriceProductTradePrice", "BasisQuantity")
      price = try fields.price(told, per: basis, wattHours)
    }
  }

  /// The units of energy, in watt-hours.
  ///
  /// - Source: UN/ECE Recommendation 20.
  private static let units: [String: Int64] = ["KWH": 1_000, "MWH": 1_000_000, "WHR": 1]
}

extension Invoice.Tax {
  /// A tax that is none, under the reverse charge or an exemption, is left out.
  fileprivate init?(_ tax: Element, _ fields: FieldReader, _ sign: Int64) throws {
    let amount = try fields.cents(["CalculatedAmount"], in: tax)
    guard amount != .zero else { return nil }
    let percent = try fields.ratio(fields.text(["RateApplicablePercent"], in: tax))
    self.init(
      rate: Ratio(percent.numerator, percent.denominator * 100),
      base: Cents(sign * (try fields.cents(["BasisAmount"], in: tax).units)),
      amount: Cents(sign * amount.units))
  }
}

/// Reads fields of an invoice, and tells those that are missing by name and line.
private struct FieldReader {
  let file: String
  let root: Element

  func refusal(_ refusal: InvoiceRefusal, _ element: Element) -> Located {
    Located(refusal, at: Place(file: file, line: element.line))
  }

  func element(_ name: String, in parent: Element? = nil) throws -> Element {
    let parent = parent ?? root
    guard let found = parent.at(name) else { throw refusal(.fieldIsMissing(name), parent) }
    return found
  }

  func text(_ path: [String], in parent: Element) throws -> Element {
    let found = try path.reduce(parent) { try element($1, in: $0) }
    guard !found.text.isEmpty else {
      throw refusal(.fieldIsMissing(path.joined(separator: "/")), found)
    }
    return found
  }

  func ratio(_ element: Element) throws -> Ratio {
    guard let value = try? Ratio(decimal: element.text) else {
      throw refusal(.fieldIsMalformed(element.name, element.text), element)
    }
    return value
  }

  func cents(_ path: [String], in parent: Element) throws -> Cents {
    let found = try text(path, in: parent)
    guard let cents = try? parseFixed(found.text, decimals: 2) else {
      throw refusal(.fieldIsMalformed(found.name, found.text), found)
    }
    return Cents(cents)
  }

  /// Euros a kilowatt-hour, from a price for so many units of so many watt-hours.
  func price(_ told: Element, per basis: Element?, _ wattHours: Int64) throws -> Ratio {
    let price = try ratio(told)
    let quantity = try basis.map(ratio) ?? .one
    let top = Int128(price.numerator) * Int128(quantity.denominator) * 1_000
    let bottom = Int128(price.denominator) * Int128(quantity.numerator) * Int128(wattHours)
    guard quantity > .zero, let numerator = Int64(exactly: top),
      let denominator = Int64(exactly: bottom)
    else { throw refusal(.fieldIsMalformed(told.name, told.text), told) }
    return Ratio(numerator, denominator)
  }

  /// A day in format 102, `YYYYMMDD`.
  func day(_ path: [String], in parent: Element) throws -> Day {
    let found = try text(path, in: parent)
    let digits = Array(found.text)
    guard digits.count == 8, found.attributes["format"] ?? "102" == "102",
      let day = try? Day(
        "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")
    else { throw refusal(.fieldIsMalformed(found.name, found.text), found) }
    return day
  }

  func period(in settlement: Element) throws -> Period? {
    guard let period = settlement.at("BillingSpecifiedPeriod") else { return nil }
    return try Period(
      checking: day(["StartDateTime", "DateTimeString"], in: period),
      day(["EndDateTime", "DateTimeString"], in: period))
  }
}
