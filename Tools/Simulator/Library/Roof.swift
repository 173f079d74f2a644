import Units

/// Which portal a roof's readings come from.
public enum Portal: String, Hashable, Sendable, CaseIterable {
  /// SMA Sunny Explorer: one row a day.
  case sunnyExplorer
  /// Huawei FusionSolar: rows while the sun is up.
  case fusionSolar
  /// Enedis: the grid meter's load curve of injection.
  case enedis
}

/// What the owner asks for a roof.
enum Rent: Hashable, Sendable {
  case zero
  case fixed(cents: Int64)
  case perPeak(cents: Int64)
  case perArea(cents: Int64)
  case percentage(String, floor: Int64, cap: Int64)
}

/// A roof of the fictional cooperative.
public struct Roof: Hashable, Sendable {
  /// The identifier of the site.
  public let id: String
  let name: String
  let owner: String
  let commune: String
  /// The peak power in watts.
  public let peakWatts: Int64
  /// The panels' tilt in degrees, which shapes the seasons.
  let tilt: Int64
  let landUnit: String
  let convention: String
  let rent: Rent
  /// Where its readings come from.
  public let portal: Portal
  /// Device keys as the portal's files write them, one a meter.
  public let serials: [String]
  let commissioned: Day

  /// The panels' area: 5.5 m² a kilowatt, rounded down.
  var area: Int64 { peakWatts * 55 / 10_000 }
  /// What the company paid: 833.33 € a kilowatt, in cents, on whole euros.
  var cost: Int64 { peakWatts * 83_333 / 100_000 * 100 }
  /// The initial tariff of the S17 contracts by band and quarter, in € a kWh.
  var tariff: String {
    if peakWatts <= 36_000 { return "0.1207" }
    return commissioned.calendar.month <= 3 ? "0.1079" : "0.1051"
  }

  /// The identifiers of its meters, in the order of its serials.
  public var meters: [String] {
    serials.indices.map { serials.count == 1 ? "\(id)-1" : "\(id)-\($0 + 1)" }
  }

  /// Each meter's part of the peak power, in watts; the first carries the most.
  public var meterPeaks: [Int64] {
    let part = peakWatts * 9 / 10 / Int64(serials.count)
    return serials.indices.map { $0 == 0 ? peakWatts - part * Int64(serials.count - 1) : part }
  }
}
