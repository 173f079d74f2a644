import CFileSystem
import Glibc

/// Files and folders, read and written whole.
///
/// Errors name the path and what the system said.
public enum Disk {
  /// The bytes of a regular file.
  ///
  /// - Throws: ``StoreRefusal/fileCannotBeOpened(_:reason:)``,
  ///   ``StoreRefusal/fileIsNotRegular(_:)``, ``StoreRefusal/diskFailed(_:reason:)``.
  public static func read(_ path: String) throws(StoreRefusal) -> [UInt8] {
    let (descriptor, size) = try openRegular(path)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw .diskFailed(path, reason: systemReason()) }
      bytes += block[..<count]
    }
  }

  static func openRegular(_ path: String) throws(StoreRefusal) -> (descriptor: Int32, size: Int) {
    // O_NONBLOCK: opening a pipe must not wait for a writer.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .fileCannotBeOpened(path, reason: systemReason()) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .fileIsNotRegular(path)
    }
    return (descriptor, Int(status.st_size))
  }

  /// Whether something is at the path.
  public static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether this process may write to the path.
  static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Whether the path is a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted by byte so that no locale changes the order; without `.`, `..`.
  ///
  /// - Throws: ``StoreRefusal/fileCannotBeOpened(_:reason:)``.
  public static func names(in folder: String) throws(StoreRefusal) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      throw .fileCannotBeOpened(folder, reason: systemReason())
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those above it, where missing.
  ///
  /// - Throws: ``StoreRefusal/fileCannotBeCreated(_:reason:)``.
  public static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(StoreRefusal) {
    if path.isEmpty || path == "/" || isFolder(path) { return }
    if let cut = path.lastIndex(of: "/") { try makeFolder(String(path[..<cut])) }
    guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else {
      throw .fileCannotBeCreated(path, reason: systemReason())
    }
  }

  /// Writes a file whole, replacing none.
  ///
  /// - Parameter durable: whether the bytes are on the disk itself at the end; if not, the caller
  ///   calls ``flush(_:)`` for many at once.
  /// - Throws: ``StoreRefusal/fileCannotBeCreated(_:reason:)``,
  ///   ``StoreRefusal/diskFailed(_:reason:)``.
  public static func create(
    _ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644, durable: Bool = true
  ) throws(StoreRefusal) {
    try write(bytes, to: path, O_EXCL, mode: mode, durable: durable)
  }

  /// Writes a provisional file whole, over what an interrupted run left of it; not yet durable.
  ///
  /// - Throws: as ``create(_:_:mode:durable:)``.
  public static func writeProvisional(_ path: String, _ bytes: [UInt8]) throws(StoreRefusal) {
    // Of a link, not what it leads to.
    try write(bytes, to: path, O_TRUNC | O_NOFOLLOW, mode: 0o644, durable: false)
  }

  private static func write(
    _ bytes: [UInt8], to path: String, _ flags: Int32, mode: UInt32, durable: Bool
  ) throws(StoreRefusal) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, mode)
    guard descriptor >= 0 else { throw .fileCannotBeCreated(path, reason: systemReason()) }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe Glibc.write(descriptor, raw.baseAddress?.advanced(by: offset), raw.count - offset)
      }
      guard count > 0 else { throw .diskFailed(path, reason: systemReason()) }
      offset += count
    }
    guard !durable || fsync(descriptor) == 0 else {
      throw .diskFailed(path, reason: systemReason())
    }
  }

  /// Puts files or folders on the disk itself; after many writes one journal commit serves all.
  ///
  /// - Throws: ``StoreRefusal/diskFailed(_:reason:)``.
  public static func flush(_ paths: [String]) throws(StoreRefusal) {
    for path in paths {
      let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .diskFailed(path, reason: systemReason()) }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else { throw .diskFailed(path, reason: systemReason()) }
    }
  }

  /// Puts everything that was written on the disk itself, when it lies on the same one as a folder:
  /// one wait for hundreds of files.
  ///
  /// - Throws: ``StoreRefusal/diskFailed(_:reason:)``.
  public static func flushAll(with folder: String) throws(StoreRefusal) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .diskFailed(folder, reason: systemReason()) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw .diskFailed(folder, reason: systemReason()) }
  }

  /// Writes a file so that readers see the old one or the new one, never half of it.
  ///
  /// - Throws: as ``create(_:_:mode:)``.
  public static func replace(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644)
    throws(StoreRefusal)
  {
    let partial = "\(path).partial"
    unsafe unlink(partial)
    try create(partial, bytes, mode: mode)
    try rename(partial, to: path)
  }

  /// Renames, and makes the renaming durable unless told that a ``flush(_:)`` follows.
  ///
  /// - Throws: ``StoreRefusal/diskFailed(_:reason:)``.
  public static func rename(
    _ old: String, to new: String, durable: Bool = true
  ) throws(StoreRefusal) {
    guard unsafe Glibc.rename(old, new) == 0 else {
      throw .diskFailed(new, reason: systemReason())
    }
    if durable { try flush([folder(of: new)]) }
  }

  /// Removes a file, or a folder with the files in it; of a link, the link alone.
  public static func remove(_ path: String) {
    guard unsafe unlink(path) != 0 else { return }
    for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// The folder a path lies in.
  public static func folder(of path: String) -> String {
    guard let cut = path.lastIndex(of: "/") else { return "." }
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  static func systemReason() -> String { unsafe String(cString: strerror(errno)) }
}
