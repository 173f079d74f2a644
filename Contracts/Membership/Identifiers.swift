/// The number that stands for a member everywhere outside the identity tables, such as `M0042`.
///
/// Numbers order by their bytes, so a zero-padded series orders as people expect.
/// - Source: C. com. R228-9, which lets an order number stand for a holder's name.
public struct MemberNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The digits, filled up with zeros to nine, and how many there are: eight bytes that order as the
  /// text does, for registers hold a million of them.
  private let key: UInt64

  /// Reads `M` and 1 to 9 digits: it becomes a file name, which some systems fold or reserve.
  ///
  /// - Throws: ``MembershipRefusal/memberNumberIsMalformed(_:)``.
  public init(_ text: String) throws(MembershipRefusal) {
    var bytes = text.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "M") else { throw .memberNumberIsMalformed(text) }
    var (digits, count): (UInt64, UInt64) = (0, 0)
    while let byte = bytes.next() {
      guard (48...57).contains(byte), count < 9 else { throw .memberNumberIsMalformed(text) }
      digits = digits * 10 + UInt64(byte - 48)
      count += 1
    }
    guard count > 0 else { throw .memberNumberIsMalformed(text) }
    for _ in count..<9 { digits *= 10 }
    key = digits << 4 | count
  }

  /// The number as written.
  public var description: String {
    let digits = String(key >> 4)
    let padded = String(repeating: "0", count: 9 - digits.utf8.count) + digits
    return "M" + padded.prefix(Int(key & 15))
  }

  /// Orders by bytes.
  public static func < (left: MemberNumber, right: MemberNumber) -> Bool { left.key < right.key }
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
