public import Units

/// How far the energy of a day can be relied on.
public enum Quality: String, Hashable, Sendable, CaseIterable {
  /// Measured over the whole civil day.
  case measured
  /// The file itself calls it an estimate.
  case estimated
  /// Part of the civil day is not covered: the energy is what is known of it, not the day's.
  case incomplete
  /// Two readings contradict each other, or the counter broke: a person decides.
  case held
}

/// What one meter produced on one civil day, and where that stands.
public struct MeterDay: Hashable, Sendable {
  /// The meter.
  public let meter: String
  /// The civil day in France.
  public let day: Day
  /// The exact energy in thousandths of a watt-second; a watt-hour is 3 600 000 of them.
  public let milliwattSeconds: Int64
  /// How much of the day is covered, in seconds.
  public let coveredSeconds: Int64
  /// How far the energy can be relied on.
  public let quality: Quality
  /// The first line of the file that speaks of it.
  public let firstLine: Int
  /// The last line of the file that speaks of it.
  public let lastLine: Int
  /// The counter at the first and at the last reading, where there is one.
  public let register: ClosedRange<WattHours>?
  /// What the rows of the day said, where they say more than its energy.
  public var curve: DayCurve?

  /// States the energy of a day.
  public init(
    meter: String, day: Day, milliwattSeconds: Int64, coveredSeconds: Int64, quality: Quality,
    firstLine: Int, lastLine: Int, register: ClosedRange<WattHours>? = nil,
    curve: DayCurve? = nil
  ) {
    self.meter = meter
    self.day = day
    self.milliwattSeconds = milliwattSeconds
    self.coveredSeconds = coveredSeconds
    self.quality = quality
    self.firstLine = firstLine
    self.lastLine = lastLine
    self.register = register
    self.curve = curve
  }

  /// The energy in whole watt-hours: rounded once, here, a half to the even neighbour.
  ///
  /// Half-hour powers make exact halves of a watt-hour; away from zero they would add up over a
  /// year, to the even neighbour they do not.
  public var energy: WattHours {
    WattHours(Int64(Rounding.halfToEven.quotient(Int128(milliwattSeconds), 3_600_000)))
  }

  /// The length of the civil day: 23, 24 or 25 hours, in seconds.
  public var expectedSeconds: Int64 { ParisTime.length(of: day) }

  /// Whether the day can be closed.
  public var isComplete: Bool { quality == .measured || quality == .estimated }
}
