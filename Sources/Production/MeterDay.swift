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
///
/// Days go from hand to hand by the ten thousand: what a day says is held once, a copy is a word.
public struct MeterDay: Hashable, Sendable {
  private let telling: Telling
  /// What the rows of the day said, where they say more than its energy.
  public var curve: DayCurve? { telling.curve }
  /// The meter.
  public var meter: String { telling.meter }
  /// The civil day in France.
  public var day: Day { telling.day }
  /// The exact energy in thousandths of a watt-second; a watt-hour is 3 600 000 of them.
  public var milliwattSeconds: Int64 { telling.milliwattSeconds }
  /// How much of the day is covered, in seconds.
  public var coveredSeconds: Int64 { telling.coveredSeconds }
  /// How far the energy can be relied on.
  public var quality: Quality { telling.quality }
  /// The first line of the file that speaks of it.
  public var firstLine: Int { telling.firstLine }
  /// The last line of the file that speaks of it.
  public var lastLine: Int { telling.lastLine }
  /// The counter at the first and at the last reading, where there is one.
  public var register: ClosedRange<WattHours>? { telling.register }

  /// States the energy of a day.
  public init(
    meter: String, day: Day, milliwattSeconds: Int64, coveredSeconds: Int64, quality: Quality,
    firstLine: Int, lastLine: Int, register: ClosedRange<WattHours>? = nil,
    curve: DayCurve? = nil
  ) {
    telling = Telling(
      meter: meter, day: day, milliwattSeconds: milliwattSeconds, coveredSeconds: coveredSeconds,
      quality: quality, firstLine: firstLine, lastLine: lastLine, register: register, curve: curve)
  }

  /// The energy in whole watt-hours: rounded once, here, a half to the even neighbour.
  ///
  /// Half-hour powers make exact halves of a watt-hour; away from zero they would add up over a
  /// year, to the even neighbour they do not.
  public var energy: WattHours { telling.energy }

  /// The length of the civil day: 23, 24 or 25 hours, in seconds.
  public var expectedSeconds: Int64 { ParisTime.length(of: day) }

  /// Whether the day can be closed.
  public var isComplete: Bool { quality == .measured || quality == .estimated }
}

/// What a day says, field by field.
private final class Telling: Hashable, Sendable {
  let meter: String
  let day: Day
  let milliwattSeconds: Int64
  let energy: WattHours
  let coveredSeconds: Int64
  let quality: Quality
  let firstLine: Int
  let lastLine: Int
  let register: ClosedRange<WattHours>?
  let curve: DayCurve?

  init(
    meter: String, day: Day, milliwattSeconds: Int64, coveredSeconds: Int64, quality: Quality,
    firstLine: Int, lastLine: Int, register: ClosedRange<WattHours>?, curve: DayCurve?
  ) {
    self.meter = meter
    self.day = day
    self.milliwattSeconds = milliwattSeconds
    energy = WattHours(Int64(Rounding.halfToEven.quotient(Int128(milliwattSeconds), 3_600_000)))
    self.coveredSeconds = coveredSeconds
    self.quality = quality
    self.firstLine = firstLine
    self.lastLine = lastLine
    self.register = register
    self.curve = curve
  }

  static func == (left: Telling, right: Telling) -> Bool {
    left === right
      || left.meter == right.meter && left.day == right.day
        && left.milliwattSeconds == right.milliwattSeconds
        && left.coveredSeconds == right.coveredSeconds && left.quality == right.quality
        && left.firstLine == right.firstLine && left.lastLine == right.lastLine
        && left.register == right.register && left.curve == right.curve
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(meter)
    hasher.combine(day)
    hasher.combine(milliwattSeconds)
  }
}
