public import Text
public import Units

/// What was produced, consumed and delivered in a month of a ``Sharing``: `[[shared_energy]]`.
public struct SharedMonth: Hashable, Sendable {
  /// What a day tells, each series one figure a step, in watt-hours.
  public struct Told: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// The production of each site.
    public let production: [String: [Int64]]
    /// The consumption of each buyer.
    public let consumption: [String: [Int64]]
    /// The coefficients of each step in millionths: by buyer, or by `site/buyer`.
    public let keys: [String: [Int64]]
    /// What meters tell that each contract got.
    public let delivered: [String: Int64]
  }

  /// The sharing it is about.
  public let sharing: String
  /// The month.
  public let month: Month
  /// Its days.
  public let days: [Told]

  /// Which one of its kind: the sharing and the month.
  public var id: String { "\(sharing)/\(month)" }

  /// The minutes that a step may have.
  public static let steps: [Int64] = [5, 10, 15, 30, 60]

  /// Reads `[[shared_energy]]`.
  public init(_ table: TableReader) {
    table.allow(["sharing", "month", "minutes", "day", "valid_from", "note"])
    sharing = table.text("sharing")
    let month = table.month("month")
    self.month = month
    let minutes = table.optionalInteger("minutes", in: 1...60) ?? 15
    if !SharedMonth.steps.contains(minutes) {
      table.refuse(SharingRefusal.stepIsUnknown(minutes: minutes), at: "minutes")
    }
    var seen: Set<Day> = []
    var days: [Told] = []
    for row in table.tables("day") {
      let told = Told(row, minutes: max(minutes, 1))
      if told.day.month != month || !seen.insert(told.day).inserted {
        row.refuse(SharingRefusal.dayIsNotOfTheMonth(told.day, month), at: "day")
      }
      days.append(told)
    }
    self.days = days.sorted { $0.day < $1.day }
  }

  /// The key under which versions of one month are the same fact.
  static func key(of table: TableReader) -> String {
    "\(table.text("sharing"))/\(table.text("month"))"
  }
}

extension SharedMonth.Told {
  init(_ row: TableReader, minutes: Int64) {
    row.allow(["day", "production", "consumption", "keys", "delivered"])
    day = row.day("day")
    let steps = Int(ParisTime.length(of: day) / (minutes * 60))
    production = row.series("production", steps, on: day, SharedMonth.energy)
    consumption = row.series("consumption", steps, on: day, SharedMonth.energy)
    keys = row.series("keys", steps, on: day, SharedMonth.coefficient)
    guard row.has("delivered") else {
      delivered = [:]
      return
    }
    let meters = row.table("delivered")
    var delivered: [String: Int64] = [:]
    for name in (meters.json.objectValue ?? [:]).keys.sorted() {
      delivered[name] = meters.integer(name, in: 0...SharedMonth.greatest)
    }
    self.delivered = delivered
  }
}

extension SharedMonth {
  /// The greatest energy of a step, in watt-hours: more is no roof of ours.
  static let greatest: Int64 = 1_000_000_000

  fileprivate static func energy(_ value: JSON) -> Int64? {
    value.integerValue.flatMap { (0...greatest).contains($0) ? $0 : nil }
  }

  fileprivate static func coefficient(_ value: JSON) -> Int64? {
    (value.stringValue.flatMap { try? Ratio(decimal: $0) }
      ?? value.integerValue.map { Ratio($0, 1) })?.millionths
  }
}

extension TableReader {
  /// The series of a table by name, each with one figure a step of the day.
  fileprivate func series(
    _ key: String, _ steps: Int, on day: Day, _ figure: (JSON) -> Int64?
  ) -> [String: [Int64]] {
    guard has(key) else { return [:] }
    let rows = table(key)
    var series: [String: [Int64]] = [:]
    for name in (rows.json.objectValue ?? [:]).keys.sorted() {
      let told = rows.json[name]?.arrayValue ?? []
      let figures = told.compactMap(figure)
      if figures.count != told.count {
        let first = told.firstIndex { figure($0) == nil } ?? 0
        rows.refuse(SharingRefusal.stepIsNoFigure(day, step: first + 1), at: name)
      } else if figures.count != steps {
        rows.refuse(
          SharingRefusal.stepsAreNotTheDay(day, told: figures.count, expected: steps), at: name)
      }
      series[name] = figures
    }
    return series
  }
}
