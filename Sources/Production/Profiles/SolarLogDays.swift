extension Profile {
  /// Solar-Log `days_hist.js`: newest first, a block an inverter with its energy and highest power.
  ///
  /// The order of the blocks may change with the firmware: only their sum is comparable over years.
  public static let solarLogDays = {
    var profile = Profile(
      name: "solar-log-days", delimiter: .bar, decimalMark: .point,
      heading: .blocks(
        start: "da[dx++]=\"",
        layouts: (1...4).reversed().map { count in
          (1...count).map { Block(device: "column \($0)", fields: 2, value: 0) }
        }),
      stamp: Stamp(column: "", patterns: ["'da[dx++]=\"'dd.MM.yy"], meaning: .date),
      value: Column("", .wattHours, .intervalEnergy), device: .heading)
    profile.encoding = .latin1
    return profile
  }()
}
