import Units

/// The inverter history of Huawei FusionSolar: a row every quarter of an hour while the sun is up.
struct FusionSolar {
  private let roof: Roof
  /// The lifetime counters in tens of watt-hours.
  private var counters: [Int64]

  init(_ roof: Roof) {
    self.roof = roof
    counters = roof.serials.indices.map { roof.takeover($0) / 10 }
  }

  /// One month of a roof: one file, and the energy by meter and day.
  mutating func month(
    _ month: Month, _ runs: [[DayRun]]
  ) -> (files: [TextFile], energies: [[WattHours]]) {
    var rows = head(month)
    var energies: [[WattHours]] = []
    for meter in counters.indices {
      var days: [WattHours] = []
      for run in runs[meter] {
        let (text, daily) = dayRows(run, meter)
        rows += text
        counters[meter] += daily
        days.append(WattHours(daily * 10))
      }
      energies.append(days)
    }
    let name = "Inverter_\(roof.id)_\(padded(month.year, 4))_\(padded(month.monthOfYear, 2)).csv"
    return ([TextFile("production/\(month)/\(name)", rows)], energies)
  }

  /// The day's rows, from before sunrise to after sunset, and its energy in tens of watt-hours.
  private func dayRows(_ run: DayRun, _ meter: Int) -> (rows: String, daily: Int64) {
    var rows = ""
    var sum: Int64 = 0
    let first = (run.daylight.firstIndex(of: true) ?? 0) - 6
    let last = (run.daylight.lastIndex(of: true) ?? 0) + 6
    for index in run.watts.indices {
      if (first...last).contains(index), index % 3 == 0,
        !run.outage.isUnheard(on: run.day, second: Int64(index) * step)
      {
        rows += row(run, index, meter, daily: sum / 120)
      }
      sum += run.watts[index]
    }
    return (rows, sum / 120)
  }

  private func row(_ run: DayRun, _ index: Int, _ meter: Int, daily: Int64) -> String {
    let power = run.watts[index]
    let isSummer = ParisTime.offset(at: run.instant(index)) == 7_200
    let stands = run.outage.stands(on: run.day, second: Int64(index) * step)
    let status =
      stands ? "Shutdown : fault" : power > 0 ? "Grid connected" : "Standby :  no sunlight"
    let fields = [
      roof.name, "/\(Fiction.name)", roof.serials[meter],
      "\(run.day) \(clockText(run.clock(index))):00\(isSummer ? " DST" : "")",
      trimmed(power, decimals: 3), trimmed(counters[meter] + daily, decimals: 2),
      trimmed(daily, decimals: 2), stands ? "N/A" : power > 0 ? "50.0" : "0.0", status,
      trimmed(power * 102 / 100, decimals: 3), "-",
    ]
    return fields.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\r\n"
  }

  private func head(_ month: Month) -> String {
    let columns = [
      "Site Name", "Management Domain", "ManageObject", "Start Time", "Active power(kW)",
      "Cumulative energy(kWh)", "Daily energy(kWh)", "Grid frequency(Hz)", "Inverter status",
      "Total input power(kW)", "WiFi Signal strength(dBm)",
    ]
    return "Time range:,\(month.first) 00:00:00 - \(month.last) 23:59:59\r\n"
      + "Export time:,\(month.next.first) 08:00:00\r\n"
      + "\"\"\"N/A\"\": value not recorded\n\"\"-\"\": value not supported\n"
      + "Fictional data, written by soleil-simulate\"\r\n"
      + columns.joined(separator: ",") + "\r\n"
  }

  /// A decimal with a point and no trailing zeros but one.
  private func trimmed(_ value: Int64, decimals: Int) -> String {
    var text = decimalText(value, decimals: decimals)[...]
    while text.hasSuffix("0"), !text.hasSuffix(".0") { text = text.dropLast() }
    return String(text)
  }
}
