public import Closing
public import Text
import Units

extension Checklist {
  /// `checklist.json`: every check, its result, and any waiver with its reason.
  public var json: JSON {
    ["month": .string(month.description), "checks": .array(items.map(\.json))]
  }
}

extension CheckItem {
  /// One check: code, subject, result; days when it failed; reason when waived.
  public var json: JSON {
    var members: [String: JSON] = [
      "check": .string(check.rawValue), "subject": .string(subject),
      "result": .string(result.rawValue),
    ]
    if !days.isEmpty { members["days"] = .array(days.map { .string($0.description) }) }
    if let reason { members["reason"] = .string(reason) }
    return .object(members)
  }
}
