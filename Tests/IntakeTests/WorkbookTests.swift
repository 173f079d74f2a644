import Intake
import Production
import Store
import TestSupport
import Testing
import Units

/// Readings that come as a workbook, or as JSON: laid out as text, they give the truth of the text.
@Suite struct WorkbookIntakeTests {
  private func read(
    _ bytes: [UInt8], _ path: String = "export.xlsx", profile: String? = nil, meter: String? = nil
  ) throws -> FileReport {
    try readProductionFiles(
      [.inMemory(InputFile(path: path, bytes: bytes))],
      options: ReadingOptions(profile: profile, meter: meter), now: Tiny.now
    ).reports[0]
  }

  private func told(_ report: FileReport) -> [String] {
    report.days.map {
      "\($0.meter) \($0.day) \($0.energy.units) \($0.quality) \($0.firstLine)-\($0.lastLine)"
    }
  }

  private func text(_ words: String...) -> String {
    words.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
  }

  /// A title, a blank row, headings, then days as numbers: as a portal's statistics have them.
  private func solax(_ day: (Int) -> String) -> String {
    "<row r=\"1\">\(text("Centrale du Moulin"))</row><row r=\"3\">"
      + text("Time", "PV Yield Energy (kWh)", "Load, house (kWh)") + "</row>"
      + (0..<3).map {
        "<row r=\"\($0 + 4)\">\(day($0))<c><v>\(12 + $0).300000000000001</v></c><c><v>1</v></c></row>"
      }.joined()
  }

