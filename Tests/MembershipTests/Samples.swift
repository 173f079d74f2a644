import Membership
import Units

func day(_ text: String) throws -> Day { try Day(text) }
func number(_ text: String) throws -> MemberNumber { try MemberNumber(text) }

/// Statutes with two colleges, a 50 € share, and bounds of 10 and 100 shares.
func statutes(floor: Int64 = 500_00, ceiling: Int64 = 5_000_00) throws -> Statutes {
  let always = Period(first: try day("2026-01-01"), last: nil)
  return try Statutes(
    founded: try day("2026-01-01"), nominal: Cents(50_00), floor: Cents(floor),
    ceiling: Cents(ceiling),
    colleges: [
      College(
        id: try CollegeID("citizens"), frenchName: "Citoyens", englishName: "Citizens",
        capitalAccount: "101310", kinds: [.person], votingWeight: Ratio(1, 2),
        revenueWeight: Ratio(1, 2), valid: always),
      College(
        id: try CollegeID("publics"), frenchName: "Collectivités", englishName: "Public bodies",
        capitalAccount: "101320", kinds: [.publicBody], votingWeight: Ratio(1, 2),
        revenueWeight: Ratio(1, 2), valid: always),
    ])
}

/// Three citizens and a town.
func members() throws -> [Member] {
  let citizens = try CollegeID("citizens")
  let publics = try CollegeID("publics")
  let joined = try day("2026-01-01")
  return [
    Member(number: try number("M1"), kind: .person, college: citizens, joined: joined),
    Member(number: try number("M2"), kind: .person, college: citizens, joined: joined),
    Member(
      number: try number("M3"), kind: .person, college: citizens, joined: try day("2026-06-01")),
    Member(number: try number("M7"), kind: .publicBody, college: publics, joined: joined),
    Member(number: try number("M11"), kind: .company, college: citizens, joined: joined),
    Member(
      number: try number("M12"), kind: .person, college: try CollegeID("none"), joined: joined),
  ]
}

func movement(
  _ date: String, _ kind: MovementKind, _ member: String, to counterparty: String? = nil,
  _ shares: Int64, amount: Int64? = nil, ref: String,
  _ fill: (inout MovementParticulars) throws -> Void = { _ in }
) throws -> Movement {
  var more = MovementParticulars()
  try fill(&more)
  return Movement(
    date: try day(date), kind: kind, member: try number(member),
    counterparty: try counterparty.map(number), shares: Shares(shares),
    amount: Cents(amount ?? shares * 50_00), reference: ref, more: more)
}
