import Units

/// The CSV files of SMA Sunny Explorer: a month by day, a day by five minutes.
struct SunnyExplorer {
  private let roof: Roof
  /// The lifetime counters in watts times five minutes: twelfths of a watt-hour.
  private var counters: [Int64]

  init(_ roof: Roof) {
    self.roof = roof
    counters = roof.serials.indices.map { roof.takeover($0) * 12 }
  }

  /// One month of a roof: its month file, its day files if wanted, the energy by meter and day.
  mutating func month(
    _ month: Month, _ runs: [[DayRun]], withDays: Bool
  ) -> (files: [TextFile], energies: [[WattHours]]) {
    var rows = head(pattern: "dd.MM.yyyy", second: "Tagesertrag", unit: "kWh")
    var dayFiles: [TextFile] = []
    var energies: [[WattHours]] = roof.serials.map { _ in [] }
    for (index, day) in month.period.days.enumerated() {
      if withDays { dayFiles.append(dayFile(runs.map { $0[index] })) }
      rows += dayFirst(day, ".")
      for meter in counters.indices {
        let before = counters[meter] / 12
        counters[meter] += runs[meter][index].watts.reduce(0, +)
        let energy = counters[meter] / 12 - before
        energies[meter].append(WattHours(energy))
        rows += ";\(comma(counters[meter] / 12));\(comma(energy))"
      }
      rows += "\n"
    }
    let name = "\(roof.id)-\(padded(month.year, 4))\(padded(month.monthOfYear, 2)).csv"
    return ([TextFile("production/\(month)/\(name)", rows)] + dayFiles, energies)
  }

  /// The day by five minutes: the counter at the stamp, the mean power since the stamp before.
  private func dayFile(_ runs: [DayRun]) -> TextFile {
    var rows = head(pattern: "dd.MM.yyyy HH:mm", second: "Leistung", unit: "kW")
    var running = counters
    for index in runs[0].watts.indices {
      rows += "\(dayFirst(runs[0].day, ".")) \(clockText(runs[0].clock(index)))"
      for meter in running.indices {
        let power = index > 0 ? runs[meter].watts[index - 1] : 0
        running[meter] += power
        rows += ";\(comma(running[meter] / 12));\(comma(power))"
      }
      rows += "\n"
    }
    let day = runs[0].day.description.split(separator: "-").joined()
    return TextFile("production/\(runs[0].day.month)-by-day/\(roof.id)-\(day).csv", rows)
  }

  private func head(pattern: String, second: String, unit: String) -> String {
    let pair = { (a: String, b: String) in
      roof.serials.map { _ in ";\(a);\(b)" }.joined()
    }
    let named = { (prefix: String) in
      roof.serials.map { ";\(prefix)\($0);\(prefix)\($0)" }.joined()
    }
    let model = "STP 25000TL-30"
    return """
      sep=;
      Version CSV1|Tool SE|Linebreaks CR/LF|Delimiter semicolon|Decimalpoint comma|Precision 3

      \(named("SN: "))
      \(pair(model, model))
      \(named(""))
      \(pair("Gesamtertrag", second))
      \(pair("Counter", "Analog"))
      \(pattern)\(pair("kWh", unit))

      """
  }

  /// Thousandths with a decimal comma.
  private func comma(_ value: Int64) -> String { decimalText(value, decimals: 3, mark: ",") }
}
