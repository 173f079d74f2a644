import Units

/// An account at a bank of the single euro payments area.
///
/// It says nothing when printed, so that no message can show it by accident.
public struct AccountNumber: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The number without spaces, in capitals.
  public let iban: String

  /// Reads an IBAN as people write it, with or without spaces.
  ///
  /// - Parameter owner: whose it is, for the refusal: a member's number, never a name.
  /// - Throws: ``PaymentsRefusal/accountIsWrong(of:_:)``.
  /// - Source: ISO 13616; EPC409-09, list of SEPA countries.
  public init(_ text: String, of owner: String) throws(PaymentsRefusal) {
    let iban = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }.uppercased()
    let bytes = Array(iban.utf8)
    guard (15...34).contains(bytes.count), bytes.allSatisfy(Self.isLetterOrDigit),
      bytes[..<2].allSatisfy({ $0 >= 65 }), bytes[2..<4].allSatisfy({ $0 < 58 })
    else { throw .accountIsWrong(of: owner, .malformed) }
    guard let length = sepaLengths[String(iban.prefix(2))] else {
      throw .accountIsWrong(of: owner, .outsideSepa)
    }
    guard length == bytes.count else { throw .accountIsWrong(of: owner, .wrongLength) }
    guard Self.remainder(bytes) == 1 else { throw .accountIsWrong(of: owner, .wrongCheckDigits) }
    self.iban = iban
  }

  /// What is wrong with a number.
  public enum Fault: String, Hashable, Sendable, CaseIterable {
    /// It has other characters, or far too many or too few.
    case malformed
    /// Its country is outside the area.
    case outsideSepa = "outside-sepa"
    /// It has not the length of its country.
    case wrongLength = "wrong-length"
    /// Its check digits do not agree.
    case wrongCheckDigits = "wrong-check-digits"
  }

  /// Nothing of the number.
  public var description: String { "account withheld" }
  /// Nothing of the number.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte)
  }

  /// The number modulo 97, its first four characters behind and letters from A as 10.
  private static func remainder(_ bytes: [UInt8]) -> Int {
    (bytes[4...] + bytes[..<4]).reduce(0) { rest, byte in
      byte < 58 ? (rest * 10 + Int(byte) - 48) % 97 : (rest * 100 + Int(byte) - 55) % 97
    }
  }
}

/// The length of an IBAN in each country of the area.
///
/// - Source: ISO 13616 registry; EPC409-09.
private let sepaLengths: [String: Int] = [
  "AD": 24, "AL": 28, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22,
  "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21,
  "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27,
  "MD": 24, "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24,
  "RS": 22, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "VA": 22,
]
