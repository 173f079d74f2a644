public import Units

/// A tree kept by the roots of blocks of its leaves: what proves a leaf when its block is at hand.
///
/// A tree over a hundred thousand leaves needs the room of two hundred, and gives the same proofs.
/// - Source: RFC 6962 § 2.1: a block whose size is a power of two is a node of the tree.
public struct MerkleBlocks: Sendable {
  /// How many leaves a block has; the last may have fewer.
  public static let leavesPerBlock = 512

  /// The number of leaves.
  public let size: Int
  private let upper: MerkleTree

  /// Takes in the leaves' hashes, one after the other.
  ///
  /// - Complexity: O(*n*) hashes, in the room of a block and the roots of the others.
  public init(_ leaves: (_ each: (Digest) -> Void) throws -> Void) rethrows {
    var (roots, block, size): ([Digest], [Digest], Int) = ([], [], 0)
    try leaves { leaf in
      block.append(leaf)
      size += 1
      guard block.count == Self.leavesPerBlock else { return }
      roots.append(MerkleTree(block).root)
      block.removeAll(keepingCapacity: true)
    }
    if !block.isEmpty { roots.append(MerkleTree(block).root) }
    upper = MerkleTree(roots)
    self.size = size
  }

  /// The root of the whole tree.
  public var root: Digest { upper.root }

  /// The positions of the block that a leaf belongs to.
  public func block(of index: Int) -> Range<Int> {
    let start = index / Self.leavesPerBlock * Self.leavesPerBlock
    return start..<min(size, start + Self.leavesPerBlock)
  }

  /// The hashes that lead from a leaf to the root, leaf side first.
  ///
  /// - Parameter block: the tree of the leaf's block.
  /// - Precondition: the tree has this leaf.
  /// - Complexity: O(log *n*).
  public func inclusionProof(of index: Int, block: MerkleTree) -> [Digest] {
    precondition((0..<size).contains(index), "only a leaf of the tree can be proved")
    return block.inclusionProof(of: index % Self.leavesPerBlock)
      + upper.inclusionProof(of: index / Self.leavesPerBlock)
  }
}
