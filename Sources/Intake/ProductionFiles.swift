import Production
import Store
import Units

extension ProductionFile {
  /// The endings of what a folder holds for production.
  static let endings = [".csv", ".CSV", ".txt", ".TXT", ".js", ".zip", ".ZIP"]

  /// The files named, and in place of a folder every production file in it, in order of name.
  ///
  /// - Throws: ``IntakeRefusal/nothingToTakeIn(_:)``, and every ``StoreRefusal`` gathered.
  public static func expand(_ paths: [String]) throws -> [ProductionFile] {
    var files: [ProductionFile] = []
    var refusals: [any Refusal] = []
    for path in try InputFile.expand(paths, endings: endings) {
      do {
        _ = try Disk.Blocks(of: path)
        files.append(.onDisk(path))
      } catch { refusals.append(error) }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return files
  }
}
