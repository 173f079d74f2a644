import Units

/// What the first lines of an unknown file show of its layout: a proposal, never a decision.
public struct ProfileProposal: Hashable, Sendable {
  /// How much a figure of the proposal can be believed.
  public enum Sureness: String, Hashable, Sendable {
    /// The lines prove it.
    case certain
    /// The lines suggest it; a person confirms it.
    case guessed
    /// The lines cannot tell it; a person must say it.
    case untold
  }

  /// One line of a profile file.
  public struct Field: Hashable, Sendable {
    /// The key of the profile file.
    public let key: String
    /// What is proposed; several when the lines fit each of them, none when they tell nothing.
    public let values: [String]
    /// How much it can be believed.
    public let sureness: Sureness

    init(_ key: String, _ values: [String], _ sureness: Sureness) {
      self.key = key
      self.values = values
      self.sureness = sureness
    }
  }

  /// The fields in the order of a profile file.
  public let fields: [Field]
  /// Built-in profiles that fit already: nothing needs to be written then.
  public let fitting: [String]

  /// What is proposed for a key.
  public func field(_ key: String) -> Field? { fields.first { $0.key == key } }
  /// The keys that a person must confirm or say.
  public var questions: [String] { fields.filter { $0.sureness != .certain }.map(\.key) }
}

/// Proposes a profile from the first bytes of a file.
///
/// - Returns: nothing when the bytes are no text of lines and cells.
/// - Complexity: O(n).
public func proposeProfile(_ head: [UInt8], path: String) -> ProfileProposal? {
  let file = SourceFile(
    path: path, bytes: Array(head.prefix(65_536)), digest: Digest(Array(repeating: 0, count: 32)))
  guard case .success(let text) = file.decoded() else { return nil }
  let isUTF8 = firstUndecodable(text.bytes.span) == nil
  let encoding = isUTF8 ? Encoding.utf8 : .latin1
  let lines = text.text(text.start..<text.bytes.count, encoding)
    .split(omittingEmptySubsequences: true) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    .prefix(60).map(String.init)
  guard let guess = LayoutGuess(lines) else { return nil }
  let fitting = Profile.candidates(for: file).map(\.name)
  return ProfileProposal(
    fields: [.init("encoding", [encoding.rawValue], isUTF8 ? .certain : .guessed)] + guess.fields,
    fitting: fitting)
}

/// What lines cut into cells show.
private struct LayoutGuess {
  private let delimiter: Delimiter
  private let heading: [String]
  private let rows: [[String]]

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
    let first = cells.firstIndex { $0.contains { !LayoutGuess.patterns(of: $0).isEmpty } } ?? 0
    heading = first > 0 ? cells[first - 1] : []
    rows = Array(cells[first...])
  }

  var fields: [ProfileProposal.Field] {
    let stamp = stampColumn
    let values = valueColumns(stamp)
    let marks = decimalMarks(values)
    let names = values.map(name)
    let units = Set(names.compactMap(LayoutGuess.unit)).sorted()
    return [
      .init("delimiter", [String(delimiter.character)], .certain),
      .init("decimal-mark", marks, marks.count == 1 ? .certain : .untold),
      .init("heading", heading.first.map { [$0] } ?? [], heading.isEmpty ? .untold : .certain),
      .init("stamp.column", stamp.map { [name($0)] } ?? [], stamp == nil ? .untold : .certain),
      patternField(stamp),
      .init("stamp.zone", ["Europe/Paris"], hasOffset(stamp) ? .certain : .guessed),
      .init("stamp.meaning", ["start", "end", "instant", "date"], .untold),
      .init("value.column", names, names.count == 1 ? .guessed : .untold),
      .init("value.unit", units, units.count == 1 ? .guessed : .untold),
      .init("value.nature", natures(values), .untold),
    ]
  }

  private func name(_ column: Int) -> String {
    column < heading.count ? heading[column] : "column \(column + 1)"
  }

  private var stampColumn: Int? {
    rows.first?.indices.first { column in
      rows.prefix(20).allSatisfy { !LayoutGuess.patterns(of: $0[column]).isEmpty }
    }
  }

  /// The patterns that every row fits: two when no date tells the day from the month.
  private func patternField(_ stamp: Int?) -> ProfileProposal.Field {
    guard let stamp else { return .init("stamp.pattern", [], .untold) }
    let fitting = LayoutGuess.known.filter { pattern in
      rows.allSatisfy { LayoutGuess.patterns(of: $0[stamp]).contains(pattern) }
    }
    return .init("stamp.pattern", fitting, fitting.count == 1 ? .certain : .untold)
  }

  private func hasOffset(_ stamp: Int?) -> Bool {
    stamp.map { patternField($0).values.allSatisfy { $0.hasSuffix("XXX") } } ?? false
  }

  private func valueColumns(_ stamp: Int?) -> [Int] {
    (rows.first?.indices ?? 0..<0).filter { column in
      column != stamp
        && rows.allSatisfy { $0[column].allSatisfy { $0.isNumber || ",.-+".contains($0) } }
        && rows.contains { $0[column].contains(where: \.isNumber) }
    }
  }

  private func decimalMarks(_ columns: [Int]) -> [String] {
    let cells = rows.flatMap { row in columns.map { row[$0] } }
    let (comma, point) = (cells.contains { $0.contains(",") }, cells.contains { $0.contains(".") })
    if comma != point { return [comma ? "," : "."] }
    return delimiter == .comma ? ["."] : [",", "."]
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

  private static let known = [
    "yyyy-MM-ddTHH:mm:ssXXX", "yyyy-MM-dd HH:mm:ssXXX", "yyyy-MM-ddTHH:mm:ss",
    "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
    "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd", "dd.MM.yyyy HH:mm:ss",
    "dd.MM.yyyy HH:mm", "dd.MM.yyyy", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy",
    "MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm", "MM/dd/yyyy", "dd-MM-yyyy HH:mm:ss",
    "dd-MM-yyyy HH:mm", "dd-MM-yyyy", "yyyyMMddHHmmss", "yyyyMMdd",
  ]

  private static let compiled = known.map(StampPattern.init)

  private static func patterns(of cell: String) -> [String] {
    guard (8...30).contains(cell.utf8.count), cell.utf8.first.map({ $0 < 0x3A }) ?? false else {
      return []
    }
    let bytes = Array(cell.utf8)
    return zip(known, compiled).filter { _, compiled in
      var pattern = compiled
      if case .stamp = pattern.parse(bytes.span, 0, bytes.count) { return true }
      return false
    }.map(\.0)
  }
}
