/// The ranges of leaves whose hashes prove that the first `oldSize` leaves of a log are unchanged, in the
/// order of the proof.
///
/// Whoever keeps a long log hashes each range by itself, one leaf at a time.
/// - Precondition: `oldSize` is from 1 to `size`.
/// - Complexity: O(log *n*).
/// - Source: RFC 6962 § 2.1.2.
public func consistencyRanges(from oldSize: Int, in size: Int) -> [Range<Int>] {
  precondition((1...max(1, size)).contains(oldSize), "only an earlier tree can be proved")
  var ranges: [Range<Int>] = []
  var (low, high, whole) = (0, size, true)
  while oldSize < high {
    let middle = low + largestPowerOfTwo(below: high - low)
    if oldSize <= middle {
      ranges.append(middle..<high)
      high = middle
    } else {
      ranges.append(low..<middle)
      (low, whole) = (middle, false)
    }
  }
  if !whole { ranges.append(low..<high) }
  return ranges.reversed()
}

/// The ranges of leaves whose hashes lead from one leaf to the root, leaf side first.
///
/// - Precondition: the log has this leaf.
/// - Complexity: O(log *n*).
/// - Source: RFC 6962 § 2.1.1.
public func inclusionRanges(of index: Int, in size: Int) -> [Range<Int>] {
  precondition((0..<size).contains(index), "only a leaf of the tree can be proved")
  var ranges: [Range<Int>] = []
  var (low, high) = (0, size)
  while high - low > 1 {
    let middle = low + largestPowerOfTwo(below: high - low)
    if index < middle {
      ranges.append(middle..<high)
      high = middle
    } else {
      ranges.append(low..<middle)
      low = middle
    }
  }
  return ranges.reversed()
}
