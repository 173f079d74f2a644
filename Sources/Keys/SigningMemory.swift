import Seal
public import Store
import Text
import Units

/// What the keys remember of what they signed last, kept with them and not in the book.
///
/// A copy of the book may be put back by mistake or on purpose; the keys then know better, and sign
/// nothing that contradicts what they signed before.
public struct SigningMemory: Sendable {
  private let path: String
  private let closings: String

  /// What is remembered in a folder of keys.
  ///
  /// - Parameter closings: the folder of the closings, which remember as well.
  public init(keys: String, closings: String) {
    path = "\(keys)/signed.json"
    self.closings = closings
  }

  /// Refuses when the book is not the one of which something was signed.
  ///
  /// - Throws: ``KeysRefusal/bookIsOlderThanSigned(_:sequence:)``,
  ///   ``KeysRefusal/bookContradictsSigned(_:sequence:)``,
  ///   ``KeysRefusal/folderIsNewerThanBook(_:)``.
  /// - Complexity: O(leaves) once the log has grown.
  public func check(_ page: BookReader) throws {
    let known = try page.closings()
    if let last = Remembered(path) {
      guard let closing = known.first(where: { $0.sequence == last.sequence }) else {
        throw KeysRefusal.bookIsOlderThanSigned(last.month, sequence: last.sequence)
      }
      guard closing.digest == last.manifest, try page.logRoot(at: last.logSize) == last.logRoot
      else {
        throw KeysRefusal.bookContradictsSigned(last.month, sequence: last.sequence)
      }
    }
    let names = Disk.isFolder(closings) ? try Disk.names(in: closings) : []
    let latest = known.map(\.month).max()
    for month in names.compactMap({ try? Month($0) }).sorted()
    where latest.map({ month > $0 }) ?? true {
      if Disk.exists("\(closings)/\(month)/manifest.json.p7s") {
        throw KeysRefusal.folderIsNewerThanBook(month)
      }
    }
  }

  /// Remembers a closing that was signed and recorded, with the log as its manifest sealed it.
  public func remember(_ closing: StoredClosing) throws {
    guard Disk.isFolder(Disk.folder(of: path)),
      let log = try JSON(reading: closing.manifest)["log"]
    else { return }
    let json: JSON = [
      "format": "soleil-signed/1", "month": .string(closing.month.description),
      "sequence": .integer(Int64(closing.sequence)),
      "manifestSha256": .string(closing.digest.hex), "log": log,
    ]
    try Disk.replace(path, json.canonical, mode: 0o600)
  }
}

/// The last closing signed.
private struct Remembered {
  let month: Month
  let sequence: Int
  let manifest: Digest
  let logSize: Int
  let logRoot: Digest

  init?(_ path: String) {
    guard Disk.exists(path), let bytes = try? Disk.read(path), let json = try? JSON(reading: bytes),
      let month = json["month"]?.stringValue.flatMap({ try? Month($0) }),
      let sequence = json["sequence"]?.integerValue,
      let manifest = json["manifestSha256"]?.stringValue.flatMap({ Digest(hex: $0) }),
      let size = json["log"]?["size"]?.integerValue,
      let root = json["log"]?["root"]?.stringValue.flatMap({ Digest(hex: $0) })
    else { return nil }
    self.month = month
    self.sequence = Int(sequence)
    self.manifest = manifest
    logSize = Int(size)
    logRoot = root
  }
}
