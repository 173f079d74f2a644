import Text
public import Units

/// A rate of IFER for photovoltaic plants, from a tax year on and for plants in service from a day on.
public struct NetworkTaxRate: Hashable, Sendable {
  /// The first tax year.
  public let year: Int
  /// The first day of service.
  public let commissioned: Day
  /// Euros a kilowatt and year.
  public let eurosPerKilowatt: Ratio
  /// Where it stands.
  public let source: String
}

/// IFER, the flat-rate tax on network companies: plants of 100 kW or more on one land unit.
///
/// - Source: CGI art. 1519 F; BOI-TFP-IFER-30.
public enum NetworkTax {
  /// The power from which a land unit is taxed, in watts.
  public static let threshold: Int64 = 100_000
  /// For how many years of service a lower rate of later plants holds.
  public static let reducedYears = 20

  /// Every rate, in the order of the table.
  public static let all: [NetworkTaxRate] = Chart.rows(
    Embedded.ifer, ["tax_year", "commissioned_from", "eur_per_kw", "source"]
  ).compactMap { row in
    guard let year = Int(row["tax_year"]), let day = try? Day(row["commissioned_from"]),
      let rate = try? Ratio(decimal: row["eur_per_kw"])
    else { return nil }
    return NetworkTaxRate(
      year: year, commissioned: day, eurosPerKilowatt: rate, source: row["source"])
  }

  /// The rate of a tax year for a plant in service from a day on: that of the last year known; nothing
  /// before the first.
  ///
  /// A plant of a reduced rate falls back to the full one after its first years.
  public static func rate(of year: Int, commissioned day: Day) -> NetworkTaxRate? {
    let known = all.filter { $0.year <= year }
    guard let last = known.map(\.year).max() else { return nil }
    let rates = known.filter { $0.year == last }.sorted { $0.commissioned < $1.commissioned }
    let isOld = year - day.calendar.year > reducedYears
    return isOld ? rates.first : rates.last { $0.commissioned <= day }
  }
}
