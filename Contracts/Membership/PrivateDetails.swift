public import Units

/// A bank account's international number, its check digits verified.
///
/// It says nothing when printed.
/// - Source: ISO 13616-1; ISO 7064, MOD 97-10.
public struct IBAN: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The letters and digits, without spaces.
  public let text: String

  /// What is wrong with a number.
  public enum Fault: String, Error, Hashable, Sendable, CaseIterable {
    /// It has other characters, or far too many or too few.
    case malformed
    /// It has not the length of its country.
    case wrongLength = "wrong-length"
    /// Its check digits do not agree.
    case wrongCheckDigits = "wrong-check-digits"
  }

  /// Reads an IBAN as people write it, with spaces or without, and says what is wrong with it.
  ///
  /// - Throws: ``Fault``.
  public init(checking text: String) throws(Fault) {
    let signs = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }.utf8.map(upperCase)
    guard (15...34).contains(signs.count), signs[0...1].allSatisfy(isLetter),
      signs[2...3].allSatisfy({ !isLetter($0) }), signs.allSatisfy(isLetterOrDigit)
    else { throw .malformed }
    let country = String(decoding: signs.prefix(2), as: UTF8.self)
    guard sepaLengths[country].map({ $0 == signs.count }) ?? true else { throw .wrongLength }
    guard remainder(of: signs[4...] + signs[..<4]) == 1 else { throw .wrongCheckDigits }
    self.text = String(decoding: signs, as: UTF8.self)
  }

  /// Reads an IBAN, with spaces or without.
  ///
  /// - Throws: ``PersonRefusal/ibanIsWrong``.
  public init(_ text: String) throws(PersonRefusal) {
    do { try self.init(checking: text) } catch { throw .ibanIsWrong }
  }

  /// Whether its country is of the single euro payments area.
  ///
  /// - Source: EPC409-09.
  public var isInSEPA: Bool { sepaLengths[String(text.prefix(2))] != nil }

  /// Whether a number of the area stands somewhere in a text, with spaces or without.
  ///
  /// - Complexity: O(n) in the length of the text.
  public static func stands(in text: String) -> Bool {
    let signs = Array(text.utf8.filter { $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 }.map(upperCase))
    return signs.indices.contains { start in
      let country = String(decoding: signs[start...].prefix(2), as: UTF8.self)
      guard let length = sepaLengths[country], start + length <= signs.count else { return false }
      let number = signs[start..<start + length]
      return number.allSatisfy(isLetterOrDigit)
        && remainder(of: number.dropFirst(4) + number.prefix(4)) == 1
    }
  }

  /// Nothing of the account.
  public var description: String { "IBAN withheld" }
  /// Nothing of the account.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The length of an IBAN in each country of the single euro payments area.
///
/// - Source: ISO 13616 registry; EPC409-09.
private let sepaLengths: [String: Int] = [
  "AD": 24, "AL": 28, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22,
  "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21,
  "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27,
  "MD": 24, "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24,
  "RS": 22, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "VA": 22,
]

private func upperCase(_ byte: UInt8) -> UInt8 { (97...122).contains(byte) ? byte - 32 : byte }
private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || (65...90).contains(byte)
}

/// The remainder of division by 97 of the number that the signs write, a letter as two digits.
private func remainder(of signs: ArraySlice<UInt8>) -> Int {
  signs.reduce(0) { rest, sign in
    let value = Int(sign) - (sign < 65 ? 48 : 55)
    return (rest * (value < 10 ? 10 : 100) + value) % 97
  }
}

/// What of a person is kept under the privacy key: the account paid to, and the birth for the tax.
///
/// It says nothing when printed.
public struct PrivateDetails: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The account.
  public var iban: IBAN?
  /// The bank's code, or empty.
  public var bic = ""
  /// The day of birth.
  public var birthDate: Day?
  /// The commune of birth, or empty.
  public var birthPlace = ""
  /// The department or country of birth, or empty.
  public var birthDepartment = ""

  /// Nothing told.
  public init() {}

  /// Whether there is an account.
  public var hasAccount: Bool { iban != nil }
  /// Whether anything of the birth is told.
  public var hasBirth: Bool {
    birthDate != nil || !birthPlace.isEmpty || !birthDepartment.isEmpty
  }

  /// Nothing of the person.
  public var description: String { "details withheld" }
  /// Nothing of the person.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Reads the code of a bank.
///
/// - Throws: ``PersonRefusal/bicIsWrong``.
/// - Source: ISO 9362.
func readBIC(_ text: String) throws(PersonRefusal) -> String {
  let signs = text.utf8.filter { $0 != 0x20 }.map(upperCase)
  guard signs.count == 8 || signs.count == 11, signs.prefix(6).allSatisfy(isLetter),
    signs.allSatisfy(isLetterOrDigit)
  else { throw .bicIsWrong }
  return String(decoding: signs, as: UTF8.self)
}
