import GRDB
public import Membership
public import Units

// The share register as it is read: rows are added up as they stand. They were judged when they were
// recorded; to judge a million of them again would take seconds at every question.

extension BookReader {
  /// The share register of all days, as known at an instant, to be read only.
  ///
  /// - Complexity: O(n log n) for n movements.
  public func shareRegister(
    _ statutes: Statutes, knownAt instant: Instant? = nil
  ) throws -> ShareRegister {
    var register = try ShareRegister(statutes: statutes, members: members(knownAt: instant))
    try eachChange(knownAt: instant) { register.take($0) }
    register.addUp()
    return register
  }

  /// Everyone who holds shares on a day, as known at an instant, by college then by number.
  ///
  /// - Complexity: O(movements + members log members).
  public func holders(
    _ statutes: Statutes, on day: Day, knownAt instant: Instant? = nil
  ) throws -> [Holder] {
    var held: [MemberNumber: Int64] = [:]
    try eachHolding(on: day, knownAt: instant) { held[$0, default: 0] += $1 }
    let nominal = statutes.nominal(on: day).units
    let found = try members(knownAt: instant).compactMap { member -> Holder? in
      guard let shares = held[member.number], shares != 0,
        let college = member.college(on: day)
      else { return nil }
      return Holder(
        member: member.number, college: college, shares: Shares(shares),
        capital: Cents(shares * nominal))
    }
    let byCollege = Dictionary(grouping: found, by: \.college)
    return byCollege.keys.sorted().flatMap { byCollege[$0] ?? [] }
  }

  /// The kinds by which the one named first has less.
  private static let giving = MovementKind.allCases.filter { $0.isTransfer || $0.isExit }
    .map { "'\($0.rawValue)'" }.joined(separator: ", ")

  /// Hands over what each movement in effect on a day gave or took, in no particular order.
  private func eachHolding(
    on day: Day, knownAt instant: Instant?, _ body: (MemberNumber, Int64) -> Void
  ) throws {
    let rows = try Pen(
      db,
      """
      SELECT member, counterparty, iif(kind IN (\(Self.giving)), -moved, moved)
      FROM movement INDEXED BY movement_by_effect
      WHERE moved > 0 AND effective <= ? AND recorded_at <= ?
      """)
    rows.bind(1, day.description)
    rows.bind(2, instant?.seconds ?? Int64.max)
    try rows.eachRow { row in
      let shares = row.integer(2)
      body(try MemberNumber(row.text(0)), shares)
      let receiver = row.text(1)
      if !receiver.isEmpty { body(try MemberNumber(receiver), -shares) }
    }
  }

  /// Hands over what each movement changes in each holding, in order of number.
  ///
  func eachChange(
    knownAt instant: Instant?, _ body: (HoldingChange) throws -> Void
  ) throws {
    let rows = try Pen(
      db,
      """
      SELECT effective, kind, member, counterparty, moved FROM movement
      WHERE recorded_at <= ? AND moved > 0 ORDER BY order_number
      """)
    rows.bind(1, instant?.seconds ?? Int64.max)
    var days = KnownDays()
    try rows.eachRow { row in
      guard let kind = MovementKind(rawValue: row.text(1)) else { return }
      let day = try days.day(row.text(0))
      let moved = row.integer(4)
      let member = try MemberNumber(row.text(2))
      let gives = kind.isTransfer || kind.isExit
      try body(HoldingChange(from: day, member: member, shares: gives ? -moved : moved))
      guard kind.isTransfer else { return }
      try body(HoldingChange(from: day, member: MemberNumber(row.text(3)), shares: moved))
    }
  }
}

/// Days read from text; the last one is remembered, for movements come day by day.
struct KnownDays {
  private var text = ""
  private var known = Day(number: 0)

  mutating func day(_ text: String) throws -> Day {
    if text != self.text {
      known = try Day(text)
      self.text = text
    }
    return known
  }
}
