import GRDB
import Membership

extension LeafSource {
  /// The movements of the share register, each with the tranches it took.
  static let movements = LeafSource(kind: "movement", table: "movement") { page, body in
    let lots = try page.lots()
    let rows = try Pen(
      page.db,
      """
      SELECT \(BookReader.movementColumns), leaf.kind, leaf.hash, coalesce(leaf.position, -1),
        movement.recorded_at
      FROM \(BookReader.movementTables) LEFT JOIN leaf ON leaf.position = movement.leaf
      ORDER BY movement.order_number
      """)
    try rows.eachRow { row in
      let isThere = row.integer(20) >= 0
      let movement = { try RecordedMovement(row, lots: lots[row.integer(0)] ?? []) }
      try body(
        LeafRow(
          position: row.integer(20), kind: isThere ? row.text(18) : nil,
          hash: isThere ? row.bytes(19) : nil, name: row.text(1),
          content: { try movement()?.leaf(recordedAt: row.integer(21)) },
          earlier: { try movement()?.leaf(recordedAt: nil) }))
    }
  }
}
