/// Where two versions of a table differ: one value that came, went or changed.
public struct JSONDifference: Hashable, Sendable {
  /// The path to it: `rent.cents_per_year`, `price[1].from`.
  public let path: String
  /// What it was, or nothing.
  public let before: JSON?
  /// What it is, or nothing.
  public let after: JSON?

  /// A difference.
  public init(path: String, before: JSON?, after: JSON?) {
    self.path = path
    self.before = before
    self.after = after
  }

  /// `path: before → after`.
  public var text: String {
    let value = after.map { $0.shown } ?? "∅"
    return before.map { "\(path): \($0.shown) → \(value)" } ?? "\(path): \(value)"
  }
}

extension JSON {
  /// What differs from an earlier version, value by value, in order of path; all of it when there is none.
  ///
  /// - Complexity: O(values).
  public func differences(from before: JSON?) -> [JSONDifference] {
    var differences: [JSONDifference] = []
    JSON.compare(before, self, at: "", &differences)
    return differences
  }

  private static func compare(
    _ before: JSON?, _ after: JSON?, at path: String, _ found: inout [JSONDifference]
  ) {
    guard before != after else { return }
    let (old, new) = (before.map(children), after.map(children))
    if (old ?? nil) == nil, (new ?? nil) == nil {
      return found.append(JSONDifference(path: path, before: before, after: after))
    }
    let (left, right) = ((old ?? nil) ?? [:], (new ?? nil) ?? [:])
    for key in Set(left.keys).union(right.keys).sorted() {
      compare(
        left[key], right[key],
        at: key.hasPrefix("[") || path.isEmpty ? path + key : "\(path).\(key)", &found)
    }
  }

  /// The members of a table, or the items of a list by place; nothing for a plain value.
  private static func children(_ value: JSON) -> [String: JSON]? {
    if let members = value.objectValue { return members }
    guard let items = value.arrayValue else { return nil }
    return Dictionary(
      uniqueKeysWithValues: items.enumerated().map { ("[\($0.offset)]", $0.element) })
  }

  /// The value as people read it: text without quotes.
  fileprivate var shown: String { stringValue ?? text }
}
