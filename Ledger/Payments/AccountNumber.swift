import Membership
import Units

/// An account that a transfer may go to: at a bank of the single euro payments area.
///
/// It says nothing when printed, so that no message can show it by accident.
public struct AccountNumber: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The number without spaces, in capitals.
  public let iban: String

  /// Reads an IBAN as people write it, with or without spaces.
  ///
  /// - Parameter owner: whose it is, for the refusal: a member's number, never a name.
  /// - Throws: ``PaymentsRefusal/accountIsWrong(of:_:)``.
  public init(_ text: String, of owner: String) throws(PaymentsRefusal) {
    let number: IBAN
    do throws(IBAN.Fault) {
      number = try IBAN(checking: text)
    } catch { throw .accountIsWrong(of: owner, Fault(error)) }
    guard number.isInSEPA else { throw .accountIsWrong(of: owner, .outsideSepa) }
    iban = number.text
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

    init(_ fault: IBAN.Fault) {
      switch fault {
      case .malformed: self = .malformed
      case .wrongLength: self = .wrongLength
      case .wrongCheckDigits: self = .wrongCheckDigits
      }
    }
  }

  /// Nothing of the number.
  public var description: String { "account withheld" }
  /// Nothing of the number.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
