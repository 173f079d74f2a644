public import Tables
public import Units

/// How an income is taxed when it is paid.
public enum TaxStatus: String, Hashable, Sendable, CaseIterable {
  /// A natural person who lives in France: every levy.
  case person
  /// The same, spared the advance on income tax by an attestation.
  case exempt
  /// A company or public body of France: nothing is withheld.
  case organisation

  /// What is withheld from it.
  public var levies: [Levy] {
    switch self {
    case .person: Levy.allCases
    case .exempt: Levy.social
    case .organisation: []
    }
  }
}

/// What is withheld from one payment, levy by levy.
public struct Withheld: Hashable, Sendable {
  /// The amounts above zero.
  private let amounts: [Levy: Cents]

  /// Nothing.
  public static let nothing = Withheld([:])

  /// The amounts by levy; zero is left out.
  public init(_ amounts: [Levy: Cents]) { self.amounts = amounts.filter { $0.value != .zero } }

  /// What is withheld from a gross amount paid on a day.
  ///
  /// Each levy is a tax of its own: it is reckoned on the gross amount and rounded to the cent by
  /// itself, half away from zero.
  /// - Throws: ``PaymentsRefusal/rateIsUnknown(_:_:)``, ``PaymentsRefusal/sumIsTooLarge``.
  public init(
    from gross: Cents, _ status: TaxStatus, on day: Day
  ) throws(PaymentsRefusal) {
    var amounts: [Levy: Cents] = [:]
    for levy in status.levies {
      guard let rate = Levies.rate(levy, on: day) else { throw .rateIsUnknown(levy, day) }
      guard let amount = try? rate.rate.of(gross, .halfAwayFromZero) else { throw .sumIsTooLarge }
      amounts[levy] = amount
    }
    self.init(amounts)
  }

  /// The amount of a levy, zero when it is not withheld.
  public subscript(levy: Levy) -> Cents { amounts[levy] ?? .zero }

  /// The advance on income tax: account 4422.
  public var incomeTax: Cents { self[.incomeTax] }
  /// The three social levies together: account 4423.
  public var social: Cents { Levy.social.reduce(.zero) { $0 + self[$1] } }
  /// Everything.
  public var total: Cents { incomeTax + social }

  /// Both together.
  public static func + (left: Withheld, right: Withheld) -> Withheld {
    Withheld(left.amounts.merging(right.amounts) { $0 + $1 })
  }
}