  @Test(arguments: [true, false])
  func `days as numbers and days as texts are the same days`(areNumbers: Bool) throws {
    let days = solax {
      areNumbers ? "<c s=\"1\"><v>\(45_658 + $0)</v></c>" : text("2025-01-0\($0 + 1)")
    }
    let report = try read(workbook([("Help", "<row>\(text("x"))</row>"), ("Report", days)]))
    #expect(report.profile == "solax-month")
    #expect(
      told(report) == [
        "export 2025-01-01 12300 measured 4-4", "export 2025-01-02 13300 measured 5-5",
        "export 2025-01-03 14300 measured 6-6",
      ])
  }

  @Test(arguments: ["Ferme", "&quot;Ferme", "&quot;Ferme&quot; du Moulin", "&quot;"])
  func `a name may begin with a quotation mark`(name: String) throws {
    let rows = (0...24).map { hour in
      let stamp = "2025-01-0\(1 + hour / 24) \(hour % 24 / 10)\(hour % 24 % 10):00:00"
      return "<row>\(text(name, "I1", stamp, "\(100 + hour).00"))</row>"
    }
    let heading = text("Site Name", "ManageObject", "Start Time", "Cumulative energy(kWh)")
    let report = try read(workbook([("S", "<row>\(heading)</row>\(rows.joined())")]))
    #expect(report.findings.map(\.code) == [])
    #expect(told(report) == ["I1 2025-01-01 24000 measured 2-26"])
  }

  /// The second sheet counts, decimals are texts with a comma, the last half hour is missing.
  @Test func `the workbook of a customer account is read where its curve stands`() throws {
    let rows = (0..<47).map { step in
      let hour = { (half: Int) in "01/01/2025 \(half / 20)\(half / 2 % 10):\(half % 2 * 3)0:00" }
      return "<row>\(text(hour(step), hour(step + 1), step == 9 ? "NA" : "1,2"))</row>"
    }
    let bytes = workbook([
      ("Infos", "<row>\(text("PRM", "09001234567890"))</row>"),
      ("Courbe", "<row>\(text("Début", "Fin", "Valeur (en kW)"))</row>\(rows.joined())"),
    ])
    let report = try read(bytes)
    #expect(report.profile == "enedis-workbook")
    #expect(told(report) == ["export 2025-01-01 27600 incomplete 2-48"])
  }

  @Test func `a fault in a workbook is told by its row`() throws {
    let bad = solax { "<c s=\"1\"><v>\(45_658 + $0)</v></c>" }.replacing(
      "<v>13.300000000000001</v>", with: "<v>13k</v>")
    let report = try read(workbook([("Report", bad)]))
    #expect(report.findings.map(\.code) == [.valueUnreadable])
    #expect(report.findings.first?.place.description == "export.xlsx:5")
  }

  @Test func `two sheets that fit are a question, none an unknown format`() throws {
    let sheet = solax { "<c s=\"1\"><v>\(45_658 + $0)</v></c>" }
    let two = try read(workbook([("A", sheet), ("B", sheet)]))
    #expect(two.findings.map(\.code) == [.formatAmbiguous])
    #expect(two.findings.first?.words == "solax-month (A), solax-month (B)")
    #expect(try read(workbook([("A", "")])).findings.map(\.code) == [.formatUnknown])
    #expect(
      try read(storedZip([("a.txt", "x")]), "a.csv").findings.map(\.code) == [.fileIsWorkbook])
  }

  @Test func `a workbook enters the book under its own digest, once`() throws {
    let tiny = try TinyBook(.applied)
    let rows =
      "<row>\(text("Time", "PV Yield Energy (kWh)"))</row><row><c s=\"1\"><v>45658</v></c>"
      + "<c><v>5</v></c></row>"
    let path = try tiny.folder.write("nord.xlsx", workbook([("A", rows)]))
    let files = try ProductionFiles(named: [path]).files
    for taken in [1, 0] {
      let done = try importProduction(
        files, to: tiny.book, options: ReadingOptions(meter: "nord-1"), now: Tiny.now)
      #expect(done.decisions.filter { $0.kind == .take }.count == taken)
    }
    #expect(try tiny.count("meter_day") == 1)
  }

  // MARK: JSON

  private func curve(
    unit: String = "Wh", flux: String = "R63", kind: String = "EA", _ point: (Int) -> String
  ) -> [UInt8] {
    let points = (1...24).map(point).joined(separator: ",\n")
    return Array(
      """
      {"header": {"codeFlux": "\(flux)"}, "mesures": [{"idPrm": "09001234567890", "periode": {},
       "grandeur": [{"grandeurMetier": "CONS", "grandeurPhysique": "\(kind)", "unite": "\(unit)", "points": []},
       {"grandeurMetier": "PROD", "grandeurPhysique": "\(kind)", "unite": "\(unit)", "points": [\(points)]}]}]}
      """.utf8)
  }

  private func point(_ hour: Int, _ rest: String = "\"iv\": 0") -> String {
    let day = hour == 24 ? "2025-01-02" : "2025-01-01"
    let clock = "\(hour % 24 / 10)\(hour % 24 % 10)"
    return "{\"d\": \"\(day)T\(clock):00:00+01:00\", \"v\": \"250\", \"p\": \"PT60M\", \(rest)}"
  }

  @Test(arguments: [
    ("Wh", "enedis-r63-production-energy", "6000"), ("W", "enedis-r63-production", "6000"),
  ])
  func `a curve as JSON gives what its rows give`(
    unit: String, profile: String, energy: String
  ) throws {
    let report = try read(curve(unit: unit) { point($0) }, "r63.json")
    #expect(report.profile == profile)
    #expect(told(report) == ["09001234567890 2025-01-01 \(energy) measured 2-25"])
    let doubtful = try read(
      curve { point($0, $0 == 3 ? "\"iv\": \"1\"" : "\"iv\": 0") }, "r63.json")
    #expect(doubtful.days.map(\.quality) == [.estimated])
  }

  @Test func `what is wrong in JSON is told with its path`() throws {
    let good = String(decoding: curve { point($0) }, as: UTF8.self)
    let cases: [(String, String, FindingCode, String)] = [
      ("\"R63\"", "\"R64\"", .formatUnknown, "r.json:1"),
      (
        "\"unite\": \"Wh\", \"points\": [{", "\"points\": [{", .headingMissing,
        "r.json#mesures[0].grandeur[1]"
      ),
      ("\"idPrm\"", "\"prm\"", .headingMissing, "r.json#mesures[0]"),
      ("\"mesures\"", "\"measures\"", .headingMissing, "r.json"),
      (
        "\"d\": \"2025-01-01T03", "\"t\": \"2025-01-01T03", .headingMissing,
        "r.json#mesures[0].grandeur[1].points[2]"
      ),
      (
        "T03:00:00+01:00\", \"v\": \"250\"", "T03:00:00+01:00\", \"v\": \"2x\"", .valueUnreadable,
        "r.json#mesures[0].grandeur[1].points[2]"
      ),
      ("01T03:00", "01T25:00", .stampImpossible, "r.json#mesures[0].grandeur[1].points[2]"),
    ]
    for (old, new, code, place) in cases {
      #expect(good.contains(old))
      let report = try read(Array(good.replacing(old, with: new).utf8), "r.json")
      let finding = report.findings.first { $0.verdict == .refuse }
      #expect(finding?.code == code)
      #expect(finding?.place.description == place)
    }
    let thrown = #expect(throws: Located.self) {
      try read(Array(good.replacing("\"idPrm\":", with: "\"idPrm\"").utf8), "r.json")
    }
    #expect(thrown?.code == "json-is-malformed" && thrown?.place.line == 1)
  }

  @Test func `of the JSON in a folder only load curves are taken`() throws {
    let folder = try TemporaryFolder()
    try folder.write("r63.json", curve { point($0) })
    try folder.write("settings.json", "{\"a\": 1}")
    let found = try ProductionFiles(named: [folder.path])
    #expect(found.files.map(\.path) == [folder.path("r63.json")])
    #expect(found.passedOver == [folder.path("settings.json")])
  }
}
