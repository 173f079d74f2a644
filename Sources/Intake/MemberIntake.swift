import Membership
public import Store
public import Units

/// Records members from a CSV file: all of them or none.
///
/// - Returns: how many are new; the others the book had already, with the same content.
/// - Throws: ``Refusals`` with every fault at its place.
public func importMembers(
  _ file: InputFile, to book: Book, now: Instant, rehearsing: Bool = false
) throws -> (new: Int, known: Int) {
  let decoded = try MembersFile.decode(file.bytes, file: file.path)
  return try book.write(at: now, rehearsing: rehearsing) { page in
    let statutes = try Cooperative(page.reader, on: Day.endOfTime).statutes
    try checkColleges(decoded.map { ($0.member, $0.place) }, statutes)
    var new = 0
    var closer = try Closer(for: decoded.map { ($0.details, $0.place) }, page)
    for row in decoded.sorted(by: { $0.member.number < $1.member.number }) {
      do {
        let sealed = try closer.close(row.details, of: row.member.number)
        if try page.record(row.member, row.identity, sealed: sealed) { new += 1 }
      } catch let refusal as MembershipRefusal {
        throw Located(refusal, at: row.place)
      } catch let refusal as PersonRefusal {
        throw Located(refusal, at: row.place)
      }
    }
    return (new, decoded.count - new)
  }
}

private func checkColleges(_ members: [(Member, Place)], _ statutes: Statutes) throws(Refusals) {
  let refusals = members.flatMap { member, place in
    statutes.reasonsAgainst(member).map { Located($0, at: place) }
  }
  guard refusals.isEmpty else { throw Refusals(refusals) }
}
