public import Units

/// What a site gave in a stretch of days.
public struct SiteMeasures: Hashable, Sendable {
  /// The energy.
  public var energy: WattHours = .zero
  /// Peak power times days in service, in watt-days.
  public var wattDays: Int64 = 0
  /// Area times days in service, in square centimetres × days.
  public var areaDays: Int64 = 0
  /// The sales.
  public var sales: Cents = .zero
  /// The result: what is booked on the site.
  public var result: Cents = .zero

  /// Nothing measured.
  public init() {}
}

/// What steps measure besides the base: energy, power, area, sales and result by site.
///
/// A site that is not named has nothing: one that starts or stops counts for the days it serves.
public struct Measures: Hashable, Sendable {
  /// The sites.
  public var sites: [String: SiteMeasures] = [:]
  /// The days of the civil year, by which yearly prices are brought to days.
  public var daysOfYear: Int64 = 365
  /// The days of the stretch, and of the whole period: fixed amounts follow them.
  public var days: (first: Int64, last: Int64, of: Int64) = (1, 1, 1)

  /// Nothing measured.
  public init() {}

  /// The sum of a measure over some sites, or over all.
  func sum(
    _ measure: KeyPath<SiteMeasures, Int64>, of names: [String]
  ) throws(AllocationRefusal) -> Int64 {
    let chosen = names.isEmpty ? Array(sites.values) : names.compactMap { sites[$0] }
    let sum = chosen.reduce(Int128(0)) { $0 + Int128($1[keyPath: measure]) }
    guard let narrow = Int64(exactly: sum) else { throw .sumIsTooLarge }
    return narrow
  }

  /// The part of a month's amount that falls to the stretch; the stretches sum to the whole.
  public func prorated(_ amount: Cents) -> Cents {
    let running = { (day: Int64) in
      Rounding.down.quotient(Int128(amount.units) * Int128(day), Int128(max(1, days.of)))
    }
    return Cents(Int64(running(days.last) - running(days.first - 1)))
  }

  /// Compares everything measured.
  public static func == (left: Measures, right: Measures) -> Bool {
    left.sites == right.sites && left.daysOfYear == right.daysOfYear && left.days == right.days
  }

  /// Feeds everything measured into a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(sites)
    hasher.combine(days.first)
  }
}

extension SiteMeasures {
  var energyUnits: Int64 { energy.units }
  var salesUnits: Int64 { sales.units }
  var resultUnits: Int64 { result.units }
}
