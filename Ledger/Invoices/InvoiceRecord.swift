public import Text
public import Units

/// An invoice as the book keeps it: what it says, and what it did.
public struct InvoiceRecord: Hashable, Sendable {
  /// The invoice, its party and contract by their identifiers.
  public let invoice: Invoice
  /// How it trues up what was accrued, for a sale under a contract.
  public let trueUp: TrueUp?
  /// What became of its charges, for a purchase.
  public let charges: [ChargeSplit]

  /// A record.
  public init(_ invoice: Invoice, trueUp: TrueUp? = nil, charges: [ChargeSplit] = []) {
    self.invoice = invoice
    self.trueUp = trueUp
    self.charges = charges
  }

  /// The record as canonical JSON; what people wrote freely stays in the file.
  public var json: JSON {
    var members: [String: JSON] = ["invoice": invoice.json]
    if let trueUp { members["trueUp"] = trueUp.json }
    if !charges.isEmpty { members["charges"] = .array(charges.map(\.json)) }
    return .object(members)
  }

  /// Reads back what ``json`` writes.
  ///
  /// - Throws: ``UnitRefusal``.
  public init(_ json: JSON) throws(UnitRefusal) {
    invoice = try Invoice(json["invoice"] ?? .null)
    trueUp = json["trueUp"].map(TrueUp.init)
    var charges: [ChargeSplit] = []
    for charge in json["charges"]?.arrayValue ?? [] { charges.append(try ChargeSplit(charge)) }
    self.charges = charges
  }
}

extension Invoice {
  /// The invoice as canonical JSON.
  public var json: JSON {
    var members: [String: JSON] = [
      "kind": .string(kind.rawValue), "number": .string(number),
      "issued": .string(issued.description), "party": .string(party),
      "lines": .array(lines.map(\.json)), "totalCents": .integer(total.units),
    ]
    members["contract"] = contract.map(JSON.string)
    members["first"] = (period?.first.description).map(JSON.string)
    members["last"] = (period?.last?.description).map(JSON.string)
    members["corrects"] = corrects.map(JSON.string)
    members["mandate"] = mandate.map(JSON.string)
    if !taxes.isEmpty { members["vat"] = .array(taxes.map(\.json)) }
    if !selfAssessed.isEmpty { members["selfAssessed"] = .array(selfAssessed.map(\.json)) }
    return .object(members)
  }

  init(_ json: JSON) throws(UnitRefusal) {
    var lines: [Line] = []
    for line in json["lines"]?.arrayValue ?? [] { lines.append(try Line(line)) }
    self.init(
      kind: Kind(rawValue: json["kind"]?.stringValue ?? "") ?? .sale,
      number: json["number"]?.stringValue ?? "", issued: try Day(json["issued"]?.stringValue ?? ""),
      party: json["party"]?.stringValue ?? "", contract: json["contract"]?.stringValue,
      period: try json.period(), corrects: json["corrects"]?.stringValue,
      mandate: json["mandate"]?.stringValue, lines: lines,
      taxes: try json.taxes("vat"), selfAssessed: try json.taxes("selfAssessed"),
      total: json.cents("total"))
  }
}

extension JSON {
  fileprivate func taxes(_ key: String) throws(UnitRefusal) -> [Invoice.Tax] {
    var taxes: [Invoice.Tax] = []
    for tax in self[key]?.arrayValue ?? [] {
      taxes.append(
        Invoice.Tax(
          rate: try tax.ratio("rate") ?? .zero, base: tax.cents("base"), amount: tax.cents("vat")))
    }
    return taxes
  }
}

extension Invoice.Line {
  fileprivate var json: JSON {
    var members: [String: JSON] = [
      "kind": .string(kind.rawValue), "cents": .integer(amount.units),
    ]
    members["wh"] = (energy?.units).map(JSON.integer)
    members["eurPerKwh"] = (price?.decimalDescription).map(JSON.string)
    members["account"] = account.map(JSON.string)
    members["site"] = site.map(JSON.string)
    return .object(members)
  }

  fileprivate init(_ json: JSON) throws(UnitRefusal) {
    self.init(amount: Cents(json["cents"]?.integerValue ?? 0))
    kind = Invoice.LineKind(rawValue: json["kind"]?.stringValue ?? "") ?? .other
    energy = (json["wh"]?.integerValue).map(WattHours.init)
    price = try json.ratio("eurPerKwh")
    account = json["account"]?.stringValue
    site = json["site"]?.stringValue
  }
}

extension Invoice.Tax {
  fileprivate var json: JSON {
    [
      "rate": .string(rate.decimalDescription), "baseCents": .integer(base.units),
      "vatCents": .integer(amount.units),
    ]
  }
}

extension TrueUp {
  /// The true-up as JSON, its explanation left out: it follows.
  var json: JSON {
    [
      "invoicedCents": .integer(invoiced.units), "invoicedWh": .integer(invoicedEnergy.units),
      "accruedCents": .integer(accrued.units), "pendingCents": .integer(pending.units),
      "measuredWh": .integer(measured.units),
    ]
  }

  init(_ json: JSON) {
    self.init(
      invoiced: json.cents("invoiced"),
      invoicedEnergy: WattHours(json["invoicedWh"]?.integerValue ?? 0),
      accrued: json.cents("accrued"), pending: json.cents("pending"),
      measured: WattHours(json["measuredWh"]?.integerValue ?? 0))
  }
}

extension ChargeSplit {
  var json: JSON {
    var members: [String: JSON] = [
      "account": .string(account), "accruedCents": .integer(accrued.units),
      "chargedCents": .integer(charged.units), "prepaidCents": .integer(prepaid.units),
    ]
    members["site"] = site.map(JSON.string)
    members["contract"] = contract.map(JSON.string)
    members["first"] = (days?.first.description).map(JSON.string)
    members["last"] = (days?.last?.description).map(JSON.string)
    return .object(members)
  }

  init(_ json: JSON) throws(UnitRefusal) {
    self.init(
      account: json["account"]?.stringValue ?? "", site: json["site"]?.stringValue,
      contract: json["contract"]?.stringValue, accrued: json.cents("accrued"),
      charged: json.cents("charged"), prepaid: json.cents("prepaid"), days: try json.period())
  }
}

extension JSON {
  fileprivate func cents(_ name: String) -> Cents {
    Cents(self["\(name)Cents"]?.integerValue ?? 0)
  }

  fileprivate func ratio(_ key: String) throws(UnitRefusal) -> Ratio? {
    guard let text = self[key]?.stringValue else { return nil }
    let parts = text.split(separator: "/")
    if parts.count == 2, let n = Int64(parts[0]), let d = Int64(parts[1]), d > 0 {
      return Ratio(n, d)
    }
    return try Ratio(decimal: text)
  }

  fileprivate func period() throws(UnitRefusal) -> Period? {
    guard let first = self["first"]?.stringValue, let last = self["last"]?.stringValue else {
      return nil
    }
    return try Period(checking: Day(first), Day(last))
  }
}
