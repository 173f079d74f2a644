public import Store
import Units

/// A file as the user named it, with its bytes.
public struct InputFile: Hashable, Sendable {
  /// The path as the user named it.
  public let path: String
  /// The content.
  public let bytes: [UInt8]

  /// A file that was read.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Reads a file.
  ///
  /// - Throws: ``StoreRefusal``.
  public init(reading path: String) throws(StoreRefusal) {
    self.init(path: path, bytes: try Disk.read(path))
  }

  /// Reads files, and every file with an ending of the folders among them, in order of name.
  ///
  /// - Throws: every ``StoreRefusal``, gathered.
  public static func read(_ paths: [String], endings: [String]) throws -> [InputFile] {
    var files: [InputFile] = []
    var refusals: [any Refusal] = []
    for path in try expand(paths, endings: endings) {
      do { files.append(try InputFile(reading: path)) } catch { refusals.append(error) }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return files
  }

  /// The paths, and in place of a folder every file with an ending in it, in order of name.
  ///
  /// - Throws: ``IntakeRefusal/nothingToTakeIn(_:)`` for a folder without any, ``StoreRefusal``.
  public static func expand(_ paths: [String], endings: [String]) throws -> [String] {
    try paths.flatMap { try expand($0, endings) }
  }

  private static func expand(_ path: String, _ endings: [String]) throws -> [String] {
    guard Disk.isFolder(path) else { return [path] }
    let names = try Disk.names(in: path).filter { name in
      endings.contains { name.hasSuffix($0) }
    }
    guard !names.isEmpty else { throw IntakeRefusal.nothingToTakeIn(path) }
    return names.map { "\(path)/\($0)" }
  }
}
