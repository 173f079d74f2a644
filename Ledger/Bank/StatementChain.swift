public import Units

/// A bank line that the book holds already, as far as following statements needs it.
public struct KnownBankLine: Hashable, Sendable {
  /// Its number in the book.
  public let id: Int64
  /// The day it was booked.
  public let booked: Day
  /// What came in; below zero what went out.
  public let amount: Cents

  /// A line of the book.
  public init(id: Int64, booked: Day, amount: Cents) {
    self.id = id
    self.booked = booked
    self.amount = amount
  }
}

/// What an account's statements said so far: lines by day, and the balance before the first.
public struct StatementChain: Sendable {
  /// The account, as people call it.
  public let account: String
  /// The lines by day and number.
  public private(set) var lines: [KnownBankLine]
  /// The balance before the first line.
  public private(set) var origin: Cents
  /// Whether a statement was ever taken in.
  public private(set) var isBegun: Bool

  /// How a statement stands to what is known.
  public struct Placing: Hashable, Sendable {
    /// The lines of the book that the statement tells again.
    public let known: [Int64]
    /// The places, in the statement, of the lines that are new.
    public let fresh: [Int]
    /// Whether it goes before everything known.
    public let isEarlier: Bool
  }

  /// A chain; one that never began has no lines.
  public init(
    account: String, lines: [KnownBankLine] = [], origin: Cents = .zero, isBegun: Bool = false
  ) {
    self.account = account
    self.lines = lines.sorted { ($0.booked, $0.id) < ($1.booked, $1.id) }
    self.origin = origin
    self.isBegun = isBegun
  }

  /// The balance after the last line.
  public var balance: Cents { lines.reduce(origin) { $0 + $1.amount } }

  /// Finds which lines of a statement the book knows.
  ///
  /// A line is known when the book has one of that day and amount that the statement has not told again
  /// yet; it is the balances that decide. A statement either overlaps what is known, and then agrees with
  /// it on every day they share; or begins where it ends; or ends where it begins. So importing twice
  /// changes nothing, two identical payments of one day are both kept, within one statement or over two,
  /// and a missing statement is told by the balance it would have brought.
  ///
  /// - Throws: ``BankRefusal/statementDoesNotFollow(account:opening:expected:on:)``,
  ///   ``BankRefusal/statementContradicts(account:day:told:known:)``.
  /// - Complexity: O(n log n) in the lines of both.
  public func place(_ statement: BankStatement) throws(BankRefusal) -> Placing {
    let all = Array(statement.lines.indices)
    guard isBegun else { return Placing(known: [], fresh: all, isEarlier: false) }
    let days = statement.lines.map(\.booked)
    guard let first = days.min(), let last = days.max() else {
      return try placeEmpty(statement)
    }
    let overlap = overlap(statement, first: first, last: last)
    if let overlap, overlap.fault == nil { return overlap.placing }
    if statement.opening == balance, lines.last.map({ first >= $0.booked }) ?? true {
      return Placing(known: [], fresh: all, isEarlier: false)
    }
    if statement.closing == origin, lines.first.map({ last <= $0.booked }) ?? true {
      return Placing(known: [], fresh: all, isEarlier: true)
    }
    if let fault = overlap?.fault { throw fault }
    throw .statementDoesNotFollow(
      account: account, opening: statement.opening, expected: balance(before: first), on: first)
  }

  /// Takes a statement in as it was placed; new lines get the numbers given.
  public mutating func take(_ statement: BankStatement, _ placing: Placing, ids: [Int64]) {
    if !isBegun || placing.isEarlier { origin = statement.opening }
    isBegun = true
    let fresh = zip(placing.fresh, ids).map { place, id in
      KnownBankLine(
        id: id, booked: statement.lines[place].booked, amount: statement.lines[place].amount)
    }
    guard !fresh.isEmpty else { return }
    lines = (lines + fresh).sorted { ($0.booked, $0.id) < ($1.booked, $1.id) }
  }

  /// The balance before the first line of a day.
  private func balance(before day: Day) -> Cents {
    lines.prefix { $0.booked < day }.reduce(origin) { $0 + $1.amount }
  }

  /// A statement without movements says only how the account stands on a day.
  private func placeEmpty(_ statement: BankStatement) throws(BankRefusal) -> Placing {
    let expected = balance(before: statement.closedOn.next)
    let before = balance(before: statement.closedOn)
    guard [expected, before].contains(statement.closing) else {
      throw .statementDoesNotFollow(
        account: account, opening: statement.opening, expected: expected, on: statement.closedOn)
    }
    return Placing(known: [], fresh: [], isEarlier: false)
  }

  /// Pairs the lines of the statement with those known of the same days; nothing when none is known.
  private func overlap(
    _ statement: BankStatement, first: Day, last: Day
  ) -> (placing: Placing, fault: BankRefusal?)? {
    let shared = lines.filter { ($0.booked >= first) && ($0.booked <= last) }
    guard let newest = lines.last?.booked, let oldest = lines.first?.booked, !shared.isEmpty else {
      return nil
    }
    var waiting: [Movement: [Int64]] = [:]
    for line in shared.reversed() {
      waiting[Movement(day: line.booked, amount: line.amount), default: []].append(line.id)
    }
    var known: [Int64] = []
    var fresh: [Int] = []
    for (place, line) in statement.lines.enumerated() {
      let movement = Movement(day: line.booked, amount: line.amount)
      if let id = waiting[movement]?.popLast() { known.append(id) } else { fresh.append(place) }
    }
    let placing = Placing(known: known, fresh: fresh, isEarlier: false)
    let told = Set(known)
    let left = shared.filter { !told.contains($0.id) }
    let freshDays = fresh.map { statement.lines[$0].booked }
    if let fault = contradiction(
      statement, left: left, freshDays: freshDays, (first, last), (oldest, newest))
    {
      return (placing, fault)
    }
    return (placing, nil)
  }

  private struct Movement: Hashable {
    let day: Day
    let amount: Cents
  }

  /// What does not fit: days in full on which one side tells what the other does not, or an opening
  /// balance that nothing leads to.
  private func contradiction(
    _ statement: BankStatement, left: [KnownBankLine], freshDays: [Day],
    _ told: (first: Day, last: Day), _ known: (oldest: Day, newest: Day)
  ) -> BankRefusal? {
    // On its first and last day a statement may begin or end within the day.
    let inner = left.first { $0.booked > told.first && $0.booked < told.last }
    if let inner { return differing(statement, on: inner.booked) }
    if let early = freshDays.first(where: { $0 < known.newest }) {
      return differing(statement, on: early)
    }
    let leftFirst = left.filter { $0.booked == told.first }
    let before = balance(before: told.first)
    var possible = [leftFirst.reduce(before) { $0 + $1.amount }]
    if told.first == told.last {
      // Within one day, what the book has besides may lie on either side.
      possible = leftFirst.reduce(into: [before]) { $0.append(($0.last ?? before) + $1.amount) }
    }
    guard !possible.contains(statement.opening) else { return nil }
    return .statementDoesNotFollow(
      account: account, opening: statement.opening, expected: before, on: told.first)
  }

  private func differing(_ statement: BankStatement, on day: Day) -> BankRefusal {
    let told = statement.lines.filter { $0.booked == day }.reduce(Cents.zero) { $0 + $1.amount }
    let known = lines.filter { $0.booked == day }.reduce(Cents.zero) { $0 + $1.amount }
    return .statementContradicts(account: account, day: day, told: told, known: known)
  }
}
