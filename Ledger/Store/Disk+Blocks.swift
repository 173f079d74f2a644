import Glibc

extension Disk {
  /// A file read block by block, for files that need not fit in memory.
  public final class Blocks {
    private let path: String
    private let descriptor: Int32
    /// How many bytes the file had when it was opened.
    public let bytes: Int
    /// How many bytes a block has.
    public static let size = 1 << 17

    /// Opens a regular file.
    ///
    /// - Throws: ``StoreRefusal/fileCannotBeOpened(_:reason:)``,
    ///   ``StoreRefusal/fileIsNotRegular(_:)``.
    public init(of path: String) throws(StoreRefusal) {
      self.path = path
      (descriptor, bytes) = try Disk.openRegular(path)
    }

    deinit { close(descriptor) }

    /// Fills a block with the next bytes.
    ///
    /// - Returns: how many; 0 at the end.
    /// - Throws: ``StoreRefusal/diskFailed(_:reason:)``.
    public func fill(_ block: inout [UInt8]) throws(StoreRefusal) -> Int {
      let got = unsafe block.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      }
      guard got >= 0 else { throw .diskFailed(path, reason: Disk.systemReason()) }
      return got
    }

    /// The next bytes, none at the end.
    ///
    /// - Throws: ``StoreRefusal/diskFailed(_:reason:)``.
    public func next() throws(StoreRefusal) -> [UInt8] {
      var failed = false
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Blocks.size) { buffer, count in
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, Blocks.size)
        failed = got < 0
        count = max(0, got)
      }
      guard !failed else { throw .diskFailed(path, reason: Disk.systemReason()) }
      return bytes
    }
  }
}
