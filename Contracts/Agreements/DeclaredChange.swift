public import Text
public import Units

/// A device put in the place of another under the same number, with the last and first readings.
public struct DeclaredChange: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The meter, which keeps its identifier and its number in files.
  public let meter: String
  /// The civil day of the change.
  public let day: Day
  /// The last reading of the old device, in watt-hours.
  public let lastOldWh: Int64
  /// The first reading of the new one, in watt-hours.
  public let firstNewWh: Int64

  private static let register: ClosedRange<Int64> = 0...1_000_000_000_000_000

  /// Reads `[[meter_change]]`.
  public init(_ table: TableReader) {
    table.allow(["id", "meter", "valid_from", "last_old_wh", "first_new_wh", "note"])
    id = table.identifier()
    meter = table.text("meter")
    day = table.day("valid_from")
    lastOldWh = table.integer("last_old_wh", in: Self.register)
    firstNewWh = table.integer("first_new_wh", in: Self.register)
  }
}
