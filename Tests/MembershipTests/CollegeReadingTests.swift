import Membership
import Testing
import Text
import Units

@Suite struct CollegeReadingTests {
  static let good = """
    id = "citizens"
    name_fr = "Citoyens"
    name_en = "Citizens"
    account = "101310"
    admits = ["person"]
    voting_weight = 37
    revenue_weight = "0"
    valid_from = 2025-01-01
    """

  static let cases: [(old: String, new: String, found: [String])] = [
    ("", "", []),
    ("\"101310\"", "\"101000\"", []),
    ("\"101310\"", "\"10131\"", ["4 capital-account-is-malformed"]),
    ("\"101310\"", "\"1013100\"", ["4 capital-account-is-malformed"]),
    ("\"101310\"", "\"106100\"", ["4 capital-account-is-malformed"]),
    ("\"101310\"", "\"10131a\"", ["4 capital-account-is-malformed"]),
    ("\"101310\"", "\"10131٣\"", ["4 capital-account-is-malformed"]),
    ("\"101310\"", "\"\"", ["4 capital-account-is-malformed"]),
    ("\"101310\"", "101310", ["4 value-has-wrong-type", "4 capital-account-is-malformed"]),
    ("= 37", "= -37", ["6 college-weight-is-negative"]),
    ("\"0\"", "\"-0.001\"", ["7 college-weight-is-negative"]),
  ]

  @Test(arguments: cases)
  func aCollegeHasACapitalAccountAndWeights(
    _ old: String, _ new: String, _ found: [String]
  ) throws {
    let text = old.isEmpty ? Self.good : Self.good.replacing(old, with: new)
    let faults = Faults()
    _ = College(
      TableReader(try TOMLDocument(reading: Array(text.utf8), file: "s.toml"), faults: faults))
    let located = faults.all.compactMap { $0 as? Located }
    #expect(located.map { "\($0.place.line ?? 0) \($0.code)" } == found)
  }
}
