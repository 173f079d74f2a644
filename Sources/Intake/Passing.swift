import Agreements
import Bookings
import Journal
public import Membership
public import Store
import Text
public import Units

/// Passes members to a college from a day on, and their capital with them: all of them or none.
///
/// Who belongs to it on that day already is left alone.
/// - Parameter everyoneOf: a college all of whose members of that day pass.
/// - Returns: those who passed.
/// - Throws: ``Refusals`` with every reason against every member.
public func pass(
  _ numbers: [MemberNumber], everyoneOf origin: CollegeID? = nil, to college: CollegeID,
  from day: Day, reference: String, in book: Book, now: Instant, rehearsing: Bool = false
) throws -> [MemberNumber] {
  try book.write(at: now, rehearsing: rehearsing) { page in
    let statutes = try Cooperative(page.reader, on: Day.endOfTime).statutes
    var chosen = Set(numbers)
    if let origin {
      chosen.formUnion(
        try page.reader.members().filter { $0.college(on: day) == origin }.map(\.number))
    }
    guard !chosen.isEmpty else { throw CollegeRefusal.nobodyPasses }
    return try Passing(statutes, page).pass(
      chosen.sorted(), to: college, from: day, reference: reference)
  }
}

/// Records that a company is held by natural persons as the law asks, or no longer is, from a day on.
///
/// - Returns: whether the book did not say so already.
/// - Throws: ``CollegeRefusal/onlyCompaniesAreDeclared(_:_:)``,
///   ``MembershipRefusal/memberIsUnknown(_:)``.
public func declare(
  _ number: MemberNumber, heldByPersons isHeld: Bool, from day: Day, reference: String,
  in book: Book, now: Instant
) throws -> Bool {
  try book.write(at: now) { page in
    guard let member = try page.reader.members().first(where: { $0.number == number }) else {
      throw MembershipRefusal.memberIsUnknown(number)
    }
    guard member.kind == .company else {
      throw CollegeRefusal.onlyCompaniesAreDeclared(number, member.kind)
    }
    guard member.countsAsPerson(on: day) != isHeld else { return false }
    _ = try page.record(
      Standing(
        member: number, aspect: .heldByPersons(isHeld), from: day, reference: reference))
    return true
  }
}

/// Members on their way from one college to another.
struct Passing {
  private let statutes: Statutes
  private let register: ShareRegister
  private let page: BookWriter

  init(_ statutes: Statutes, _ page: BookWriter) throws {
    self.statutes = statutes
    self.page = page
    register = try page.reader.shareRegister(statutes)
  }

  /// Members of colleges that end pass to the successor that the statutes name.
  static func outOfEndedColleges(
    _ statutes: Statutes, _ changed: [Fact], _ page: BookWriter
  ) throws -> Int {
    let ending = statutes.colleges.filter { college in
      guard let last = college.valid.last else { return false }
      return statutes.college(college.id, on: last.next) == nil
        && changed.contains { $0.kind == .college && $0.key == college.id.description }
    }
    guard !ending.isEmpty else { return 0 }
    var passed = 0
    for college in ending {
      guard let day = college.valid.last?.next else { continue }
      let passing = try Passing(statutes, page)
      let staying = passing.register.members.filter { $0.college(on: day) == college.id }
      guard !staying.isEmpty else { continue }
      guard let successor = college.successor else {
        throw CollegeRefusal.collegeStillHasMembers(college.id, from: day, members: staying.count)
      }
      let resolution = changed.last { $0.key == college.id.description }?
        .body["resolution"]?.stringValue
      passed += try passing.pass(
        staying.map(\.number), to: successor, from: day, reference: resolution ?? "\(successor)"
      ).count
    }
    return passed
  }

  /// Passes members and posts what moves between the capital accounts.
  func pass(
    _ numbers: [MemberNumber], to college: CollegeID, from day: Day, reference: String
  ) throws -> [MemberNumber] {
    var refusals: [any Refusal] = []
    var passed: [MemberNumber] = []
    for number in numbers {
      do {
        if try pass(number, to: college, from: day, reference: reference) { passed.append(number) }
      } catch let refusal as Refusals {
        refusals += refusal.all
      } catch let refusal as any Refusal {
        refusals.append(refusal)
      }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return passed
  }

  private func pass(
    _ number: MemberNumber, to college: CollegeID, from day: Day, reference: String
  ) throws -> Bool {
    guard let known = register.member(number) else {
      throw MembershipRefusal.memberIsUnknown(number)
    }
    guard known.college(on: day) != college else { return false }
    let standing = Standing(
      member: number, aspect: .college(college), from: day, reference: reference)
    let other = known.told([standing])
    let reasons: [any Refusal] = reasonsAgainst(known, other, day)
    guard reasons.isEmpty else { throw Refusals(reasons) }
    let id = try page.record(standing)
    for change in register.reclassifications(to: other) {
      try page.post(
        Entry(checking: CollegeBookings.entry(change, of: standing, number: id)))
    }
    return true
  }

  private func reasonsAgainst(_ known: Member, _ other: Member, _ day: Day) -> [any Refusal] {
    guard known.joined <= day else {
      return [MembershipRefusal.memberHadNotJoined(known.number, day)]
    }
    return statutes.reasonsAgainst(other).filter { !statutes.reasonsAgainst(known).contains($0) }
      + register.capReasons(becoming: other, on: day)
  }
}
