import Units

extension Scale {
  /// Simulates every meter, hands over each file as soon as it is complete, and returns the truth.
  ///
  /// - Complexity: O(meters · days · 288); one month of one roof is held at a time.
  public func produce<Failure: Error>(
    _ write: (TextFile) throws(Failure) -> Void
  ) throws(Failure) -> [MeterTruth] {
    let weather = Weather(seed: seed, months: span)
    var truths: [MeterTruth] = []
    for (index, roof) in roofs.enumerated() {
      let models = zip(roof.meters, roof.meterPeaks).map { meter, peak in
        MeterModel(
          roof: roof, roofIndex: index, peakWatts: peak,
          outage: Outage(seed: seed, meter: meter), weather: weather)
      }
      truths += try produce(roof, index, models, write)
    }
    return truths
  }

  private func produce<Failure: Error>(
    _ roof: Roof, _ index: Int, _ models: [MeterModel],
    _ write: (TextFile) throws(Failure) -> Void
  ) throws(Failure) -> [MeterTruth] {
    var truths = zip(roof.meters, roof.serials).map {
      MeterTruth(meter: $0, serial: $1, portal: roof.portal, days: [])
    }
    var explorer = SunnyExplorer(roof)
    var fusion = FusionSolar(roof)
    for month in span {
      let runs = models.map { model in month.period.days.map(model.run) }
      let files: [TextFile]
      let energies: [[WattHours]]
      switch roof.portal {
      case .sunnyExplorer:
        // One roof, in its sixth month, also has its day files.
        let withDays = index == 1 && month == first.adding(5)
        (files, energies) = explorer.month(month, runs, withDays: withDays)
      case .fusionSolar: (files, energies) = fusion.month(month, runs)
      case .enedis: (files, energies) = LoadCurve(roof).month(month, runs)
      }
      for file in files { try write(file) }
      for meter in truths.indices {
        truths[meter].days += zip(month.period.days, energies[meter]).map(DayEnergy.init)
      }
    }
    return truths
  }
}

extension Roof {
  /// What the roof's counters showed when the company took it over: five plausible years.
  func takeover(_ meter: Int) -> Int64 { meterPeaks[meter] * 4_870 + Int64(meter) * 137 }
}

/// `dd.MM.yyyy` or `dd/MM/yyyy`.
func dayFirst(_ day: Day, _ mark: String) -> String {
  let (year, month, dayOfMonth) = day.calendar
  return "\(padded(dayOfMonth, 2))\(mark)\(padded(month, 2))\(mark)\(padded(year, 4))"
}

/// `HH:mm`.
func clockText(_ second: Int64) -> String {
  "\(padded(Int(second / 3_600), 2)):\(padded(Int(second / 60 % 60), 2))"
}
