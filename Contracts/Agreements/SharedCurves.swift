public import Text
public import Units

/// The unit that the energy of a curve is told in.
public enum CurveUnit: String, Hashable, Sendable, CaseIterable {
  /// Watt-hours of the step.
  case wattHours = "wh"
  /// Kilowatt-hours of the step.
  case kilowattHours = "kwh"
  /// The mean power of the step, in watts.
  case watts = "w"

  /// What one of it is in watt-hours, over a step.
  func wattHours(in seconds: Int64) -> Ratio {
    switch self {
    case .wattHours: .one
    case .kilowattHours: Ratio(1000, 1)
    case .watts: Ratio(seconds, 3600)
    }
  }
}

/// Curves of shared energy as a table: a row a step, a column for each site, buyer or contract.
///
/// The months that a table tells are the bodies of `[[shared_energy]]`, as a file of facts would have them.
public struct SharedCurves {
  let sharing: Sharing
  let columns: [(group: String, name: String)]
  let layout: SpreadsheetLayout
  /// The heading of the column of stamps.
  static let stamp = "stamp"

  /// The table of a sharing: the series that its key needs, and no other.
  public init(_ sharing: Sharing, in dossier: Dossier) {
    self.sharing = sharing
    let needed = sharing.neededSeries(dossier)
    columns = needed.flatMap { group, names in names.sorted().map { (group, $0) } }
    let words = [
      "production": ["production"], "consumption": ["consommation", "soutirage"],
      "keys": ["cle", "coefficient"], "delivered": ["livre", "livraison"],
    ]
    layout = SpreadsheetLayout(
      name: "shared-energy",
      columns: [
        SpreadsheetColumn(
          Self.stamp, ["horodate", "horodatage", "dateetheure", "date", "debut", "fin"],
          required: true)
      ]
        + columns.map { group, name in
          SpreadsheetColumn(
            "\(group).\(name)", (words[group] ?? []).map { $0 + folded(name) }, required: true)
        })
  }

  /// The heading that a table of the sharing must have.
  public var headings: [String] { layout.columns.map(\.name) }

  /// The months of a table.
  ///
  /// Stamps may begin or end their steps: a table is of whole days, and midnight tells which. Energy that
  /// is no whole number of watt-hours is rounded as a running sum of its day, half to even like a meter's.
  /// - Throws: every ``SharingRefusal`` and fault of the table, at its cell.
  /// - Complexity: O(cells).
  public func months(
    reading bytes: [UInt8], file: String, unit: CurveUnit
  ) throws(Refusals) -> [(month: Month, body: JSON)] {
    let table = try Spreadsheet(reading: bytes, file: file, layout: layout)
    var cells = SpreadsheetCells(table)
    let stamps = stamps(of: table, &cells)
    var figures: [[Ratio]] = []
    for row in table.rows {
      figures.append(
        columns.map { group, name in
          cells.read(row, "\(group).\(name)") { try figure($0, of: group) } ?? .zero
        })
    }
    try cells.finish()
    let steps: CurveSteps
    do { steps = try CurveSteps(stamps, allowsDays: sharing.key == .metered) } catch {
      throw Refusals([Located(error, at: Place(file: file))])
    }
    do { return try bodies(steps, figures, unit) } catch let refusal as any Refusal {
      throw Refusals([Located(refusal, at: Place(file: file))])
    } catch { preconditionFailure("a curve is refused by a refusal") }
  }

  private func stamps(of table: Spreadsheet, _ cells: inout SpreadsheetCells) -> [Instant] {
    let rows = Array(table.rows)
    let told = rows.map { cells.read($0, Self.stamp, CurveStamp.init) }
    let order = told.compactMap { $0?.clock }
    var seen: Set<Instant> = []
    let isAscending = order.first ?? 0 <= order.last ?? 0
    return zip(rows, told).map { row, stamp in
      guard let stamp else { return Instant(seconds: 0) }
      let candidates = stamp.instants(isAscending: isAscending)
      guard let instant = candidates.first(where: { !seen.contains($0) }) else {
        cells.refuse(
          candidates.isEmpty
            ? SharingRefusal.stampIsUnreadable(row[Self.stamp])
            : SharingRefusal.stampIsRepeated(row[Self.stamp]), row, Self.stamp)
        return Instant(seconds: 0)
      }
      seen.insert(instant)
      return instant
    }
  }

  private func figure(_ text: String, of group: String) throws -> Ratio {
    let plain = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 }
    let value = try Ratio(decimal: String(plain))
    if group == "keys" {
      guard value.millionths != nil else { throw SharingRefusal.shareIsOutOfRange(value) }
    } else if value < .zero || value > Ratio(SharedMonth.greatest, 1)
      || value.denominator > 1_000_000
    {
      throw SharingRefusal.energyIsOutOfRange(value)
    }
    return value
  }

  private func bodies(
    _ steps: CurveSteps, _ figures: [[Ratio]], _ unit: CurveUnit
  ) throws -> [(month: Month, body: JSON)] {
    var days: [Month: [JSON]] = [:]
    for (day, rows) in steps.days {
      var told: [String: [String: JSON]] = [:]
      for (column, (group, name)) in columns.enumerated() {
        let series = rows.map { figures[$0][column] }
        let value: JSON
        if group == "keys" {
          value = .array(series.map { .string($0.decimalDescription) })
        } else {
          let energy = try wattHours(series, unit.wattHours(in: steps.seconds(of: day)))
          value =
            group == "delivered"
            ? .integer(energy.reduce(0, +)) : .array(energy.map(JSON.integer))
        }
        told[group, default: [:]][name] = value
      }
      days[day.month, default: []].append(
        .object(
          told.mapValues(JSON.object).merging(["day": .string(day.description)]) { $1 }))
    }
    return days.keys.sorted().map { month in
      var body: [String: JSON] = [
        "sharing": .string(sharing.id), "month": .string(month.description),
        "day": .array(days[month] ?? []),
      ]
      if sharing.key != .metered { body["minutes"] = .integer(steps.seconds / 60) }
      return (month, .object(body))
    }
  }

  /// Whole watt-hours of steps, whose sum is that of the day rounded once.
  private func wattHours(_ series: [Ratio], _ unit: Ratio) throws -> [Int64] {
    var sum = Exact(.zero)
    var told: Int64 = 0
    return try series.map { value in
      guard let part = Exact(value).times(Exact(unit)), let next = sum.plus(part),
        let through = next.rounded(0, .halfToEven)?.numerator
      else { throw UnitRefusal.sumIsTooLarge }
      defer { (sum, told) = (next, through) }
      return through - told
    }
  }
}
