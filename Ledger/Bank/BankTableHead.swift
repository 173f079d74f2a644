import Text
import Units

/// What stands above the rows of a table: its heading, and before it often whose account it is and how
/// it stands.
struct BankTableHead {
  /// The file in UTF-8 from its heading on, the lines above it empty so that lines keep their numbers.
  let table: [UInt8]
  /// The line of the heading.
  let headingLine: Int
  /// The balance told above the heading.
  let balance: Cents?
  /// The day told with it.
  let day: Day?
  /// The account told above the heading, if it is told as an IBAN.
  let account: BankAccountName

  init(_ bytes: [UInt8], file: String) throws(Refusals) {
    let text = BankTableHead.utf8(bytes)
    var line = 0
    var start = text.startIndex
    var heading: Int?
    var told = Told()
    while start < text.endIndex, line < 60 {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      let words = BankTableHead.cells(text[start..<end])
      line += 1
      if BankTableHead.isHeading(words) {
        heading = start
        break
      }
      // Above the heading a comma stands before cents.
      told.note(BankTableHead.cells(text[start..<end], byComma: false))
      start = end < text.endIndex ? end + 1 : end
    }
    guard let heading else {
      throw Refusals([Located(BankRefusal.headingIsNotFound, at: Place(file: file))])
    }
    headingLine = line
    (balance, day, account) = (told.balance, told.day, told.account)
    table = [UInt8](repeating: 0x0A, count: line - 1) + text[heading...]
  }

  /// Whether the cells are those of the heading: a day and an amount at least.
  private static func isHeading(_ cells: [String]) -> Bool {
    func has(_ names: String...) -> Bool {
      cells.contains { cell in
        layout.columns.contains { column in
          names.contains(column.name)
            && (folded(column.name) == folded(cell) || column.headings.contains(folded(cell)))
        }
      }
    }
    return has("date") && has("amount_cents", "debit_cents", "credit_cents")
  }

  private static func cells(_ line: ArraySlice<UInt8>, byComma: Bool = true) -> [String] {
    // A comma parts cells only where nothing else does.
    let isComma = byComma && !line.contains(UInt8(ascii: ";")) && !line.contains(0x09)
    return String(decoding: line, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "\t" || $0 == "," && isComma }
      .map { cell in
        String(cell).trimming { $0.isWhitespace || $0 == "\"" || $0 == "=" || $0 == "\u{FEFF}" }
      }
  }

  /// The bytes in UTF-8: as they are, or from ISO 8859-15, as older sites write.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
    var text = ""
    for byte in bytes {
      // The euro sign stands at 0x80 for Windows, at 0xA4 for the standard.
      text.unicodeScalars.append(
        byte == 0x80 || byte == 0xA4 ? "\u{20AC}" : Unicode.Scalar(byte))
    }
    return Array(text.utf8)
  }
}

/// What is told above the heading.
private struct Told {
  var balance: Cents?
  var day: Day?
  var account = BankAccountName.untold

  /// A balance, a date or an account above the heading.
  mutating func note(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      let word = folded(cell)
      let next = cells.dropFirst(index + 1).first { !$0.isEmpty } ?? ""
      if word.hasPrefix("solde"), !word.contains("francs") {
        noteBalance(cell, next)
      } else if word == "date", let told = Told.day(in: next) {
        day = told
      } else if word == "iban" {
        account = .iban(next.filter { !$0.isWhitespace })
      }
    }
  }

  private mutating func noteBalance(_ cell: String, _ next: String) {
    if let told = Told.day(in: cell) { day = told }
    // The amount stands in the next cell, or behind the date in the same one.
    let rest = cell.split(whereSeparator: \.isWhitespace).reversed()
      .prefix { !$0.contains("/") && !$0.contains(where: \.isLetter) }.reversed()
    let candidates = [next, rest.joined(separator: " ")]
    balance = candidates.lazy.compactMap(Told.cents).first ?? balance
  }

  /// Euros with a decimal comma or point, spaces between thousands, a sign before or behind.
  private static func cents(_ text: String) -> Cents? {
    var plain = ""
    for character in text where !character.isWhitespace && character != "€" {
      plain.append(character == "," ? "." : character == "\u{2212}" ? "-" : character)
    }
    if plain.hasSuffix("EUR") { plain.removeLast(3) }
    guard plain.contains("."), let cents = try? parseFixed(plain, decimals: 2) else { return nil }
    return Cents(cents)
  }

  private static func day(in text: String) -> Day? {
    text.split(whereSeparator: { $0.isWhitespace || $0 == ":" }).lazy.compactMap { word -> Day? in
      let parts = word.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 3, parts[2] > 1900 else { return nil }
      return Day(year: parts[2], month: parts[1], day: parts[0])
    }.first
  }
}

extension String {
  fileprivate func trimming(_ isBlank: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
