/// How the files of one portal are laid out: a value, not a program.
///
/// Columns are bound by their headings, never by their positions. A profile compiles to a fast
/// reader (``RowReader``); it does not bypass it.
public struct Profile: Hashable, Sendable {
  /// The stable name, such as `sma-sunny-explorer-day`.
  public var name: String
  /// How bytes are letters, unless a byte order mark says otherwise.
  public var encoding = Encoding.utf8
  /// What stands between two cells.
  public var delimiter: Delimiter
  /// What stands between units and decimals.
  public var decimalMark: DecimalMark
  /// The lines above the data.
  public var heading: Heading
  /// When a row was.
  public var stamp: Stamp
  /// The column that counts.
  public var value: Column
  /// The heading of a column of mean power, in kilowatts, that must tell the same as the counter.
  public var powerCheck: String?
  /// Cells that mean "unknown", besides the empty one; none of them is zero.
  public var missing: [String] = []
  /// Where the device is named.
  public var device: DeviceKey
  /// The steps in seconds that the format writes; any when empty.
  public var steps: [Int64] = []
  /// Whether rows are written at night.
  public var nights = Nights.recorded
  /// The first cell of another table that follows in the same file.
  public var endsBefore: String?

  /// Describes a layout; the other properties are set where a format needs them.
  public init(
    name: String, delimiter: Delimiter, decimalMark: DecimalMark, heading: Heading, stamp: Stamp,
    value: Column, device: DeviceKey
  ) {
    self.name = name
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.heading = heading
    self.stamp = stamp
    self.value = value
    self.device = device
  }

  /// The formats read without being told how.
  public static let builtIn: [Profile] = [
    .sunnyExplorerDay, .sunnyExplorerMonth, .fusionSolarInverter, .enedisCurve,
    .enedisTenMinuteCurve, .enedisDailyIndex,
  ]

  /// The built-in profile of that name.
  public static func named(_ name: String) -> Profile? { builtIn.first { $0.name == name } }
}
