import Text
public import Units

/// How a rent follows an index: `rent × I / I₀`, revised on a day of the year.
///
/// The coefficient is always reckoned from the base and never from the revision before, so that an
/// error in one year does not live on.
public struct RentIndexation: Hashable, Sendable {
  /// Which value is taken on the day of revision.
  public enum Rule: String, Sendable, CaseIterable {
    /// The last value published by then.
    case lastPublished = "last-published"
    /// The value of the base's own month or quarter, as many years later as the rent was revised.
    case samePeriod = "same-period"
  }

  /// The index, such as `ilat`.
  public let index: String
  /// The month or quarter of the base.
  ///
  /// A quarter is known by its last month.
  public let baseMonth: Month
  /// The base, as the contract prints it.
  public let baseValue: Ratio
  /// Which value is taken.
  public let rule: Rule
  /// The day of the year of the revision; nothing for the convention's own anniversary.
  public let day: DayOfYear?
  /// Years from one revision to the next.
  public let everyYears: Int
  /// The coefficient below which no revision goes.
  public let least: Ratio?
  /// The coefficient above which no revision goes.
  public let most: Ratio?

  /// Reads `[convention.rent.indexation]`; nothing when a part of it cannot be read, which is noted.
  init?(_ table: TableReader) {
    table.allow([
      "index", "base_period", "base_value", "rule", "revised_on", "every_years",
      "least_coefficient", "most_coefficient",
    ])
    index = table.text("index")
    baseValue = table.ratio("base_value")
    rule = table.choice("rule", Rule.self) ?? .lastPublished
    everyYears = Int(table.optionalInteger("every_years", in: 1...30) ?? 1)
    least = table.has("least_coefficient") ? table.ratio("least_coefficient") : nil
    most = table.has("most_coefficient") ? table.ratio("most_coefficient") : nil
    day = table.dayOfYear("revised_on", but: "anniversary")
    if let least, let most, most < least {
      table.refuse(
        RoofRefusal.coefficientFloorExceedsTheCap(floor: least, cap: most),
        at: "least_coefficient")
    }
    if table.has("base_value"), baseValue <= .zero || baseValue.denominator > 10_000 {
      table.refuse(AgreementRefusal.indexIsOutOfRange(baseValue), at: "base_value")
      return nil
    }
    let text = table.text("base_period")
    guard let month = RentIndexation.month(text) else {
      if table.has("base_period"), !text.isEmpty {
        table.refuse(RoofRefusal.indexPeriodIsMalformed(text), at: "base_period")
      }
      return nil
    }
    baseMonth = month
  }

  /// The month of `2025-03`, or the last month of the quarter of `2025-Q1` or `2025-T1`.
  static func month(_ text: String) -> Month? {
    if let month = try? Month(text) { return month }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, "QT".contains(parts[1].prefix(1)),
      let quarter = Int(parts[1].suffix(1)), (1...4).contains(quarter)
    else { return nil }
    return try? Month("\(parts[0])-\(quarter == 4 ? "12" : "0\(3 * quarter)")")
  }

  /// The revision that is in force on a day of a contract: its number from 1 on and its day; nothing
  /// before the first.
  public func revision(on day: Day, of term: Period) -> (number: Int, day: Day)? {
    var number = (term.first.month.months(until: day.month) / 12 + 1) / everyYears + 1
    while number > 0, day < self.day(ofRevision: number, of: term) { number -= 1 }
    return number > 0 ? (number, self.day(ofRevision: number, of: term)) : nil
  }

  /// The day of a revision of a contract, counted from 1: each from the contract's own beginning, so that
  /// an anniversary of 29 February comes back in every leap year.
  private func day(ofRevision number: Int, of term: Period) -> Day {
    let years = everyYears * number
    guard let day else { return term.first.adding(months: 12 * years) }
    let year = term.first.calendar.year
    let isWithinFirstYear = term.first < day.day(in: year)
    return day.day(in: year + years - (isWithinFirstYear ? 1 : 0))
  }

  /// The coefficient of a day of a contract, as known on another day.
  ///
  /// While the value of a revision is not known, the coefficient of the revision before stays.
  public func coefficient(
    on day: Day, of term: Period, _ indices: Indices, knownOn known: Day
  ) -> Ratio {
    guard let revision = revision(on: day, of: term) else { return .one }
    for number in stride(from: revision.number, to: 0, by: -1) {
      if let value = value(number, of: term, indices, knownOn: known) {
        return clamped(value.value.divided(by: baseValue))
      }
    }
    return .one
  }

  /// The value that a revision takes, as known on a day.
  public func value(
    _ number: Int, of term: Period, _ indices: Indices, knownOn known: Day
  ) -> IndexValue? {
    let series = indices.series[index] ?? []
    switch rule {
    case .samePeriod:
      let month = baseMonth.adding(12 * number * everyYears)
      return series.last { $0.month == month && $0.knownFrom <= known }
    case .lastPublished:
      let day = day(ofRevision: number, of: term)
      return series.last { $0.knownFrom <= min(day, known) }
    }
  }

  private func clamped(_ ratio: Ratio) -> Ratio {
    let raised = least.map { max($0, ratio) } ?? ratio
    return most.map { min($0, raised) } ?? raised
  }
}

/// A day of the year, written `MM-DD`; one of 29 February is the 28th of the years that lack it.
public struct DayOfYear: Hashable, Sendable {
  private let leapDay: Day

  /// Reads `MM-DD`.
  public init?(_ text: String) {
    // A leap year has every day.
    guard text.utf8.count == 5, let day = try? Day("2024-\(text)") else { return nil }
    leapDay = day
  }

  /// The day in a year.
  public func day(in year: Int) -> Day { leapDay.adding(months: 12 * (year - 2024)) }
}

extension TableReader {
  /// A day of the year that may be missing; one word stands for none.
  func dayOfYear(_ key: String, but word: String) -> DayOfYear? {
    guard let text = optionalText(key), text != word else { return nil }
    if let day = DayOfYear(text) { return day }
    if !text.isEmpty { refuse(RoofRefusal.dayOfYearIsMalformed(text), at: key) }
    return nil
  }
}

extension Ratio {
  /// The quotient of two values of an index, exact: four decimals each, so that nothing overflows.
  func divided(by divisor: Ratio) -> Ratio {
    Ratio(numerator * divisor.denominator, denominator * divisor.numerator)
  }
}
