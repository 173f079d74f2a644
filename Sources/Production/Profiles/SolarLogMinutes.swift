extension Profile {
  /// Solar-Log `min_*.js`: newest first, a block an inverter, each with its energy since midnight.
  ///
  /// A block of four fields is an inverter of one string, one of six of two strings; until 2007 both
  /// had four, and only the order told them apart.
  public static let solarLogMinutes = {
    var profile = Profile(
      name: "solar-log-minutes", delimiter: .bar, decimalMark: .point,
      heading: .blocks(
        start: "m[mi++]=\"",
        layouts: [
          [
            Block(device: "1-string", fields: 4, value: 2, power: 0),
            Block(device: "2-strings", fields: 6, value: 3, power: 0),
          ],
          [
            Block(device: "1-string", fields: 4, value: 2, power: 0),
            Block(device: "2-strings", fields: 4, value: 3, power: 0),
          ],
          [Block(device: "1-string", fields: 4, value: 2, power: 0)],
          [Block(device: "2-strings", fields: 6, value: 3, power: 0)],
        ]),
      stamp: Stamp(column: "", patterns: ["'m[mi++]=\"'dd.MM.yy HH:mm:ss"], meaning: .instant),
      value: Column("", .wattHours, .dailyCounter), device: .heading)
    profile.powerUnit = .watts
    profile.encoding = .latin1
    profile.nights = .silent
    return profile
  }()
}
