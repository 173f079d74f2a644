public import Units

/// A proof that a leaf belongs to a log, as a small text file that stands on its own.
///
/// The layout is that of a C2SP `tlog-proof`. The checkpoint carries no signature line: its root is
/// vouched for by the signed manifest of the closing.
/// - Source: c2sp.org/tlog-proof, c2sp.org/tlog-checkpoint.
public struct InclusionProof: Hashable, Sendable {
  /// Which log it is: `SIREN/statements/YYYY-MM`.
  public let origin: String
  /// The leaf's place, counted from 0.
  public let index: Int
  /// The number of leaves of the log.
  public let size: Int
  /// The log's root.
  public let root: Digest
  /// The hashes from the leaf to the root.
  public let hashes: [Digest]

  /// Proves one leaf of a tree.
  ///
  /// - Precondition: the tree has this leaf; the origin is one line of text.
  /// - Complexity: O(log *n*).
  public init(of index: Int, in tree: MerkleTree, origin: String) {
    precondition(!origin.isEmpty && !origin.contains("\n"), "an origin is one line")
    self.origin = origin
    self.index = index
    size = tree.size
    root = tree.root
    hashes = tree.inclusionProof(of: index)
  }

  /// A proof of hashes found elsewhere.
  ///
  /// - Precondition: the origin is one line of text.
  public init(origin: String, index: Int, size: Int, root: Digest, hashes: [Digest]) {
    precondition(!origin.isEmpty && !origin.contains("\n"), "an origin is one line")
    self.origin = origin
    self.index = index
    self.size = size
    self.root = root
    self.hashes = hashes
  }

  /// The state of a log in three lines: its name, its size, its root.
  ///
  /// - Source: c2sp.org/tlog-checkpoint.
  public static func checkpoint(origin: String, size: Int, root: Digest) -> String {
    "\(origin)\n\(size)\n\(base64(root.bytes))\n"
  }

  /// The origin of a month's statements.
  public static func statementsOrigin(siren: String, month: Month) -> String {
    "\(siren)/statements/\(month)"
  }

  /// The text of the file.
  public var text: String {
    let head = ["c2sp.org/tlog-proof@v1", "index \(index)"] + hashes.map { base64($0.bytes) }
    return (head + ["", origin, String(size), base64(root.bytes), ""]).joined(separator: "\n")
  }
}

/// Bytes in base64 with padding.
///
/// - Source: RFC 4648 § 4.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : 61)
    }
  }
  return String(decoding: text, as: UTF8.self)
}
