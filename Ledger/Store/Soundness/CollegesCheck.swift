import Agreements
import GRDB
import Membership
import Text
import Units

extension Examination {
  private struct Move: Hashable, Comparable {
    let day: Day
    let account: String

    static func < (left: Move, right: Move) -> Bool {
      (left.day, left.account) < (right.day, right.account)
    }
  }

  /// Each college's capital account holds, at every date, what its members of that date hold.
  ///
  /// Capital that is not called or not paid yet stands on 1011 and 1012, under the same last digits.
  func noteColleges(_ result: inout SoundnessResult) throws {
    guard let statutes = try plainStatutes() else { return }
    var moved: [Move: (register: Int64, accounts: Int64)] = [:]
    try page.shareRegister(statutes).eachCapitalMove { account, day, cents in
      moved[Move(day: day, account: account), default: (0, 0)].register += cents
    }
    let lines = try Row.fetchCursor(
      db,
      sql: """
        SELECT date, iif(account < '101300', '1013' || substr(account, 5), account) AS paid,
          sum(credit - debit)
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account BETWEEN '101000' AND '101999' AND NOT restates GROUP BY date, paid
        """)
    while let line = try lines.next() {
      let move = Move(day: try Day(line[0] as String), account: line[1])
      moved[move, default: (0, 0)].accounts += line[2] as Int64
    }
    for (move, sums) in moved.sorted(by: { $0.key < $1.key })
    where sums.register != sums.accounts {
      result.note(
        .collegeDiffersFromAccounts(
          account: move.account, move.day, register: Cents(sums.register),
          accounts: Cents(sums.accounts)))
    }
  }

  /// Of the statutes what ties a college to its account, and the nominal by day.
  private func plainStatutes() throws -> Statutes? {
    let facts = try page.versions(of: [.college])
    let faults = Faults()
    let first = Fact.always
    let colleges = Dictionary(
      facts.compactMap { College(TableReader($0.body, faults: faults)) }.map { ($0.id, $0) },
      uniquingKeysWith: { $1 }
    ).values.map { $0.during(Period(first: first, last: nil)) }
    let nominals = try Row.fetchAll(db, sql: "SELECT valid_from, cents FROM nominal")
    guard !colleges.isEmpty, !nominals.isEmpty, faults.all.isEmpty else { return nil }
    return try? Statutes(
      founded: first,
      capitalTerms: nominals.map { row in
        CapitalTerms(
          from: try Day(row[0] as String), nominal: Cents(row[1]), floor: .zero,
          ceiling: Cents(row[1]))
      }, colleges: colleges)
  }
}
