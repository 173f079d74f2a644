import Glibc
import Seal
public import Store
public import Units

/// Where an export goes piece by piece, counted and fingerprinted on its way.
public final class Outlet {
  /// The bytes that went through.
  public private(set) var bytes = 0
  private let sink: (([UInt8]) throws -> Void)?
  private let path: String?
  private var descriptor: Int32 = -1
  private var hasher: Hasher256? = Hasher256()

  /// To somebody who takes the pieces: standard output.
  public init(to sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
    path = nil
  }

  /// To a file, which has its name only when it is placed.
  ///
  /// - Parameter isPrivate: whether only its owner may read it.
  /// - Throws: ``StoreRefusal/fileCannotBeCreated(_:reason:)``.
  public init(file path: String, isPrivate: Bool = false) throws(StoreRefusal) {
    sink = nil
    self.path = path
    try Disk.makeFolder(Disk.folder(of: path))
    Disk.remove(partial)
    descriptor = unsafe open(
      partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
    guard descriptor >= 0 else { throw .fileCannotBeCreated(path, reason: Outlet.systemReason()) }
  }

  deinit { discard() }

  /// Takes the next piece.
  public func write(_ piece: [UInt8]) throws {
    hasher?.update(piece)
    bytes += piece.count
    if let sink { return try sink(piece) }
    var offset = 0
    while offset < piece.count {
      let count = unsafe piece.withUnsafeBytes { raw in
        unsafe Glibc.write(descriptor, raw.baseAddress?.advanced(by: offset), raw.count - offset)
      }
      guard count > 0 else {
        throw StoreRefusal.diskFailed(path ?? "", reason: Outlet.systemReason())
      }
      offset += count
    }
  }

  /// Ends the file, on the disk itself, still without its name; its fingerprint.
  public func finish() throws -> Digest {
    if descriptor >= 0 {
      defer { closeFile() }
      guard fsync(descriptor) == 0 else {
        throw StoreRefusal.diskFailed(path ?? "", reason: Outlet.systemReason())
      }
    }
    guard let digest = hasher.take()?.finish() else {
      preconditionFailure("an outlet is finished once")
    }
    return digest
  }

  /// Gives the file its name.
  public func place() throws(StoreRefusal) {
    if let path { try Disk.rename(partial, to: path) }
  }

  /// Throws away what has no name yet.
  public func discard() {
    closeFile()
    if path != nil { unsafe unlink(partial) }
  }

  private var partial: String { "\(path ?? "").partial" }

  private func closeFile() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  private static func systemReason() -> String { unsafe String(cString: strerror(errno)) }
}
