import Glibc

/// What stands at a path.
enum Kind {
  case file
  case folder
  case symlink
  case other
  case nothing
}

/// What stands at a path, without following a link at its end.
func kind(_ path: String) -> Kind {
  var facts = stat()
  guard unsafe lstat(path, &facts) == 0 else { return .nothing }
  return kind(ofMode: facts.st_mode)
}

/// Whether a path leads to a folder, by a link or without.
func isFolder(_ path: String) -> Bool {
  var facts = stat()
  return unsafe stat(path, &facts) == 0 && kind(ofMode: facts.st_mode) == .folder
}

/// Whether the names in a folder may be read.
func isReadable(_ folder: String) -> Bool { unsafe access(folder, R_OK | X_OK) == 0 }

private func kind(ofMode mode: mode_t) -> Kind {
  switch mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .folder
  case S_IFLNK: .symlink
  default: .other
  }
}

/// The names in a folder, hidden ones too, sorted.
func names(in folder: String) -> [String] {
  guard let handle = unsafe opendir(folder) else { return [] }
  defer { unsafe closedir(handle) }
  var names: [String] = []
  while let entry = unsafe readdir(handle) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// One regular file, opened once: what is hashed is what is used.
struct OpenFile: ~Copyable {
  private let descriptor: Int32
  /// The number of bytes it had when opened.
  let size: Int

  /// Opens a regular file; a link, a folder, a pipe or a device is not one.
  ///
  /// - Throws: what stands there instead.
  init(_ path: String) throws(FileFault) {
    let opened = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { throw FileFault(kind(path)) }
    var facts = stat()
    guard unsafe fstat(opened, &facts) == 0, kind(ofMode: facts.st_mode) == .file else {
      close(opened)
      throw FileFault(kind(path))
    }
    descriptor = opened
    size = Int(facts.st_size)
  }

  /// Hands out the content piece by piece.
  ///
  /// - Throws: `fileAltered` when the file cannot be read to its end.
  func read(_ use: (ArraySlice<UInt8>) -> Void) throws(FileFault) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      guard count >= 0 else { throw FileFault(code: .fileMissing) }
      guard count > 0 else { return }
      use(buffer[..<count])
    }
  }

  /// The content as it was when opened.
  ///
  /// - Throws: `fileAltered` when it is longer or shorter by now, `fileMissing` when it cannot be read.
  func whole() throws(FileFault) -> [UInt8] {
    // One byte more is asked for, so that a file that grows is not taken for what it was.
    let most = size + 1
    var isRead = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      while filled < most {
        let count = unsafe Glibc.read(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, most - filled)
        guard count > 0 else { isRead = count == 0; return }
        filled += count
      }
    }
    guard isRead else { throw FileFault(code: .fileMissing) }
    guard bytes.count == size else { throw FileFault(code: .fileAltered) }
    return bytes
  }

  deinit { close(descriptor) }
}

/// Why a file is not taken.
struct FileFault: Error {
  let code: Code

  init(code: Code) { self.code = code }

  init(_ kind: Kind) {
    code =
      switch kind {
      case .symlink: .pathSymlink
      case .nothing, .file: .fileMissing
      case .folder, .other: .pathNotAFile
      }
  }
}

/// A whole file of at most so many bytes.
///
/// - Throws: what stands there instead, or `fileTooLarge`.
func content(of path: String, most limit: Int) throws(FileFault) -> [UInt8] {
  let file = try OpenFile(path)
  guard file.size <= limit else { throw FileFault(code: .fileTooLarge) }
  return try file.whole()
}

/// The folder a path lies in, and the last name of a path.
func split(_ path: String) -> (folder: String, name: String) {
  let slash = UInt8(ascii: "/")
  var trimmed = path.utf8[...]
  while trimmed.count > 1, trimmed.last == slash { trimmed = trimmed.dropLast() }
  func text(_ part: Substring.UTF8View) -> String { String(Substring(part)) }
  guard let last = trimmed.lastIndex(of: slash) else { return (".", text(trimmed)) }
  let folder = trimmed[..<last]
  return (folder.isEmpty ? "/" : text(folder), text(trimmed[trimmed.index(after: last)...]))
}

/// A name within a folder.
func join(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
