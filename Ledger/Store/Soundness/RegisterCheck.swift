import GRDB
import Membership
import Units

extension Examination {
  /// At every date the register, the share accounts and the capital accounts say the same.
  ///
  /// All three begin at nothing, so they agree for ever when what moves on each day agrees.
  func register(_ result: inout SoundnessResult) throws {
    try noteMembers(&result)
    try noteNominals(&result)
    try noteCapital(&result)
    try noteColleges(&result)
  }

  private struct Holding: Hashable, Comparable {
    let day: String
    let member: String

    static func < (left: Holding, right: Holding) -> Bool {
      (left.day, left.member) < (right.day, right.member)
    }
  }

  private func noteMembers(_ result: inout SoundnessResult) throws {
    var moved: [Holding: (register: Int64, accounts: Int64)] = [:]
    var count = 0
    try page.eachMovement { recorded in
      count += 1
      guard let day = recorded.effective?.description else { return }
      for (member, change) in [
        (recorded.giver, -recorded.moved.units), (recorded.receiver, recorded.moved.units),
      ] {
        guard let member else { continue }
        moved[Holding(day: day, member: "\(member)"), default: (0, 0)].register += change
      }
    }
    result.count(.movements, count)
    let lines = try Row.fetchCursor(
      db,
      sql: """
        SELECT date, coalesce(substr(auxiliary, 8), ''), sum(debit - credit)
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account = '902000' AND NOT restates GROUP BY date, auxiliary
        """)
    while let line = try lines.next() {
      let holding = Holding(day: line[0], member: line[1])
      moved[holding, default: (0, 0)].accounts += line[2] as Int64
    }
    for (holding, sums) in moved.sorted(by: { $0.key < $1.key })
    where sums.register != sums.accounts {
      result.note(
        .registerDiffersFromAccounts(
          member: holding.member, try Day(holding.day), register: sums.register,
          accounts: sums.accounts))
    }
  }

  /// The nominals kept are those the statutes declare; a book without statutes has nothing to hold
  /// them against.
  private func noteNominals(_ result: inout SoundnessResult) throws {
    let days = try String.fetchAll(
      db,
      sql: """
        WITH declared AS (
          SELECT valid_from, json_extract(body, '$.share_nominal_cents') AS cents
          FROM fact WHERE kind = 'capital' GROUP BY valid_from HAVING id = max(id))
        SELECT valid_from FROM (
          SELECT * FROM (SELECT * FROM declared EXCEPT SELECT * FROM nominal)
          UNION
          SELECT * FROM (SELECT * FROM nominal EXCEPT SELECT * FROM declared))
        WHERE EXISTS (SELECT 1 FROM declared) GROUP BY valid_from ORDER BY valid_from
        """)
    for day in days { result.note(.nominalIsNotDeclared(try Day(day))) }
  }

  private func noteCapital(_ result: inout SoundnessResult) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH moved AS (
          SELECT date, sum(iif(account = '902000', 0, credit - debit)) AS cents,
            sum(iif(account = '902000', debit - credit, 0)) AS shares
          FROM posting JOIN entry ON entry.id = posting.entry
          WHERE (account BETWEEN '101000' AND '101999' OR account = '902000') AND NOT restates
          GROUP BY date),
        days AS (SELECT date FROM moved UNION SELECT date FROM capital_day)
        SELECT * FROM (SELECT days.date AS date, coalesce(moved.cents, 0) AS cents, coalesce(moved.shares, 0) AS shares,
          coalesce((
            SELECT cents FROM nominal WHERE valid_from <= days.date
            ORDER BY valid_from DESC LIMIT 1), 0) AS nominal,
          capital_day.cents IS moved.cents AND capital_day.shares IS moved.shares AS kept
        FROM days LEFT JOIN moved ON moved.date = days.date
        LEFT JOIN capital_day ON capital_day.date = days.date
        ) WHERE NOT kept OR cents <> shares * nominal ORDER BY date
        """)
    while let row = try rows.next() {
      let day = try Day(row["date"] as String)
      if !(row["kept"] as Bool) { result.note(.capitalDayIsNotTheSum(day)) }
      let (cents, shares, nominal): (Int64, Int64, Int64) =
        (row["cents"], row["shares"], row["nominal"])
      if Int128(cents) != Int128(shares) * Int128(nominal) {
        result.note(
          .capitalDiffersFromShares(
            day, capital: Cents(cents), shares: Shares(shares), nominal: Cents(nominal)))
      }
    }
  }
}
