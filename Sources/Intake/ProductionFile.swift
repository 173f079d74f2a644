public import Archives
import Production
import Seal
import Store
import Units

/// A production file that was not read yet.
public enum ProductionFile: Sendable {
  /// Its bytes are here.
  case inMemory(InputFile)
  /// It lies on the disk and is read piece by piece.
  case onDisk(String)
  /// It lies in an archive, at a path, and is unpacked when its turn comes.
  case inArchive(String, Archive, Archive.Member)

  /// The path as the user named it.
  public var path: String {
    switch self {
    case .inMemory(let file): file.path
    case .onDisk(let path): path
    case .inArchive(let path, _, let member): "\(path)/\(member.name)"
    }
  }
}

/// A file that was read.
struct ReadFile {
  var report: FileReport
  let bytes: Int
}

/// How every file of one import is read.
struct FileReader {
  let profile: Profile?
  let registry: MeterRegistry
  let today: Day

  /// - Throws: ``StoreRefusal``.
  func read(_ file: ProductionFile) throws -> ReadFile {
    switch file {
    case .inMemory(let file): return try read(file)
    case .inArchive(let archivePath, let archive, let member):
      let content: [UInt8]
      do { content = try archive.content(of: member) } catch {
        throw Located(error, at: Place(file: archivePath))
      }
      return try read(InputFile(path: file.path, bytes: content))
    case .onDisk(let path):
      var source = try BytesOnDisk(path)
      return try read(&source, path) { $0.count }
    }
  }

  private func read(_ file: InputFile) throws -> ReadFile {
    var source = BytesInMemory(file.bytes, digest: sha256(file.bytes))
    return try read(&source, file.path) { _ in file.bytes.count }
  }

  private func read<Source: ByteSource>(
    _ source: inout Source, _ path: String, _ size: (Source) -> Int
  ) throws -> ReadFile {
    var days: [MeterDay] = []
    var report = try readProduction(
      &source, path: path, profile: profile, registry: registry, today: today
    ) { days.append($0) }
    report.days = report.verdict == .refuse ? [] : days
    return ReadFile(report: report, bytes: size(source))
  }
}
