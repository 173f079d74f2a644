public import Membership
public import Seal
public import Store
public import Units

/// All that the book knows of a member.
///
/// - Source: GDPR art. 15 (access) and 20 (portability).
public struct MemberSheet {
  /// The member's number.
  public let number: MemberNumber
  /// The day it is told for.
  public let day: Day
  /// Kind and colleges.
  public let member: Member
  /// Who it is and was, oldest first.
  public let versions: [IdentityVersion]
  /// The account and the birth, when the privacy key was at hand.
  public let details: PrivateDetails?
  /// That its identity was erased.
  public let erasure: Erasure?
  /// What others are to it.
  public let relations: [Relation]
  /// What it is to others.
  public let standsFor: [Relation]
  /// What it holds.
  public let shares: Shares
  /// Its movements of shares.
  public let movements: [Movement]

  /// Reads all of it.
  ///
  /// - Parameter key: what opens the account and the birth, or nothing.
  /// - Throws: ``MembershipRefusal/memberIsUnknown(_:)``.
  public init(
    of number: MemberNumber, on day: Day, _ page: BookReader, _ key: PrivacyKey?
  ) throws {
    guard let member = try page.members().first(where: { $0.number == number }) else {
      throw MembershipRefusal.memberIsUnknown(number)
    }
    self.number = number
    self.day = day
    self.member = member
    versions = try page.identityVersions(of: number)
    details = try key.map { try page.sealedDetails(of: number).opened(by: $0) }
    erasure = try page.erasure(of: number)
    relations = try page.relations(of: number)
    standsFor = try page.relations(in: number)
    let register = try page.register(Cooperative(page, on: Day.endOfTime).statutes)
    shares = register.holding(of: number, on: day)
    movements = try page.movements().map(\.movement)
      .filter { $0.member == number || $0.counterparty == number }
  }
}
