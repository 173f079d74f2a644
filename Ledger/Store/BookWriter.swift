import GRDB
import Journal
import Seal
public import Units

/// A transaction that writes.
///
/// Everything it writes carries the same instant, and every fact that matters becomes a leaf of the
/// log.
public final class BookWriter {
  let db: Database
  /// The instant recorded with everything that is written; never before the last one recorded.
  public let now: Instant
  private var log: MerkleLog
  private let leaves: Pen
  /// What posting an entry needs, prepared when the first one comes.
  private(set) var postingDesk: Result<PostingDesk, any Error>?

  /// Whether entries come by the thousand while their guards rest.
  let isLoading: Bool

  init(db: Database, now: Instant, isLoading: Bool = false) throws {
    self.db = db
    self.isLoading = isLoading
    let latest = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT latest FROM frontier WHERE id = 1"))
    self.now = Instant(seconds: max(now.seconds, latest ?? 0))
    self.log = try BookReader(db: db).log()
    leaves = try Pen(db, "INSERT OR FAIL INTO leaf (position, kind, hash) VALUES (?, ?, ?)")
  }

  /// The same transaction, to read what it sees.
  ///
  /// - Throws: what adding up the totals throws: whoever reads sees them.
  public var reader: BookReader {
    get throws {
      if case .success(let desk) = postingDesk { try desk.addUpTotals() }
      return BookReader(db: db)
    }
  }

  /// The size and root of the log as this transaction leaves it.
  public var head: (size: Int, root: Digest) { (log.size, log.root) }

  /// What posting an entry needs.
  func desk() throws -> PostingDesk {
    if let postingDesk { return try postingDesk.get() }
    let desk = Result { () throws in try PostingDesk(self) }
    postingDesk = desk
    return try desk.get()
  }

  /// The place of the next leaf.
  var nextLeaf: Int64 { Int64(log.size) }

  /// Appends a leaf and answers its position.
  func appendLeaf(_ kind: String, _ data: [UInt8]) throws -> Int64 {
    try appendLeaf(kind, hash: leafHash(data))
  }

  /// Appends a leaf whose hash is known and answers its position.
  func appendLeaf(_ kind: String, hash: Digest) throws -> Int64 {
    let position = nextLeaf
    log.append(leafHash: hash)
    leaves.bind(1, position)
    leaves.lend(2, kind)
    leaves.lend(3, hash.bytes)
    try leaves.run()
    return position
  }

  /// Says in words what the commit would refuse without any, and keeps the log's frontier.
  func finish() throws {
    try reader.capitalAgrees()
    try db.cachedStatement(
      sql: """
        UPDATE frontier SET latest = iif(size = ?1, latest, ?3), size = ?1, tree = ?2 WHERE id = 1
        """
    ).execute(arguments: [log.size, log.frontier.flatMap(\.bytes).blob, now.seconds])
  }
}

extension BookReader {
  /// Checks that what moved the capital accounts on each day is what moved the shares, at nominal.
  ///
  /// - Throws: ``JournalRefusal/capitalDiffersFromRegister(_:capital:shares:nominal:)``.
  /// - Complexity: O(log n): the days that differ have an index of their own.
  func capitalAgrees() throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT date, cents, shares, nominal FROM capital_day INDEXED BY capital_differs
        WHERE differs IS NOT NULL ORDER BY date LIMIT 1
        """)
    guard let row = try Row.fetchOne(statement) else { return }
    throw JournalRefusal.capitalDiffersFromRegister(
      try Day(row["date"] as String), capital: Cents(row["cents"]), shares: Shares(row["shares"]),
      nominal: Cents(row["nominal"]))
  }
}
