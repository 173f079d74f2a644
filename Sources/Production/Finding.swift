public import Units

/// One thing found in a file, with its numbers and the first place that shows it.
public struct Finding: Hashable, Sendable {
  /// What was found.
  public let code: FindingCode
  /// The first place that shows it.
  public let place: Place
  /// How many lines, days or rows share it; 1 when it is alone.
  public var count = 1
  /// The meter or, before a meter is known, the device as the file writes it.
  public var meter: String?
  /// The day it concerns.
  public var day: Day?
  /// The energy the file tells, or the lower bound it proves.
  public var energy: WattHours?
  /// The energy it is measured against: what the book has, what is possible.
  public var against: WattHours?
  /// The other line, where two contradict each other.
  public var otherLine: Int?
  /// The words that stand there: a heading, a unit, a device.
  public var words: String?

  /// States a finding.
  public init(
    _ code: FindingCode, at place: Place, count: Int = 1, meter: String? = nil, day: Day? = nil,
    energy: WattHours? = nil, against: WattHours? = nil, otherLine: Int? = nil,
    words: String? = nil
  ) {
    self.code = code
    self.place = place
    self.count = count
    self.meter = meter
    self.day = day
    self.energy = energy
    self.against = against
    self.otherLine = otherLine
    self.words = words
  }

  /// What it makes of the file.
  public var verdict: Verdict { code.verdict }
}

extension Sequence where Element == Finding {
  /// The worst verdict of all; acceptance when there is nothing to say.
  public var verdict: Verdict { map(\.verdict).max() ?? .accept }
}
