import GRDB
public import Membership
import Text
public import Units

extension BookWriter {
  /// Records a movement under its order number.
  public func record(_ recorded: RecordedMovement) throws {
    let movement = recorded.movement
    try db.execute(
      sql: """
        INSERT INTO movement (order_number, reference, date, kind, member, counterparty, shares,
          amount_cents, recorded_at, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        recorded.order, movement.reference, movement.date.description, movement.kind.rawValue,
        movement.member.description, movement.counterparty?.description, movement.shares.units,
        movement.amount.units, now.seconds,
        try appendLeaf("movement", movement.leaf(order: recorded.order).canonical),
      ])
  }
}

extension BookReader {
  /// The members in order of number.
  public func members() throws -> [Member] {
    try Row.fetchAll(db, sql: "SELECT number, college, kind, joined FROM member ORDER BY number")
      .compactMap(member)
  }

  /// The movements in order of number, those recorded after an instant left out.
  public func movements(knownAt instant: Instant? = nil) throws -> [Movement] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT date, kind, member, counterparty, shares, amount_cents, reference FROM movement
        WHERE recorded_at <= ? ORDER BY order_number
        """, arguments: [instant?.seconds ?? Int64.max])
    return try rows.compactMap(movement)
  }

  /// The share register as the book knows it.
  public func register(_ statutes: Statutes, knownAt instant: Instant? = nil) throws
    -> ShareRegister
  {
    var register = try ShareRegister(statutes: statutes, members: members())
    for movement in try movements(knownAt: instant) { try register.record(movement) }
    return register
  }

  func member(_ row: Row) throws -> Member? {
    guard let kind = MemberKind(rawValue: row["kind"]) else { return nil }
    return Member(
      number: try MemberNumber(row["number"]), kind: kind, college: try CollegeID(row["college"]),
      joined: try Day(row["joined"] as String))
  }
}

/// The movement that a row of the register tells.
func movement(_ row: Row) throws -> Movement? {
  guard let kind = Movement.Kind(rawValue: row["kind"]) else { return nil }
  let counterparty: String? = row["counterparty"]
  return Movement(
    date: try Day(row["date"] as String), kind: kind, member: try MemberNumber(row["member"]),
    counterparty: try counterparty.map { text in try MemberNumber(text) },
    shares: Shares(row["shares"]), amount: Cents(row["amount_cents"]),
    reference: row["reference"])
}
