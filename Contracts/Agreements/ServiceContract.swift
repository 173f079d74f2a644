public import Text
public import Units

/// A service that costs so much a year and is invoiced now and then: maintenance, fees, metering.
///
/// What a month uses of it is a charge of the month, invoiced or not.
public struct ServiceContract: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The party that renders it.
  public internal(set) var supplier: String
  /// The account of the charge, six digits of class 6.
  public let account: String
  /// The site it is about, or nothing for all of them.
  public let site: String?
  /// What a year costs, before VAT.
  public let yearly: Cents
  /// The days it is in force.
  public let term: Period

  /// Reads `[[service_contract]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "supplier", "account", "site", "cents_per_year", "first", "last", "valid_from", "note",
    ])
    id = table.identifier()
    supplier = table.text("supplier")
    account = table.account("account", under: "6") { .chargeAccountIsMalformed($0) }
    site = table.optionalText("site")
    yearly = table.cents("cents_per_year")
    term = table.period("first", "last")
  }
}
