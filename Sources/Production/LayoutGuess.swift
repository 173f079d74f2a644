/// What lines cut into cells show.
struct LayoutGuess {
  private let delimiter: Delimiter
  private let heading: [String]
  private let units: [String]
  private let rows: [[String]]
  /// The first cell of what follows the rows.
  private let end: String?

  /// The delimiter that cuts most rows into the same number of cells, more than one.
  init?(_ lines: [String]) {
    let counted = [Delimiter.semicolon, .tab, .comma, .bar].map { delimiter in
      let sizes = lines.map {
        $0.split(separator: delimiter.character, omittingEmptySubsequences: false).count
      }
      let usual = Dictionary(grouping: sizes.filter { $0 > 1 }, by: \.self).max {
        ($0.value.count, $0.key) < ($1.value.count, $1.key)
      }
      return (delimiter: delimiter, size: usual?.key ?? 0, lines: usual?.value.count ?? 0)
    }
    guard let best = counted.max(by: { $0.lines < $1.lines }), best.lines > 1 else { return nil }
    delimiter = best.delimiter
    let cells = lines.map { line in
      line.split(separator: best.delimiter.character, omittingEmptySubsequences: false)
        .map { plain($0) }
    }.filter { $0.count == best.size }
    let first = cells.firstIndex { $0.contains(where: KnownStamps.fit) } ?? 0
    let at = cells[first].firstIndex(where: KnownStamps.fit)
    rows = Array(cells[first...].prefix { row in at.map { KnownStamps.fit(row[$0]) } ?? true })
    end = first + rows.count < cells.count ? cells[first + rows.count].first : nil
    let hasUnits = first > 1 && cells[first - 1].contains { LayoutGuess.unit($0) == bare($0) }
    units = hasUnits ? cells[first - 1] : []
    heading = first > 0 ? cells[first - (hasUnits ? 2 : 1)] : []
  }

  var fields: [ProfileProposal.Field] {
    let (stamps, times) = (columns(KnownStamps.fit), columns(KnownStamps.isClock))
    let values = valueColumns(besides: stamps + times)
    let marks = decimalMarks(values)
    let names = values.map(name)
    return [
      .init("delimiter", [String(delimiter.character)], .certain),
      .init("decimal-mark", marks, marks.count == 1 ? .certain : .untold),
    ] + headingFields + missingField(values) + stampFields(stamps, times) + [
      .init("value.column", names, names.count == 1 ? .guessed : .untold),
      unitField(values), .init("value.nature", natures(values), .untold),
    ]
  }

  private func name(_ column: Int) -> String {
    column < heading.count ? heading[column] : "column \(column + 1)"
  }

  private var headingFields: [ProfileProposal.Field] {
    guard let first = heading.first else {
      let names = (rows.first?.indices ?? 0..<0).map(name)
      return [.init("columns", names, .certain, .list)]
    }
    var fields = [ProfileProposal.Field("heading", [first], .certain)]
    if !units.isEmpty { fields.append(.init("units-row", ["true"], .certain, .flag)) }
    if let end, !end.isEmpty { fields.append(.init("ends-before", [end], .guessed)) }
    return fields
  }

  private func columns(_ fits: (String) -> Bool) -> [Int] {
    (rows.first?.indices ?? 0..<0).filter { column in rows.allSatisfy { fits($0[column]) } }
  }

  private func stampFields(_ stamps: [Int], _ times: [Int]) -> [ProfileProposal.Field] {
    let names = stamps.map(name)
    var fields = [
      ProfileProposal.Field("stamp.column", names, names.count == 1 ? .certain : .untold)
    ]
    var patterns = stamps.first.map { at in KnownStamps.patterns(of: rows.map { $0[at] }) } ?? []
    if !times.isEmpty, patterns.allSatisfy({ !$0.contains("H") }) {
      let clocks = times.map(name)
      fields.append(.init("stamp.time-column", clocks, clocks.count == 1 ? .certain : .untold))
      let hasSeconds = rows.first.map { $0[times[0]].utf8.count > 5 } ?? false
      patterns = patterns.map { $0 + (hasSeconds ? " HH:mm:ss" : " HH:mm") }
    }
    let hasOffset = !patterns.isEmpty && patterns.allSatisfy { $0.hasSuffix("XXX") }
    return fields + [
      .init("stamp.pattern", patterns, patterns.count == 1 ? .certain : .untold),
      .init("stamp.zone", ["Europe/Paris"], hasOffset ? .certain : .guessed),
      .init("stamp.meaning", ["start", "end", "instant", "date"], .untold),
    ]
  }

