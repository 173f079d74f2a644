import Text

/// A JSON Schema as far as our own schemas go, to hold what is written against what is published.
struct SchemaShape {
  private let schema: JSON

  /// A schema that was read.
  init(_ schema: JSON) { self.schema = schema }

  /// Where a value is not of the schema's form, with the rule that it breaks.
  func faults(of value: JSON) -> [String] { faults(value, schema, "") }

  private func faults(_ value: JSON, _ rule: JSON, _ path: String) -> [String] {
    if let name = rule["$ref"]?.stringValue?.split(separator: "/").last,
      let target = schema["$defs"]?[String(name)]
    {
      return faults(value, target, path)
    }
    var found: [String] = []
    if let type = rule["type"]?.stringValue, type != SchemaShape.type(of: value) {
      found.append("\(path): type")
    }
    if let const = rule["const"], const != value { found.append("\(path): const") }
    if let names = rule["enum"]?.arrayValue, !names.contains(value) {
      found.append("\(path): enum")
    }
    if let least = rule["minimum"]?.integerValue, value.integerValue ?? least < least {
      found.append("\(path): minimum")
    }
    if let pattern = rule["pattern"]?.stringValue, let text = value.stringValue,
      (try? Regex(pattern).firstMatch(in: text)) == nil
    {
      found.append("\(path): pattern")
    }
    if let item = rule["items"] {
      found += (value.arrayValue ?? []).flatMap { faults($0, item, "\(path)/*") }
    }
    if let members = value.objectValue { found += faults(members, rule, path) }
    return found
  }

  private func faults(_ members: [String: JSON], _ rule: JSON, _ path: String) -> [String] {
    let known = rule["properties"]?.objectValue ?? [:]
    let required = (rule["required"]?.arrayValue ?? []).compactMap(\.stringValue)
    let missing = required.filter { members[$0] == nil }.map { "\(path)/\($0): required" }
    return missing
      + members.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
        guard let node = known[name] else {
          return rule["additionalProperties"] == false ? ["\(path)/\(name): unknown"] : []
        }
        return faults(value, node, "\(path)/\(name)")
      }
  }

  private static func type(of value: JSON) -> String {
    if value.objectValue != nil { return "object" }
    if value.arrayValue != nil { return "array" }
    if value.integerValue != nil { return "integer" }
    return value.stringValue == nil ? "other" : "string"
  }
}
