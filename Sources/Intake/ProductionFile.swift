public import Archives
import Production
import Seal
import Store
import Units
import Workbooks

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

  /// - Throws: ``StoreRefusal``; what is wrong with an archive, a workbook or JSON, with its place.
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
      let head = try Disk.Blocks(of: path).next()
      if Archive.begins(head) || CurveJSON.begins(head) {
        return try read(InputFile(reading: path))
      }
      var source = try BytesOnDisk(path)
      return try read(&source, path) { $0.count }
    }
  }

  /// Reads a text, or what is laid out as one: the digest stays that of the file.
  private func read(_ file: InputFile) throws -> ReadFile {
    if Archive.begins(file.bytes), let read = try workbook(file) { return read }
    if CurveJSON.begins(file.bytes) { return try curve(file) }
    return try read(file, as: file.bytes, profile)
  }

  private func read(
    _ file: InputFile, as text: [UInt8], _ profile: Profile?
  ) throws -> ReadFile {
    var source = BytesInMemory(text, digest: sha256(file.bytes))
    return try read(&source, file.path, profile) { _ in file.bytes.count }
  }

  private func curve(_ file: InputFile) throws -> ReadFile {
    do {
      let curve = try CurveJSON(file.bytes, path: file.path)
      var read = try read(file, as: curve.text, profile)
      read.report.findings = read.report.findings.map(curve.told)
      return read
    } catch let finding as Finding {
      return refused(file, finding)
    }
  }

  /// The sheet that one profile knows; where two do, nobody chooses for the treasurer.
  ///
  /// - Returns: nothing for an archive that is no workbook.
  private func workbook(_ file: InputFile) throws -> ReadFile? {
    guard let archive = try? Archive(file.bytes), Workbook.isOne(archive) else { return nil }
    let sheets = try Workbook(file.bytes, file: file.path).sheets()
    let matches = SheetText.matches(sheets, asked: profile, path: file.path)
    guard let match = matches.first, matches.count == 1 else {
      let place = Place(file: file.path)
      let names = matches.map { "\($0.profile.name) (\($0.sheet.name))" }.joined(separator: ", ")
      return refused(
        file,
        matches.isEmpty
          ? Finding(.formatUnknown, at: place) : Finding(.formatAmbiguous, at: place, words: names))
    }
    if profile == nil, match.profile.isOnlyByName {
      let place = Place(file: file.path)
      return refused(file, Finding(.formatMustBeNamed, at: place, words: match.profile.name))
    }
    let text = SheetText.bytes(of: match.sheet.rows, for: match.profile)
    return try read(file, as: text, match.profile)
  }

  private func refused(_ file: InputFile, _ finding: Finding) -> ReadFile {
    let report = FileReport(path: file.path, digest: sha256(file.bytes), findings: [finding])
    return ReadFile(report: report, bytes: file.bytes.count)
  }

  private func read<Source: ByteSource>(
    _ source: inout Source, _ path: String, _ profile: Profile? = nil, _ size: (Source) -> Int
  ) throws -> ReadFile {
    var days: [MeterDay] = []
    var report = try readProduction(
      &source, path: path, profile: profile ?? self.profile, registry: registry, today: today
    ) { days.append($0) }
    report.days = report.verdict == .refuse ? [] : days
    return ReadFile(report: report, bytes: size(source))
  }
}
