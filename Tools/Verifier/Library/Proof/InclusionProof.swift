/// A proof that a leaf belongs to a log, as it was handed out.
///
/// - Source: c2sp.org/tlog-proof, c2sp.org/tlog-checkpoint; RFC 6962 § 2.1.1.
struct InclusionProof {
  let origin: String
  let index: Int
  let size: Int
  let root: [UInt8]
  let hashes: [[UInt8]]

  /// Reads the text; there is one way to write it.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count >= 7, lines.count <= 71, lines[0] == "c2sp.org/tlog-proof@v1",
      lines[1].hasPrefix("index "), let index = wholeNumber(lines[1].dropFirst(6)),
      lines[lines.count - 5].isEmpty, let size = wholeNumber(lines[lines.count - 3][...]),
      let root = digest(base64: lines[lines.count - 2]), lines[lines.count - 1].isEmpty
    else { return nil }
    origin = lines[lines.count - 4]
    self.index = index
    self.size = size
    self.root = root
    let path = lines[2..<lines.count - 5]
    hashes = path.compactMap { digest(base64: $0) }
    guard !origin.isEmpty, hashes.count == path.count else { return nil }
  }

  /// Whether the hashes lead from a leaf, hashed already, to the root.
  func leads(from leaf: [UInt8]) -> Bool {
    guard index < size else { return false }
    var rest = hashes[...]
    let result = root(over: 0..<size, leaf, &rest)
    return rest.isEmpty && result == root
  }

  /// The root over a range of leaves that has the proved one, taking hashes from the root downwards.
  private func root(
    over range: Range<Int>, _ leaf: [UInt8], _ rest: inout ArraySlice<[UInt8]>
  ) -> [UInt8]? {
    guard range.count > 1 else { return leaf }
    var half = 1
    while half * 2 < range.count { half *= 2 }
    let middle = range.lowerBound + half
    guard let sibling = rest.popLast() else { return nil }
    if index < middle {
      return root(over: range.lowerBound..<middle, leaf, &rest).map { hash([1] + $0 + sibling) }
    }
    return root(over: middle..<range.upperBound, leaf, &rest).map { hash([1] + sibling + $0) }
  }
}

private func wholeNumber(_ text: Substring) -> Int? {
  guard let number = Int(text), number >= 0, String(number) == text else { return nil }
  return number < 1 << 53 ? number : nil
}

/// 32 bytes written in base64, the one way there is.
private func digest(base64 text: String) -> [UInt8]? {
  let letters = Array(text.utf8)
  guard letters.count == 44, letters[43] == UInt8(ascii: "=") else { return nil }
  var bytes: [UInt8] = []
  var (bits, count) = (0, 0)
  for letter in letters.dropLast() {
    guard let value = sextet(letter) else { return nil }
    (bits, count) = (bits << 6 | value, count + 6)
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(bits >> count & 255))
      bits &= (1 << count) - 1
    }
  }
  return bits == 0 ? bytes : nil
}

/// The six bits that a letter of base64 stands for.
///
/// - Source: RFC 4648 § 4.
private func sextet(_ letter: UInt8) -> Int? {
  switch letter {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter) - 65
  case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter) - 71
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(letter) + 4
  case UInt8(ascii: "+"): 62
  case UInt8(ascii: "/"): 63
  default: nil
  }
}
