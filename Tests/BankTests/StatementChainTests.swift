import Bank
import Testing
import TestSupport
import Units

/// What is new in a statement and what the book knows already.
@Suite struct StatementChainTests {
  private static let first = Day(number: 20_000)

  /// A statement of days and amounts after an opening balance.
  static func statement(_ opening: Int64, _ lines: [(day: Int, cents: Int64)]) throws
    -> BankStatement
  {
    try BankStatement(
      format: .camt053, account: .untold, name: "", openedOn: nil,
      closedOn: first.adding(days: lines.map(\.day).max() ?? 0), opening: Cents(opening),
      closing: Cents(opening + lines.reduce(0) { $0 + $1.cents }),
      lines: lines.map { BankLine(booked: first.adding(days: $0.day), amount: Cents($0.cents)) },
      line: 1)
  }

  /// A chain to which statements are added one by one, as a book does.
  struct Account {
    var chain = StatementChain(account: "courant")
    var next: Int64 = 1

    mutating func add(_ statement: BankStatement) throws(BankRefusal) -> Int {
      let placing = try chain.place(statement)
      let ids = placing.fresh.indices.map { next + Int64($0) }
      next += Int64(ids.count)
      chain.take(statement, placing, ids: ids)
      return placing.fresh.count
    }
  }

  /// Statements in order; how many lines of each are new, or nothing when it is refused.
  static let cases:
    [(name: String, statements: [(Int64, [(day: Int, cents: Int64)])], fresh: [Int?])] = [
      ("twice the same", [(100, [(1, 50), (2, -30)]), (100, [(1, 50), (2, -30)])], [2, 0]),
      ("two alike on one day", [(0, [(1, 50), (1, 50)]), (0, [(1, 50), (1, 50)])], [2, 0]),
      ("alike over two statements of a day", [(0, [(1, 50)]), (50, [(1, 50)])], [1, 1]),
      (
        "and both again in one", [(0, [(1, 50)]), (50, [(1, 50)]), (0, [(1, 50), (1, 50)])],
        [1, 1, 0]
      ),
      (
        "the month after the days", [(0, [(1, 5)]), (5, [(2, 7)]), (0, [(1, 5), (2, 7), (9, 1)])],
        [1, 1, 1]
      ),
      ("overlap of some days", [(0, [(1, 5), (2, 7)]), (5, [(2, 7), (3, 1)])], [2, 1]),
      ("a sum of nothing, twice", [(9, [(1, 5), (1, -5)]), (9, [(1, 5), (1, -5)])], [2, 0]),
      ("the earlier one later", [(12, [(5, 1)]), (0, [(1, 5), (2, 7)])], [1, 2]),
      ("a month is missing", [(0, [(1, 5)]), (6, [(31, 7)])], [1, nil]),
      (
        "the same with another amount", [(0, [(1, 5), (2, 7)]), (0, [(1, 6), (2, 6)])], [2, nil]
      ),
      (
        "a line more in the middle", [(0, [(1, 5), (3, 7)]), (0, [(1, 5), (2, 1), (3, 6)])],
        [2, nil]
      ),
      (
        "a line less in the middle", [(0, [(1, 5), (2, 1), (3, 7)]), (0, [(1, 6), (3, 7)])],
        [3, nil]
      ),
      ("nothing moved, and not so", [(0, [(1, 5)]), (5, [])], [1, nil]),
      ("part of a day, then all of it", [(0, [(1, 5)]), (0, [(1, 5), (1, 3)])], [1, 1]),
      ("the second half of a known day", [(0, [(1, 5), (1, 3)]), (5, [(1, 3)])], [2, 0]),
    ]

  @Test(arguments: cases.indices) func statementsFollow(index: Int) throws {
    let (name, statements, fresh) = Self.cases[index]
    var account = Account()
    var found: [Int?] = []
    for (opening, lines) in statements {
      found.append(try? account.add(try Self.statement(opening, lines)))
    }
    #expect(found == fresh, "\(name)")
  }

  @Test func theRefusalSaysWhatIsMissing() throws {
    var account = Account()
    _ = try account.add(try Self.statement(0, [(1, 5)]))
    #expect(
      throws: BankRefusal.statementDoesNotFollow(
        account: "courant", opening: Cents(6), expected: Cents(5), on: Self.first.adding(days: 31))
    ) { try account.chain.place(try Self.statement(6, [(31, 7)])) }
    _ = try account.add(try Self.statement(5, [(2, 7), (4, 1)]))
    #expect(
      throws: BankRefusal.statementContradicts(
        account: "courant", day: Self.first.adding(days: 2), told: Cents(8), known: Cents(7))
    ) { try account.chain.place(try Self.statement(5, [(2, 8)])) }
  }

  /// A bank's true history is cut into statements at random, some handed over twice or over a longer
  /// time; the book ends with every movement exactly once, whatever the cuts.
  @Test(arguments: 0..<400) func whateverTheCutsEachMovementIsKeptOnce(seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    // Few amounts and few days, so that alike movements abound.
    var history: [(day: Int, cents: Int64)] = []
    var day = 0
    for _ in 0..<Int.random(in: 1...14, using: &chance) {
      day += Int.random(in: 0...2, using: &chance)
      history.append((day, [50, 50, -20, 7].randomElement(using: &chance) ?? 50))
    }
    func statement(_ range: Range<Int>) throws -> BankStatement {
      try Self.statement(
        1000 + history[..<range.lowerBound].reduce(0) { $0 + $1.cents }, Array(history[range]))
    }
    var account = Account()
    var end = 0
    while end < history.count {
      let next = Int.random(in: end + 1...history.count, using: &chance)
      // Overlaps reach back over whole days: banks export by dates.
      let back = Int.random(in: 0...end, using: &chance)
      let start = history.firstIndex { $0.day == history[min(back, end)].day } ?? 0
      let isOverlap = Bool.random(using: &chance)
      _ = try account.add(try statement((isOverlap ? min(start, end) : end)..<next))
      end = next
      if Bool.random(using: &chance) { _ = try account.add(try statement(0..<end)) }
    }
    let kept = account.chain.lines.map { [Int64($0.booked.number - 20_000), $0.amount.units] }
    #expect(
      kept.sorted { $0.lexicographicallyPrecedes($1) }
        == history.map { [Int64($0.day), $0.cents] }.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