  /// Numbers in half of the cells or more, and nothing but short words for "unknown" in the others.
  private func valueColumns(besides others: [Int]) -> [Int] {
    (rows.first?.indices ?? 0..<0).filter { column in
      let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
      let words = cells.filter { !LayoutGuess.isNumber($0) }
      return !others.contains(column) && words.count * 2 < cells.count
        && Set(words).count <= 3 && words.allSatisfy { $0.utf8.count <= 8 }
    }
  }

  private static func isNumber(_ cell: String) -> Bool {
    cell.contains(where: \.isNumber) && cell.allSatisfy { $0.isNumber || ",.-+".contains($0) }
  }

  private func missingField(_ columns: [Int]) -> [ProfileProposal.Field] {
    let cells = rows.flatMap { row in columns.map { row[$0] } }
    let words = Set(cells.filter { !$0.isEmpty && !LayoutGuess.isNumber($0) }).sorted()
    return words.isEmpty ? [] : [.init("missing", words, .guessed, .list)]
  }

  private func decimalMarks(_ columns: [Int]) -> [String] {
    let cells = rows.flatMap { row in columns.map { row[$0] } }
    let (comma, point) = (cells.contains { $0.contains(",") }, cells.contains { $0.contains(".") })
    if comma != point, !LayoutGuess.mayGroup(cells) { return [comma ? "," : "."] }
    return delimiter == .comma ? ["."] : [",", "."]
  }

  /// Whether every mark may stand in front of thousands: `1.234`, and neither `0.234` nor `1.23`.
  private static func mayGroup(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      let parts = cell.split(omittingEmptySubsequences: false) { ",.".contains($0) }
      guard parts.count > 1 else { return true }
      return (1...3).contains(parts[0].utf8.count) && parts[0] != "0"
        && parts.dropFirst().allSatisfy { $0.utf8.count == 3 }
    }
  }

  private func unitField(_ columns: [Int]) -> ProfileProposal.Field {
    let stated = columns.compactMap { column in
      LayoutGuess.unit(column < units.count ? units[column] : name(column))
    }
    let found = Set(stated).sorted()
    return .init("value.unit", found, found.count == 1 ? .guessed : .untold)
  }

  private func natures(_ columns: [Int]) -> [String] {
    let rises = columns.contains { column in
      let values = rows.compactMap { Int($0[column].filter(\.isNumber)) }
      return values.count > 2 && zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
        && values.first != values.last
    }
    return rises
      ? ["counter", "daily-counter"] : ["interval-energy", "mean-power", "instant-power"]
  }

  /// The unit that a heading states.
  private static func unit(_ heading: String) -> String? {
    let words = heading.split { "()[] _./".contains($0) }.map(String.init)
    return ["kWh", "Wh", "kW", "W"].first(where: words.contains)
  }
}

/// Patterns of date and time that portals write.
private enum KnownStamps {
  private static let known = [
    "yyyy-MM-ddTHH:mm:ssXXX", "yyyy-MM-dd HH:mm:ssXXX", "yyyy-MM-ddTHH:mm:ss",
    "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
    "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd", "dd.MM.yyyy HH:mm:ss",
    "dd.MM.yyyy HH:mm", "dd.MM.yyyy", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy",
    "MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm", "MM/dd/yyyy", "dd-MM-yyyy HH:mm:ss",
    "dd-MM-yyyy HH:mm", "dd-MM-yyyy", "yyyyMMddHHmmss", "yyyyMMdd",
  ]

  private static let compiled = known.map { (pattern: $0, reader: StampPattern($0)) }

  /// Whether some pattern reads a cell.
  static func fit(_ cell: String) -> Bool { compiled.contains { reads($0.reader, cell) } }

  /// The patterns that read every cell: two when no date tells the day from the month.
  static func patterns(of cells: [String]) -> [String] {
    compiled.filter { known in cells.allSatisfy { reads(known.reader, $0) } }.map(\.pattern)
  }

  /// Whether a cell is a time of day, `9:30` apart: hours have two digits.
  static func isClock(_ cell: String) -> Bool {
    let parts = cell.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { $0.utf8.count == 2 && $0.allSatisfy(\.isNumber) }
  }

  private static func reads(_ reader: StampPattern, _ cell: String) -> Bool {
    let bytes = Array(cell.utf8)
    guard (8...30).contains(bytes.count), bytes[0] < 0x3A else { return false }
    var reader = reader
    if case .stamp = reader.parse(bytes.span, 0, bytes.count) { return true }
    return false
  }
}
