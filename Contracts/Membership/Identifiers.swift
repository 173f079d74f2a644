/// The number that stands for a member everywhere outside the identity tables, such as `M0042`.
///
/// Numbers order by their bytes, so a zero-padded series orders as people expect.
/// - Source: C. com. R228-9, which lets an order number stand for a holder's name.
public struct MemberNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number as written.
  public let description: String

  /// Reads `M` and 1 to 9 digits: it becomes a file name, which some systems fold or reserve.
  ///
  /// - Throws: ``MembershipRefusal/memberNumberIsMalformed(_:)``.
  public init(_ text: String) throws(MembershipRefusal) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "M"), (1...9).contains(digits.count),
      digits.allSatisfy({ (48...57).contains($0) })
    else { throw .memberNumberIsMalformed(text) }
    self.description = text
  }

  /// Orders by bytes.
  public static func < (left: MemberNumber, right: MemberNumber) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

/// The short name of a college, such as `citizens`.
public struct CollegeID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name as written.
  public let description: String

  /// Reads 1 to 32 ASCII letters, digits, `.`, `_` or `-`.
  ///
  /// - Throws: ``MembershipRefusal/collegeIDIsMalformed(_:)``.
  public init(_ text: String) throws(MembershipRefusal) {
    let isPlain = text.utf8.allSatisfy { byte in
      switch UInt8(byte) {
      case 48...57, 65...90, 97...122: true
      case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: false
      }
    }
    guard isPlain, (1...32).contains(text.utf8.count) else { throw .collegeIDIsMalformed(text) }
    self.description = text
  }

  /// Orders by bytes.
  public static func < (left: CollegeID, right: CollegeID) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
