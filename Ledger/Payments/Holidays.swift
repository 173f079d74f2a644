public import Units

/// The working days of France.
public enum Holidays {
  /// The day, or the first working day after it.
  public static func workingDay(from day: Day) -> Day {
    var day = day
    while day.weekday > 5 || isHoliday(day) { day = day.next }
    return day
  }

  /// Whether a day is a public holiday in the whole of France.
  ///
  /// - Source: C. trav. art. L3133-1.
  public static func isHoliday(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.calendar
    let fixed = [
      (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
    ]
    if fixed.contains(where: { $0 == (month, dayOfMonth) }) { return true }
    return [1, 39, 50].contains(easter(year).days(until: day))
  }

  /// Easter Sunday.
  ///
  /// - Source: the anonymous Gregorian computus (Nature, 20 April 1876).
  static func easter(_ year: Int) -> Day {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
    return Month(year: year, monthOfYear: sum / 31).first.adding(days: sum % 31)
  }
}
