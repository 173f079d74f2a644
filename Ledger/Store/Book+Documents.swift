import GRDB
import Journal
import Seal
import Text
public import Units

/// A signed document of a contract, kept in the book with its digest.
public struct ContractDocument: Hashable, Sendable {
  /// The contract.
  public let contract: String
  /// The name it is written out under: the contract's, a number, and the ending of the file.
  public let name: String
  /// The digest of its bytes.
  public let digest: Digest
  /// The number of its bytes.
  public let bytes: Int
  /// When it was attached.
  public let attachedAt: Instant
}

/// The kind of the events that attach documents to contracts.
let documentEvent = "contract-document"

extension BookWriter {
  /// Attaches a document to a contract; the same bytes twice change nothing.
  ///
  /// The log holds the digest and a name of our own: that of the file may name a person.
  ///
  /// - Returns: whether it was not attached before.
  /// - Throws: ``JournalRefusal/voucherIsTooLarge(_:bytes:most:)``.
  /// - Source: C. com. art. L123-22: what entries rest on is kept for ten years.
  public func attach(document bytes: [UInt8], ending: String, to contract: String) throws -> Bool {
    guard bytes.count <= BookWriter.mostVoucherBytes else {
      throw JournalRefusal.voucherIsTooLarge(
        contract, bytes: bytes.count, most: BookWriter.mostVoucherBytes)
    }
    let digest = sha256(bytes)
    let known = try reader.documents(of: contract)
    guard !known.contains(where: { $0.digest == digest }) else { return false }
    try db.execute(
      sql: "INSERT INTO voucher_file (digest, bytes, body) VALUES (?, ?, ?)",
      arguments: [digest.bytes.blob, bytes.count, bytes.blob])
    try record(
      event: documentEvent,
      [
        "contract": .string(contract), "name": .string("\(contract)-\(known.count + 1)\(ending)"),
        "sha256": .string(digest.hex), "bytes": .integer(Int64(bytes.count)),
      ])
    return true
  }
}

extension BookReader {
  /// The documents of a contract, or of all, oldest first.
  public func documents(of contract: String? = nil) throws -> [ContractDocument] {
    try events(kind: documentEvent).compactMap { event in
      guard let of = event.body["contract"]?.stringValue,
        let name = event.body["name"]?.stringValue,
        let digest = event.body["sha256"]?.stringValue.flatMap({ Digest(hex: $0) }),
        let bytes = event.body["bytes"]?.integerValue, contract == nil || contract == of
      else { return nil }
      return ContractDocument(
        contract: of, name: name, digest: digest, bytes: Int(bytes),
        attachedAt: event.recordedAt)
    }
  }
}
