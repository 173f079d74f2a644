import Foundation
import Testing

/// Every finding of `doctor` has a test that damages a book so that it is found.
@Suite struct FindingRulesTests {
  private let findings = "Ledger/Store/Soundness/BookFault.swift"

  @Test func everyFindingIsProvokedByATest() throws {
    let file = try #require(SourceTree.sources.first { $0.path == findings })
    let codes = file.text.matches(
      of: /case \.\w+(?:\([^)]*\))?: "([a-z-]+)"|(?:\{|default:) "([a-z-]+)"/
    )
    .compactMap { ($0.1 ?? $0.2).map(String.init) }
    #expect(codes.count > 30)
    let tests = SourceTree.tests.filter { $0.isUnder(["Tests/SoundnessTests/"]) }
    let quoted = tests.flatMap { $0.swift.literals.map(\.text) }
    let code = tests.map(\.swift.code).joined(separator: "\n")
    let missing = Set(codes).filter { name in
      let words = name.split(separator: "-")
      let camel = words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.capitalized }
      return !quoted.contains(name) && !code.contains(".\(camel)")
    }
    #expect(
      missing.isEmpty,
      """
      \(missing.sorted().joined(separator: "\n"))
      A finding that no damage provokes may find the wrong thing, or nothing: damage a book so.
      """)
  }
}
