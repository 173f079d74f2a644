import Testing
import Text
import Units

@Suite struct SpreadsheetTests {
  static let layout = SpreadsheetLayout(
    name: "payments",
    columns: [
      SpreadsheetColumn("member", ["associe", "numero"], required: true),
      SpreadsheetColumn("last_name", ["nom", "nomdefamille"], personal: true),
      SpreadsheetColumn("date", ["datedeffet", "jour"], .day),
      SpreadsheetColumn("amount_cents", ["montant", "amount"], .cents),
      SpreadsheetColumn("shares", ["parts"], .integer),
      SpreadsheetColumn(
        "kind", ["type"], .choice([.init("person", "personne"), .init("company", "societe")])),
      SpreadsheetColumn("born", ["neele"], .day, personal: true),
    ])

  /// What a file says, or the codes it is refused by, each after its line and column.
  static func told(_ bytes: [UInt8]) -> [String] {
    do {
      let table = try Spreadsheet(reading: bytes, file: "f", layout: layout)
      var cells = SpreadsheetCells(table)
      let rows = table.rows.map { row in
        [
          cells.text(row, "member"), row["last_name"],
          cells.day(row, "date")?.description ?? "",
          cells.cents(row, "amount_cents").map { "\($0.units)" } ?? "",
          cells.integer(row, "shares").map { "\($0)" } ?? "", cells.choice(row, "kind") ?? "",
        ].joined(separator: "|")
      }
      try cells.finish()
      return rows
    } catch {
      return error.all.map { refusal in
        guard let located = refusal as? Located else { return refusal.code }
        let place = located.place
        return "\(place.line ?? 0):\(place.column ?? 0) \(refusal.code)"
      }
    }
  }

  @Test(
    arguments: [
      // Canonical CSV stays what it was: ISO dates, whole cents.
      ("member,date,amount_cents\nM1,2025-12-31,1050\n", ["M1||2025-12-31|1050||"]),
      // Excel in French: mark, semicolon, CRLF, decimal comma, French dates and words.
      (
        "\u{FEFF}Numéro;NOM ;Date d'effet;Montant (€);Parts;Type\r\nM1;Zoé;31/12/2025;1 234,50 €;12;"
          + "Société\r\n",
        ["M1|Zoé|2025-12-31|123450|12|company"]
      ),
      // Tab; amount under an English heading in euros.
      ("member\tamount\nM1\t12.5\n", ["M1|||1250||"]),
      // Headings without accents, oddly spaced and cased; decomposed accents.
      ("numero;DATE  D'EFFET\nM1;1/2/2025\n", ["M1||2025-02-01|||"]),
      ("Nume\u{301}ro;nom\nM1;X\n", ["M1|X||||"]),
      // Empty columns and rows at the end; rows cut short together, as Excel does.
      ("member;shares;;\nM1;1;;\n;;;\n ; ;;\n", ["M1||||1|"]),
      ("member;shares;last_name\nM1;1;A\nM2;2\nM3;3\n", ["M1|A|||1|", "M2||||2|", "M3||||3|"]),
      // Text kept from being a number; no-break spaces around and within.
      (
        "member;last_name;shares\n=\"00123\";'0042;1\u{202F}000\n\"=\"\"07\"\"\";\u{A0}de\u{A0}Gaulle\u{A0};1\u{A0}000\n",
        ["00123|0042|||1000|", "07|de\u{A0}Gaulle|||1000|"]
      ),
      ("member;last_name\nM1;'t Hooft\n", ["M1|'t Hooft||||"]),
      // What Excel hides on the first line; blank lines before the heading.
      ("sep=,\r\nmember,amount\r\nM1,\"12,5\"\r\n", ["M1|||1250||"]),
      ("\n;;\nmember;shares\nM1;7\n", ["M1||||7|"]),
      // A heading with a comma in it, quoted or not.
      ("\"member\";\"amount\"\nM1;-3\n", ["M1|||-300||"]),
      ("member;date\nM1;31/12/2025 00:00:00\n", ["M1||2025-12-31|||"]),
      ("member;amount\nM1;\u{2212}1 000 000,01\n", ["M1|||-100000001||"]),
    ] as [(String, [String])])
  func readsWhatSpreadsheetsWrite(text: String, expected: [String]) {
    #expect(Self.told(Array(text.utf8)) == expected)
  }

