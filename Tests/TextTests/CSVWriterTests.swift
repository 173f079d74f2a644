import Testing
import Text

@Suite struct CSVWriterTests {
  static let cells: [(cell: CSVCell, plain: String, french: String)] = [
    ("x", "x", "x"),
    (1234, "1234", "12,34"),
    (-5, "-5", "-0,05"),
    ("a,b", "\"a,b\"", "a,b"),
    ("a;b", "a;b", "\"a;b\""),
    ("say \"yes\"", "\"say \"\"yes\"\"\"", "\"say \"\"yes\"\"\""),
    ("two\nlines", "\"two\nlines\"", "\"two\nlines\""),
    ("=1+1", "'=1+1", "'=1+1"),
    ("@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)"),
    ("+33 6", "'+33 6", "'+33 6"),
    ("-cmd", "'-cmd", "'-cmd"),
    ("-", "'-", "'-"),
    ("-12.5", "-12.5", "-12.5"),
    ("+7", "+7", "+7"),
    ("-1,5", "\"-1,5\"", "-1,5"),
    ("-1,5,2", "\"'-1,5,2\"", "'-1,5,2"),
    ("-.", "'-.", "'-."),
    ("", "", ""),
  ]

  @Test(arguments: cells)
  func writesACell(_ cell: CSVCell, _ plain: String, _ french: String) {
    var writer = CSVWriter(columns: ["k", "v"])
    writer.append(["r", cell])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "k,v\nr,\(plain)\n")
    var excel = CSVWriter(columns: ["k", "v"], style: .excelFrench, decimals: ["v": 2])
    excel.append(["r", cell])
    #expect(String(decoding: excel.bytes, as: UTF8.self) == "\u{FEFF}k;v\r\nr;\(french)\r\n")
  }

  @Test func aSingleEmptyCellIsNoBlankLine() {
    var writer = CSVWriter(columns: ["k"])
    writer.append([""])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "k\n\"\"\n")
  }

  /// Every table of up to two columns of awkward cells comes back as it went.
  @Test(arguments: CSVStyle.allCases)
  func readsBackWhatItWrote(_ style: CSVStyle) throws {
    let pieces = ["", "a", ",", ";", "\"", "\n", " ", "é"]
    let texts = pieces + pieces.flatMap { left in pieces.map { left + $0 } } + ["x\r\ny"]
    var writer = CSVWriter(columns: ["first", "second"], style: style)
    var written: [[String]] = []
    for first in texts {
      for second in texts where !(first + second).isEmpty {
        writer.append([.text(first), .text(second)])
        written.append([first, second])
      }
    }
    let table = try CSVTable(
      reading: writer.bytes, file: "t.csv", required: ["first", "second"])
    let differing = zip(table.rows, written).first { [$0["first"], $0["second"]] != $1 }
    #expect(differing?.1 == nil)
    #expect(table.rows.count == written.count)
  }
}
