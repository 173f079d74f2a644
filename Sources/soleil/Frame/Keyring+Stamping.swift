import Documents
import Keys
import Seal
import Store
import Text
import Units
import Wording

extension Keyring {
  /// The time-stamping authorities that the trust file names.
  func stampingAuthorities() throws -> [Certificate] {
    try trustedEntries().compactMap { $0["file"]?.stringValue }
      .map { name in try certificates(at: "\(trust)/\(name)")[0] }
  }

  /// The certificates of a file in PEM, at least one.
  func certificates(at path: String) throws -> [Certificate] {
    let end = "-----END CERTIFICATE-----"
    let text = String(decoding: try Disk.read(path), as: UTF8.self)
    let blocks = text.split(separator: end, omittingEmptySubsequences: false).dropLast()
    let found = try blocks.map { try Certificate(pem: $0 + end) }
    guard !found.isEmpty else { throw SealRefusal.certificateIsMissing }
    return found
  }

  /// Names more time-stamping authorities in the trust file, each with its certificate beside it.
  func trust(stampingAuthorities new: [Certificate]) throws {
    let path = "\(trust)/trust.json"
    let known = Set(try trustedEntries().compactMap { $0["sha256"]?.stringValue })
    let more = new.filter { !known.contains($0.fingerprint.hex) }
    guard !more.isEmpty, Disk.exists(path),
      var file = try JSON(reading: Disk.read(path)).objectValue
    else { return }
    var entries = try trustedEntries()
    for certificate in more {
      let name = "stamps-\(certificate.fingerprint.hex.prefix(16)).pem"
      try Disk.replace("\(trust)/\(name)", Array(certificate.pem.utf8))
      entries.append(
        ["file": .string(name), "sha256": .string(certificate.fingerprint.hex)])
    }
    file["timestamping"] = .array(entries)
    // What the authority signed is another list now: it signs anew with `key timestamping`.
    Disk.remove(path + ".p7s")
    try Disk.replace(path, JSON.object(file).canonical)
  }

  /// What a statement keeps for those who check it years later: the authority's certificate and its
  /// list of those it took back, when there is one.
  func evidence() throws -> ValidationEvidence {
    let path = "\(trust)/trust.json"
    guard Disk.exists(path),
      let name = try JSON(reading: Disk.read(path))["revocations"]?["file"]?.stringValue
    else { return ValidationEvidence() }
    let list = try revocationList(
      pem: String(decoding: Disk.read("\(trust)/\(name)"), as: UTF8.self))
    return ValidationEvidence(
      certificates: [try certificates(at: "\(trust)/ca.pem")[0].der], revocationLists: [list])
  }

  private func trustedEntries() throws -> [JSON] {
    let path = "\(trust)/trust.json"
    guard Disk.exists(path) else { return [] }
    return try JSON(reading: Disk.read(path))["timestamping"]?.arrayValue ?? []
  }
}
