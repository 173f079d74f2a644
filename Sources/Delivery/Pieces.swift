import Glibc
import Seal
import Store
import Units

/// Reads a file piece by piece: a year of a large book does not fit in memory.
///
/// - Throws: ``StoreRefusal/fileCannotBeOpened(_:reason:)``,
///   ``StoreRefusal/fileIsNotRegular(_:)``, ``StoreRefusal/diskFailed(_:reason:)``.
func eachPiece(of path: String, _ body: ([UInt8]) throws -> Void) throws {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else {
    throw StoreRefusal.fileCannotBeOpened(path, reason: unsafe String(cString: strerror(errno)))
  }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    throw StoreRefusal.fileIsNotRegular(path)
  }
  while true {
    var failed = false
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      let got = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      failed = got < 0
      count = max(0, got)
    }
    if failed {
      throw StoreRefusal.diskFailed(path, reason: unsafe String(cString: strerror(errno)))
    }
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
