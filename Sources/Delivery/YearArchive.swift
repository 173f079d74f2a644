import Closing
import Exports
public import Journal
import Keys
public import Seal
import Membership
import Statements
public import Store
import Text
public import Units
import Wording

/// A fiscal year put away for ten years: its closings, its tax file, the digests of its statements, the
/// history of its keys and a notice in French, listed in one manifest that is signed anew.
///
/// - Source: BOI-TVA-DECLA-30-10-30 § 230, taken as a benchmark; C. com. L123-22.
public struct YearArchive: Sendable {
  /// The name of the format.
  public static let format = "soleil-archive/1"
  /// The folder.
  public let path: String
  /// The fiscal year.
  public let year: FiscalYear
  /// The months it holds.
  public let months: [Month]
  /// How many files it lists.
  public let files: Int
  /// The digest of its manifest.
  public let digest: Digest

  /// The folders that an archive draws on.
  public struct Folders: Sendable {
    let closings: String
    let exports: String
    let trust: String
    let archives: String

    /// The folders beside a book.
    public init(closings: String, exports: String, trust: String, archives: String) {
      (self.closings, self.exports) = (closings, exports)
      (self.trust, self.archives) = (trust, archives)
    }
  }

  /// Writes the archive of a year whose months are all closed; an archive is never overwritten.
  ///
  /// - Throws: ``ExportsRefusal``, ``ClosingRefusal/monthIsNotClosed(_:)``, ``SealRefusal``,
  ///   ``StoreRefusal``.
  public init(
    of book: Book, year name: String?, _ folders: Folders, signer: some Signer, now: Instant,
    software: String
  ) throws {
    let tax = try TaxFile(
      of: book, year: name, in: folders.exports, showsNames: false, now: now)
    let contents = try book.read { try Contents($0, tax, folders) }
    let manifest = try contents.manifest(now: now, software: software)
    let path = "\(folders.archives)/\(tax.year.name)"
    let partial = "\(folders.archives)/.\(tax.year.name).partial"
    guard !Disk.exists(path) else { throw StoreRefusal.folderIsForeign(path) }
    Disk.remove(partial)
    let signature = try signDetached(manifest, with: signer, at: now)
    for (name, bytes) in contents.files
      + [("archive.json", manifest), ("archive.json.p7s", signature)]
    {
      let place = "\(partial)/\(name)"
      try Disk.makeFolder(Disk.folder(of: place))
      try Disk.create(place, bytes)
    }
    let digest = sha256(manifest)
    try book.write(at: now) { page in
      try page.record(
        event: "archive", ["year": .string(tax.year.name), "sha256": .string(digest.hex)])
    }
    try Disk.rename(partial, to: path)
    (self.path, year, months) = (path, tax.year, contents.months)
    (files, self.digest) = (contents.files.count, digest)
  }
}

/// What an archive holds, gathered in one reading of the book.
private struct Contents {
  let year: FiscalYear
  let months: [Month]
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private let organisation: JSON
  private let closings: [StoredClosing]

  init(_ page: BookReader, _ tax: TaxFile, _ folders: YearArchive.Folders) throws {
    year = tax.year
    let (first, last) = (year.first.month, year.last.month)
    let closings = try page.closings().filter { (first...last).contains($0.month) }
    let months = closings.map(\.month)
    (self.closings, self.months) = (closings, months)
    let all = (0...first.months(until: last)).map { first.adding($0) }
    if let open = all.first(where: { !months.contains($0) }) {
      throw ClosingRefusal.monthIsNotClosed(open)
    }
    let manifest = try closings.last.map { try JSON(reading: $0.manifest) }
    organisation = manifest?["organisation"] ?? [:]
    for closing in closings {
      let folder = "\(folders.closings)/\(closing.month)"
      try take(folder, as: "closings/\(closing.month)")
    }
    try take(folders.trust, as: "trust")
    for name in try Disk.names(in: Disk.folder(of: tax.path)).sorted()
    where "\(Disk.folder(of: tax.path))/\(name)".hasPrefix(tax.path.dropLast(4)) {
      files.append(("fec/\(name)", try Disk.read("\(Disk.folder(of: tax.path))/\(name)")))
    }
    files.append(("statements.csv", try statements(page)))
    let events = try page.events(kind: KeyEvent.kind).map { event -> JSON in
      ["recordedAt": .string(event.recordedAt.description), "event": event.body]
    }
    files.append(("keys.json", JSON.array(events).canonical))
    let name = organisation["name"]?.stringValue ?? ""
    files.append(("LISEZMOI.txt", Array(ArchiveWords.notice(name, year.name).utf8)))
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private mutating func take(_ folder: String, as name: String) throws {
    for file in try Disk.names(in: folder).sorted() where !file.hasPrefix(".") {
      files.append(("\(name)/\(file)", try Disk.read("\(folder)/\(file)")))
    }
  }

  /// The digest of each member's statement of the year, month by month.
  private func statements(_ page: BookReader) throws -> [UInt8] {
    var csv = CSVWriter(columns: ["month", "member", "sha256", "leaf"])
    for month in months {
      for statement in try page.statements(of: month) {
        csv.append([
          .text(month.description), .text(statement.member.description),
          .text(sha256(statement.body).hex), .text(leafHash(statement.body).hex),
        ])
      }
    }
    return csv.bytes
  }

  func manifest(now: Instant, software: String) throws -> [UInt8] {
    let json: JSON = [
      "format": .string(YearArchive.format), "organisation": organisation,
      "year": .string(year.name), "first": .string(year.first.month.description),
      "last": .string(year.last.month.description), "archivedAt": .string(now.description),
      "closings": .array(
        closings.map {
          ["month": .string($0.month.description), "manifestSha256": .string($0.digest.hex)]
        }),
      "files": .array(
        files.map { file in
          [
            "path": .string(file.name), "bytes": .integer(Int64(file.bytes.count)),
            "sha256": .string(sha256(file.bytes).hex),
          ]
        }), "software": .string(software),
    ]
    return json.canonical
  }
}
