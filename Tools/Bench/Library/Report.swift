public import Text

/// A measured ratio in thousandths: no fraction is kept in binary.
public struct Thousandths: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// How many thousandths.
  public let value: Int64

  /// One number over another, rounded down.
  init(_ part: Int64, over whole: Int64) { value = part * 1000 / max(1, whole) }

  /// `0.643`.
  public var description: String { "\(value / 1000).\(String(value % 1000 + 1000).dropFirst())" }

  /// Orders by size.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// The middle one of some values, the lower of two.
///
/// - Precondition: there is one.
func median<Value: Comparable>(_ values: [Value]) -> Value {
  values.sorted()[(values.count - 1) / 2]
}

/// A figure of a benchmark: the median of its runs beside its goal.
public struct Figure: Hashable, Sendable {
  /// What was measured.
  public let name: String
  /// The median, as it is shown.
  public let value: String
  /// The goal, when there is one.
  public var goal = ""
  /// Whether the goal is reached, when there is one.
  public var isReached: Bool?

  /// As a row of the report.
  var json: JSON {
    var members: [String: JSON] = ["name": .string(name), "value": .string(value)]
    members["goal"] = goal.isEmpty ? nil : .string(goal)
    members["reached"] = isReached.map(JSON.boolean)
    return .object(members)
  }
}

/// What a benchmark found.
public struct Report: Sendable {
  /// What was measured, on what.
  public let title: String
  /// The figures.
  public let figures: [Figure]
  /// Everything measured, for programs.
  public let details: JSON

  /// The report as a small table.
  public var text: String {
    let cells = figures.map { figure in
      let mark = figure.isReached.map { $0 ? "  reached" : "  MISSED" } ?? ""
      return [figure.name, figure.value, figure.goal + mark]
    }
    let widths = (0...1).map { column in cells.map { $0[column].count }.max() ?? 0 }
    let rows = cells.map { row in
      let name = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      let value = String(repeating: " ", count: widths[1] - row[1].count) + row[1]
      return "  \(name)  \(value)  \(row[2])".trimmedAtEnd
    }
    return ([title] + rows).joined(separator: "\n")
  }

  /// The report for programs.
  public var json: JSON {
    ["title": .string(title), "figures": .array(figures.map(\.json)), "details": details]
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Usage {
  /// The three costs for programs.
  var json: JSON {
    [
      "cpuMicroseconds": .integer(cpu), "wallMicroseconds": .integer(wall),
      "peakKiB": .integer(peak),
    ]
  }

  /// The three costs for people.
  var text: String { "\(cpu / 1000) ms CPU, \(wall / 1000) ms, \(peak / 1024) MiB" }
}
