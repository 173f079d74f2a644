/// How bytes are letters.
public enum Encoding: String, Hashable, Sendable, CaseIterable {
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
  /// `|`
  case bar = 0x7C

  /// The ways a profile file names it.
  public static let names: [String: Delimiter] = [
    ";": .semicolon, ",": .comma, "tab": .tab, "\t": .tab, "|": .bar,
  ]
}

/// What stands between units and decimals; the other one may group thousands.
public enum DecimalMark: UInt8, Hashable, Sendable {
  /// `,`
  case comma = 0x2C
  /// `.`
  case point = 0x2E

  /// The other mark.
  public var other: DecimalMark { self == .comma ? .point : .comma }
  /// The ways a profile file names it.
  public static let names: [String: DecimalMark] = [",": .comma, ".": .point]
}

/// A heading, in each of the ways that the portal spells it.
public struct Name: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// The spellings, the usual one first.
  public let spellings: [String]

  /// A heading of several spellings.
  public init(_ spellings: [String]) { self.spellings = spellings }
  /// A heading of one spelling.
  public init(stringLiteral only: String) { spellings = [only] }
  /// A heading of several spellings.
  public init(arrayLiteral spellings: String...) { self.spellings = spellings }

  /// The usual spelling.
  public var usual: String { spellings.first ?? "" }
}

/// The lines above the data.
public enum Heading: Hashable, Sendable {
  /// One line of headings, whose first cell is this.
  case row(first: Name)
  /// A line of names beginning so, a line of their values, then one line of headings.
  ///
  /// The file must state every fact, such as `Type de donnees` = `Index`.
  case record(first: String, facts: [String: String], then: String)
  /// Several lines telling each column's device, quantity and unit, the last beginning `units`.
  ///
  /// The first line of the file that begins with `anchor` announces them; the devices stand on the
  /// line whose cells begin with `devicePrefix`.
  ///
  /// Where the prefix is empty, the devices stand on the line above the quantities.
  case stacked(anchor: String, devicePrefix: String, units: String)
  /// No line of headings: the columns have these names in this order, and there are no others.
  case none(columns: [String])
  /// No line of headings: every line begins so, and blocks of `;` fields follow, one a device.
  ///
  /// The first layout that fits the first line counts. Blocks of different sizes may stand in any
  /// order, for it changes with the firmware; blocks of the same size stand in the order told.
  case blocks(start: String, layouts: [[Block]])
}

/// The fields that one device fills in a line.
public struct Block: Hashable, Sendable {
  /// The device that such a block is of.
  public var device: String
  /// How many fields it has.
  public var fields: Int
  /// The field that counts, from 0.
  public var value: Int
  /// The field of mean power, from 0.
  public var power: Int?

  /// Describes a block.
  public init(device: String, fields: Int, value: Int, power: Int? = nil) {
    self.device = device
    self.fields = fields
    self.value = value
    self.power = power
  }
}

/// What a column beside the value says about its row.
public struct RowRule: Hashable, Sendable {
  /// What a cell of the column decides.
  public enum Kind: Hashable, Sendable {
    /// The row is read only when the cell is one of these.
    case reads([String])
    /// The cell must not be empty, else the row is damaged and its value unknown.
    case needs
    /// The value is an estimate when the cell is one of these.
    case estimates([String])
    /// The value is an estimate unless the cell is one of these, or empty.
    case measures([String])
    /// The unit, row by row: one of these, or the file is refused.
    case unit([String])
  }

  /// The heading.
  public var column: Name
  /// What it decides.
  public var kind: Kind

  /// States a rule.
  public init(_ column: Name, _ kind: Kind) {
    self.column = column
    self.kind = kind
  }
}

/// When a row was.
public struct Stamp: Hashable, Sendable {
  /// What the clock reading means for the value beside it.
  public enum Meaning: String, Hashable, Sendable, CaseIterable {
    /// The interval starts then.
    case start
    /// The interval ends then.
    case end
    /// The counter stood so then.
    case instant
    /// Only the date counts: a counter as it stood at its midnight, or the energy of that day.
    case date
  }

  /// What the clock of the file shows where no offset from UTC is written.
  public enum Zone: Hashable, Sendable {
    /// Legal time in France, the same as in Berlin, Madrid or Rome.
    case paris
    /// Always so many minutes ahead of UTC.
    case fixed(minutes: Int)

