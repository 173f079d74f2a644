import Archives
import Store
import Units

/// The production files that paths stand for, and what was met beside them and not read.
public struct ProductionFiles: Sendable {
  /// The files, in order of name.
  public private(set) var files: [ProductionFile] = []
  /// What lies in the folders and archives and is no production file; hidden files are not told.
  public private(set) var passedOver: [String] = []

  /// The endings of what a folder or an archive holds for production.
  private static let endings = [".csv", ".txt", ".js"]
  /// Folders lie no deeper in each other; links that lead in circles end somewhere.
  private static let deepest = 8

  /// Takes patterns, folders with all below them, and archives for what they hold.
  ///
  /// - Throws: every refusal gathered: ``IntakeRefusal/nothingToTakeIn(_:)``, ``StoreRefusal``,
  ///   ``ArchiveRefusal`` at the archive.
  public init(named paths: [String]) throws {
    var refusals: [any Refusal] = []
    for path in paths.flatMap(Disk.matching) {
      do {
        let known = files.count
        try Disk.isFolder(path) ? takeFolder(path, depth: 0) : takeFile(path)
        guard files.count > known else { throw IntakeRefusal.nothingToTakeIn(path) }
      } catch let refusal as any Refusal {
        refusals.append(refusal)
      }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
  }

  private mutating func takeFolder(_ folder: String, depth: Int) throws {
    guard depth < Self.deepest else { return passedOver.append(folder) }
    for name in try Disk.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if Disk.isFolder(path) {
        try takeFolder(path, depth: depth + 1)
      } else if try Self.isProduction(name) || name.lowercased().hasSuffix(".zip")
        || Self.isCurve(name, { try Disk.Blocks(of: path).next() })
      {
        try takeFile(path)
      } else {
        passedOver.append(path)
      }
    }
  }

  /// Takes a file, or what an archive holds: known by its first bytes, whatever its name says.
  private mutating func takeFile(_ path: String) throws {
    guard try Archive.begins(Disk.Blocks(of: path).next()), path.lowercased().hasSuffix(".zip")
    else { return files.append(.onDisk(path)) }
    do {
      let archive = try Archive(Disk.read(path))
      let known = files.count
      for member in archive.members where !Self.isShadow(member.name) {
        if try Self.isProduction(member.name)
          || Self.isCurve(member.name, { try archive.content(of: member) })
        {
          files.append(.inArchive(path, archive, member))
        } else if !member.name.hasSuffix("/") {
          passedOver.append("\(path)/\(member.name)")
        }
      }
      guard files.count > known else { throw IntakeRefusal.nothingToTakeIn(path) }
    } catch let refusal as ArchiveRefusal {
      throw Located(refusal, at: Place(file: path))
    }
  }

  private static func isProduction(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// JSON lies in folders for many purposes: only what says that it is a load curve is one.
  private static func isCurve(_ name: String, _ content: () throws -> [UInt8]) throws -> Bool {
    try name.lowercased().hasSuffix(".json") && CurveJSON.isNamed(content())
  }

  /// What some systems pack beside each file; steps up and down a path are no hidden names.
  private static func isShadow(_ name: String) -> Bool {
    name.split(separator: "/").contains { part in
      part == "__MACOSX" || (part.hasPrefix(".") && part != "." && part != "..")
    }
  }
}
