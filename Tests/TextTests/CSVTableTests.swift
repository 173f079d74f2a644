import Testing
import Text
import Units

@Suite struct CSVTableTests {
  static let cases: [(name: String, text: String, rows: [[String]])] = [
    ("plain", "a,b\n1,2\n", [["1", "2"]]),
    ("no last line end", "a,b\n1,2", [["1", "2"]]),
    ("CRLF", "a,b\r\n1,2\r\n", [["1", "2"]]),
    ("byte order mark", "\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("semicolon", "a;b\n1,5;2\n", [["1,5", "2"]]),
    ("semicolon quoted in a comma heading", "\"a\",b\n\"1;2\",3\n", [["1;2", "3"]]),
    ("columns in another order", "b,a\n2,1\n", [["1", "2"]]),
    ("spaces around a heading", " a ,\tb\n1,2\n", [["1", "2"]]),
    ("spaces of a cell are its own", "a,b\n 1 ,2\n", [[" 1 ", "2"]]),
    ("quoted delimiter", "a,b\n\"1,1\",2\n", [["1,1", "2"]]),
    ("doubled quotes", "a,b\n\"say \"\"yes\"\"\",2\n", [["say \"yes\"", "2"]]),
    ("only doubled quotes", "a,b\n\"\"\"\"\"\",2\n", [["\"\"", "2"]]),
    ("quoted line end", "a,b\n\"1\n1\",2\n3,4\n", [["1\n1", "2"], ["3", "4"]]),
    ("empty cells", "a,b\n,\n1,\n,2\n", [["1", ""], ["", "2"]]),
    ("blank lines", "a,b\n\n1,2\n\r\n\n", [["1", "2"]]),
    ("tab in a cell", "a,b\n1\t1,\"\t\"\n", [["1\t1", "\t"]]),
    ("accents", "a,b\nÉloïse,Lüneburg\n", [["Éloïse", "Lüneburg"]]),
    ("heading alone", "a,b\n", []),
  ]

  @Test(arguments: cases)
  func readsCells(_ name: String, _ text: String, _ rows: [[String]]) throws {
    let table = try CSVTable(reading: Array(text.utf8), file: "t.csv", required: ["a", "b"])
    #expect(table.rows.map { [$0["a"], $0["b"]] } == rows)
  }

  static let refused: [(text: String, found: [String])] = [
    ("", ["t.csv csv-heading-is-missing"]),
    ("\n\n", ["t.csv csv-heading-is-missing"]),
    ("a\n", ["t.csv:1 csv-column-is-missing"]),
    ("a,b,z\n", ["t.csv:1:5 csv-column-is-unknown"]),
    ("a,b,a\n", ["t.csv:1:5 csv-column-is-repeated"]),
    (
      "z\n",
      [
        "t.csv:1:1 csv-column-is-unknown", "t.csv:1 csv-column-is-missing",
        "t.csv:1 csv-column-is-missing",
      ]
    ),
    ("a,b\n1\n", ["t.csv:2:1 csv-row-is-ragged"]),
    ("a,b\n1,2,é,4\n", ["t.csv:2:5 csv-row-is-ragged"]),
    ("a,b\né,\"2\n3,4\n", ["t.csv:2:3 csv-quote-is-never-closed"]),
    ("a,b\n1,\"2\"x\n3\n", ["t.csv:2:6 csv-text-follows-a-quote", "t.csv:3:1 csv-row-is-ragged"]),
    ("a,b\n1,2\"x\n", ["t.csv:2:4 csv-quote-stands-inside-a-cell"]),
    ("\u{FEFF}a;b\n\"1\n1\";2\n3\n", ["t.csv:4:1 csv-row-is-ragged"]),
    ("a,b\n1,2\u{0}\u{0}\n", ["t.csv:2:4 csv-cell-has-control-character"]),
    (
      "a,b\n1,\"é\n\u{1B}[2J\"\n\u{7F},2\n3\n",
      [
        "t.csv:3:1 csv-cell-has-control-character", "t.csv:4:1 csv-cell-has-control-character",
        "t.csv:5:1 csv-row-is-ragged",
      ]
    ),
    ("a\u{8},b\n1,2\n", ["t.csv:1:2 csv-cell-has-control-character"]),
    ("\u{0}\n", ["t.csv:1:1 csv-cell-has-control-character"]),
    ("a,\"b\n1,2\n", ["t.csv:1:3 csv-quote-is-never-closed"]),
  ]

  @Test(arguments: refused)
  func refusesWithEveryPlace(_ text: String, _ found: [String]) throws {
    let refusals = try #require(throws: Refusals.self) {
      try CSVTable(reading: Array(text.utf8), file: "t.csv", required: ["a", "b"], optional: ["c"])
    }
    let located = refusals.all.compactMap { $0 as? Located }
    #expect(located.map { "\($0.place) \($0.code)" } == found)
  }

  @Test func bytesThatAreNotUTF8AreRefusedWithTheirLine() throws {
    let refusals = try #require(throws: Refusals.self) {
      try CSVTable(reading: Array("a\n1\n".utf8) + [0xE9, 10], file: "t.csv", required: ["a"])
    }
    #expect((refusals.all.first as? Located)?.place == Place(file: "t.csv", line: 3))
    #expect(refusals.code == "csv-text-is-not-utf8")
  }

  @Test func aPlaceShowsTheLineUnlessTheFileIsAboutPeople() throws {
    let bytes = Array("a,b\n\"x\ny\",Zoé\n".utf8)
    let shown = try CSVTable(reading: bytes, file: "t.csv", required: ["a", "b"])
    let row = try #require(shown.rows.first)
    #expect(row.place(of: "b") == Place(file: "t.csv", line: 3, column: 4, excerpt: "y\",Zoé"))
    #expect(row.place == Place(file: "t.csv", line: 2, column: 1, excerpt: "\"x"))
    let hidden = try CSVTable(
      reading: bytes, file: "t.csv", required: ["a", "b"], excerpts: false)
    #expect(hidden.rows.first?.place(of: "b").excerpt == nil)
  }

  @Test func anAbsentOptionalColumnReadsAsEmpty() throws {
    let table = try CSVTable(
      reading: Array("a\n1\n".utf8), file: "t.csv", required: ["a"], optional: ["c"])
    #expect(table.rows.first?["c"] == "")
  }
}
