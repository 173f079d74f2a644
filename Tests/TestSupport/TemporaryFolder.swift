public import Foundation

/// A folder of its own under the system's temporary one, gone with its owner.
public final class TemporaryFolder: Sendable {
  /// Its path.
  public let path: String

  /// An empty folder.
  public init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    path = "\(base)/soleil-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in it.
  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, making folders as needed, and answers its path.
  @discardableResult
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes a text file.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, text.utf8)
  }

  /// The bytes of a file in it.
  public func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  /// Every file below it with its bytes, by path within it.
  public func contents(_ name: String = "") throws -> [String: Data] {
    let root = name.isEmpty ? path : path(name)
    var found: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      let whole = "\(root)/\(file)"
      _ = unsafe FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
      if !isFolder.boolValue { found[file] = try Data(contentsOf: URL(filePath: whole)) }
    }
    return found
  }

  /// The path of everything below it, folders too.
  public func names() throws -> Set<String> {
    Set(try FileManager.default.subpathsOfDirectory(atPath: path))
  }

  /// Copies a file or a folder of another one into it.
  public func copy(_ name: String, from other: TemporaryFolder) throws {
    try FileManager.default.copyItem(atPath: other.path(name), toPath: path(name))
  }
}
