public import Membership
public import Seal
import Text
import Units

/// What of a member is kept under the privacy key: closed boxes.
public struct SealedDetails: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// The box with the account, or nothing.
  public var account: [UInt8]?
  /// The box with the birth, or nothing.
  public var birth: [UInt8]?

  /// The boxes of a member.
  public init(member: MemberNumber, account: [UInt8]? = nil, birth: [UInt8]? = nil) {
    self.member = member
    self.account = account
    self.birth = birth
  }

  /// Closes what is told of a member.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  public init(
    _ details: PrivateDetails, of member: MemberNumber, by sealer: inout PrivacySealer
  ) throws(SealRefusal) {
    self.init(member: member)
    if let iban = details.iban {
      let body: JSON = ["iban": .string(iban.text), "bic": .string(details.bic)]
      account = try sealer.seal(body.canonical, label: label(.account))
    }
    if details.hasBirth {
      let body: JSON = [
        "date": details.birthDate.map { .string($0.description) } ?? .null,
        "place": .string(details.birthPlace), "department": .string(details.birthDepartment),
      ]
      birth = try sealer.seal(body.canonical, label: label(.birth))
    }
  }

  /// Opens the boxes.
  ///
  /// - Throws: ``SealRefusal/boxDoesNotOpen``.
  public func opened(by key: PrivacyKey) throws -> PrivateDetails {
    var details = PrivateDetails()
    if let account {
      let body = try JSON(reading: key.open(account, label: label(.account)))
      details.iban = try body["iban"]?.stringValue.map { text in try IBAN(text) }
      details.bic = body["bic"]?.stringValue ?? ""
    }
    if let birth {
      let body = try JSON(reading: key.open(birth, label: label(.birth)))
      details.birthDate = try body["date"]?.stringValue.map { text in try Day(text) }
      details.birthPlace = body["place"]?.stringValue ?? ""
      details.birthDepartment = body["department"]?.stringValue ?? ""
    }
    return details
  }

  /// What the boxes are called in the book.
  enum Field: String, CaseIterable { case account, birth }

  subscript(field: Field) -> [UInt8]? {
    get { field == .account ? account : birth }
    set { if field == .account { account = newValue } else { birth = newValue } }
  }

  /// The digests that the body of an identity names.
  var digests: [String: String] {
    var digests: [String: String] = [:]
    for field in Field.allCases {
      digests[field.rawValue] = self[field].map { sha256($0).hex }
    }
    return digests
  }

  /// A box opens only as what it was closed for.
  private func label(_ field: Field) -> String { "\(member)/\(field.rawValue)" }
}
