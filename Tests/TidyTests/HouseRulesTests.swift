import Testing

/// The rules of the house, judged by reading the source.
///
/// Each failure says why the rule is there.
@Suite struct HouseRulesTests {
  /// A rule fails with the places that break it and its reason.
  private func expectNone(_ faults: [String], because reason: String) {
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))\n\(reason)")
  }

  /// Every line of our sources' code that a pattern is found in.
  private func places(
    of pattern: some RegexComponent, in files: [SourceTree.File] = SourceTree.sources
  ) -> [String] {
    files.flatMap { file in
      file.swift.lines.enumerated().filter { $0.element.contains(pattern) }
        .map { "\(file.path):\($0.offset + 1)" }
    }
  }

  @Test func theTreeIsRead() {
    #expect(SourceTree.sources.count > 80)
    #expect(SourceTree.text("Package.swift") != nil)
    #expect(SourceTree.sources.contains { $0.path == "Sources/Units/Day.swift" })
  }

  @Test func filesStayShort() {
    expectNone(
      (SourceTree.sources + SourceTree.tests).filter { $0.lines.count > 401 }
        .map { "\($0.path): \($0.lines.count - 1) lines" },
      because: "A file of more than 400 lines holds more than one idea: split it.")
  }

  @Test func functionsStayShort() {
    let long = SourceTree.sources.flatMap { file in
      Declarations.functions(in: file.swift.code).filter { $0.length > 60 }
        .map { (file.path, $0) }
    }
    let excused = Exceptions.longFunctions
    expectNone(
      long.filter { excused["\($0.0) \($0.1.name)"] == nil }
        .map { "\($0.0):\($0.1.line): \($0.1.name), \($0.1.length) lines" },
      because: "A function of more than 60 lines does not fit a screen: name its parts.")
    let needed = Set(long.map { "\($0.0) \($0.1.name)" })
    expectNone(
      excused.keys.filter { !needed.contains($0) }.sorted(),
      because: "These exceptions are no longer needed: remove them from Exceptions.swift.")
  }

  @Test func nothingTrapsWhereItCouldRefuse() {
    expectNone(
      places(of: /\btry!|\bas!|\bfatalError\b/),
      because: "A treasurer gets a refusal with a remedy, never a crash: throw a refusal, or "
        + "state a programmer's error as a precondition.")
  }

  @Test func onlyTheTerminalPrints() {
    expectNone(
      places(
        of: /\b(?:print|debugPrint|dump)\(/,
        in: SourceTree.sources.filter { !$0.path.hasPrefix("Tools/") }),
      because: "Output goes through Terminal, so that results and messages never mix.")
  }

  @Test func nothingCountsInFractions() {
    let files = SourceTree.sources.filter { !$0.path.hasPrefix("Tools/Simulator/") }
    let excused = Exceptions.floatingPoint
    let found = files.filter { !places(of: /\b(?:Double|Float\w*|CGFloat)\b/, in: [$0]).isEmpty }
    expectNone(
      found.map(\.path).filter { excused[$0] == nil },
      because: "Money, energy and shares are whole units; 0.1 + 0.2 is not 0.3 in binary.")
    expectNone(
      excused.keys.filter { path in !found.contains { $0.path == path } },
      because: "These exceptions are no longer needed: remove them from Exceptions.swift.")
  }

  @Test func noteLeftForLaterIsAnIssueInstead() {
    let words = ["TO" + "DO", "FIX" + "ME"]
    let faults = SourceTree.files.filter { !$0.path.hasSuffix(".csv") }.flatMap { file in
      file.lines.enumerated().filter { line in words.contains { line.element.contains($0) } }
        .map { "\(file.path):\($0.offset + 1)" }
    }
    expectNone(faults, because: "A note in the code is forgotten: open an issue, or do it now.")
  }

  @Test func namesSayWhatThingsAre() {
    let declared =
      /\b(?:struct|class|enum|protocol|actor|func|var|let|typealias)\s+\w*(?:Manager|Helper|Utils|Utilities)/
    expectNone(
      places(of: declared)
        + SourceTree.files.map(\.path).filter { $0.contains(/(?:Manager|Helper|Utils)\.swift/) },
      because: "Manager, Helper and Utils name a drawer, not a thing: say what it does.")
  }

  @Test func pureRoomsTouchNoSystem() {
    let rooms = [
      "Sources/Units/", "Sources/Text/", "Sources/Production/", "Sources/Allocation/",
      "Sources/Statements/", "Sources/Wording/", "Contracts/", "Ledger/Tables/",
      "Ledger/Journal/", "Ledger/Bookings/", "Ledger/Closing/", "Ledger/YearEnd/",
      "Ledger/Reports/", "Ledger/Payments/", "Ledger/Bank/", "Sources/Exports/",
    ]
    expectNone(
      places(
        of: /\bimport (?:Foundation\w*|Glibc|Musl|Darwin|GRDB|C[A-Z]\w+|ArgumentParser)\b/,
        in: SourceTree.sources.filter { $0.isUnder(rooms) }),
      because: "Pure rooms take values and give values: same input, same output, on every "
        + "machine. Time, disk and database stay at the edges.")
  }

  /// SwiftPM lets a room import whatever its neighbours import; the house does not.
  @Test func roomsImportWhatThePackageSays() throws {
    let package = try #require(SourceTree.text("Package.swift"))
    let rooms = package.matches(
      of: /(?:room|program)\(\s*"([\w-]+)",\s*"([^"]+)"(?:,\s*\[([^\]]*)\])?/)
    let names = Set(rooms.map { String($0.1) })
    #expect(names.count > 15)
    let faults = rooms.flatMap { room in
      let allowed = Set((room.3 ?? "").matches(of: /"(\w+)"/).map { String($0.1) })
      return SourceTree.sources.filter { $0.path.hasPrefix("\(room.2)/") }.flatMap { file in
        file.swift.code.matches(of: /\bimport (\w+)/).map { String($0.1) }
          .filter { names.contains($0) && !allowed.contains($0) }
          .map { "\(file.path): imports \($0), which Package.swift does not give to \(room.1)" }
      }
    }
    expectNone(faults, because: "An arrow between rooms is drawn in Package.swift, in the open.")
    let unused = rooms.flatMap { room in
      let files = SourceTree.sources.filter { $0.path.hasPrefix("\(room.2)/") }
      let imported = Set(
        files.flatMap { $0.swift.code.matches(of: /\bimport (\w+)/).map { String($0.1) } })
      return (room.3 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
        .filter { names.contains($0) && !imported.contains($0) }.map { "\(room.1) -> \($0)" }
    }
    expectNone(unused, because: "An arrow that nobody walks hides those that matter: remove it.")
  }

  @Test func proseStandsInWording() {
    let faults = SourceTree.sources
      .filter { !$0.isUnder(Array(Exceptions.homesOfProse.keys)) }
      .flatMap { file in
        file.swift.literals.filter { $0.text.contains(/[À-ÖØ-öø-ÿœŒ«»]/) }
          .map { "\(file.path):\($0.line): \($0.text.prefix(40))" }
      }
    expectNone(
      faults,
      because: "What people read stands in Sources/Wording, in both languages, where one person "
        + "can proofread it.")
    let unused = Exceptions.homesOfProse.keys.filter { home in
      !SourceTree.sources.contains { $0.path.hasPrefix(home) }
    }
    expectNone(unused.sorted(), because: "These homes of prose hold no file: remove them.")
  }

  @Test func writtenTablesAreUpToDate() {
    for (folder, ending) in [
      ("Contracts/Templates", "toml"), ("Ledger/Tables", "csv"), ("Ledger/Store/Schema", "sql"),
    ] {
      #expect(
        SourceTree.text("\(folder)/Embedded.swift") == embedded(folder, ending),
        "\(folder)/Embedded.swift lags behind the .\(ending) files: run Tools/embed.")
    }
  }

  /// What `Tools/embed` writes.
  private func embedded(_ folder: String, _ ending: String) -> String {
    let files = SourceTree.files.filter {
      $0.path.hasPrefix("\(folder)/") && $0.path.hasSuffix(".\(ending)")
    }
    let members = files.map { file in
      "  static let \(file.name.dropLast(ending.count + 1)) = #\"\"\"\n\(file.text)\"\"\"#\n"
    }
    return "// Written by Tools/embed from the .\(ending) files beside it. Do not edit.\n"
      + "// swift-format-ignore-file\n\nenum Embedded {\n" + members.joined() + "}\n"
  }

  @Test func pagesHaveOneTitle() {
    let faults = SourceTree.files.filter { $0.path.hasSuffix(".md") }.filter { file in
      var inCode = false
      let titles = file.lines.filter { line in
        if line.hasPrefix("```") { inCode.toggle() }
        return !inCode && line.hasPrefix("# ")
      }
      return titles.count != 1
    }
    expectNone(faults.map(\.path), because: "A page is about one thing, named by one title.")
  }

  @Test func nothingNamesTheMachineItWasWrittenOn() {
    let marks = [".lib" + "rary/", "/wo" + "rk/"]
    expectNone(
      SourceTree.files.filter { file in marks.contains { file.text.contains($0) } }.map(\.path),
      because: "A path of one machine means nothing on another.")
  }
}
