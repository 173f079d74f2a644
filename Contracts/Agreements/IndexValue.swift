public import Text
public import Units

/// What a published index was for a month: `[[index]]`.
///
/// Each publication is a fact of its own: a figure that INSEE publishes anew stands beside the former, and
/// what was reckoned from the former stays what it was.
public struct IndexValue: Hashable, Sendable {
  /// The series, as contracts name it.
  public let id: String
  /// The month the figure is about; of a quarter its last month.
  public let month: Month
  /// The figure.
  public let value: Ratio
  /// From which day it is known: its publication, or the later day on which the book learnt it.
  public let knownFrom: Day
  /// Where it was read.
  public let source: String?

  /// Reads `[[index]]`.
  public init(_ table: TableReader) {
    table.allow(["id", "month", "value", "published", "source", "valid_from", "note"])
    id = table.identifier()
    month = table.month("month")
    value = table.ratio("value")
    let isSmall = value.denominator <= 10_000 && value < Ratio(1_000_000, 1)
    if table.has("value"), value <= .zero || !isSmall {
      table.refuse(AgreementRefusal.indexIsOutOfRange(value), at: "value")
    }
    let published = table.day("published")
    knownFrom = max(published, table.optionalDay("valid_from") ?? published)
    source = table.optionalText("source")
    if table.has("month"), table.has("published"), published < month.first {
      table.refuse(
        AgreementRefusal.indexIsPublishedBeforeItsMonth(month, published: published),
        at: "published")
    }
  }

  /// The key under which a publication is the same fact.
  static func key(of table: TableReader) -> String {
    "\(table.text("id"))/\(table.text("month"))/\(table.day("published"))"
  }
}

/// The indices the book knows, by series.
public struct Indices: Hashable, Sendable {
  /// What is known of each series, by month, then by the day it is known from.
  public private(set) var series: [String: [IndexValue]] = [:]

  /// No index at all.
  public init() {}

  /// Takes a figure in.
  ///
  /// - Complexity: O(figures of the series).
  public mutating func take(_ value: IndexValue) {
    var values = series[value.id, default: []]
    let place = values.firstIndex { (value.month, value.knownFrom) < ($0.month, $0.knownFrom) }
    values.insert(value, at: place ?? values.endIndex)
    series[value.id] = values
  }

  /// The latest figure of a series that is known on a day, as it is known then.
  public func latest(_ id: String, knownOn day: Day) -> IndexValue? {
    series[id]?.last { $0.knownFrom <= day }
  }
}

extension TableReader {
  /// A month that must be given, `YYYY-MM`.
  func month(_ key: String) -> Month {
    let text = text(key)
    if let month = try? Month(text) { return month }
    if has(key), !text.isEmpty {
      refuse(UnitRefusal.monthIsNotACalendarMonth(text), at: key)
    }
    return Month(year: 2000, monthOfYear: 1)
  }
}
