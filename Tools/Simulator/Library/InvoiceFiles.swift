import Units

/// An invoice of the buyer.
struct BuyerInvoice: Hashable {
  let number: String
  let day: Day
  let cents: Int64
  /// The file that holds it.
  let file: TextFile
}

extension Scale {
  /// `invoices/`: the files of ``invoices``, by month.
  var invoiceFiles: [TextFile] { invoices.map(\.file) }

  /// What the buyer of one roof's electricity invoices, by the month after whose closing it
  /// comes; only where there are readings of all its days.
  ///
  /// The buyer's meter stands behind the cables: it counts four thousandths less than the inverters.
  var invoices: [BuyerInvoice] {
    guard sites == 8, months >= 8 else { return [] }
    let roof = roofs[5]
    let anniversary = roof.commissioned.adding(
      months: roof.commissioned.month.months(until: first))
    let half = anniversary.adding(months: 6)
    return [
      (1, Period(first: first.first, last: anniversary.previous)),
      (7, Period(first: anniversary, last: half.previous)),
    ].map { month, period in
      invoice(
        of: roof, over: period, on: workingDay(month: month, day: 3),
        to: "invoices/\(first.adding(month - 1)).toml")
    }
  }

  private func invoice(
    of roof: Roof, over period: Period, on day: Day, to path: String
  ) -> BuyerInvoice {
    let kilowattHours = delivered(by: roof, over: period) * 996 / 1_000_000
    // Tariffs have four decimals: kWh × € × 100 = kWh × ten-thousandths / 100.
    let digits = roof.tariff.split(separator: ".").last.map(String.init) ?? "0"
    let cents = (kilowattHours * (Int64(digits) ?? 0) + 50) / 100
    let number = "FICTIF-\(day.month)-\(roof.landUnit)"
    let text = """

      format = "soleil-invoice/1"

      [[invoice]]
      number = "\(number)"
      date = \(day)
      contract = "oa-\(roof.id)"
      first = \(period.first)
      last = \(period.last ?? period.first)
      mandate = "MANDAT-FICTIF-\(roof.landUnit)"
      lines = [{ kwh = "\(kilowattHours)", eur_per_kwh = "\(roof.tariff)", cents = \(cents) }]
      total_cents = \(cents)

      """
    return BuyerInvoice(
      number: number, day: day, cents: cents, file: TextFile(path, Fiction.notice + text))
  }

  /// The energy of a roof in watt-hours, as its model delivers it.
  private func delivered(by roof: Roof, over period: Period) -> Int64 {
    let weather = Weather(seed: seed, months: span)
    let index = roofs.firstIndex { $0.id == roof.id } ?? 0
    return zip(roof.meters, roof.meterPeaks).reduce(0) { sum, meter in
      let model = MeterModel(
        roof: roof, roofIndex: index, peakWatts: meter.1,
        outage: Outage(seed: seed, meter: meter.0), weather: weather)
      return period.days.reduce(sum) { $0 + model.run($1).watts.reduce(0, +) / (3600 / step) }
    }
  }
}
