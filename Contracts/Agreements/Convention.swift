public import Text
public import Units

/// A roof convention: the right to produce on somebody's building, and the rent for it.
public struct Convention: Hashable, Sendable {
  /// The kinds of right.
  public enum Kind: String, Sendable, CaseIterable {
    /// Service concession.
    case concession
    /// Temporary occupation of the public domain.
    case cot
    /// Temporary occupation with real rights.
    case aot
    /// Long lease.
    case lease
    /// Lease by a private owner.
    case privateLease = "private-lease"
  }

  /// The identifier.
  public let id: String
  /// The site it opens.
  public let site: String
  /// The kind of right.
  public let kind: Kind
  /// The party that grants it and takes the rent.
  public let owner: String
  /// The days it is in force.
  public let term: Period
  /// The rent.
  public let rent: Rent

  /// Reads `[[convention]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "site", "type", "owner", "first", "last", "act", "rent", "valid_from", "note",
    ])
    id = table.identifier()
    site = table.text("site")
    kind = table.choice("type", Kind.self) ?? .concession
    owner = table.text("owner")
    term = table.period("first", "last")
    rent = Rent(table.table("rent"))
  }
}

/// How a roof rent is reckoned.
///
/// Zero is a valid rent.
public enum Rent: Hashable, Sendable {
  /// No rent.
  case zero
  /// So much a year.
  case fixed(centsPerYear: Int64)
  /// So much a kilowatt peak and year.
  case perKilowattPeak(centsPerYear: Int64)
  /// So much a square metre and year.
  case perSquareMetre(centsPerYear: Int64)
  /// A part of the sales, not below nor above so much a year.
  case percentageOfSales(Ratio, floorPerYear: Cents?, capPerYear: Cents?)

  /// Reads `[convention.rent]`.
  init(_ table: TableReader) {
    table.allow([
      "kind", "cents_per_year", "cents_per_kwc_year", "cents_per_m2_year", "percent", "of",
      "floor_cents_per_year", "cap_cents_per_year",
    ])
    let kind = table.text("kind")
    switch kind {
    case "zero": self = .zero
    case "fixed": self = .fixed(centsPerYear: table.integer("cents_per_year"))
    case "per-kwc":
      self = .perKilowattPeak(centsPerYear: table.integer("cents_per_kwc_year"))
    case "per-m2":
      self = .perSquareMetre(centsPerYear: table.integer("cents_per_m2_year"))
    case "percentage":
      let percent = table.ratio("percent", from: .zero, through: Ratio(100, 1)) {
        .rentPercentageIsOutOfRange($0)
      }
      let floor = table.optionalInteger("floor_cents_per_year").map(Cents.init)
      let cap = table.optionalInteger("cap_cents_per_year").map(Cents.init)
      if let floor, let cap, floor > cap {
        table.refuse(
          AgreementRefusal.rentFloorExceedsTheCap(floor: floor, cap: cap),
          at: "floor_cents_per_year")
      }
      self = .percentageOfSales(
        Ratio(percent.numerator, percent.denominator * 100), floorPerYear: floor, capPerYear: cap)
    default:
      if table.has("kind") { table.refuse(AgreementRefusal.rentIsIncomplete(kind), at: "kind") }
      self = .zero
    }
  }
}
