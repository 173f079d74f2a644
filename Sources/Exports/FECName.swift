public import Units

/// The name of a tax file: SIREN, `FEC`, closing date, `.txt`.
///
/// - Source: LPF, art. A47 A-1, IX.
public struct FECName: Hashable, Sendable, CustomStringConvertible {
  /// The nine digits of the company.
  public let siren: String
  /// The last day of the fiscal year.
  public let closing: Day

  /// The name of a company's file for the fiscal year that ends on a day.
  public init(siren: String, closing: Day) {
    self.siren = siren
    self.closing = closing
  }

  /// Reads a file name without its folders; nothing when it is not of the form or the day is none.
  public init?(_ name: String) {
    guard FECName.hasForm(name), let closing = FECName.day(in: name) else { return nil }
    self.init(siren: String(name.prefix(9)), closing: closing)
  }

  /// `123456782FEC20251231.txt`.
  public var description: String { "\(stem).txt" }
  /// The name of the description delivered with the file.
  ///
  /// - Source: LPF, art. A47 A-1, XI.
  public var descriptionFile: String { "\(stem)_description.txt" }
  /// Whether the SIREN's check digit is right.
  public var hasTrueSIREN: Bool { FECName.isSIREN(siren) }

  private var stem: String {
    "\(siren)FEC\(String(closing.description.filter { $0 != "-" }))"
  }

  static func hasForm(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count == 24, name.hasSuffix(".txt") else { return false }
    return bytes[0..<9].allSatisfy(\.isDigit) && Array("FEC".utf8) == Array(bytes[9..<12])
      && bytes[12..<20].allSatisfy(\.isDigit)
  }

  static func day(in name: String) -> Day? {
    FECDate(Array(name.utf8)[12..<20]).flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
  }

  /// - Source: ISO/IEC 7812-1, Luhn's check digit.
  static func isSIREN(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 48 }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let doubled = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum.isMultiple(of: 10)
  }
}
