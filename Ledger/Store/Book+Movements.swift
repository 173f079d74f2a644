import GRDB
public import Membership
import Seal
import Text
public import Units

extension BookWriter {
  /// Records a movement under its order number.
  public func record(_ recorded: RecordedMovement) throws {
    try MovementDesk(self).record(recorded)
  }
}

/// What writing movements needs, for those that come by the hundred thousand.
public final class MovementDesk {
  private let page: BookWriter
  private let movements: Pen
  private let lots: Pen
  private let known: Pen

  /// Prepares for the movements of one transaction.
  public init(_ page: BookWriter) throws {
    self.page = page
    movements = try Pen(
      page.db,
      """
      INSERT OR FAIL INTO movement (order_number, reference, date, kind, member, counterparty, shares,
        amount_cents, effective, moved, premium_cents, price_cents, due, approved, subject, corrects,
        reason, recorded_at, leaf)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    lots = try Pen(
      page.db, "INSERT OR FAIL INTO movement_lot (movement, lot, shares) VALUES (?, ?, ?)")
    known = try Pen(
      page.db,
      "SELECT \(BookReader.movementColumns) FROM \(BookReader.movementTables) WHERE movement.reference = ?"
    )
  }

  /// Records a movement under its order number; it is a leaf of the log.
  public func record(_ recorded: RecordedMovement) throws {
    for lot in recorded.lots {
      lots.bind(1, Int64(recorded.order))
      lots.bind(2, Int64(lot.origin))
      lots.bind(3, lot.shares.units)
      try lots.run()
    }
    let leaf = try page.appendLeaf("movement", recorded.leaf(recordedAt: page.now.seconds))
    bind(recorded)
    movements.bind(19, leaf)
    try movements.run()
  }

  /// The movement recorded under a reference, or nothing.
  ///
  /// - Complexity: O(log n).
  public func movement(_ reference: String) throws -> RecordedMovement? {
    known.bind(1, reference)
    guard let row = try known.first() else { return nil }
    defer { row.close() }
    return try RecordedMovement(row, lots: [])
  }

  private func bind(_ recorded: RecordedMovement) {
    let (movement, pen) = (recorded.movement, movements)
    pen.bind(1, Int64(recorded.order))
    pen.lend(2, movement.reference)
    pen.lend(3, movement.date.description)
    pen.lend(4, movement.kind.rawValue)
    pen.lend(5, movement.member.description)
    pen.lend(6, movement.counterparty?.description)
    pen.bind(7, movement.shares.units)
    pen.bind(8, movement.amount.units)
    pen.lend(9, recorded.effective?.description)
    pen.bind(10, recorded.moved.units)
    pen.bind(11, movement.more.premium.units)
    pen.bind(12, movement.exitPrice.units)
    pen.lend(13, movement.more.due?.description)
    pen.lend(14, movement.more.approved?.description)
    if let subject = recorded.subject { pen.bind(15, Int64(subject)) } else { pen.bindNull(15) }
    pen.bind(16, movement.more.corrects ? 1 : 0)
    pen.lend(17, movement.more.reason)
    pen.bind(18, page.now.seconds)
  }
}

extension BookReader {
  /// The movements in order of number, those recorded after an instant left out.
  public func movements(knownAt instant: Instant? = nil) throws -> [RecordedMovement] {
    var movements: [RecordedMovement] = []
    try eachMovement(knownAt: instant) { movements.append($0) }
    return movements
  }

  /// Hands over the movements in order of number, those recorded after an instant left out.
  ///
  /// - Complexity: O(n), one at a time.
  public func eachMovement(
    knownAt instant: Instant? = nil, _ body: (RecordedMovement) throws -> Void
  ) throws {
    let lots = try lots()
    let pen = try Pen(
      db,
      """
      SELECT \(BookReader.movementColumns) FROM \(BookReader.movementTables)
      WHERE movement.recorded_at <= ? ORDER BY movement.order_number
      """)
    pen.bind(1, instant?.seconds ?? Int64.max)
    try pen.eachRow { row in
      if let recorded = try RecordedMovement(row, lots: lots[row.integer(0)] ?? []) {
        try body(recorded)
      }
    }
  }

  /// The movements dated in a period, in order of number, as known at an instant.
  public func movements(
    in period: Period, knownAt instant: Instant? = nil
  ) throws -> [RecordedMovement] {
    let pen = try Pen(
      db,
      """
      SELECT \(BookReader.movementColumns) FROM \(BookReader.movementTables)
      WHERE movement.date BETWEEN ? AND ? AND movement.recorded_at <= ?
      ORDER BY movement.order_number
      """)
    pen.bind(1, period.first.description)
    pen.bind(2, (period.last ?? Day.endOfTime).description)
    pen.bind(3, instant?.seconds ?? Int64.max)
    var found: [RecordedMovement] = []
    try pen.eachRow { row in
      if let recorded = try RecordedMovement(row, lots: []) { found.append(recorded) }
    }
    return found
  }

  /// The tranches that are written down, by the order number of the movement that took them.
  func lots() throws -> [Int64: [MovedLot]] {
    var lots: [Int64: [MovedLot]] = [:]
    let pen = try Pen(db, "SELECT movement, lot, shares FROM movement_lot ORDER BY movement, lot")
    try pen.eachRow { row in
      lots[row.integer(0), default: []].append(
        MovedLot(origin: Int(row.integer(1)), shares: Shares(row.integer(2))))
    }
    return lots
  }

  /// The share register as the book knows it.
  public func register(_ statutes: Statutes, knownAt instant: Instant? = nil) throws
    -> ShareRegister
  {
    var register = try ShareRegister(statutes: statutes, members: members(knownAt: instant))
    try eachMovement(knownAt: instant) { register.apply($0) }
    return register
  }

  /// What the next movement is judged by, as the book knows it.
  ///
  /// - Complexity: O(n) time in the movements; the memory is that of the tranches still held.
  public func shareState(_ statutes: Statutes) throws -> ShareState {
    var state = try ShareState(statutes: statutes, members: members())
    try eachMovement { state.apply($0) }
    return state
  }

  /// The movement of a reference with the tranches it took, written down or not.
  public func movementToUndo(_ reference: String, _ statutes: Statutes) throws -> RecordedMovement?
  {
    var state = try ShareState(statutes: statutes, members: members())
    var found: RecordedMovement?
    try eachMovement { recorded in
      let lots = state.apply(recorded)
      if recorded.movement.reference == reference { found = recorded.taking(lots) }
    }
    return found
  }

  /// Whether a movement is corrected by another.
  public func isCorrected(order: Int) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM movement WHERE subject = ? AND corrects = 1)",
      arguments: [order]) ?? false
  }

  /// The columns from which a movement is read.
  static let movementColumns = """
    movement.order_number, movement.reference, movement.date, movement.kind, movement.member,
      movement.counterparty, movement.shares, movement.amount_cents, movement.effective,
      movement.moved, movement.premium_cents, movement.price_cents, movement.due, movement.approved,
      movement.subject, movement.corrects, movement.reason, other.reference
    """

  /// The tables of ``movementColumns``.
  static let movementTables = """
    movement LEFT JOIN movement AS other ON other.order_number = movement.subject
    """
}

extension RecordedMovement {
  /// Reads a row of ``BookReader/movementColumns``; nothing when its kind is none.
  init?(_ row: Pen.Row, lots: [MovedLot]) throws {
    guard let kind = MovementKind(rawValue: row.text(3)) else { return nil }
    func optional(_ column: Int32) -> String? {
      let text = row.text(column)
      return text.isEmpty ? nil : text
    }
    var more = MovementParticulars()
    more.premium = Cents(row.integer(10))
    if kind.isExit, row.integer(11) != row.integer(7) { more.price = Cents(row.integer(11)) }
    more.due = try optional(12).map { try Day($0) }
    more.approved = try optional(13).map { try Day($0) }
    more.corrects = row.integer(15) == 1
    more.reason = optional(16)
    more.subject = optional(17)
    let subject = row.integer(14)
    self.init(
      order: Int(row.integer(0)),
      movement: Movement(
        date: try Day(row.text(2)), kind: kind, member: try MemberNumber(row.text(4)),
        counterparty: try optional(5).map { try MemberNumber($0) }, shares: Shares(row.integer(6)),
        amount: Cents(row.integer(7)), reference: row.text(1), more: more),
      subject: subject == 0 ? nil : Int(subject),
      effective: try optional(8).map { try Day($0) }, moved: Shares(row.integer(9)), lots: lots)
  }

  /// The movement as a leaf of the log: canonical JSON, written straight in the order of its keys.
  ///
  /// What goes without saying is left out, so the leaves of older books read the same; those that do
  /// not tell when they were recorded are written without it.
  func leaf(recordedAt: Int64?) -> [UInt8] {
    var writer = JSONWriter(capacity: 250)
    let (movement, more) = (movement, movement.more)
    writer.member("{\"amountCents\":", movement.amount.units)
    if let approved = more.approved { writer.member(",\"approved\":", approved.description) }
    if more.corrects, let subject { writer.member(",\"corrects\":", Int64(subject)) }
    if let other = movement.counterparty { writer.member(",\"counterparty\":", other.description) }
    writer.member(",\"date\":", movement.date.description)
    if let due = more.due { writer.member(",\"due\":", due.description) }
    if effective != movement.plainEffect {
      writer.member(",\"effective\":", effective?.description ?? "")
    }
    writer.member(",\"kind\":", movement.kind.rawValue)
    write(lots, to: &writer)
    writer.member(",\"member\":", movement.member.description)
    if moved != movement.shares { writer.member(",\"moved\":", moved.units) }
    writer.member(",\"order\":", Int64(order))
    if more.premium != .zero { writer.member(",\"premiumCents\":", more.premium.units) }
    if movement.exitPrice != movement.amount, movement.kind.isExit {
      writer.member(",\"priceCents\":", movement.exitPrice.units)
    }
    if let reason = more.reason { writer.member(",\"reason\":", reason) }
    if let recordedAt { writer.member(",\"recordedAt\":", recordedAt) }
    writer.member(",\"reference\":", movement.reference)
    writer.member(",\"shares\":", movement.shares.units)
    if !more.corrects, let subject { writer.member(",\"subject\":", Int64(subject)) }
    writer.raw(",\"type\":\"movement\"}")
    return writer.bytes
  }

  private func write(_ lots: [MovedLot], to writer: inout JSONWriter) {
    guard !lots.isEmpty else { return }
    for (index, lot) in lots.enumerated() {
      if index == 0 { writer.raw(",\"lots\":[") } else { writer.raw(",") }
      writer.member("{\"lot\":", Int64(lot.origin))
      writer.member(",\"shares\":", lot.shares.units)
      writer.raw("}")
    }
    writer.raw("]")
  }
}
