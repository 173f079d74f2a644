public import Text
public import Units

/// A grant towards a plant: it is released at the pace at which the plant is written down.
///
/// - Source: PCG art. 312-1.
public struct Grant: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The plant it helps to pay.
  public let plant: String
  /// The party that pays it.
  public let payer: String
  /// The amount.
  public let amount: Cents
  /// The day it was granted.
  public let granted: Day
  /// The reference of the decision.
  public let act: String?

  /// Reads `[[grant]]`.
  ///
  /// Terms such as 30 %, at most 45 000 €, are checked against the amount when they are given.
  public init(_ table: TableReader) {
    table.allow([
      "id", "plant", "payer", "cents", "granted", "act", "eligible_cents", "percent",
      "ceiling_cents", "valid_from", "note",
    ])
    id = table.identifier()
    plant = table.text("plant")
    payer = table.text("payer")
    amount = table.cents("cents", in: 1...1_000_000_000_000)
    granted = table.day("granted")
    act = table.optionalText("act")
    guard table.has("percent") else { return }
    let percent = table.ratio("percent", from: .zero, through: Ratio(100, 1)) {
      .rentPercentageIsOutOfRange($0)
    }
    let eligible = table.cents("eligible_cents")
    let ceiling = table.has("ceiling_cents") ? table.cents("ceiling_cents") : nil
    let share =
      (try? percent.of(eligible, .halfAwayFromZero)).map {
        Rounding.halfAwayFromZero.quotient(Int128($0.units), 100)
      } ?? 0
    let terms = min(Cents(Int64(clamping: share)), ceiling ?? Cents(Int64.max))
    if terms != amount {
      table.refuse(RoofRefusal.grantIsNotItsTerms(declared: amount, terms: terms), at: "cents")
    }
  }
}

/// A local tax of a year, as its notice says, or as it is expected before the notice comes.
public struct LocalTax: Hashable, Sendable {
  /// The kinds.
  public enum Kind: String, Sendable, CaseIterable {
    /// Cotisation foncière des entreprises.
    case cfe
    /// Taxe foncière.
    case property

    /// The account of the charge.
    ///
    /// - Source: PCG, accounts 63511 and 63512.
    public var account: String { self == .cfe ? "635110" : "635120" }
  }

  /// The identifier: kind, commune and year, say.
  public let id: String
  /// The kind.
  public let kind: Kind
  /// The year.
  public let year: Int
  /// The amount of the year.
  public let amount: Cents
  /// The site, when it concerns one alone.
  public let site: String?

  /// Reads `[[local_tax]]`.
  public init(_ table: TableReader) {
    table.allow(["id", "kind", "year", "cents", "commune", "site", "valid_from", "note"])
    id = table.identifier()
    kind = table.choice("kind", Kind.self) ?? .cfe
    year = Int(table.integer("year", in: 1970...9998))
    amount = table.cents("cents")
    _ = table.optionalText("commune")
    site = table.optionalText("site")
  }
}
