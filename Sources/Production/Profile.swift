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
  /// The heading of a column of mean power that must tell the same as the counter.
  public var powerCheck: String?
  /// The unit of that column.
  public var powerUnit = MeasuredUnit.kilowatts
  /// Cells that mean "unknown", besides the empty one; none of them is zero.
  public var missing: [String] = []
  /// Cells that mean "this row is about another device": it is passed over.
  public var foreign: [String] = []
  /// What other columns say about a row.
  public var rules: [RowRule] = []
  /// Where the device is named.
  public var device: DeviceKey
  /// The steps in seconds that the format writes; any when empty.
  public var steps: [Int64] = []
  /// Whether rows are written at night.
  public var nights = Nights.recorded
  /// The first cell of another table that follows in the same file.
  public var endsBefore: String?
  /// Whether the line below the headings tells the units.
  public var hasUnitsRow = false
  /// The direction that all rows read tell, where the format tells it.
  public var flow: Flow?
  /// Whether the format must be named: its headings do not tell enough to choose it by them.
  public var isOnlyByName = false

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
    .sunnyExplorerDay, .sunnyExplorerMonth, .smaWebInterface, .smaLongTable,
    .fusionSolarInverter, .solarEdgeDaily, .enphaseReport, .sungrowMonth, .sungrowDay,
    .solaxMonth, .solarmanDaily, .solarLogMinutes, .solarLogDays, .senecWeek, .meterNDaily,
    .froniusDump, .pvdaqPower, .grafanaCounter, .hourlyWithSeason,
    .enedisCurve, .enedisTenMinuteCurve, .enedisDailyIndex, .enedisWorkbook,
    .enedisR63Production, .enedisR63Consumption, .enedisR63ProductionEnergy,
    .enedisR63ConsumptionEnergy,
    .fluviusInjection, .mojElektro, .monSol,
  ]

  /// The built-in profile of that name.
  public static func named(_ name: String) -> Profile? { builtIn.first { $0.name == name } }
}
