/// A text as matching sees it: runs of capital letters and digits, each as its bytes.
///
/// Case, accents and signs are what people and banks vary.
struct Runs {
  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []
  private var start = 0

  init(_ texts: String...) { for text in texts { take(text) } }

  /// Forgets all of it but the memory it took.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    start = 0
  }

  /// Adds the runs of a text.
  mutating func take(_ text: String) {
    for scalar in text.unicodeScalars {
      let first = bytes.count
      Runs.append(scalar, to: &bytes)
      if bytes.count == first { close() }
    }
    close()
  }

  private mutating func close() {
    if bytes.count > start { ranges.append(start..<bytes.count) }
    start = bytes.count
  }

  /// The runs as words.
  var words: [String] { ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }

  /// A capital letter or digit without its accent; nothing for what parts words.
  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A: bytes.append(UInt8(scalar.value))
    case 0x61...0x7A: bytes.append(UInt8(scalar.value - 32))
    case 0xC0...0xC5, 0xE0...0xE5: bytes.append(UInt8(ascii: "A"))
    case 0xC7, 0xE7: bytes.append(UInt8(ascii: "C"))
    case 0xC8...0xCB, 0xE8...0xEB: bytes.append(UInt8(ascii: "E"))
    case 0xCC...0xCF, 0xEC...0xEF: bytes.append(UInt8(ascii: "I"))
    case 0xD2...0xD6, 0xF2...0xF6: bytes.append(UInt8(ascii: "O"))
    case 0xD9...0xDC, 0xF9...0xFC: bytes.append(UInt8(ascii: "U"))
    case 0xC6, 0xE6: bytes += Array("AE".utf8)
    case 0x152, 0x153: bytes += Array("OE".utf8)
    default: break
    }
  }

  /// A number that stands for the bytes of a range; that two differing ones share it by chance would
  /// make one proposal stranger, no more.
  private func mark(_ range: Range<Int>) -> UInt64 {
    bytes[range].reduce(Runs.basis) { Runs.mark($0, $1) }
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// - Source: FNV-1a, 64 bits.
  private static func mark(_ mark: UInt64, _ byte: UInt8) -> UInt64 {
    (mark ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private func hasDigit(_ range: Range<Int>) -> Bool {
    bytes[range].contains { (48...57).contains($0) }
  }

  /// The runs by their marks.
  var marks: Set<UInt64> { Set(ranges.map(mark)) }

  /// All runs together as one reference; nothing when it is too short, or has no digit, to tell anything.
  var reference: UInt64? {
    let all = 0..<bytes.count
    return all.count >= 4 && hasDigit(all) ? mark(all) : nil
  }

  /// Adds everything that up to six neighbouring runs make together and that may be a reference.
  ///
  /// - Complexity: O(bytes × 6): a longer run of runs goes on from the mark of the shorter.
  func addReferences(to keys: inout [UInt64]) {
    for first in ranges.indices {
      var mark = Runs.basis
      var hasDigit = false
      for last in first..<min(first + 6, ranges.count) {
        let length = ranges[last].upperBound - ranges[first].lowerBound
        if length > 40 { break }
        for byte in bytes[ranges[last]] {
          mark = Runs.mark(mark, byte)
          if byte <= 57 { hasDigit = true }
        }
        if length >= 4, hasDigit { keys.append(mark) }
      }
    }
  }
}

/// The words of a movement by which it is known again: figures and single letters left out, for they
/// change from one time to the next.
public func rememberedWords(_ line: BankLine) -> String {
  Runs(line.party, line.text).words
    .filter { run in run.utf8.count > 1 && !run.utf8.contains { (48...57).contains($0) } }
    .prefix(12).joined(separator: " ")
}

/// The words of a name that tell it from others, by their marks.
func nameMarks(_ name: String) -> Set<UInt64> {
  let common: Set<String> = ["SAS", "SARL", "SCIC", "DES", "LES", "SOCIETE", "FICTIF", "FICTIVE"]
  return Runs(
    Runs(name).words.filter { $0.utf8.count > 2 && !common.contains($0) }.joined(separator: " ")
  ).marks
}
