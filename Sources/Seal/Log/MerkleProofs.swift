public import Units

/// Whether a proof leads from a leaf to the root of a tree of this size.
///
/// - Complexity: O(log *n*) hashes.
/// - Source: RFC 9162 § 2.1.3.2.
public func isIncluded(
  leafHash: Digest, at index: Int, inTreeOf size: Int, root: Digest, by proof: [Digest]
) -> Bool {
  guard (0..<max(0, size)).contains(index) else { return false }
  var (node, last, hash) = (index, size - 1, leafHash)
  for sibling in proof {
    guard last > 0 else { return false }
    if node & 1 == 1 || node == last {
      hash = nodeHash(sibling, hash)
      let up = node & 1 == 1 ? 0 : node.trailingZeroBitCount
      (node, last) = (node >> up, last >> up)
    } else {
      hash = nodeHash(hash, sibling)
    }
    (node, last) = (node >> 1, last >> 1)
  }
  return last == 0 && hash == root
}

/// Whether a proof shows the smaller tree to be the beginning of the larger one.
///
/// - Complexity: O(log *n*) hashes.
/// - Source: RFC 9162 § 2.1.4.2.
public func isConsistent(
  oldSize: Int, oldRoot: Digest, newSize: Int, newRoot: Digest, by proof: [Digest]
) -> Bool {
  guard oldSize > 0, oldSize <= newSize else { return false }
  guard oldSize < newSize else { return proof.isEmpty && oldRoot == newRoot }
  let path = oldSize.nonzeroBitCount == 1 ? [oldRoot] + proof : proof
  guard let start = path.first else { return false }
  let up = (~(oldSize - 1)).trailingZeroBitCount
  var (node, last) = ((oldSize - 1) >> up, (newSize - 1) >> up)
  var (old, new) = (start, start)
  for sibling in path.dropFirst() {
    guard last > 0 else { return false }
    if node & 1 == 1 || node == last {
      old = nodeHash(sibling, old)
      new = nodeHash(sibling, new)
      let up = node & 1 == 1 ? 0 : node.trailingZeroBitCount
      (node, last) = (node >> up, last >> up)
    } else {
      new = nodeHash(new, sibling)
    }
    (node, last) = (node >> 1, last >> 1)
  }
  return last == 0 && old == oldRoot && new == newRoot
}
