import Allocation
import Foundation
import Testing
import Text
import Units

/// Rules as files say them: every word of the language, and the line of every fault.
@Suite struct RuleLanguageTests {
  static let head = """
    [[rules]]
    name = "essai"
    version = 3
    valid_from = 2025-01-01
    adopted_by = "AG du 12 juin 2026, résolution 4"
    base = "net-result"
    when_negative = "mirror"
    [rules.energy]
    key = "shares-days"
    shares_in_all = 1000

    """
  static let last = """
    [[rules.step]]
    id = "reste"
    label_fr = "Reste"
    label_en = "Rest"
    take = "remainder"
    to = "colleges"
    college_key = "equal"
    nature = "entitlement"

    """

  static func step(_ id: String, _ more: String) -> String {
    "[[rules.step]]\nid = \"\(id)\"\nlabel_fr = \"a\"\nlabel_en = \"a\"\n\(more)\n"
  }

  static func read(_ text: String) throws -> (rules: RuleSet?, faults: [any Refusal]) {
    let document = try TOMLDocument(reading: Array(text.utf8), file: "r.toml")
    let faults = Faults()
    let rules = TableReader(document, faults: faults).tables("rules").first.flatMap { RuleSet($0) }
    return (rules, faults.all)
  }

  static let reserve = "to = \"reserve:106300\"\nnature = \"reserve\""
  static let faulty: [(step: String, code: String, key: String)] = [
    ("take = \"percent\"\npercent = \"101\"\n\(reserve)", "percentage-is-out-of-range", "percent"),
    ("take = \"per-kwh\"\neuros = \"10.01\"\n\(reserve)", "price-is-out-of-range", "euros"),
    ("take = \"per-kwh\"\neuros = \"-1\"\n\(reserve)", "price-is-out-of-range", "euros"),
    (
      "take = \"fixed\"\ncents = 9\nat_least_cents = 5\nat_most_cents = 4\n\(reserve)",
      "cap-is-below-the-floor", "at_most_cents"
    ),
    (
      "take = \"fixed\"\ncents = 9\nto = \"members\"\nkey = \"energy\"\nnature = \"entitlement\"",
      "key-does-not-fit", "key"
    ),
    (
      "take = \"percent\"\npercent = \"5\"\nof = \"step:reste\"\n\(reserve)", "step-looks-ahead",
      "of"
    ),
    (
      "take = \"fixed\"\ncents = 9\nrounding = \"g\"\n\(reserve)", "rounding-group-is-broken",
      "rounding"
    ),
    (
      "take = \"fixed\"\ncents = 9\nto = \"reserve:455000\"\nnature = \"reserve\"",
      "reserve-is-no-reserve", "to"
    ),
    (
      "take = \"fixed\"\ncents = 9\nto = \"members\"\nnature = \"charge\"",
      "charge-serves-no-party", "nature"
    ),
    (
      "take = \"fixed\"\ncents = 9\nto = \"group:toits\"\nnature = \"entitlement\"",
      "group-is-unknown", "to"
    ),
    ("take = \"often\"\n\(reserve)", "value-is-not-allowed", "take"),
    (
      "take = \"fixed\"\ncents = 9\nto = \"moon\"\nnature = \"reserve\"", "value-is-not-allowed",
      "to"
    ),
    ("take = \"fixed\"\ncents = 9\npercant = 3\n\(reserve)", "key-is-unknown", "percant"),
  ]

  @Test(arguments: faulty)
  func `each fault is told at its line`(_ body: String, _ code: String, _ key: String) throws {
    let text = Self.head + Self.step("a", body) + Self.last
    let (rules, faults) = try Self.read(text)
    #expect(rules == nil || code == "key-is-unknown")
    #expect(faults.map(\.code) == [code])
    let lines = (Self.head + Self.step("a", body)).split(
      separator: "\n", omittingEmptySubsequences: false)
    let expected = lines.lastIndex { $0.hasPrefix(key) }
    let place = (faults.first as? Located)?.place
    #expect(place?.line == expected.map { $0 + 1 }, "\(String(describing: place))")
    #expect(place?.line != nil)
  }

  static let groups: [(group: String, code: String)] = [
    ("[[rules.group]]\nid = \"g\"", "group-is-empty"),
    (
      "[[rules.group]]\nid = \"g\"\n[[rules.group.part]]\nto = \"party:v\"\n"
        + "[[rules.group.part]]\nto = \"party:v\"", "allocation-member-is-repeated"
    ),
    (
      "[[rules.group]]\nid = \"g\"\n[[rules.group.part]]\nto = \"party:v\"\n"
        + "[[rules.group]]\nid = \"g\"\n[[rules.group.part]]\nto = \"party:v\"", "group-is-repeated"
    ),
    ("[[rules.group]]\nid = \"g\"\n[[rules.group.part]]\nto = \"rest\"", "value-is-not-allowed"),
  ]

  @Test(arguments: groups)
  func `a group that leaves a doubt is refused`(_ group: String, _ code: String) throws {
    let (rules, faults) = try Self.read(Self.head + group + "\n" + Self.last)
    #expect(rules == nil && faults.map(\.code) == [code])
  }

  @Test func `a part without the weight its key asks for is refused`() throws {
    let group = "[[rules.group]]\nid = \"g\"\n[[rules.group.part]]\nto = \"party:v\"\n"
    for (key, code) in [
      ("declared", "part-has-no-weight"), ("energy", "part-has-no-weight"),
      ("shares-days", "key-does-not-fit"), ("equal", nil),
    ] {
      let step = Self.step(
        "a", "take = \"fixed\"\ncents = 9\nto = \"group:g\"\nkey = \"\(key)\"\nnature = \"charge\"")
      let (_, faults) = try Self.read(Self.head + group + step + Self.last)
      #expect(faults.map(\.code) == [code].compactMap(\.self))
    }
  }

  @Test func `nobody's rules are refused`() throws {
    let blank = Self.head.replacing("AG du 12 juin 2026, résolution 4", with: " ")
    #expect(try Self.read(blank + Self.last).faults.map(\.code) == ["adoption-is-missing"])
  }

  /// The schema that editors read says the same words as the reader.
  @Test func `the schema knows exactly the keys that are read`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Contracts/Schemas/rules.schema.json")
    let schema = try JSON(reading: Array(try Data(contentsOf: file)))
    let kinds: [(String, String)] = [
      ("rules", Self.head.replacing("base =", with: "wrong = 1\nbase =") + Self.last),
      ("step", Self.head + Self.last + "wrong = 1\n"),
      ("energy", Self.head.replacing("shares_in_all", with: "wrong") + Self.last),
      ("group", Self.head + "[[rules.group]]\nwrong = 1\nid = \"g\"\n" + Self.last),
      (
        "part",
        Self.head
          + "[[rules.group]]\nid = \"g\"\n[[rules.group.part]]\nwrong = 1\nto = \"party:v\"\n"
          + Self.last
      ),
    ]
    for (kind, text) in kinds {
      let faults = try Self.read(text).faults.compactMap {
        ($0 as? Located)?.reason as? TextRefusal
      }
      let known = faults.compactMap { fault -> [String]? in
        if case .keyIsUnknown(_, let known) = fault { known } else { nil }
      }.first
      let said = schema["$defs"]?[kind]?["properties"]?.objectValue.map { $0.keys.sorted() }
      #expect(known?.sorted() == said, "\(kind)")
      #expect(schema["$defs"]?[kind]?["additionalProperties"] == false)
    }
  }
}
