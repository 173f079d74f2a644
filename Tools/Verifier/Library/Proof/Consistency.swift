/// Whether hashes show that a smaller tree is the beginning of a larger one.
///
/// Both roots are built anew from the proof, from the root downwards.
/// - Source: RFC 6962 § 2.1.2.
func isConsistent(_ old: TreeHead, with new: TreeHead, by proof: [String]) -> Bool {
  guard old.size > 0, old.size <= new.size else { return old.size == 0 && proof.isEmpty }
  guard old.size < new.size else { return old.root == new.root && proof.isEmpty }
  var rest = proof.map(octets)[...]
  let roots = rebuilt(old.size, new.size, old: octets(old.root), isWhole: true, &rest)
  return rest.isEmpty && roots.map { hexadecimal($0.old) } == old.root
    && roots.map { hexadecimal($0.new) } == new.root
}

/// The roots over the first `size` leaves of a subtree and over all `count` of them.
private func rebuilt(
  _ size: Int, _ count: Int, old: [UInt8], isWhole: Bool, _ rest: inout ArraySlice<[UInt8]>
) -> (old: [UInt8], new: [UInt8])? {
  if size == count {
    if isWhole { return (old, old) }
    return rest.popLast().map { ($0, $0) }
  }
  var half = 1
  while half * 2 < count { half *= 2 }
  guard let sibling = rest.popLast() else { return nil }
  if size <= half {
    return rebuilt(size, half, old: old, isWhole: isWhole, &rest).map {
      ($0.old, hash([1] + $0.new + sibling))
    }
  }
  return rebuilt(size - half, count - half, old: old, isWhole: false, &rest).map {
    (hash([1] + sibling + $0.old), hash([1] + sibling + $0.new))
  }
}

/// The bytes that hexadecimal digits stand for.
func octets(_ digits: String) -> [UInt8] {
  let values = digits.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
  return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
}
