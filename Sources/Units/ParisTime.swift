/// Legal time in metropolitan France: UTC+1, and UTC+2 from the last Sunday of March to the last
/// Sunday of October, changing at 01:00 UTC.
///
/// Written out rather than asked of the machine, so that `TZ` and the machine's zone files never
/// change a figure.
/// - Source: décret n° 78-855; Directive 2000/84/EC. The autumn change fell on the last Sunday of
///   October from 1996 on; earlier years are not supported.
public enum ParisTime {
  /// What a local clock reading means.
  public enum Reading: Hashable, Sendable {
    /// One instant shows this reading.
    case once(Instant)
    /// Two instants show it: the hour is repeated in October.
    case twice(first: Instant, second: Instant)
    /// No instant shows it: the hour is skipped in March. The instant is the one a clock left on
    /// winter time would mean.
    case never(onWinterTime: Instant)
  }

  static let winter: Int64 = 3_600
  static let summer: Int64 = 7_200

  /// Seconds that the local clock is ahead of UTC.
  public static func offset(at instant: Instant) -> Int64 {
    let (year, month, _) = instant.split(offset: 0).day.calendar
    switch month {
    case 4...9: return summer
    case 3: return instant < change(year: year, month: 3) ? winter : summer
    case 10: return instant < change(year: year, month: 10) ? summer : winter
    default: return winter
    }
  }

  /// The civil day an instant falls on.
  public static func day(of instant: Instant) -> Day {
    instant.split(offset: offset(at: instant)).day
  }

  /// The instant of the day's first second.
  public static func start(of day: Day) -> Instant {
    let midnight = Instant(seconds: Int64(day.number) * 86_400)
    return midnight.adding(seconds: -offset(at: midnight.adding(seconds: -winter)))
  }

  /// The length of a civil day: 23, 24 or 25 hours, in seconds.
  public static func length(of day: Day) -> Int64 {
    start(of: day.next).seconds - start(of: day).seconds
  }

  /// What a clock showing `secondOfDay` seconds after midnight of `day` means.
  public static func read(_ day: Day, secondOfDay: Int) -> Reading {
    let local = Instant(seconds: Int64(day.number) * 86_400 + Int64(secondOfDay))
    let asWinter = local.adding(seconds: -winter)
    let asSummer = local.adding(seconds: -summer)
    switch (offset(at: asSummer) == summer, offset(at: asWinter) == winter) {
    case (true, true): return .twice(first: asSummer, second: asWinter)
    case (true, false): return .once(asSummer)
    case (false, true): return .once(asWinter)
    case (false, false): return .never(onWinterTime: asWinter)
    }
  }

  /// 01:00 UTC on the last Sunday of the month.
  private static func change(year: Int, month: Int) -> Instant {
    let last = Month(year: year, monthOfYear: month).last
    let sunday = last.adding(days: -(last.weekday % 7))
    return Instant(seconds: Int64(sunday.number) * 86_400 + 3_600)
  }
}
