import Agreements
public import Membership
public import Store
public import Units

/// Erases who a member is, when no duty to keep stands against it; seals still verify.
///
/// - Throws: ``PersonRefusal/erasureIsNotAllowed(_:_:firstAllowed:)`` with every reason.
public func eraseMember(
  _ member: MemberNumber, reason: String, from book: Book, now: Instant, rehearsing: Bool = false
) throws {
  try book.write(at: now, rehearsing: rehearsing) { page in
    let today = ParisTime.day(of: now)
    let obstacles = try page.reader.obstacles(to: member, on: today)
    guard obstacles.isEmpty else {
      throw PersonRefusal.erasureIsNotAllowed(
        member, obstacles, firstAllowed: firstAllowed(obstacles))
    }
    try page.erase(member, reason: reason)
  }
  if !rehearsing { try book.forgetDeleted() }
}

/// The day after the last that something must be kept; nothing while no day says it.
func firstAllowed(_ obstacles: [ErasureObstacle]) -> Day? {
  let days = obstacles.map(\.keptUntil)
  return days.contains(nil) ? nil : days.compactMap(\.self).max()?.next
}

extension BookReader {
  /// What stands against erasing a member on a day.
  ///
  /// Names in vouchers follow the vouchers (ten years, C. com. art. L123-22) and are not looked at:
  /// the book's own entries know numbers only.
  /// - Source: C. com. art. L231-6; C. civ. art. 2224; LPF art. L169; GDPR art. 17(3)(b).
  func obstacles(to member: MemberNumber, on day: Day) throws -> [ErasureObstacle] {
    guard try kind(of: member) != nil else { throw MembershipRefusal.memberIsUnknown(member) }
    if try erasure(of: member) != nil { throw PersonRefusal.memberIsErased(member) }
    return try obstaclesOfShares(member, day) + obstaclesOfAccounts(member, day)
      + obstaclesOfRelations(member, day)
  }

  private func obstaclesOfShares(
    _ member: MemberNumber, _ day: Day
  ) throws -> [ErasureObstacle] {
    let register = try register(Cooperative(self, on: Day.endOfTime).statutes)
    let held = register.holding(of: member, on: day)
    if held > .zero { return [.holdsShares(held)] }
    let days = try movements().filter { $0.giver == member || $0.receiver == member }
      .flatMap { $0.effective.map { [$0.previous, $0] } ?? [] }
    guard let last = days.filter({ register.holding(of: member, on: $0) > .zero }).max() else {
      return []
    }
    let until = last.adding(months: 60)
    return until < day ? [] : [.heldSharesUntil(last, keptUntil: until)]
  }

  private func obstaclesOfAccounts(
    _ member: MemberNumber, _ day: Day
  ) throws -> [ErasureObstacle] {
    let headings = ["455", "456", "457", "4671"]
    var obstacles = try openAccounts(of: member, under: headings).map {
      ErasureObstacle.accountIsOpen($0.account, $0.balance)
    }
    // Interest and dividends; the administration may look at them until the end of the third year
    // after, and proofs are kept a year longer.
    if let last = try lastMovement(of: member, under: ["455", "457"]) {
      let year = last.calendar.year
      let until = Month(year: year + 4, monthOfYear: 12).last
      if until >= day { obstacles.append(.wasPaidIn(year: year, keptUntil: until)) }
    }
    return obstacles
  }

  private func obstaclesOfRelations(
    _ member: MemberNumber, _ day: Day
  ) throws -> [ErasureObstacle] {
    let relations = try relations(in: member).filter {
      $0.period.last.map { day <= $0 } ?? true
    }
    let party = try identityVersions(of: member).last?.identity.party ?? ""
    let dossier = try Cooperative(self, on: Day.endOfTime).dossier
    let roles = dossier.roles(of: party).filter { $0.period.last.map { day <= $0 } ?? true }
    return relations.map { .standsFor($0.member, $0.kind) } + roles.map { .isPartyTo($0.subject) }
  }
}
