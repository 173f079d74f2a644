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
  /// list of those it took back, and the same of the time-stamping authorities that are believed.
  func evidence() throws -> ValidationEvidence {
    var evidence = ValidationEvidence()
    let path = "\(trust)/trust.json"
    guard Disk.exists(path) else { return evidence }
    if let name = try JSON(reading: Disk.read(path))["revocations"]?["file"]?.stringValue {
      evidence.certificates.append(try certificates(at: "\(trust)/ca.pem")[0].der)
      evidence.revocationLists.append(
        try revocationList(
          pem: String(decoding: Disk.read("\(trust)/\(name)"), as: UTF8.self)))
    }
    for service in try stampingAuthorities() where Disk.exists(listPath(of: service)) {
      let list = try ServiceRevocations(Disk.read(listPath(of: service)), of: [service])
      evidence.certificates.append(service.der)
      evidence.revocationLists.append(list.der)
    }
    return evidence
  }

  /// Keeps the lists of revoked certificates of time-stamping authorities, each beside its certificate.
  ///
  /// - Returns: the authorities that signed them.
  /// - Throws: ``TimestampRefusal``, ``StoreRefusal``; nothing is kept then.
  func keepRevocations(_ files: [[UInt8]]) throws -> [Certificate] {
    let believed = try stampingAuthorities()
    let lists = try files.map { try ServiceRevocations($0, of: believed) }
    for list in lists { try Disk.replace(listPath(of: list.issuer), list.der) }
    return lists.map(\.issuer)
  }

  private func listPath(of service: Certificate) -> String {
    "\(trust)/tsa-\(service.fingerprint.hex.prefix(8)).crl"
  }
}
