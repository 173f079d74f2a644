import Intake
import Store
import TestSupport
import Testing
import Units

/// Rules as a book takes them in: what they name is known, a change has a new version, and one set
/// begins on a day.
@Suite struct RulesIntakeTests {
  private static let known = """
    [[rules]]
    name = "partage"
    version = 2
    valid_from = 2025-06-01
    adopted_by = "AG"
    base = "net-result"
    when_negative = "mirror"

    [[rules.step]]
    id = "reste"
    label_fr = "Reste"
    label_en = "Rest"
    take = "remainder"
    to = "college:citizens"
    nature = "entitlement"

    [rules.energy]
    key = "equal"

    """

  private static let step = """
    [[rules.step]]
    id = "toit"
    label_fr = "Toit"
    label_en = "Roof"
    take = "per-kwc"
    euros = "4"
    sites = ["nord"]
    to = "party:ville"
    nature = "charge"

    [[rules.step]]
    """

  static let cases: [(change: (String, String), codes: [String])] = [
    (("AG", "AG"), []),
    (("[[rules.step]]", step), []),
    (("[[rules.step]]", step.replacing("nord", with: "norrd")), ["rules-name-is-unknown"]),
    (("[[rules.step]]", step.replacing("party:ville", with: "party:v")), ["rules-name-is-unknown"]),
    (("college:citizens", "college:fees"), ["rules-name-is-unknown"]),
    (("version = 2", "version = 1"), ["rules-version-is-not-new"]),
    (("name = \"partage\"", "name = \"autre\""), []),
    (
      (
        "name = \"partage\"\nversion = 2\nvalid_from = 2025-06-01",
        "name = \"autre\"\nversion = 2\nvalid_from = 2025-01-01"
      ), ["rules-begin-together"]
    ),
    (
      (
        "[[rules.step]]",
        "[[rules.group]]\nid = \"g\"\n[[rules.group.part]]\nto = \"member:M9999\"\n[[rules.step]]"
      ),
      ["rules-name-is-unknown"]
    ),
  ]

  @Test(arguments: cases)
  func `what rules name is known, and a change is a version`(
    _ change: (String, String), _ expected: [String]
  ) throws {
    let tiny = try TinyBook(.members)
    let file = TinyBook.file("r.toml", Self.known.replacing(change.0, with: change.1))
    #expect(codes { _ = try apply([file], to: tiny.book, now: Tiny.now) } == expected)
    guard expected.isEmpty else { return }
    #expect(try apply([file], to: tiny.book, now: Tiny.now).map(\.change) == [.same])
  }

  @Test(arguments: [
    ("BS-3", "2025-01-10", [String]()), ("BS-3", "2025-01-18", ["movement-is-not-late"]),
    ("BS-8", "2025-01-10", ["subject-is-unknown"]),
  ])
  func `a late movement counts from an earlier day than the register shows`(
    _ movement: String, _ from: String, _ expected: [String]
  ) throws {
    let tiny = try TinyBook(.shares)
    let file = TinyBook.file(
      "l.toml",
      """
      [[late_movement]]
      movement = "\(movement)"
      from = \(from)
      valid_from = 2025-01-18
      reason = "essai"

      """)
    #expect(codes { _ = try apply([file], to: tiny.book, now: Tiny.now) } == expected)
  }
}
