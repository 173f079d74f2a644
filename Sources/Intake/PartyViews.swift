public import Agreements
public import Membership
public import Store
public import Units

/// One party and all it is to the cooperative: a member, a party of contracts, or both at once.
public struct PartyView: Hashable, Sendable {
  /// The identifier: that of the contracts, else the member's number.
  public let id: String
  /// The name the contracts give it; nothing for members alone, whose names are not for every eye.
  public let name: String?
  /// The member it is.
  public let member: MemberNumber?
  /// Its roles by first day.
  public let roles: [PartyRole]

  /// The roles that hold on a day.
  public func roles(on day: Day) -> [PartyRole] { roles.filter { $0.period.contains(day) } }
}

/// The parties of a book by identifier, and the members who are no party of contracts by number.
///
/// A member and a party of the contracts are one when the member's `party` says so, or when the
/// contracts name the member by number.
public func parties(_ page: BookReader) throws -> [PartyView] {
  let cooperative = try Cooperative(page, on: Day.endOfTime)
  let dossier = cooperative.dossier
  let register = try page.register(cooperative.statutes)
  let movements = try page.movements()
  var days: [MemberNumber: Set<Day>] = [:]
  for recorded in movements {
    guard let day = recorded.effective else { continue }
    for member in [recorded.giver, recorded.receiver].compactMap(\.self) {
      days[member, default: []].formUnion([day.previous, day])
    }
  }
  let linked = Dictionary(
    try page.identities().filter { !$0.value.party.isEmpty }.map { ($0.value.party, $0.key) }
  ) { first, _ in first }
  func holdings(_ member: MemberNumber) -> [PartyRole] {
    holdingPeriods(member, register, days[member] ?? []).map {
      PartyRole(kind: .shareholder, subject: member.description, period: $0)
    }
  }
  let ofContracts = dossier.parties.values.sorted { $0.id < $1.id }.map { party in
    let member = linked[party.id]
    return PartyView(
      id: party.id, name: party.name, member: member,
      roles: (member.map(holdings) ?? []) + dossier.roles(of: party.id)
        + (member.map { dossier.roles(of: $0.description) } ?? []))
  }
  let known = Set(linked.filter { dossier.parties[$0.key] != nil }.values)
  let others = try page.members().map(\.number).filter { !known.contains($0) }.map { member in
    PartyView(
      id: member.description, name: nil, member: member,
      roles: holdings(member) + dossier.roles(of: member.description))
  }
  return ofContracts + others
}

/// The runs of days on which a member holds shares.
private func holdingPeriods(
  _ member: MemberNumber, _ register: ShareRegister, _ days: Set<Day>
) -> [Period] {
  var periods: [Period] = []
  var start: Day?
  for day in days.sorted() {
    let holds = register.holding(of: member, on: day) > .zero
    if holds, start == nil { start = day }
    if !holds, let first = start {
      periods.append(Period(first: first, last: day.previous))
      start = nil
    }
  }
  if let start { periods.append(Period(first: start, last: nil)) }
  return periods
}
