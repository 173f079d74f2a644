public import Units

/// What the simulator means by one meter's files, to the watt-hour.
public struct MeterTruth: Hashable, Sendable {
  /// The meter.
  public let meter: String
  /// The device key as the files write it.
  public let serial: String
  /// The portal whose layout the files have.
  public let portal: Portal
  /// The energy of every civil day in Europe/Paris.
  public var days: [DayEnergy]

  /// The energy of all the days.
  public var total: WattHours { days.reduce(.zero) { $0 + $1.energy } }
}

/// The energy of one civil day.
public struct DayEnergy: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// What the meter delivered on it.
  public let energy: WattHours
}

/// `truth.json`: for each meter, month and day the watt-hours that the files mean.
public func truthFile(_ truths: [MeterTruth]) -> TextFile {
  let meters = truths.map { truth in
    let months = Dictionary(grouping: truth.days, by: \.day.month).sorted { $0.key < $1.key }
      .map { month, days in
        let lines = days.map { "\"\($0.day)\": \($0.energy)" }.joined(separator: ", ")
        let total = days.reduce(WattHours.zero) { $0 + $1.energy }
        return "   \"\(month)\": {\"totalWh\": \(total), \"days\": {\(lines)}}"
      }.joined(separator: ",\n")
    return """
       "\(truth.meter)": {"serial": "\(truth.serial)", "portal": "\(truth.portal.rawValue)", \
      "totalWh": \(truth.total), "months": {
      \(months)}}
      """
  }
  let head = "{\"format\": \"soleil-simulated-truth/1\", \"fictional\": true, \"meters\": {\n"
  return TextFile("truth.json", head + meters.joined(separator: ",\n") + "}}\n")
}
