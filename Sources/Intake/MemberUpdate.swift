public import Membership
import Seal
public import Store
public import Units

/// Records changes of who members are, from a CSV file: all of them or none.
///
/// A change without a day holds from the day of `now` in France.
///
/// - Returns: the members that changed, with the number of their new version.
/// - Throws: ``Refusals`` with every fault at its place.
public func updateMembers(
  _ file: InputFile, in book: Book, now: Instant, rehearsing: Bool = false
) throws -> [(member: MemberNumber, version: Int)] {
  let changes = try MembersFile.decodeChanges(file.bytes, file: file.path)
  return try book.write(at: now, rehearsing: rehearsing) { page in
    var closer = try Closer(for: changes.map { ($0.details, $0.place) }, page)
    var refusals: [any Refusal] = []
    var changed: [(member: MemberNumber, version: Int)] = []
    for change in changes {
      do {
        guard let kind = try page.reader.kind(of: change.member) else {
          throw MembershipRefusal.memberIsUnknown(change.member)
        }
        guard let known = try page.reader.identityVersions(of: change.member).last else {
          throw PersonRefusal.memberIsErased(change.member)
        }
        let identity = try change.applied(to: known.identity, kind: kind)
        let version = try page.update(
          change.member, identity, sealed: closer.close(change.details, of: change.member),
          from: change.from ?? ParisTime.day(of: now))
        changed.append((change.member, version))
      } catch let refusal as Refusals {
        refusals += refusal.all
      } catch let refusal as any Refusal where refusal.outcome != .ioError {
        refusals.append(Located(refusal, at: change.place))
      }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return changed
  }
}

/// Records relations from a CSV file: all of them or none.
///
/// - Returns: how many are new or end anew; the others the book had already.
/// - Throws: ``Refusals`` with every fault at its place.
public func importRelations(
  _ file: InputFile, to book: Book, now: Instant, rehearsing: Bool = false
) throws -> (new: Int, known: Int) {
  let decoded = try RelationsFile.decode(file.bytes, file: file.path)
  return try book.write(at: now, rehearsing: rehearsing) { page in
    var refusals: [any Refusal] = []
    var new = 0
    for (relation, place) in decoded {
      do {
        if try page.record(relation) { new += 1 }
      } catch let refusal as any Refusal where refusal.outcome != .ioError {
        refusals.append(Located(refusal, at: place))
      }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return (new, decoded.count - new)
  }
}
