public import Units

/// The whole tree over given leaves, for those who must prove something about it.
///
/// - Source: RFC 6962 § 2.1.
public struct MerkleTree: Sendable {
  /// `levels[h][i]` is the hash over the leaves from *i*·2^*h* on, 2^*h* of them or what is left.
  private let levels: [[Digest]]

  /// Builds the tree over leaf hashes, first leaf first.
  ///
  /// - Complexity: O(*n*) hashes.
  public init(_ leafHashes: [Digest]) {
    var levels = [leafHashes]
    while let below = levels.last, below.count > 1 { levels.append(Self.level(above: below)) }
    self.levels = levels
  }

  /// The number of leaves.
  public var size: Int { levels[0].count }
  /// The root; of an empty tree, the digest of nothing.
  public var root: Digest { size == 0 ? sha256([]) : levels[levels.count - 1][0] }

  /// The hashes that lead from a leaf to the root, leaf side first.
  ///
  /// - Precondition: the tree has this leaf.
  /// - Complexity: O(log *n*).
  public func inclusionProof(of index: Int) -> [Digest] {
    precondition((0..<size).contains(index), "only a leaf of the tree can be proved")
    return levels.indices.dropLast().compactMap { height in
      let sibling = index >> height ^ 1
      return sibling < levels[height].count ? levels[height][sibling] : nil
    }
  }

  /// The hashes that show the first `oldSize` leaves to be unchanged.
  ///
  /// - Precondition: `oldSize` is from 1 to ``size``.
  /// - Complexity: O(log *n*).
  /// - Source: RFC 6962 § 2.1.2.
  public func consistencyProof(from oldSize: Int) -> [Digest] {
    consistencyRanges(from: oldSize, in: size).map(hash)
  }

  /// The hash over a range of leaves that the tree has a node for.
  private func hash(_ range: Range<Int>) -> Digest {
    let height = Int.bitWidth - (range.count - 1).leadingZeroBitCount
    return levels[height][range.lowerBound >> height]
  }

  private static func level(above below: [Digest]) -> [Digest] {
    stride(from: 0, to: below.count, by: 2).map { left in
      left + 1 < below.count ? nodeHash(below[left], below[left + 1]) : below[left]
    }
  }
}

/// The largest power of two smaller than a number.
///
/// - Precondition: the number is 2 or more.
func largestPowerOfTwo(below number: Int) -> Int {
  1 << (Int.bitWidth - 1 - (number - 1).leadingZeroBitCount)
}
