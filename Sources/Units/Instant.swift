/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// The instant so many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) { self.seconds = seconds }

  /// The instant so many seconds later, or earlier when negative.
  public func adding(seconds: Int64) -> Instant { Instant(seconds: self.seconds + seconds) }

  /// `YYYY-MM-DDTHH:MM:SSZ`.
  public var description: String {
    let (day, clock) = split(offset: 0)
    let (hours, minutes, seconds) = (clock / 3600, clock / 60 % 60, clock % 60)
    return "\(day)T\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(seconds, 2))Z"
  }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The civil day and the seconds since its midnight, on a clock `offset` seconds ahead of UTC.
  public func split(offset: Int64) -> (day: Day, secondOfDay: Int) {
    let local = seconds + offset
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return (Day(number: Int32(day)), Int(local - day * 86_400))
  }
}
