import Membership
import Seal
import Store
import Units

/// Closes accounts and births for the book's privacy key, which it asks for only when there are any.
struct Closer {
  private var sealer: PrivacySealer?

  /// - Throws: ``PersonRefusal/bookHasNoPrivacyKey`` at the first row that needs one.
  init(for rows: [(details: PrivateDetails, place: Place)], _ page: BookWriter) throws {
    guard let first = rows.first(where: { $0.details.hasAccount || $0.details.hasBirth }) else {
      return
    }
    do { sealer = try page.privacySealer() } catch let refusal as PersonRefusal {
      throw Located(refusal, at: first.place)
    }
  }

  /// The closed boxes of a member; none when nothing is to be closed.
  mutating func close(_ details: PrivateDetails, of member: MemberNumber) throws -> SealedDetails {
    guard details.hasAccount || details.hasBirth, var sealer else {
      return SealedDetails(member: member)
    }
    defer { self.sealer = sealer }
    return try SealedDetails(details, of: member, by: &sealer)
  }
}
