import Archives
import Store
import Units

extension ProductionFile {
  /// The endings of what a folder or an archive holds for production.
  private static let endings = [".csv", ".txt", ".js"]

  /// The files named: patterns, folders with all below them, and archives stand for what they hold, in
  /// order of name.
  ///
  /// - Throws: every refusal gathered: ``IntakeRefusal/nothingToTakeIn(_:)``, ``StoreRefusal``,
  ///   ``ArchiveRefusal`` at the archive.
  public static func expand(_ paths: [String]) throws -> [ProductionFile] {
    var files: [ProductionFile] = []
    var refusals: [any Refusal] = []
    for path in paths.flatMap(Disk.matching) {
      do {
        files += try Disk.isFolder(path) ? inFolder(path) : atPath(path)
      } catch let refusal as any Refusal {
        refusals.append(refusal)
      }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return files
  }

  private static func inFolder(_ folder: String) throws -> [ProductionFile] {
    let files = try below(folder, depth: 0).flatMap(atPath)
    guard !files.isEmpty else { throw IntakeRefusal.nothingToTakeIn(folder) }
    return files
  }

  /// The production files and archives below a folder; links that lead in circles end somewhere.
  private static func below(_ folder: String, depth: Int) throws -> [String] {
    guard depth < 8 else { return [] }
    return try Disk.names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name in
      let path = "\(folder)/\(name)"
      if Disk.isFolder(path) { return try below(path, depth: depth + 1) }
      return isProduction(name) || name.lowercased().hasSuffix(".zip") ? [path] : []
    }
  }

  private static func isProduction(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// A file, or what an archive holds: known by its first bytes, whatever its name says.
  private static func atPath(_ path: String) throws -> [ProductionFile] {
    guard try Archive.begins(Disk.Blocks(of: path).next()), path.lowercased().hasSuffix(".zip")
    else { return [.onDisk(path)] }
    do {
      let archive = try Archive(Disk.read(path))
      let members = archive.members.filter { isProduction($0.name) && !isShadow($0.name) }
      guard !members.isEmpty else { throw IntakeRefusal.nothingToTakeIn(path) }
      return members.map { .inArchive(path, archive, $0) }
    } catch let refusal as ArchiveRefusal {
      throw Located(refusal, at: Place(file: path))
    }
  }

  /// What some systems pack beside each file; steps up and down a path are no hidden names.
  private static func isShadow(_ name: String) -> Bool {
    name.split(separator: "/").contains { part in
      part == "__MACOSX" || (part.hasPrefix(".") && part != "." && part != "..")
    }
  }
}