    /// The zones whose legal time is that of France all year.
    public static let sameAsParis = [
      "Europe/Paris", "Europe/Amsterdam", "Europe/Berlin", "Europe/Brussels", "Europe/Copenhagen",
      "Europe/Ljubljana", "Europe/Luxembourg", "Europe/Madrid", "Europe/Prague", "Europe/Rome",
      "Europe/Vienna", "Europe/Zurich",
    ]

    /// Reads the name of a zone, `UTC`, or an offset such as `+01:00`.
    public init?(named name: String) {
      if Zone.sameAsParis.contains(name) {
        self = .paris
      } else if name == "UTC" {
        self = .fixed(minutes: 0)
      } else {
        let letters = Array(name.utf8)
        guard letters.count == 6, letters[3] == Ascii.colon,
          letters[0] == Ascii.plus || letters[0] == Ascii.minus,
          let hours = Int(name.dropFirst().prefix(2)), let minutes = Int(name.suffix(2)),
          hours <= 14, (0..<60).contains(minutes), hours >= 0
        else { return nil }
        let ahead = hours * 60 + minutes
        self = .fixed(minutes: letters[0] == Ascii.minus ? -ahead : ahead)
      }
    }
  }

  /// A column that says whether the clock shows summer time.
  public struct Season: Hashable, Sendable {
    /// Its heading.
    public var column: Name
    /// The cell for summer time.
    public var summer: String
    /// The cell for winter time.
    public var winter: String

    /// Describes the column.
    public init(_ column: Name, summer: String, winter: String) {
      self.column = column
      self.summer = summer
      self.winter = winter
    }
  }

  /// The heading of its column; empty where the stack of headings gives it no name.
  public var column: Name
  /// The ways it is written: `yyyy MM dd HH mm ss`, and `XXX` for an offset from UTC.
  public var patterns: [String]
  /// What it means.
  public var meaning: Meaning
  /// The suffix of a clock that shows summer time, where the format writes one.
  public var summerMark: String?
  /// The column that says so instead.
  public var season: Season?
  /// The zone of its clock.
  public var zone = Zone.paris
  /// The heading of the time of day, where it stands in a column of its own; patterns join the two
  /// by a space.
  public var timeColumn: Name?
  /// Whether a day after the twelfth must prove that the month comes first.
  public var mustProveOrder = false

  /// Describes a stamp; its zone is that of France wherever no offset is written.
  public init(
    column: Name, patterns: [String], meaning: Meaning, summerMark: String? = nil
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
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    /// A counter that only rises.
    case counter
    /// A counter that starts again from zero every midnight.
    case dailyCounter = "daily-counter"
    /// The energy of the row's interval.
    case intervalEnergy = "interval-energy"
    /// The mean power over the row's interval.
    case meanPower = "mean-power"
    /// The power at that instant; between two readings it is believed to change evenly.
    case instantPower = "instant-power"
  }

  /// The heading.
  public var heading: Name
  /// Headings that name the same column and state a unit that is not its unit.
  public var lyingHeadings: [String] = []
  /// The unit.
  public var unit: MeasuredUnit
  /// What a number in it is.
  public var nature: Nature

  /// Describes a column.
  public init(_ heading: Name, _ unit: MeasuredUnit, _ nature: Nature) {
    self.heading = heading
    self.unit = unit
    self.nature = nature
  }
}

/// A unit of energy or power.
public enum MeasuredUnit: String, Hashable, Sendable, CaseIterable {
  /// Watt-hours.
  case wattHours = "Wh"
  /// Kilowatt-hours.
  case kilowattHours = "kWh"
  /// Watts.
  case watts = "W"
  /// Kilowatts.
  case kilowatts = "kW"

  /// How many decimals of it make a thousandth of a watt or watt-hour.
  public var decimals: Int { self == .wattHours || self == .watts ? 3 : 6 }
}

/// Where the device is named.
public enum DeviceKey: Hashable, Sendable {
  /// In the stack of headings, above each column.
  case heading
  /// In the record above the headings, under this name.
  case record(String)
  /// In a column of this heading, row by row.
  case column(Name)
  /// On a line above the headings that begins with this, in its second cell.
  case line(String)
  /// Nowhere in the file: its name without the extension stands for it.
  case fileName
}

/// Whether rows are written at night.
public enum Nights: String, Hashable, Sendable, CaseIterable {
  /// A row every step, day and night.
  case recorded
  /// The device sleeps: no row between dusk and dawn.
  case silent
}
