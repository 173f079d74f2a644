public import Units

extension Tiny {
  /// The month file of a meter, with other energies on some days.
  public static func readings(
    _ meter: String, _ month: Month, changing changes: [Day: Int64]
  ) -> String {
    readings(meter, month.period.days.map { ($0, changes[$0] ?? energy(meter, $0)) })
  }

  /// A file of days of a meter in the layout of SMA Sunny Explorer, the energy in Wh.
  public static func readings(_ meter: String, _ days: [(day: Day, energy: Int64)]) -> String {
    let head = readings(meter, Month(year: 2025, monthOfYear: 1))
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(9)
    var counter: Int64 = 123_456
    let rows = days.map { day, energy in
      counter += energy
      let (year, month, dayOfMonth) = day.calendar
      return "\(two(dayOfMonth)).\(two(month)).\(year);\(comma(counter));\(comma(energy))\n"
    }
    return head.joined(separator: "\n") + "\n" + rows.joined()
  }
}
