import Units

/// One line above the data, cut into cells.
struct HeadingLine {
  let number: Int
  let cells: [String]
  /// Where the next line begins.
  let next: Int

  var first: String { cells.first ?? "" }
}

/// Where a profile's columns stand in one file.
struct Layout {
  /// Which bounds each column fills: see ``RowReader``; a negative number for none.
  var slots: [Int]
  /// Further slots that a slot's column fills.
  var also: [Int: [Int]] = [:]
  /// The device of each value column; empty where rows name it.
  var devices: [String]
  /// Where the data begin.
  var start: Int
  /// The number of the first line of data.
  var line: Int
  /// What the file says of the direction.
  var flow: Flow?
  /// What the headings themselves show to be odd.
  var findings: [Finding] = []
}

/// What comes of holding a profile's heading against a file.
enum Binding {
  /// The file is of another format.
  case foreign
  /// The file is of this format, and something above the data is wrong.
  case broken(Finding)
  /// Every column is found.
  case bound(Layout)
}

/// The first lines of a file cut into cells, once for all profiles that cut alike.
struct HeadingLines {
  private struct Key: Hashable {
    let delimiter: Delimiter
    let encoding: Encoding
  }
  private var known: [Key: [HeadingLine]] = [:]

  mutating func lines(_ text: DecodedText, for profile: Profile) -> [HeadingLine] {
    let key = Key(delimiter: profile.delimiter, encoding: profile.encoding)
    if let lines = known[key] { return lines }
    let lines = profile.headingLines(text)
    known[key] = lines
    return lines
  }
}

extension Profile {
  /// Lines looked at to find the headings: more than any portal writes.
  static let mostHeadingLines = 40

  /// Finds the columns in a file.
  func bind(_ text: DecodedText, path: String) -> Binding {
    bind(headingLines(text), text, path: path)
  }

  /// Finds the columns in lines that were cut already.
  func bind(_ lines: [HeadingLine], _ text: DecodedText, path: String) -> Binding {
    let binding =
      switch heading {
      case .row(let first): bindRow(lines, first: first, path: path)
      case .record(let first, let facts, let then):
        bindRecord(lines, first: first, facts: facts, then: then, path: path)
      case .stacked(let anchor, let prefix, let units):
        bindStack(lines, anchor: anchor, devicePrefix: prefix, units: units, path: path)
      case .none(let columns): bindNothing(lines, columns: columns, text, path: path)
      case .blocks(let start, let layouts):
        bindBlocks(lines, start: start, layouts: layouts, text, path: path)
      }
    guard case .bound(var layout) = binding, layout.flow == nil else { return binding }
    layout.flow = flow
    return .bound(layout)
  }

  func headingLines(_ text: DecodedText) -> [HeadingLine] {
    var lines: [HeadingLine] = []
    var start = text.start
    while start < text.bytes.count, lines.count < Profile.mostHeadingLines {
      let end = text.bytes[start...].firstIndex(of: Ascii.lineFeed) ?? text.bytes.count
      let cells = text.text(start..<end, encoding)
        .split(separator: delimiter.character, omittingEmptySubsequences: false)
        .map { plain($0) }
      start = min(end + 1, text.bytes.count)
      lines.append(HeadingLine(number: lines.count + 1, cells: cells, next: start))
    }
    return lines
  }

  private func bindRow(_ lines: [HeadingLine], first: Name, path: String) -> Binding {
    guard let at = lines.firstIndex(where: { first.names($0.first) && $0.cells.count > 1 }) else {
      return .foreign
    }
    var devices: [String] = []
    switch device {
    case .fileName: devices = [fileStem(path)]
    case .line(let start):
      guard let line = lines[..<at].first(where: { $0.first == start && $0.cells.count > 1 }),
        !line.cells[1].isEmpty
      else { return .broken(missing(start, lines[at], path)) }
      if let lost = lostIdentifier(line.cells[1], line, path) { return .broken(lost) }
      devices = [line.cells[1]]
    case .column, .heading, .record: break
    }
    let binding = bindColumns(lines[at], devices: devices, flow: nil, path: path)
    guard hasUnitsRow, case .bound(var layout) = binding else { return binding }
    guard at + 1 < lines.count else {
      return .broken(missing(value.unit.rawValue, lines[at], path))
    }
    let units = lines[at + 1]
    let column = lines[at].cells.firstIndex(where: value.heading.names) ?? 0
    let unit = column < units.cells.count ? bare(units.cells[column]) : ""
    guard unit == value.unit.rawValue else {
      let place = Place(file: path, line: units.number)
      return .broken(Finding(.unitUnexpected, at: place, words: unit))
    }
    (layout.start, layout.line) = (units.next, units.number + 1)
    return .bound(layout)
  }

