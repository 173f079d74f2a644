/// A table that people keep in a spreadsheet: its columns, and rows that show how it is filled.
public struct SpreadsheetLayout: Hashable, Sendable {
  /// The short name, such as `members`.
  public let name: String
  /// The columns in the order in which a template shows them.
  public let columns: [SpreadsheetColumn]
  /// Rows of canonical values by column name, for the template; they must import as they are.
  public let examples: [[String: String]]

  /// A table of columns.
  public init(name: String, columns: [SpreadsheetColumn], examples: [[String: String]] = []) {
    self.name = name
    self.columns = columns
    self.examples = examples
  }

  /// The column a heading stands for, however it is cased, spaced or accented.
  func column(headed heading: String) -> SpreadsheetColumn? {
    let key = folded(heading)
    return columns.first { folded($0.name) == key || $0.headings.contains(key) }
  }
}

/// A column of a spreadsheet: what it is called and what its cells hold.
public struct SpreadsheetColumn: Hashable, Sendable {
  /// What the cells of a column hold.
  public enum Content: Hashable, Sendable {
    /// Text.
    case text
    /// A calendar day.
    case day
    /// A whole number.
    case integer
    /// Euros with up to two decimals; whole cents under the canonical heading, which says so.
    case cents
    /// One of some words, each with the other words it may go by, folded (``folded(_:)``).
    case choice([Choice])
  }

  /// A word that a cell may hold.
  public struct Choice: Hashable, Sendable {
    /// The canonical word.
    public let value: String
    /// The other words it may go by, folded.
    public let words: [String]

    /// A word and what it may also be called, folded.
    public init(_ value: String, _ words: String...) {
      self.value = value
      self.words = words
    }
  }

  /// The canonical heading, such as `last_name`; it is always understood.
  public let name: String
  /// The other headings it may go by, folded (``folded(_:)``).
  public let headings: [String]
  /// What its cells hold.
  public let content: Content
  /// Whether the table must have the column and each row a value in it.
  public let isRequired: Bool
  /// Whether its cells tell of a person: no refusal repeats them.
  public let isPersonal: Bool

  /// A column.
  ///
  /// - Parameter headings: what it may also be called, folded.
  public init(
    _ name: String, _ headings: [String], _ content: Content = .text, required: Bool = false,
    personal: Bool = false
  ) {
    self.name = name
    self.headings = headings
    self.content = content
    self.isRequired = required
    self.isPersonal = personal
  }
}

/// A heading or word without what people vary: case, accents, spaces and signs.
///
/// Letters and digits of ASCII alone remain, so that `Prénom`, `PRENOM ` and `pre-nom` are one word.
public func folded(_ text: String) -> String {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(scalar.value))
    case 0x41...0x5A: bytes.append(UInt8(scalar.value + 0x20))
    case 0xC0...0x17F: bytes += plainLetters(scalar.value)
    default: break
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The plain letters of an accented one, as French and its neighbours write them.
///
/// - Source: Unicode, canonical decompositions of Latin-1 and Latin Extended-A.
private func plainLetters(_ scalar: UInt32) -> [UInt8] {
  let letters: String =
    switch scalar {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x130: "i"
    case 0xD1, 0xF1, 0x143...0x148: "n"
    case 0xD2...0xD6, 0xF2...0xF6, 0xD8, 0xF8, 0x14C...0x151: "o"
    case 0x152, 0x153: "oe"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0xDD, 0xFD, 0xFF, 0x178: "y"
    case 0x15A...0x161: "s"
    case 0x179...0x17E: "z"
    default: ""
    }
  return Array(letters.utf8)
}
