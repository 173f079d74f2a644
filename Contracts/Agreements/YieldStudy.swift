public import Text
public import Units

/// What a yield study expects of a site, month by month of a year like any other.
public struct YieldStudy: Hashable, Sendable {
  /// The names of the months in `[site.yield_study]`.
  static let names = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The energy of each month from January on.
  public let months: [WattHours]

  /// Reads `[site.yield_study]`: twelve months in kWh.
  public init(_ table: TableReader) {
    table.allow(YieldStudy.names + ["source", "note"])
    months = YieldStudy.names.map { name in
      WattHours(table.integer(name, in: 0...1_000_000_000) * 1_000)
    }
  }

  /// What is expected of some days: of each month its part by days, rounded once a month.
  ///
  /// - Complexity: O(months).
  public func energy(over period: Period, through last: Day) -> WattHours {
    var total = WattHours.zero
    var month = period.first.month
    while month.first <= last {
      if let days = month.period.overlap(Period(first: period.first, last: last))?.length {
        let whole = months[month.monthOfYear - 1].units
        let part = Rounding.halfToEven.quotient(
          Int128(whole) * Int128(days), Int128(month.length))
        total += WattHours(Int64(clamping: part))
      }
      month = month.next
    }
    return total
  }
}
