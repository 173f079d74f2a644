import Testing

/// Every refusal has a test that provokes it and sentences that explain it.
@Suite struct RefusalRulesTests {
  static let refusals = SourceTree.sources.flatMap(Declarations.refusals)

  @Test func refusalsAreFound() {
    let journal = Self.refusals.first { $0.name == "JournalRefusal" }
    #expect(journal?.cases.first == "entryLacks")
    #expect(journal?.cases.last == "voucherIsTooLarge")
    #expect(journal?.cases.contains("label") == false)
  }

  @Test func everyRefusalIsProvokedByATest() {
    // To word a refusal is not to provoke it.
    let tests = SourceTree.tests.filter {
      !$0.isUnder(["Tests/TidyTests/", "Tests/WordingTests/"])
    }
    let code = tests.map(\.swift.code).joined(separator: "\n")
    let quoted = Set(tests.flatMap { $0.swift.literals.flatMap { words(of: $0.text) } })
    let names = Set(code.matches(of: /\.([a-z]\w+)/).map { String($0.1) })
    let qualified = Set(code.matches(of: /(\w+Refusal)\.(\w+)/).map { "\($0.1).\($0.2)" })
    let shared = Dictionary(grouping: Self.refusals.flatMap(\.cases), by: \.self)
      .filter { $0.value.count > 1 }
    let codes = codes()
    let missing = Self.refusals.flatMap { refusal in
      refusal.cases.filter { name in
        let isUnique = shared[name] == nil
        return !qualified.contains("\(refusal.name).\(name)")
          && !(isUnique && names.contains(name))
          && !(codes["\(refusal.name).\(name)"] ?? []).contains { quoted.contains($0) }
      }.map { "\(refusal.name).\($0)" }
    }
    let new = missing.filter { !Exceptions.notYetProvoked.contains($0) }
    #expect(
      new.isEmpty,
      """
      \(new.joined(separator: "\n"))
      A refusal that no test provokes may refuse the wrong thing, or nothing: write the input that \
      provokes it.
      """)
    let done = Exceptions.notYetProvoked.subtracting(missing).sorted()
    #expect(
      done.isEmpty,
      "\(done.joined(separator: "\n"))\nThese are provoked now: remove them from Exceptions.swift.")
  }

  @Test func everyRefusalIsWorded() {
    let worded = Set(
      SourceTree.sources.flatMap {
        $0.swift.code.matches(of: /extension (\w+): Worded/).map { String($0.1) }
      })
    let missing = Set(Self.refusals.map(\.name)).subtracting(worded)
    let new = missing.subtracting(Exceptions.notYetWorded).sorted()
    #expect(
      new.isEmpty,
      """
      \(new.joined(separator: ", "))
      A bare code helps nobody at eleven at night: say what is wrong, why, and what to do, in \
      Sources/Wording.
      """)
    let done = Exceptions.notYetWorded.subtracting(missing).sorted()
    #expect(
      done.isEmpty,
      "\(done.joined(separator: "\n"))\nThese are worded now: remove them from Exceptions.swift.")
  }

  /// The codes that the source pairs with cases, by the name of the enum and of the case.
  private func codes() -> [String: [String]] {
    var codes: [String: [String]] = [:]
    for file in SourceTree.sources where file.text.contains("var code: String") {
      let owners = file.swift.code.matches(of: /(?:enum|extension) (\w+Refusal)/).map { $0.1 }
      for match in file.text.matches(of: /case \.(\w+)(?:\([^)]*\))?: "([a-z0-9-]+)"/) {
        for owner in owners { codes["\(owner).\(match.1)", default: []].append(String(match.2)) }
      }
    }
    return codes
  }

  private func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }.map(String.init)
  }
}
