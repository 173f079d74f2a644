import GRDB
public import Seal
public import Units

extension BookReader {
  /// The size and root of the log now.
  public func logHead() throws -> (size: Int, root: Digest) {
    let log = try self.log()
    return (log.size, log.root)
  }

  /// The root of the log when it had so many leaves; nothing when it has not that many.
  ///
  /// - Complexity: O(leaves).
  public func logRoot(at size: Int) throws -> Digest? {
    let head = try logHead()
    guard (0...head.size).contains(size) else { return nil }
    return size == head.size ? head.root : try hashes(over: [0..<size]).first
  }

  /// The hashes that show the first leaves of the log to be unchanged.
  ///
  /// - Precondition: `oldSize` is from 1 to `size`, which is at most that of the log.
  /// - Complexity: O(leaves) in time, O(log leaves) in memory.
  public func consistencyProof(from oldSize: Int, to size: Int) throws -> [Digest] {
    try hashes(over: consistencyRanges(from: oldSize, in: size))
  }

  /// The proof that a leaf stands in the log, under the name of the log.
  ///
  /// - Precondition: the log has this leaf.
  /// - Complexity: O(leaves) in time, O(log leaves) in memory.
  public func inclusionProof(of position: Int, origin: String) throws -> InclusionProof {
    let head = try logHead()
    let hashes = try hashes(over: inclusionRanges(of: position, in: head.size))
    return InclusionProof(
      origin: origin, index: position, size: head.size, root: head.root, hashes: hashes)
  }

  /// The kind and hash of a leaf, or nothing.
  public func leaf(at position: Int) throws -> (kind: String, hash: Digest)? {
    let row = try Row.fetchOne(
      db, sql: "SELECT kind, hash FROM leaf WHERE position = ?", arguments: [position])
    return row.map { ($0["kind"], digest($0["hash"])) }
  }

  /// The hash over each of some ranges of leaves that do not overlap.
  private func hashes(over ranges: [Range<Int>]) throws -> [Digest] {
    var hashes: [Int: Digest] = [:]
    for range in ranges {
      var log = MerkleLog()
      let leaves = try Row.fetchCursor(
        db, sql: "SELECT hash FROM leaf WHERE position >= ? AND position < ? ORDER BY position",
        arguments: [range.lowerBound, range.upperBound])
      while let row = try leaves.next() { log.append(leafHash: digest(row[0])) }
      hashes[range.lowerBound] = log.root
    }
    return ranges.compactMap { hashes[$0.lowerBound] }
  }
}
