import Store
import Units

/// Where an export is to go: a file, or whoever takes its pieces.
public enum Destination {
  /// A file.
  case file(String)
  /// Standard output, by pieces.
  case stream(([UInt8]) throws -> Void)

  /// The name the book remembers.
  var name: String {
    switch self {
    case .file(let path): fileName(path)
    case .stream: "-"
    }
  }

  func open(isPrivate: Bool = false) throws -> Outlet {
    switch self {
    case .file(let path): try Outlet(file: path, isPrivate: isPrivate)
    case .stream(let sink): Outlet(to: sink)
    }
  }
}

/// An export that went out, as its command tells of it.
public struct Delivered: Sendable {
  /// What the book remembers.
  public let record: ExportRecord
  /// Whether the book recorded it now; false when it is the export of last time.
  public let isNew: Bool
  /// Where the earlier file went, when it was another.
  public let replaced: String?
}

extension Book {
  /// Writes an export whole or not at all, and records it.
  ///
  /// A different earlier file is never lost: it moves to `replaced/<fingerprint>/`.
  ///
  /// - Parameter isPrivate: whether only its owner may read it.
  /// - Parameter write: writes the lines and answers their number.
  func deliver(
    _ what: String, scope: String, traits: [String] = [], to destination: Destination,
    now: Instant, isPrivate: Bool = false, _ write: (BookReader, Outlet) throws -> Int
  ) throws -> Delivered {
    let outlet = try destination.open(isPrivate: isPrivate)
    let rows = try read { try write($0, outlet) }
    let record = ExportRecord(
      what: what, scope: scope, file: destination.name, rows: rows, bytes: outlet.bytes,
      digest: try outlet.finish(), traits: traits)
    guard case .file(let path) = destination else {
      let isNew = try self.write(at: now) { try $0.record(record) }
      return Delivered(record: record, isNew: isNew, replaced: nil)
    }
    let replaced = try earlier(at: path, besides: record.digest)
    let isNew = try self.write(at: now) { try $0.record(record) }
    if let replaced {
      try Disk.makeFolder(replaced)
      try Disk.rename(path, to: "\(replaced)/\(fileName(path))")
    }
    try outlet.place()
    return Delivered(record: record, isNew: isNew, replaced: replaced)
  }
}

/// Where an earlier file with other content is to go; nothing when there is none.
func earlier(at path: String, besides new: Digest) throws -> String? {
  guard Disk.exists(path) else { return nil }
  let old = try digest(of: path)
  return old == new ? nil : "\(Disk.folder(of: path))/replaced/\(old.hex.prefix(12))"
}
