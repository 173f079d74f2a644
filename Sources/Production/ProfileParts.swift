/// How bytes are letters.
public enum Encoding: String, Hashable, Sendable {
  /// UTF-8; with a byte order mark of UTF-16, that.
  case utf8 = "utf-8"
  /// Latin-1, one byte a letter; a byte order mark still wins.
  case latin1 = "latin-1"
}

/// What stands between two cells.
public enum Delimiter: UInt8, Hashable, Sendable {
  /// `;`
  case semicolon = 0x3B
  /// `,`
  case comma = 0x2C
  /// A tabulator.
  case tab = 0x09
}

/// What stands between units and decimals; the other one may group thousands.
public enum DecimalMark: UInt8, Hashable, Sendable {
  /// `,`
  case comma = 0x2C
  /// `.`
  case point = 0x2E

  /// The other mark.
  public var other: DecimalMark { self == .comma ? .point : .comma }
}

/// The lines above the data.
public enum Heading: Hashable, Sendable {
  /// One line of headings, whose first cell is this.
  case row(first: String)
  /// A line of names beginning so, a line of their values, then one line of headings.
  ///
  /// The file must state every fact, such as `Type de donnees` = `Index`.
  case record(first: String, facts: [String: String], then: String)
  /// Several lines telling each column's device, quantity and unit, the last beginning `units`.
  ///
  /// The first line of the file that begins with `anchor` announces them; the devices stand on the
  /// line whose cells begin with `devicePrefix`.
  case stacked(anchor: String, devicePrefix: String, units: String)
}

/// When a row was.
public struct Stamp: Hashable, Sendable {
  /// What the clock reading means for the value beside it.
  public enum Meaning: String, Hashable, Sendable {
    /// The interval starts then.
    case start
    /// The interval ends then.
    case end
    /// The counter stood so then.
    case instant
    /// Only the date counts: a counter as it stood at its midnight, or the energy of that day.
    case date
  }

  /// The heading of its column; empty where the stack of headings gives it no name.
  public var column: String
  /// The ways it is written: `yyyy MM dd HH mm ss`, and `XXX` for an offset from UTC.
  public var patterns: [String]
  /// What it means.
  public var meaning: Meaning
  /// The suffix of a clock that shows summer time, where the format writes one.
  public var summerMark: String?

  /// Describes a stamp; its zone is that of France wherever no offset is written.
  public init(
    column: String, patterns: [String], meaning: Meaning, summerMark: String? = nil
  ) {
    self.column = column
    self.patterns = patterns
    self.meaning = meaning
    self.summerMark = summerMark
  }
}

/// The column that counts.
public struct Column: Hashable, Sendable {
  /// What a number in it is.
  public enum Nature: String, Hashable, Sendable {
    /// A counter that only rises.
    case counter
    /// The energy of the row's interval.
    case intervalEnergy = "interval-energy"
    /// The mean power over the row's interval.
    case meanPower = "mean-power"
  }

  /// The heading.
  public var heading: String
  /// The unit.
  public var unit: MeasuredUnit
  /// What a number in it is.
  public var nature: Nature

  /// Describes a column.
  public init(_ heading: String, _ unit: MeasuredUnit, _ nature: Nature) {
    self.heading = heading
    self.unit = unit
    self.nature = nature
  }
}

/// A unit of energy or power.
public enum MeasuredUnit: String, Hashable, Sendable {
  /// Watt-hours.
  case wattHours = "Wh"
  /// Kilowatt-hours.
  case kilowattHours = "kWh"
  /// Watts.
  case watts = "W"
  /// Kilowatts.
  case kilowatts = "kW"

  /// How many decimals of it make a thousandth of a watt or watt-hour.
  var decimals: Int { self == .wattHours || self == .watts ? 3 : 6 }
}

/// Where the device is named.
public enum DeviceKey: Hashable, Sendable {
  /// In the stack of headings, above each column.
  case heading
  /// In the record above the headings, under this name.
  case record(String)
  /// In a column of this heading, row by row.
  case column(String)
}

/// Whether rows are written at night.
public enum Nights: String, Hashable, Sendable {
  /// A row every step, day and night.
  case recorded
  /// The device sleeps: no row between dusk and dawn.
  case silent
}
