import GRDB
import Intake
import Journal
import Membership
import Store
import TestSupport
import Testing
import Units

/// Tables of shares in a book: corrections, and the positions a book begins with.
@Suite struct SharesTests {
  @Test func `a movement is corrected once, and a correction never`() throws {
    let tiny = try TinyBook()
    func correct(_ reference: String, by name: String) throws {
      _ = try correctShares(
        reference, by: name, reason: "essai", in: tiny.book, now: Tiny.now)
    }
    try correct("RT-1", by: "C-1")
    let before = try tiny.dump()
    #expect(throws: MovementRefusal.movementIsCorrectedAlready("RT-1")) {
      try correct("RT-1", by: "C-2")
    }
    #expect(throws: Refusals.self) { try correct("C-1", by: "C-2") }
    #expect(throws: MovementRefusal.subjectIsUnknown("RT-2")) { try correct("RT-2", by: "C-2") }
    #expect(try tiny.dump() == before)
  }

  @Test func `what came back by a correction leaves and comes back again`() throws {
    let tiny = try TinyBook()
    let moves = { (rows: String) in
      _ = try importShares(
        TinyBook.file(
          "moves.csv", "date,kind,member,counterparty,shares,amount_cents,reference\n\(rows)\n"),
        to: tiny.book, now: Tiny.now)
    }
    let undo = { (reference: String, day: String) in
      _ = try correctShares(
        reference, by: "C-\(reference)", on: Day(day), reason: "essai", in: tiny.book, now: Tiny.now
      )
    }
    try moves("2025-03-20,transfer,M0001,M0002,1,5000,Q6")
    try undo("Q6", "2025-03-21")
    try moves("2025-03-22,withdrawal,M0001,,70,350000,Q8")
    try undo("Q8", "2025-03-23")
    #expect(try examine(bookAt: tiny.path, closings: tiny.folder.path("none")).faults == [])
  }

  private static let positions = TinyBook.file("positions.csv", Tiny.positions)

  @Test func `positions are what a fresh book begins with, in register and accounts alike`() throws
  {
    let tiny = try TinyBook(.members)
    let done = try importShares(Self.positions, as: .positions, to: tiny.book, now: Tiny.now)
    #expect(done.new == 4 && done.known == 0)
    #expect(done.movements.map(\.order) == [1, 2, 3, 4])
    #expect(done.movements.allSatisfy { $0.movement.kind == .opening })
    let (first, later) = try (Day("2025-01-02"), Day("2025-02-15"))
    try tiny.book.read { page in
      let register = try page.register(Cooperative(page, on: later).statutes)
      let held = ["M0001", "M0002", "M0003"].map { name in
        (try? MemberNumber(name)).map { number in
          [first.previous, first, later].map { register.holding(of: number, on: $0).units }
        }
      }
      #expect(held == [[0, 70, 70], [0, 31, 35], [0, 11, 11]])
      let year = try Period(checking: Day("2025-01-01"), Day("2025-12-31"))
      let balances = Dictionary(
        uniqueKeysWithValues: try page.accounts(over: year).map { ($0.account, $0.closing) })
      #expect(
        balances == [
          "101310": -230_000, "101320": -350_000, "471000": 580_000, "901000": -116, "902000": 116,
        ])
    }
    let capital = try tiny.raw.read {
      try Row.fetchAll($0, sql: "SELECT date, cents, shares FROM capital_day ORDER BY date")
        .map { "\($0[0] as String) \($0[1] as Int) \($0[2] as Int)" }
    }
    #expect(capital == ["2025-01-02 560000 112", "2025-02-15 20000 4"])
    #expect(try examine(bookAt: tiny.path, closings: tiny.folder.path("none")).faults == [])
  }

  @Test func `the same positions again change nothing, and life goes on from them`() throws {
    let tiny = try TinyBook(.members)
    _ = try importShares(Self.positions, as: .positions, to: tiny.book, now: Tiny.now)
    let before = try tiny.dump()
    let again = try importShares(Self.positions, as: .positions, to: tiny.book, now: Tiny.now)
    #expect(again.new == 0 && again.known == 4)
    #expect(try tiny.dump() == before)
    let life = TinyBook.file(
      "life.csv",
      """
      date,kind,member,counterparty,shares,amount_cents,reference
      2025-03-03,transfer,M0002,M0003,32,160000,OT-1
      2025-03-04,withdrawal,M0001,,20,100000,RT-1

      """)
    #expect(try importShares(life, to: tiny.book, now: Tiny.now).new == 2)
    #expect(try examine(bookAt: tiny.path, closings: tiny.folder.path("none")).faults == [])
  }

  @Test(arguments: [
    ("02/01/2025;M0009;1;R", ["member-is-unknown"]),
    (
      "31/12/2024;M0002;1;R",
      [
        "company-does-not-exist-yet", "member-had-not-joined",
      ]
    ),
    ("02/01/2025;M0002;0;R", ["shares-are-not-positive"]),
    ("02/01/2025;M0002;;R", ["shares-are-not-positive"]),
    ("02/01/2025;M0002;5;", ["reference-is-missing"]),
    ("02/01/2025;M0002;2001;R", ["capital-exceeds-the-ceiling"]),
  ]) func `a position that cannot be is refused with all the others`(
    row: String, expected: [String]
  ) throws {
    let tiny = try TinyBook(.members)
    let before = try tiny.dump()
    let file = TinyBook.file(
      "p.csv", "Date;Associé;Parts;Référence\n02/01/2025;M0001;1;R-0\n\(row)\n")
    let found = codes {
      _ = try importShares(file, as: .positions, to: tiny.book, now: Tiny.now)
    }
    #expect(found == expected)
    #expect(try tiny.dump() == before)
  }
}
