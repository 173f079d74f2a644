public import Store
import Text
public import Units

/// What the book remembers of an export: an event, a leaf of its log.
///
/// - Source: BOI-TVA-DECLA-30-10-30, § 230, taken as a benchmark: an archive is traced.
public struct ExportRecord: Hashable, Sendable {
  /// The kind of event.
  public static let kind = "export"

  /// What was exported, such as `fec`, `hledger` or `csv`.
  public let what: String
  /// Of which days or year.
  public let scope: String
  /// The file's name without its folder, or `-` for standard output.
  public let file: String
  /// The lines of the journal in it.
  public let rows: Int
  /// Its size.
  public let bytes: Int
  /// Its fingerprint.
  public let digest: Digest
  /// What else tells it from another of the same scope: names shown, a year still open, a style.
  public let traits: [String]

  var json: JSON {
    [
      "what": .string(what), "scope": .string(scope), "file": .string(file),
      "rows": .integer(Int64(rows)), "bytes": .integer(Int64(bytes)),
      "sha256": .string(digest.hex), "traits": .array(traits.map(JSON.string)),
    ]
  }

  init(
    what: String, scope: String, file: String, rows: Int, bytes: Int, digest: Digest,
    traits: [String]
  ) {
    self.what = what
    self.scope = scope
    self.file = file
    self.rows = rows
    self.bytes = bytes
    self.digest = digest
    self.traits = traits
  }

  /// Reads the body of an event; nothing when it is none of ours.
  init?(_ json: JSON) {
    guard let what = json["what"]?.stringValue, let scope = json["scope"]?.stringValue,
      let digest = json["sha256"]?.stringValue.flatMap(Digest.init(hex:))
    else { return nil }
    self.init(
      what: what, scope: scope, file: json["file"]?.stringValue ?? "",
      rows: Int(json["rows"]?.integerValue ?? 0), bytes: Int(json["bytes"]?.integerValue ?? 0),
      digest: digest, traits: json["traits"]?.arrayValue?.compactMap(\.stringValue) ?? [])
  }
}

extension BookReader {
  /// The exports of the book, oldest first, each with its time.
  public func exports() throws -> [(at: Instant, record: ExportRecord)] {
    try events(kind: ExportRecord.kind).compactMap { event in
      ExportRecord(event.body).map { (event.recordedAt, $0) }
    }
  }
}

extension BookWriter {
  /// Records an export, unless it is the same as the last of its kind and scope.
  ///
  /// - Returns: whether it was recorded.
  func record(_ export: ExportRecord) throws -> Bool {
    let last = try reader.exports().last {
      $0.record.what == export.what && $0.record.scope == export.scope
    }
    guard last?.record != export else { return false }
    try record(event: ExportRecord.kind, export.json)
    return true
  }
}