  @Test(
    arguments: [
      ("member;date\nM1;31/12/25\n", ["2:4 year-has-two-digits"]),
      (
        "member;date\nM1;31/02/2025\nM2;12/31/2025\nM3;46022\n",
        [
          "2:4 day-is-not-a-calendar-day", "3:4 day-is-not-a-calendar-day",
          "4:4 day-is-not-a-calendar-day",
        ]
      ),
      (
        "member;amount\nM1;1.234,56\nM2;12 34\nM3;1,234\nM4;x\nM5;1 23\n",
        [
          "2:4 number-is-ambiguous", "3:4 number-is-ambiguous", "4:4 number-is-too-fine",
          "5:4 number-is-not-decimal", "6:4 number-is-ambiguous",
        ]
      ),
      (
        "member;last_name;shares\nM1;3,07E+13;1E+05\n",
        ["2:4 number-is-scientific", "2:13 number-is-scientific"]
      ),
      ("member;shares\nM1;#REF!\nM2;####\n", ["2:4 cell-is-an-error", "3:4 cell-is-an-error"]),
      ("member;shares\nM1;2\nTotal;2\n", ["3:1 row-is-a-total"]),
      ("member;shares\n;2\nSous-total ;2\n", ["2:1 cell-is-empty", "3:1 row-is-a-total"]),
      ("member;kind\nM1;robot\n", ["2:4 word-is-unknown"]),
      ("member;shares\n\"M\n1\";2\n", ["2:2 text-leaves-its-line"]),
      ("member;shares\nM\u{202E}1;2\n", ["2:1 text-leaves-its-line"]),
      ("member;shares;\nM1;2;oubli\n", ["2:6 cell-has-no-heading"]),
      ("member;shares\nM1;2;3\n", ["2:6 cell-has-no-heading"]),
      ("member;last_name;shares\nM1;A;1\nM2;3\nM4;A;5\n", ["3:4 csv-row-is-ragged"]),
      ("member;numero\nM1;M1\n", ["1:8 column-is-named-twice"]),
      ("member;member\nM1;M1\n", ["1:8 csv-column-is-repeated"]),
      ("member;age\nM1;4\n", ["1:8 csv-column-is-unknown"]),
      ("shares\n4\n", ["1:0 csv-column-is-missing"]),
      ("member,a;b\nM1;2\n", ["1:8 csv-column-is-unknown"]),
      ("member;shares,amount\nM1;2\n", ["1:0 delimiter-is-undecided"]),
      ("", ["0:0 csv-heading-is-missing"]),
      ("member;amount\nM1;\"2\n", ["2:4 csv-quote-is-never-closed"]),
    ] as [(String, [String])])
  func refusesWhatCannotBeTold(text: String, expected: [String]) {
    #expect(Self.told(Array(text.utf8)) == expected)
  }

  @Test func readsWindows1252AndRefusesWhatIsNeither() {
    let windows: [UInt8] = Array(
      "Num\u{E9}ro;Nom;Montant (\u{80})\nM1;No\u{EB}l \u{9C}uf;1\u{A0}000,5\n"
        .unicodeScalars.map { UInt8($0.value) })
    #expect(Self.told(windows) == ["M1|Noël œuf||100050||"])
    #expect(
      Self.told(Array("member;last_name\nM1;\u{81}\n".unicodeScalars.map { UInt8($0.value) }))
        == ["2:0 byte-is-no-letter"])
  }

  @Test func namesFilesThatAreNoCSV() {
    #expect(Self.told([0x50, 0x4B, 3, 4, 0]) == ["0:0 file-is-a-workbook"])
    #expect(Self.told([0xFF, 0xFE, 0x6D, 0]) == ["0:0 text-is-utf16"])
  }

  @Test func toldOfAPersonNoValueIsRepeated() throws {
    let table = try Spreadsheet(
      reading: Array("member;born\nM1;31-12-1980\n".utf8), file: "f", layout: Self.layout,
      excerpts: false)
    var cells = SpreadsheetCells(table)
    for row in table.rows { _ = cells.day(row, "born") }
    let located = try #require(throws: Refusals.self) { try cells.finish() }
    #expect(!"\(located)".contains("1980"))
    let reason = try #require((located.all.first as? Located)?.reason as? InCell)
    #expect(reason.heading == "born")
  }

  /// Cut anywhere, a file says the same, and faults stand on the same lines.
  @Test(arguments: [0, 1, 2, 3])
  func aStreamSaysWhatTheWholeSays(seed: Int) throws {
    var text = "Numéro;Nom;Montant\r\n"
    for number in 0..<9_000 {
      let name = (number * 7 + seed) % 5 == 0 ? "\"Noël\nd'Ys; fils\"" : "Hélène Œuvre de la Tour"
      let amount = number % 4_000 == 3_999 ? "1.2,3" : "\(number),5"
      text += "M\(number + 1);\(name);\(amount)\r\n"
    }
    let bytes =
      seed == 3
      ? text.unicodeScalars.map { $0 == "Œ" ? 0x8C : UInt8($0.value) } : Array(text.utf8)
    let whole = try Spreadsheet(reading: bytes, file: "f", layout: Self.layout)
    var offset = 0
    var stream = SpreadsheetStream(file: "f", layout: Self.layout) {
      let end = min(bytes.count, offset + 70_001 + seed * 977)
      defer { offset = end }
      return Array(bytes[offset..<end])
    }
    var lines: [String] = []
    var cells = SpreadsheetCells()
    while let piece = try stream.next() {
      cells.take(piece)
      for row in piece.rows {
        _ = cells.cents(row, "amount_cents")
        lines.append("\(row.line) \(row["member"]) \(row["last_name"])")
      }
    }
    #expect(lines == whole.rows.map { "\($0.line) \($0["member"]) \($0["last_name"])" })
    #expect(lines.count == 9_000)
    let refusals = try #require(throws: Refusals.self) { try cells.finish() }
    #expect(refusals.all.map(\.code) == ["number-is-ambiguous", "number-is-ambiguous"])
  }
}
