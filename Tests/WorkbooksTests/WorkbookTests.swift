import TestSupport
import Testing
import Units
import Workbooks

/// What stands in the cells of a workbook, told exactly.
@Suite struct WorkbookTests {
  private func rows(
    _ xml: String, texts: [String] = [], book: String = ""
  ) throws -> [[String]] {
    let bytes = workbook([("A", xml)], texts: texts, book: book)
    return try Workbook(bytes, file: "f.xlsx").sheets()[0].rows.map { row in
      ["\(row.number)"] + row.cells.map(told)
    }
  }

  private func told(_ cell: Sheet.Cell) -> String {
    switch cell {
    case .empty: "-"
    case .text(let text): "'\(text)"
    case .number(let number): number
    case .moment(let day, let seconds): "\(day?.description ?? "")+\(seconds)"
    }
  }

  /// The first thirteen are what Python writes of the same with fifteen figures (`.15g`).
  @Test(arguments: [
    ("0", "0"), ("12", "12"), ("-12.50", "-12.5"), ("12.300000000000001", "12.3"),
    ("0.30000000000000004", "0.3"), ("1.25E-3", "0.00125"),
    ("1.2345678901234E13", "12345678901234"),
    ("9.9999999999999999", "10"), ("0.99999999999999999", "1"), ("100", "100"), ("1E3", "1000"),
    ("12345678901234", "12345678901234"), ("-0.0001", "-0.0001"), ("007", "7"),
    ("1E41", "'1E41"), ("1,5", "'1,5"), ("-", "'-"), ("1.5.2", "'1.5.2"), (".5", "0.5"),
  ])
  func `a number is written out as it is shown`(stored: String, expected: String) throws {
    #expect(try rows("<row r=\"1\"><c r=\"A1\"><v>\(stored)</v></c></row>") == [["1", expected]])
  }

  @Test(arguments: [
    ("1", "1", "1899-12-31+0"), ("1", "61", "1900-03-01+0"), ("1", "45658", "2025-01-01+0"),
    ("1", "45658.0208333333", "2025-01-01+1800"), ("1", "45658.999988425927", "2025-01-01+86399"),
    ("1", "45658.9999999", "2025-01-02+0"), ("2", "45747.0833333333", "2025-03-31+7200"),
    ("2", "0.5", "+43200"), ("2", "4.1666666666666664E-2", "+3600"), ("0", "45658", "45658"),
    ("9", "45658", "45658"), ("1", "-1", "-1"), ("1", "12345678901", "12345678901"),
  ])
  func `a number shown as a day is that day and second`(
    form: String, stored: String, expected: String
  ) throws {
    let xml = "<row r=\"1\"><c r=\"A1\" s=\"\(form)\"><v>\(stored)</v></c></row>"
    #expect(try rows(xml) == [["1", expected]])
  }

  @Test(arguments: [
    ("yyyy-mm-dd", true), ("hh:mm", true), ("[h]:mm", true), ("#,##0.00", false),
    ("0.0 \\k\\W\\h", false), ("0.0&quot; kWh de jour&quot;", false), ("General", false),
    ("[Red]0.00", false), ("[$-40C]d mmm yy", true), ("0.00;&quot;d&quot;", false),
  ])
  func `a form is that of a moment when its figures are`(form: String, isMoment: Bool) throws {
    let xml = "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>45658</v></c></row>"
    let known = try rows(
      xml, formats: "<xf numFmtId=\"171\"/>", numbered: (171, form))
    #expect(known == [["1", isMoment ? "2025-01-01+0" : "45658"]])
  }

  private func rows(
    _ xml: String, formats: String, numbered form: (Int, String)
  ) throws -> [[String]] {
    let bytes = workbook(
      [("A", xml)], formats: formats,
      forms: "<numFmt numFmtId=\"\(form.0)\" formatCode=\"\(form.1)\"/>")
    return try Workbook(bytes, file: "f.xlsx").sheets()[0].rows.map { row in
      ["\(row.number)"] + row.cells.map(told)
    }
  }

  @Test func `texts are shared, written in place, in runs, or the result of a formula`() throws {
    let xml =
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>x</t></is></c>"
      + "<c r=\"D2\" t=\"str\"><f>A1</f><v>N/A</v></c><c r=\"E2\" t=\"e\"><v>#N/A</v></c><c r=\"F2\"/></row>"
      + "<row r=\"3\"><c r=\"A3\"/></row><row r=\"7\"><c t=\"s\"><v>0</v></c><c><v>4</v></c></row>"
    let texts = ["<t>b</t>", "<r><t>k</t></r><r><rPr><b/></rPr><t>W</t></r><rPh><t>no</t></rPh>"]
    #expect(
      try rows(xml, texts: texts)
        == [["2", "'kW", "-", "'x", "'N/A", "'#N/A"], ["7", "'b", "4"]])
  }

  @Test func `days counted from 1904 are four years and a day later`() throws {
    let xml = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44196</v></c></row>"
    #expect(try rows(xml, book: "<workbookPr date1904=\"1\"/>") == [["1", "2025-01-01+0"]])
  }

  @Test(arguments: [
    (
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>",
      WorkbookRefusal.cellTextIsUnknown(cell: "A1")
    ),
    ("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", .cellIsMisplaced(cell: "A1")),
    ("<row r=\"1\"><c r=\"XFE1\"/></row>", .cellIsMisplaced(cell: "XFE1")),
    ("<row r=\"1\"><c r=\"1\"/></row>", .cellIsMisplaced(cell: "1")),
    ("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"/>", .cellIsMisplaced(cell: "2")),
  ])
  func `a sheet that contradicts itself is refused`(xml: String, expected: WorkbookRefusal) {
    let thrown = #expect(throws: Located.self) { try rows(xml) }
    #expect(thrown?.reason as? WorkbookRefusal == expected)
    #expect(thrown?.place.file == "f.xlsx/xl/worksheets/sheet1.xml")
  }

  @Test func `a part that is named and not there is refused`() {
    let bytes = storedZip([("xl/workbook.xml", "<workbook/>")])
    let thrown = #expect(throws: Located.self) { try Workbook(bytes, file: "f.xlsx") }
    #expect(
      thrown?.reason as? WorkbookRefusal == .workbookLacksPart("xl/_rels/workbook.xml.rels"))
  }
}
