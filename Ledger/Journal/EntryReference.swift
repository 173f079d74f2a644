/// An entry as people name it: `2025/57`, or `2025/EX57` for a memorandum entry.
///
/// The year is the name of the fiscal year, the number that of the entry in its series.
public struct EntryReference: Hashable, Sendable, CustomStringConvertible {
  /// The name of the fiscal year: the calendar year of its last day.
  public let year: String
  /// Whether the entry is one of the memorandum, which is numbered apart.
  public let isMemorandum: Bool
  /// The number in the series, from 1.
  public let number: Int

  /// A reference by its parts.
  public init(year: String, isMemorandum: Bool, number: Int) {
    self.year = year
    self.isMemorandum = isMemorandum
    self.number = number
  }

  /// Reads `2025/57` or `2025/EX57`.
  ///
  /// - Throws: ``JournalRefusal/referenceIsMalformed(_:)``.
  public init(_ text: String) throws(JournalRefusal) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4,
      parts[0].utf8.allSatisfy({ (48...57).contains($0) })
    else { throw .referenceIsMalformed(text) }
    let memorandum = parts[1].hasPrefix("EX")
    let digits = parts[1].dropFirst(memorandum ? 2 : 0)
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits), number > 0
    else { throw .referenceIsMalformed(text) }
    self.init(year: String(parts[0]), isMemorandum: memorandum, number: number)
  }

  /// The reference as people write it.
  public var description: String { "\(year)/\(isMemorandum ? "EX" : "")\(number)" }
}
