import Intake
import Production
import TestSupport
import Testing
import Units
import Wording

/// The first lines of a portal that nobody knows, what a person answers, and what is then read.
private struct Unknown: Sendable {
  let name: String
  let text: String
  /// The keys that the lines leave open.
  let questions: [String]
  /// What a person puts in place of a line of the draft, by its key.
  let answers: [String: String]
  let told: String
}

private let quarters: [String] = (0..<96).map { (quarter: Int) -> String in
  let hour = quarter / 4
  let minute = ["00", "15", "30", "45"][quarter % 4]
  return hour < 10 ? "0\(hour):\(minute)" : "\(hour):\(minute)"
}

private let midday: [String] = quarters.map { clock in
  let value = clock == "12:00" ? "n/d" : "0,25"
  return "13/06/2025 \(clock);\(value);x\n"
}

private let powers: [String] = quarters.filter { $0.hasSuffix(":00") }.map {
  "13.06.2025|\($0)|1000\n"
}

private let spans: [String] = (0..<24).map { (hour: Int) -> String in
  let clock = hour < 10 ? "0\(hour)" : "\(hour)"
  return "2025-06-13 \(clock):00\t2025-06-13 \(clock):59\t2,5\n"
}

private let unknown: [Unknown] = [
  Unknown(
    name: "semicolons, comma, a word for unknown",
    text: "Rapport du site;;\nDate;Énergie (kWh);Note\n" + midday.joined(),
    questions: [
      "missing", "stamp.zone", "stamp.meaning", "value.column", "value.unit", "value.nature",
    ],
    answers: [
      "missing": "[\"n/d\"]", "zone": "\"Europe/Paris\"", "meaning": "\"start\"",
      "value.column": "\"Énergie (kWh)\"", "unit": "\"kWh\"", "nature": "\"interval-energy\"",
    ], told: "2025-06-13 23750 incomplete"),
  Unknown(
    name: "the day and the month cannot be told apart",
    text: "Day,Yield [Wh]\n02/03/2025,1500\n03/03/2025,900\n04/03/2025,1100\n",
    questions: [
      "stamp.pattern", "stamp.zone", "stamp.meaning", "value.column", "value.unit", "value.nature",
    ],
    answers: [
      "pattern": "\"dd/MM/yyyy\"", "zone": "\"Europe/Paris\"", "meaning": "\"date\"",
      "value.column": "\"Yield [Wh]\"", "unit": "\"Wh\"", "nature": "\"interval-energy\"",
    ], told: "2025-03-02 1500 measured, 2025-03-03 900 measured, 2025-03-04 1100 measured"),
  Unknown(
    name: "a date and a time, a row of units, a total behind",
    text: "Datum|Zeit|Leistung\n[dd.MM.yyyy]|[HH:mm]|[W]\n" + powers.joined()
      + "Summe||96000\n",
    questions: [
      "decimal-mark", "ends-before", "stamp.zone", "stamp.meaning", "value.column", "value.unit",
      "value.nature",
    ],
    answers: [
      "decimal-mark": "\",\"", "ends-before": "\"Summe\"", "zone": "\"Europe/Paris\"",
      "meaning": "\"start\"", "value.column": "\"Leistung\"", "unit": "\"W\"",
      "nature": "\"mean-power\"",
    ], told: "2025-06-13 24000 measured"),
  Unknown(
    name: "no heading, offsets, two columns of numbers, a counter of three decimals",
    text: "2025-06-13T00:00:00+02:00;1.234;7\n2025-06-13T12:00:00+02:00;1.240;7\n"
      + "2025-06-14T00:00:00+02:00;1.250;7\n",
    questions: [
      "decimal-mark", "stamp.meaning", "value.column", "value.unit", "value.nature",
    ],
    answers: [
      "decimal-mark": "\".\"", "meaning": "\"instant\"", "value.column": "\"column 2\"",
      "unit": "\"kWh\"", "nature": "\"counter\"",
    ], told: "2025-06-13 16 measured"),
  Unknown(
    name: "tabulators, a beginning and an end",
    text: "Début\tFin\tkW\n" + spans.joined(),
    questions: [
      "stamp.column", "stamp.zone", "stamp.meaning", "value.column", "value.unit", "value.nature",
    ],
    answers: [
      "stamp.column": "\"Début\"", "zone": "\"Europe/Paris\"", "meaning": "\"start\"",
      "value.column": "\"kW\"", "unit": "\"kW\"", "nature": "\"mean-power\"",
    ], told: "2025-06-13 60000 measured"),
]

