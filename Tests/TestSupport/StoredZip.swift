/// A zip archive that stores its files as they are: the other road, which packs nothing.
public func storedZip(_ files: [(name: String, text: String)]) -> [UInt8] {
  var archive: [UInt8] = []
  var contents: [UInt8] = []
  for file in files {
    let name = Array(file.name.utf8)
    let content = Array(file.text.utf8)
    let place = archive.count
    var head: [UInt8] = number(20, 2)
    head += number(0, 8)
    head += number(Int(checkSum(content)), 4)
    head += number(content.count, 4)
    head += number(content.count, 4)
    head += number(name.count, 2)
    head += number(0, 2)
    archive += [0x50, 0x4B, 3, 4]
    archive += head
    archive += name
    archive += content
    contents += [0x50, 0x4B, 1, 2]
    contents += number(20, 2)
    contents += head
    contents += number(0, 10)
    contents += number(place, 4)
    contents += name
  }
  var end: [UInt8] = [0x50, 0x4B, 5, 6]
  end += number(0, 4)
  end += number(files.count, 2)
  end += number(files.count, 2)
  end += number(contents.count, 4)
  end += number(archive.count, 4)
  end += number(0, 2)
  return archive + contents + end
}

/// A number, little end first.
private func number(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

/// The check sum of PKZIP, bit by bit.
private func checkSum(_ content: [UInt8]) -> UInt32 {
  var sum = ~UInt32(0)
  for byte in content {
    sum ^= UInt32(byte)
    for _ in 0..<8 {
      let half = sum >> 1
      sum = sum & 1 == 1 ? half ^ 0xEDB8_8320 : half
    }
  }
  return ~sum
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
  let parts = sheets.enumerated().map { index, sheet -> (name: String, text: String) in
    let rows = "<cols><col min=\"1\"/></cols><sheetData>\(sheet.rows)</sheetData>"
    return ("xl/worksheets/sheet\(index + 1).xml", "<worksheet \(main)>\(rows)</worksheet>")
  }
  let book =
    "<workbook \(main) xmlns:r=\"\(relations)\">\(book)<sheets>\(names.joined())</sheets></workbook>"
  let shared = texts.map { "<si>\($0)</si>" }.joined()
  var files: [(name: String, text: String)] = []
  files.append(("xl/workbook.xml", book))
  files.append(
    ("xl/_rels/workbook.xml.rels", "<Relationships>\(targets.joined())</Relationships>"))
  files.append(("xl/sharedStrings.xml", "<sst \(main)>\(shared)</sst>"))
  let styles = "<numFmts>\(forms)</numFmts><cellXfs>\(formats)</cellXfs>"
  files.append(("xl/styles.xml", "<styleSheet \(main)>\(styles)</styleSheet>"))
  return storedZip(files + parts)
}
