public import Units

/// An append-only log of facts, kept by its frontier alone: the roots of its perfect subtrees.
///
/// The frontier of a log of *n* leaves has one hash for each bit set in *n*, largest subtree first.
/// It is all that is needed to append and to tell the root, so it is all that the book stores.
/// - Source: RFC 6962 § 2.1.
public struct MerkleLog: Hashable, Sendable {
  /// The number of leaves.
  public private(set) var size: Int
  /// The roots of the perfect subtrees, largest first.
  public private(set) var frontier: [Digest]

  /// A log without leaves.
  public init() {
    size = 0
    frontier = []
  }

  /// A log as it was kept.
  ///
  /// - Throws: ``SealRefusal/frontierDoesNotFitSize(size:hashes:)``.
  public init(size: Int, frontier: [Digest]) throws(SealRefusal) {
    guard size >= 0, size.nonzeroBitCount == frontier.count else {
      throw .frontierDoesNotFitSize(size: size, hashes: frontier.count)
    }
    self.size = size
    self.frontier = frontier
  }

  /// Adds a leaf of these bytes.
  ///
  /// - Complexity: O(log *n*) hashes.
  public mutating func append(_ data: some Collection<UInt8>) {
    append(leafHash: leafHash(data))
  }

  /// Adds a leaf of this hash.
  ///
  /// - Complexity: O(log *n*) hashes.
  public mutating func append(leafHash: Digest) {
    var hash = leafHash
    for _ in 0..<(~size).trailingZeroBitCount {
      hash = nodeHash(frontier.removeLast(), hash)
    }
    frontier.append(hash)
    size += 1
  }

  /// The root of the whole log; of an empty one, the digest of nothing.
  ///
  /// - Complexity: O(log *n*) hashes.
  public var root: Digest {
    guard var hash = frontier.last else { return sha256([]) }
    for left in frontier.dropLast().reversed() { hash = nodeHash(left, hash) }
    return hash
  }
}

/// The hash of a leaf: SHA-256 of a zero byte and the data.
///
/// - Source: RFC 6962 § 2.1.
public func leafHash(_ data: some Collection<UInt8>) -> Digest {
  var hasher = Hasher256()
  hasher.update(CollectionOfOne(0))
  hasher.update(data)
  return hasher.finish()
}

/// The hash of an inner node: SHA-256 of a one byte and the two hashes below.
///
/// - Source: RFC 6962 § 2.1.
public func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
  var hasher = Hasher256()
  hasher.update(CollectionOfOne(1))
  hasher.update(left.bytes)
  hasher.update(right.bytes)
  return hasher.finish()
}
