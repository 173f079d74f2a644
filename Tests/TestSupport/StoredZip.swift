/// A zip archive that stores its files as they are: the other road, which packs nothing.
public func storedZip(_ files: [(name: String, text: String)]) -> [UInt8] {
  var archive: [UInt8] = []
  var contents: [UInt8] = []
  for file in files {
    let (name, content) = (Array(file.name.utf8), Array(file.text.utf8))
    let place = little(UInt32(archive.count))
    let count = little(UInt32(content.count))
    let head =
      little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0))
      + little(checkSum(content)) + count + count + little(UInt16(name.count)) + little(UInt16(0))
    archive += [0x50, 0x4B, 3, 4] + head + name + content
    contents +=
      [0x50, 0x4B, 1, 2] + little(UInt16(20)) + head + little(UInt16(0)) + little(UInt16(0))
      + little(UInt16(0)) + little(UInt32(0)) + place + name
  }
  let number = little(UInt16(files.count))
  return archive + contents + [0x50, 0x4B, 5, 6] + little(UInt32(0)) + number + number
    + little(UInt32(contents.count)) + little(UInt32(archive.count)) + little(UInt16(0))
}

private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
}

/// The check sum of PKZIP, bit by bit.
private func checkSum(_ content: [UInt8]) -> UInt32 {
  ~content.reduce(~UInt32(0)) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
    }
  }
}

/// A workbook as spreadsheet programs lay it out, from the rows of its sheets as they stand in XML.
///
/// - Parameters:
///   - texts: the texts that cells share.
///   - book: what stands in the book before its sheets.
public func workbook(
  _ sheets: [(name: String, rows: String)], texts: [String] = [], book: String = "",
  formats: String = "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"/>",
  forms: String = "<numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/>"
) -> [UInt8] {
  let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let names = sheets.enumerated().map {
    "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
  }
  let targets = sheets.indices.map {
    "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(relations)/worksheet\" "
      + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
  }
  let parts = sheets.enumerated().map {
    (
      name: "xl/worksheets/sheet\($0 + 1).xml",
      text:
        "<worksheet \(main)><cols><col min=\"1\"/></cols><sheetData>\($1.rows)</sheetData></worksheet>"
    )
  }
  return storedZip(
    [
      (
        "xl/workbook.xml",
        "<workbook \(main) xmlns:r=\"\(relations)\">\(book)<sheets>\(names.joined())</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(targets.joined())</Relationships>"),
      (
        "xl/sharedStrings.xml",
        "<sst \(main)>\(texts.map { "<si>\($0)</si>" }.joined())</sst>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet \(main)><numFmts>\(forms)</numFmts>"
          + "<cellXfs>\(formats)</cellXfs></styleSheet>"
      ),
    ] + parts)
}
