import GRDB
public import Membership
public import Units

/// What is still to be paid for shares: by a member, or by the company to one who left.
public struct ShareDebt: Hashable, Sendable {
  /// The order number of the subscription or exit.
  public let order: Int
  /// Its reference.
  public let reference: String
  /// The member.
  public let member: MemberNumber
  /// Whether the company owes it.
  public let isExit: Bool
  /// How much.
  public let open: Cents
  /// Of it, what was called.
  public let called: Cents
  /// Until when.
  public let due: Day?
  /// From when the shares count, or counted no more.
  public let effective: Day?

  /// How many days it is late on a day; below zero while it is not.
  public func daysLate(on day: Day) -> Int { due.map { $0.days(until: day) } ?? 0 }
}

/// A payment that came after its day.
public struct LatePayment: Hashable, Sendable {
  /// Its order number.
  public let order: Int
  /// Its reference.
  public let reference: String
  /// Who paid.
  public let member: MemberNumber
  /// When it was due.
  public let due: Day
  /// When it came.
  public let paid: Day
}

extension BookReader {
  /// The movement of a reference, without the tranches it took; nothing when there is none.
  public func movement(_ reference: String) throws -> RecordedMovement? {
    let pen = try Pen(
      db,
      """
      SELECT \(BookReader.movementColumns) FROM \(BookReader.movementTables)
      WHERE movement.reference = ?
      """)
    pen.bind(1, reference)
    guard let row = try pen.first() else { return nil }
    defer { row.close() }
    return try RecordedMovement(row, lots: [])
  }

  /// What was owed for shares at the end of a day, the longest due first.
  public func sharesOwed(_ statutes: Statutes, on day: Day) throws -> [ShareDebt] {
    var state = try ShareState(statutes: statutes, members: members())
    var references: [Int: String] = [:]
    try eachMovement { recorded in
      guard recorded.movement.date <= day else { return }
      state.apply(recorded)
      if state.subscriptions[recorded.order] != nil || state.exits[recorded.order] != nil {
        references[recorded.order] = recorded.movement.reference
      }
    }
    let owed =
      state.subscriptions.map { order, open in
        ShareDebt(
          order: order, reference: references[order] ?? "", member: open.member, isExit: false,
          open: open.open, called: open.called, due: open.due, effective: open.effective)
      }
      + state.exits.map { order, open in
        ShareDebt(
          order: order, reference: references[order] ?? "", member: open.member, isExit: true,
          open: open.open, called: .zero, due: open.due, effective: open.from)
      }
    return owed.sorted { one, other in
      (one.due ?? Day.endOfTime, one.order) < (other.due ?? Day.endOfTime, other.order)
    }
  }

  /// The payments that came after the day set with the subscription or with its last call.
  public func latePayments(through day: Day) throws -> [LatePayment] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM (
          SELECT paid.order_number, paid.reference, paid.member, paid.date,
            coalesce((
              SELECT call.due FROM movement AS call
              WHERE call.subject = paid.subject AND call.kind = 'call'
                AND call.order_number < paid.order_number
              ORDER BY call.order_number DESC LIMIT 1), subscribed.due) AS due
          FROM movement AS paid JOIN movement AS subscribed
            ON subscribed.order_number = paid.subject
          WHERE paid.kind = 'payment' AND paid.date <= ?)
        WHERE date > due ORDER BY order_number
        """, arguments: [day.description])
    return try rows.map { row in
      LatePayment(
        order: row["order_number"], reference: row["reference"],
        member: try MemberNumber(row["member"] as String), due: try Day(row["due"] as String),
        paid: try Day(row["date"] as String))
    }
  }
}
