import Documents
import Keys
import Seal
import Store
import Text
import Wording

extension Keyring {
  /// The time-stamping authorities that the trust file names.
  func stampingAuthorities() throws -> [Certificate] {
    let path = "\(trust)/trust.json"
    guard Disk.exists(path) else { return [] }
    let entries = try JSON(reading: Disk.read(path))["timestamping"]?.arrayValue ?? []
    return try entries.compactMap { $0["file"]?.stringValue }
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
}
