import Seal
import Store
import Units

/// Reads a file piece by piece: a year of a large book does not fit in memory.
///
/// - Throws: ``StoreRefusal``.
func eachPiece(of path: String, _ body: ([UInt8]) throws -> Void) throws {
  let blocks = try Disk.Blocks(of: path)
  while true {
    let piece = try blocks.next()
    if piece.isEmpty { return }
    try body(piece)
  }
}

/// The fingerprint of a file.
func digest(of path: String) throws -> Digest {
  var hasher = Hasher256()
  try eachPiece(of: path) { hasher.update($0) }
  return hasher.finish()
}

/// The last part of a path.
func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
