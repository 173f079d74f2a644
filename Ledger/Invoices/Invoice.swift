public import Units

/// An invoice as it was issued: nothing of it is ours.
public struct Invoice: Hashable, Sendable {
  /// Whether we sell or buy.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What we sold; the buyer of electricity issues it in our name.
    case sale
    /// What we bought.
    case purchase
  }

  /// What a line is for.
  public enum LineKind: String, Hashable, Sendable, CaseIterable {
    /// Energy, or its fixed term.
    case energy
    /// A payment towards the plant: no supply, no VAT.
    case premium
    /// Anything else.
    case other
  }

  /// A line.
  public struct Line: Hashable, Sendable {
    /// What it is for.
    public var kind = LineKind.other
    /// The energy, when the line tells any.
    public var energy: WattHours?
    /// Euros a kilowatt-hour, when the line tells a price.
    public var price: Ratio?
    /// The amount before VAT.
    public var amount: Cents
    /// The account of a charge, six digits.
    public var account: String?
    /// The site it is about.
    public var site: String?

    /// A line of an amount.
    public init(amount: Cents) { self.amount = amount }
  }

  /// The VAT at one rate.
  public struct Tax: Hashable, Sendable {
    /// The rate.
    public let rate: Ratio
    /// What it is reckoned on.
    public let base: Cents
    /// The VAT.
    public let amount: Cents

    /// VAT at a rate.
    public init(rate: Ratio, base: Cents, amount: Cents) {
      self.rate = rate
      self.base = base
      self.amount = amount
    }
  }

  /// Whether we sell or buy.
  public var kind: Kind
  /// The number its issuer gave it.
  public var number: String
  /// The day it was issued.
  public var issued: Day
  /// The other party; empty while only the contract is known.
  public var party: String
  /// The contract, by identifier or by the other party's number.
  public var contract: String?
  /// The days it is about.
  public var period: Period?
  /// The number of the invoice it corrects.
  public var corrects: String?
  /// The mandate under which the buyer issued it in our name.
  public var mandate: String?
  /// The lines.
  public var lines: [Line]
  /// The VAT by rate; none under the reverse charge.
  public var taxes: [Tax]
  /// The VAT by rate that we owe in the supplier's place: it is no part of the total.
  ///
  /// - Source: CGI art. 283, 2 (suppliers abroad), 283-2 nonies (subcontracted works).
  public var selfAssessed: [Tax]
  /// What is to be paid in all.
  public var total: Cents

  /// An invoice.
  public init(
    kind: Kind, number: String, issued: Day, party: String, contract: String? = nil,
    period: Period? = nil, corrects: String? = nil, mandate: String? = nil, lines: [Line],
    taxes: [Tax] = [], selfAssessed: [Tax] = [], total: Cents
  ) {
    self.kind = kind
    self.number = number
    self.issued = issued
    self.party = party
    self.contract = contract
    self.period = period
    self.corrects = corrects
    self.mandate = mandate
    self.lines = lines
    self.taxes = taxes
    self.selfAssessed = selfAssessed
    self.total = total
  }

  /// The sum of the lines of some kinds, before VAT.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func net(of kinds: [LineKind] = LineKind.allCases) throws(UnitRefusal) -> Cents {
    try Cents.sum(lines.filter { kinds.contains($0.kind) }.map(\.amount))
  }

  /// The energy it tells.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func energy() throws(UnitRefusal) -> WattHours {
    try WattHours.sum(lines.compactMap(\.energy))
  }

  /// Holds the invoice against its own figures.
  ///
  /// A line may differ by a cent from energy times price, and the VAT of a rate by a cent from its base
  /// times the rate: issuers round in their own order.
  /// - Throws: every ``InvoiceRefusal``, gathered.
  /// - Source: EN 16931, rules BR-CO-13, BR-CO-15, BR-S-09.
  public func check() throws {
    var found: [InvoiceRefusal] = []
    if lines.isEmpty { found.append(.invoiceHasNoLine(number)) }
    for (index, line) in lines.enumerated() {
      guard let energy = line.energy, let price = line.price else { continue }
      let product = Cents(
        try Ratio(price.numerator, price.denominator * 10).of(energy.units, .halfAwayFromZero))
      if (product - line.amount).magnitude > Cents(1) {
        found.append(.lineIsNotItsProduct(number, line: index + 1, product, told: line.amount))
      }
    }
    for tax in taxes + selfAssessed {
      let product = try tax.rate.of(tax.base, .halfAwayFromZero)
      if (product - tax.amount).magnitude > Cents(1) {
        found.append(.vatIsNotItsRate(number, rate: tax.rate, product, told: tax.amount))
      }
    }
    let (base, net) = (try Cents.sum((taxes + selfAssessed).map(\.base)), try net())
    if !selfAssessed.isEmpty, kind == .sale || base.magnitude > net.magnitude {
      found.append(.reverseChargeDoesNotFit(number, base: base, net: net))
    }
    let sum = try Cents.sum([net] + taxes.map(\.amount))
    if sum != total { found.append(.invoiceDoesNotSum(number, sum, told: total)) }
    guard found.isEmpty else { throw Refusals(found) }
  }
}
