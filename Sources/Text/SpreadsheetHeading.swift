internal import Units

/// The heading row of a spreadsheet: what parts its cells, and which column each heading stands for.
struct SpreadsheetHeading: Sendable {
  let delimiter: UInt8
  /// The headings as the file writes them, without spaces around.
  let titles: [String]
  /// The place of each column that is there.
  let indices: [String: Int]
  /// The columns under the canonical heading, whose amounts are whole cents.
  let canonical: Set<String>

  /// Reads the heading row, and a line `sep=;` before it.
  ///
  /// - Parameter bytes: the file's beginning up to the end of the heading row, in UTF-8.
  init(
    _ bytes: [UInt8], layout: SpreadsheetLayout, file: String, line: Int, excerpts: Bool,
    delimiter declared: UInt8?
  ) throws(Refusals) {
    let delimiter: UInt8
    if let declared {
      delimiter = declared
    } else {
      delimiter = try Self.delimiter(bytes, layout, Place(file: file, line: line))
    }
    let scanner = CSVScanner(
      blankingTextSigns(bytes, delimiter: delimiter), from: 0, delimiter: delimiter)
    func located(_ refusal: any Refusal, _ offset: Int, _ line: Int) -> Located {
      Located(
        refusal, at: place(in: bytes, file: file, line: line, offset: offset, excerpts))
    }
    var refusals = scanner.faults.map { located($0.refusal, $0.offset, $0.line + line - 1) }
    guard let record = scanner.records.first, refusals.isEmpty else {
      if refusals.isEmpty { refusals.append(Located(CSVRefusal.headingIsMissing, file: file)) }
      throw Refusals(refusals)
    }
    titles = record.fields.map { plainText(text(of: scanner.fields[$0], in: bytes)) }
    var indices: [String: Int] = [:]
    var canonical: Set<String> = []
    for (index, title) in titles.enumerated() where !title.isEmpty {
      let offset = Int(scanner.fields[record.fields.lowerBound + index].start)
      guard let column = layout.column(headed: title) else {
        let unknown = CSVRefusal.columnIsUnknown(title, known: layout.columns.map(\.name))
        refusals.append(located(unknown, offset, line))
        continue
      }
      if let earlier = indices[column.name] {
        let refusal: any Refusal =
          titles[earlier] == title
          ? CSVRefusal.columnIsRepeated(title)
          : SpreadsheetRefusal.columnIsNamedTwice(
            column.name, headings: [titles[earlier], title])
        refusals.append(located(refusal, offset, line))
        continue
      }
      indices[column.name] = index
      if folded(title) == folded(column.name) { canonical.insert(column.name) }
    }
    for column in layout.columns where column.isRequired && indices[column.name] == nil {
      refusals.append(
        Located(CSVRefusal.columnIsMissing(column.name), at: Place(file: file, line: line)))
    }
    if !refusals.isEmpty { throw Refusals(refusals) }
    self.delimiter = delimiter
    self.indices = indices
    self.canonical = canonical
  }

  /// What parts the cells: the one sign of the three that the heading holds, or the one that yields
  /// most known headings.
  private static func delimiter(
    _ bytes: [UInt8], _ layout: SpreadsheetLayout, _ place: Place
  ) throws(Refusals) -> UInt8 {
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")].map { sign in
      let scanner = CSVScanner(bytes, from: 0, delimiter: sign)
      let titles = (scanner.records.first?.fields ?? 0..<0).map {
        plainText(text(of: scanner.fields[$0], in: bytes))
      }
      return (
        sign: sign, cells: titles.count, known: titles.count { layout.column(headed: $0) != nil }
      )
    }
    let cutting = candidates.filter { $0.cells > 1 }
    guard cutting.count > 1 else { return cutting.first?.sign ?? UInt8(ascii: ";") }
    let most = cutting.map(\.known).max() ?? 0
    let best = cutting.filter { $0.known == most }
    guard best.count == 1, let one = best.first else {
      let names = best.map { $0.sign == 9 ? "tab" : String(Character(Unicode.Scalar($0.sign))) }
      throw Refusals([Located(SpreadsheetRefusal.delimiterIsUndecided(names), at: place)])
    }
    return one.sign
  }

  /// What a first line `sep=;` says, which Excel obeys and hides.
  static func declaredDelimiter(_ line: ArraySlice<UInt8>) -> UInt8? {
    let text = line.filter { !$0.isLineEnd }
    guard text.count == 5, text.starts(with: Array("sep=".utf8)), let sign = text.last,
      [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")].contains(sign)
    else { return nil }
    return sign
  }
}
