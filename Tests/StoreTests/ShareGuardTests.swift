import TestSupport
import Testing

/// The share register defends itself against any hand that holds the book.
@Suite struct ShareGuardTests {
  /// A movement as a hand would write it: its tranches, its leaf, then itself.
  private static func movement(
    order: Int = 3, reference: String = "BS-9", kind: String = "withdrawal", shares: Int = 1,
    effective: String = "'2025-02-03'", moved: Int = 1, subject: String = "NULL",
    corrects: Int = 0, lots: [(lot: Int, shares: Int)] = []
  ) -> String {
    lots.map { "INSERT INTO movement_lot VALUES (\(order), \($0.lot), \($0.shares));" }.joined()
      + "INSERT INTO leaf SELECT 1 + max(position), 'movement', zeroblob(32) FROM leaf;"
      + "INSERT INTO movement (order_number, reference, date, kind, member, shares, amount_cents,"
      + " effective, moved, subject, corrects, recorded_at, leaf) SELECT \(order), "
      + "'\(reference)', '2025-02-03', '\(kind)', 'M0001', \(shares), 5000, \(effective), "
      + "\(moved), \(subject), \(corrects), 1, max(position) FROM leaf;"
  }

  @Test(
    arguments: [
      (movement(), nil), (movement(lots: [(1, 1)]), nil),
      (movement(lots: [(1, 2)]), "tranches-are-not-the-shares"),
      (movement(shares: 2, moved: 2, lots: [(1, 1)]), "tranches-are-not-the-shares"),
      (movement(order: 4), "order-number-is-not-next"),
      (movement(order: 2), "movement-is-append-only"),
      (movement(reference: "BS-1"), "movement-is-append-only"),
      (movement(lots: [(9, 1)]), "FOREIGN KEY constraint failed"),
      (
        movement().replacing("SELECT 3", with: "SELECT 3").replacing(
          "max(position) FROM leaf;", with: "(SELECT min(leaf) FROM movement);"),
        "movement-is-append-only"
      ),
      ("INSERT INTO movement_lot VALUES (9, 1, 1)", "FOREIGN KEY constraint failed"),
      ("INSERT INTO movement_lot VALUES (1, 1, 1)", "movement_lot-is-append-only"),
      ("INSERT OR REPLACE INTO movement_lot VALUES (2, 1, 2)", "movement_lot-is-append-only"),
      ("REPLACE INTO movement_lot VALUES (3, 1, 1), (3, 1, 2)", "movement_lot-is-append-only"),
      ("UPDATE OR REPLACE movement_lot SET shares = 2", "movement_lot-is-append-only"),
      ("UPDATE OR REPLACE movement SET order_number = 1", "movement-is-append-only"),
    ] as [(String, String?)])
  func `a movement goes in only when it keeps every rule`(sql: String, expected: String?) throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    #expect(filled.refusal(of: sql) == expected)
    #expect((try filled.dump() == before) == (expected != nil))
  }

  @Test(arguments: [
    movement(effective: "NULL"), movement(effective: "'2025-02-02'"), movement(moved: -1),
    movement(kind: "transfer"), movement(kind: "split"), movement(kind: "payment"),
    movement(subject: "3"), movement(corrects: 1), movement(lots: [(1, 0)]),
    movement(reference: ""),
  ]) func `a movement against the schema is refused`(sql: String) throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    #expect(filled.refusal(of: sql)?.hasPrefix("CHECK constraint failed") == true)
    #expect(try filled.dump() == before)
  }

  @Test func `no row takes the place of another, whichever key it shares`() throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    for sql in [Self.movement(order: 1), Self.movement(reference: "RT-1")] {
      let replacing = sql.replacing("INSERT INTO movement ", with: "REPLACE INTO movement ")
      #expect(filled.refusal(of: replacing) == "movement-is-append-only")
    }
    #expect(try filled.dump() == before)
  }
}