@Suite("A proposed profile") struct ProposalTests {
  @Test(arguments: unknown.indices)
  func `is refused until a person decided, then reads the file`(index: Int) throws {
    let portal = unknown[index]
    let bytes = Array(portal.text.utf8)
    let proposal = try #require(proposeProfile(bytes, path: "export.csv"), "\(portal.name)")
    #expect(proposal.questions == portal.questions, "\(portal.name)")
    #expect(proposal.fitting.isEmpty, "\(portal.name)")
    for draft in [proposal.draft(of: "export.csv").french, proposal.draft(of: "x").english] {
      let undecided = codes { _ = try readProfile(TinyBook.file("p.toml", draft)) }
      #expect(Set(undecided) == ["key-is-missing"], "\(portal.name): \(undecided)")
      let decided = decide(draft, portal.answers)
      #expect(!decided.contains("?"), "\(portal.name): \(decided)")
      let profile = try readProfile(TinyBook.file("p.toml", decided))
      let report = readProduction(
        SourceFile(
          path: "export.csv", bytes: bytes, digest: Digest(Array(repeating: 0, count: 32))),
        profile: profile, registry: .unchecked, today: Day(number: 20_778))
      let told = report.days.map { "\($0.day) \($0.energy) \($0.quality.rawValue)" }
      #expect(
        told.joined(separator: ", ") == portal.told,
        "\(portal.name): \(report.findings.map(\.code.rawValue)) \(decided)")
    }
  }

  /// Each answer alone left out is one refusal, or, for what may be left out, none or a refused file.
  @Test(arguments: unknown.indices)
  func `is refused while one answer is lacking`(index: Int) throws {
    let portal = unknown[index]
    let draft = try #require(proposeProfile(Array(portal.text.utf8), path: "export.csv"))
      .draft(of: "export.csv").french
    for key in portal.answers.keys where !["missing", "ends-before"].contains(key) {
      let decided = decide(draft, portal.answers.filter { $0.key != key })
      let found = codes { _ = try readProfile(TinyBook.file("p.toml", decided)) }
      #expect(found == ["key-is-missing"], "\(portal.name) \(key): \(found)")
    }
  }

  @Test func `is drawn from no text without lines of cells`() {
    for text in ["", "one line", "a\nb\nc\n", "<html>\n<body>\n"] {
      #expect(proposeProfile(Array(text.utf8), path: "x.csv") == nil)
    }
  }

  @Test func `names the built-in profiles that fit already`() {
    let text = "Time,PV(kWh)\n2025-06-01,56.2\n2025-06-02,51.0\n"
    #expect(proposeProfile(Array(text.utf8), path: "x.csv")?.fitting == ["sungrow-month"])
  }

  @Test func `is TOML whatever the headings hold`() throws {
    let text = "A\"\\\u{7}\u{7F};kWh\n2025-06-01;1,5\n2025-06-02;2,5\n"
    let draft = try #require(proposeProfile(Array(text.utf8), path: "x.csv")).draft(of: "x.csv")
    let found = codes { _ = try readProfile(TinyBook.file("p.toml", draft.english)) }
    #expect(!found.contains("toml-is-malformed") && found.contains("text-has-control-character"))
  }

  /// The draft with a person's answers in place of its open lines.
  private func decide(_ draft: String, _ answers: [String: String]) -> String {
    var table = ""
    return draft.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .map { line in
        if line.hasPrefix("[") { table = line.filter { $0 != "[" && $0 != "]" } }
        guard line.hasPrefix("# "), let key = line.dropFirst(2).split(separator: " ").first,
          let answer = answers["\(table).\(key)"] ?? answers[String(key)]
        else { return line.hasPrefix("# ") && !line.contains(" = ") ? "" : String(line) }
        return "\(key) = \(answer)"
      }.joined(separator: "\n")
  }
}
