import Production
import Units
import Workbooks

/// A sheet of a workbook as the text a profile reads: row `n` of the sheet is line `n`.
///
/// Cells stand between tabulators, which no cell holds; numbers have the profile's decimal mark, and
/// what a spreadsheet knows for a moment is written as the profile writes its stamps.
struct SheetText {
  /// A sheet with a profile that knows it.
  struct Match {
    let sheet: Sheet
    let profile: Profile
  }

  /// The lines looked at to tell the layout: past the headings, some rows to see their step.
  private static let headRows = 250

  /// The sheets with the profiles that fit them: a proposal, never a decision.
  static func matches(
    _ sheets: [Sheet], asked: Profile?, path: String
  ) -> [Match] {
    sheets.flatMap { sheet in
      let fitting = (asked.map { [$0] } ?? Profile.builtIn).map(tabbed).filter { profile in
        if case .blocks = profile.heading { return false }
        return !Profile.candidates(for: head(sheet, profile, path), among: [profile]).isEmpty
      }
      guard let first = fitting.first, fitting.count > 1 else {
        return fitting.map { Match(sheet: sheet, profile: $0) }
      }
      // Those that share their headings are told apart by their rows, which they write alike.
      return Profile.candidates(for: head(sheet, first, path), among: fitting)
        .map { Match(sheet: sheet, profile: $0) }
    }
  }

  /// The profile for the text written here.
  static func tabbed(_ profile: Profile) -> Profile {
    var profile = profile
    (profile.delimiter, profile.encoding) = (.tab, .utf8)
    return profile
  }

  private static func head(_ sheet: Sheet, _ profile: Profile, _ path: String) -> SourceFile {
    SourceFile(
      path: path, bytes: bytes(of: sheet.rows.prefix(headRows), for: profile),
      digest: Digest(Array(repeating: 0, count: 32)))
  }

  /// The rows as text.
  static func bytes(of rows: some Sequence<Sheet.Row>, for profile: Profile) -> [UInt8] {
    let writer = CellWriter(profile)
    var text: [UInt8] = []
    var line = 1
    for row in rows {
      while line < row.number {
        text.append(0x0A)
        line += 1
      }
      for (column, cell) in row.cells.enumerated() {
        if column > 0 { text.append(0x09) }
        text += writer.words(cell).utf8
      }
    }
    text.append(0x0A)
    return text
  }
}

/// Writes cells as the files of a profile would.
private struct CellWriter {
  private let mark: Character
  private let date: String
  private let clock: String?
  private let between: String
  private let hasTimeColumn: Bool

  init(_ profile: Profile) {
    mark = profile.decimalMark == .comma ? "," : "."
    hasTimeColumn = profile.stamp.timeColumn != nil
    let patterns = profile.stamp.patterns
    let pattern = patterns.first { !$0.contains("XXX") } ?? patterns.first ?? "yyyy-MM-dd"
    let plain = pattern.replacing("'", with: "")
    guard let hour = plain.firstRange(of: "HH") else {
      (date, clock, between) = (plain, nil, "")
      return
    }
    let start =
      plain[..<hour.lowerBound].lastIndex { "yMd".contains($0) }
      .map(plain.index(after:)) ?? plain.startIndex
    date = String(plain[..<start])
    between = String(plain[start..<hour.lowerBound])
    clock = String(plain[hour.lowerBound...])
  }

  func words(_ cell: Sheet.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): words(text)
    case .number(let number): number.replacing(".", with: String(mark))
    case .moment(let day, let seconds): moment(day, seconds)
    }
  }

  /// A text on one line; one that begins with a quotation mark would end its row where it is not closed.
  private func words(_ text: String) -> String {
    let line = String(text.map { $0 == "\t" || $0.isNewline || $0 == "\0" ? " " : $0 })
    return line.hasPrefix("\"") ? "\"\(line.replacing("\"", with: "\"\""))\"" : line
  }

  /// A day at midnight, or a time of no day, is half a stamp where the other half has its own column.
  private func moment(_ day: Day?, _ seconds: Int) -> String {
    let time = filled(clock ?? "HH:mm:ss", nil, seconds)
    guard let day else { return time }
    let written = filled(date, day, seconds)
    return (clock == nil || hasTimeColumn) && seconds == 0
      ? written : written + (clock == nil ? " " : between) + time
  }

  private func filled(_ pattern: String, _ day: Day?, _ seconds: Int) -> String {
    var figures: [(String, Int, Int)] = [
      ("HH", seconds / 3_600, 2), ("mm", seconds / 60 % 60, 2), ("ss", seconds % 60, 2),
    ]
    if let parts = day?.calendar {
      figures += [
        ("yyyy", parts.year, 4), ("yy", parts.year % 100, 2), ("MM", parts.month, 2),
        ("dd", parts.day, 2),
      ]
    }
    return figures.reduce(pattern) { text, figure in
      let digits = String(figure.1)
      return text.replacing(
        figure.0, with: String(repeating: "0", count: max(0, figure.2 - digits.count)) + digits)
    }
  }
}
