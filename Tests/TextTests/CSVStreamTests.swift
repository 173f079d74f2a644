import Testing
import Text
import Units

/// A table read in pieces is the table read whole.
@Suite struct CSVStreamTests {
  private static func source(_ text: String, _ block: Int) -> () throws -> [UInt8] {
    var rest = Array(text.utf8)[...]
    return {
      defer { rest = rest.dropFirst(block) }
      return Array(rest.prefix(block))
    }
  }

  private static func rows(_ text: String, _ block: Int) throws -> [String] {
    var stream = CSVStream(
      file: "f.csv", required: ["a", "b"], read: source(text, block))
    var rows: [String] = []
    while let piece = try stream.next() {
      for row in piece.rows { rows.append("\(row.line):\(row["a"])|\(row[piece.index(of: "b")])") }
    }
    return rows
  }

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "\n\na,b\r\n1,2\r\n", "\u{FEFF}a;b\n1;2", "b,a\n\"x\ny\",\"q\"\"\"\n\n5,6\n",
    "a,b\n",
  ]) func `any block gives the rows of the whole`(text: String) throws {
    let whole = try CSVTable(reading: Array(text.utf8), file: "f.csv", required: ["a", "b"])
    let expected = whole.rows.map { "\($0.line):\($0["a"])|\($0["b"])" }
    for block in [1, 2, 3, 1000] { #expect(try Self.rows(text, block) == expected) }
  }

  @Test func `pieces count lines through, also where a cell has several`() throws {
    let count = 60_000
    let text = "a,b\n" + (0..<count).map { "\($0),\"x\n\($0)\"\n" }.joined()
    let rows = try Self.rows(text, 1 << 16)
    #expect(rows.count == count)
    #expect(rows.last == "\(2 * count):\(count - 1)|x\n\(count - 1)")
  }

  @Test func `a fault far down has its line`() throws {
    let text = "a,b\n" + String(repeating: "1,2\n", count: 300_000) + "1,2,3\n"
    let error = #expect(throws: Refusals.self) { try Self.rows(text, 1 << 16) }
    let located = error?.all.first as? Located
    #expect(located?.place.line == 300_002 && located?.code == "csv-row-is-ragged")
  }

  @Test func `a file without anything has no heading`() throws {
    let error = #expect(throws: Refusals.self) { try Self.rows("", 1) }
    #expect(error?.code == "csv-heading-is-missing")
  }
}