  private func bindRecord(
    _ lines: [HeadingLine], first: String, facts: [String: String], then: String, path: String
  ) -> Binding {
    guard lines.count >= 2, lines[0].first == first else { return .foreign }
    let record = Dictionary(zip(lines[0].cells, lines[1].cells)) { kept, _ in kept }
    guard facts.allSatisfy({ record[$0.key] == $0.value }) else { return .foreign }
    guard let line = lines.dropFirst(2).first(where: { $0.first == then }) else {
      return .broken(missing(then, lines[1], path))
    }
    var devices: [String] = []
    if case .record(let name) = device {
      guard let key = record[name], !key.isEmpty else {
        return .broken(missing(name, lines[1], path))
      }
      if let lost = lostIdentifier(key, lines[1], path) { return .broken(lost) }
      devices = [key]
    }
    let place = Place(file: path, line: lines[1].number)
    if let unit = record["Unite"], !unit.isEmpty, unit != value.unit.rawValue {
      return .broken(Finding(.unitUnexpected, at: place, words: unit))
    }
    if let quantity = record["Grandeur physique"], quantity.lowercased() != "energie active" {
      return .broken(Finding(.quantityUnexpected, at: place, words: quantity))
    }
    if let direction = record["Grandeur metier"], flow(record) == nil {
      return .broken(Finding(.quantityUnexpected, at: place, words: direction))
    }
    return bindColumns(line, devices: devices, flow: flow(record), path: path)
  }

  /// Enedis states the direction in `Grandeur metier`; other records do not have it.
  private func flow(_ record: [String: String]) -> Flow? {
    switch record["Grandeur metier"]?.lowercased() {
    case "consommation", "cons": .consumption
    case "production", "prod", "injection": .production
    default: nil
    }
  }

  /// Binds one line of headings.
  func bindColumns(
    _ line: HeadingLine, devices: [String], flow: Flow?, path: String
  ) -> Binding {
    let count = rules.count
    var values = value.heading
    var findings: [Finding] = []
    if let lying = line.cells.first(where: value.lyingHeadings.contains) {
      values = Name([lying])
      findings = [
        Finding(.headingUnitLies, at: Place(file: path, line: line.number), words: lying)
      ]
    }
    var wanted = [(stamp.column, Slot.stamp), (values, Slot.value(0, rules: count))]
    if case .column(let name) = device { wanted.append((name, Slot.device)) }
    if let powerCheck { wanted.append((Name([powerCheck]), Slot.power(0, rules: count))) }
    if let time = stamp.timeColumn { wanted.append((time, Slot.time)) }
    if let season = stamp.season { wanted.append((season.column, Slot.season)) }
    for (index, rule) in rules.enumerated() { wanted.append((rule.column, Slot.rule(index))) }
    var slots = Array(repeating: Slot.none, count: line.cells.count)
    var also: [Int: [Int]] = [:]
    for (name, slot) in wanted {
      let columns = line.cells.indices.filter { name.names(line.cells[$0]) }
      guard let column = columns.first else { return .broken(missing(name.usual, line, path)) }
      guard columns.count == 1 else {
        let place = Place(file: path, line: line.number)
        return .broken(Finding(.headingTwice, at: place, words: name.usual))
      }
      if slots[column] == Slot.none {
        slots[column] = slot
      } else {
        also[slots[column], default: []].append(slot)
      }
    }
    return .bound(
      Layout(
        slots: slots, also: also, devices: devices, start: line.next, line: line.number + 1,
        flow: flow, findings: findings))
  }

  func missing(_ name: String, _ line: HeadingLine, _ path: String) -> Finding {
    Finding(.headingMissing, at: Place(file: path, line: line.number), words: name)
  }

  /// A spreadsheet turned the identifier into a rounded number: `2,1005E+09`.
  func lostIdentifier(_ key: String, _ line: HeadingLine, _ path: String) -> Finding? {
    guard isScientific(key) else { return nil }
    return Finding(.identifierLost, at: Place(file: path, line: line.number), words: key)
  }
}

/// Whether the text is a number in scientific notation.
func isScientific(_ text: String) -> Bool {
  let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
  guard parts.count == 2, let mantissa = parts.first, let exponent = parts.last else {
    return false
  }
  let digits = exponent.drop { $0 == "+" || $0 == "-" }
  return digits.count < exponent.count && !digits.isEmpty && digits.allSatisfy(\.isNumber)
    && mantissa.first?.isNumber == true
    && mantissa.allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
}

/// A cell without the spaces and quotes around it.
func plain(_ cell: Substring) -> String {
  var cell = cell.drop { $0 == " " }
  while let last = cell.unicodeScalars.last, last == "\r" || last == " " {
    cell = Substring(cell.unicodeScalars.dropLast())
  }
  if cell.count >= 2, cell.hasPrefix("\""), cell.hasSuffix("\"") {
    cell = cell.dropFirst().dropLast()
  }
  return String(cell)
}

extension Delimiter {
  var character: Character { Character(Unicode.Scalar(rawValue)) }
}
