import Documents
public import Seal
public import Store
import Text
public import Units

/// What a time stamp dates: a signature beside what it signs, or the one within a statement.
public struct StampSubject: Hashable, Sendable {
  /// The file of the signature, or the statement.
  public let path: String
  /// Where the stamp goes: a file beside, or the statement itself.
  public let target: String
  /// A short name: `2026-10`, `2026-10-M0042`.
  public let name: String

  var isStatement: Bool { path.hasSuffix(".pdf") }

  /// Finds the signature that a month, a signed folder, a `.p7s` file or a statement stands for.
  ///
  /// - Throws: ``TimestampRefusal/nothingToStamp(_:)``.
  public init(_ text: String, closings: String) throws(TimestampRefusal) {
    let place = (try? Month(text)) == nil || Disk.exists(text) ? text : "\(closings)/\(text)"
    let path = try Self.signature(at: place)
    self.path = path
    target = path.hasSuffix(".pdf") ? path : "\(path).tsr"
    let parts = path.split(separator: "/").map(String.init)
    let folder = parts.dropLast().last ?? ""
    let base = (parts.last ?? "").replacing(".pdf", with: "").replacing(".p7s", with: "")
    name =
      base == "manifest.json" && !folder.isEmpty
      ? folder : [folder, base].filter { !$0.isEmpty && $0 != ".." }.joined(separator: "-")
  }

  private static func signature(at path: String) throws(TimestampRefusal) -> String {
    guard Disk.isFolder(path) else {
      guard Disk.exists(path), path.hasSuffix(".pdf") || path.hasSuffix(".p7s") else {
        throw .nothingToStamp(path)
      }
      return path
    }
    let names = ((try? Disk.names(in: path)) ?? []).filter { $0.hasSuffix(".p7s") }
    guard let name = names.contains("manifest.json.p7s") ? "manifest.json.p7s" : names.first,
      names.count == 1 || name == "manifest.json.p7s"
    else { throw .nothingToStamp(path) }
    return "\(path)/\(name)"
  }
}

/// Time stamps, by way of files: a query to hand to an authority, and its reply.
///
/// - Source: RFC 3161.
public struct Stamping {
  let subject: StampSubject

  /// The stamping of a signature.
  public init(_ subject: StampSubject) { self.subject = subject }

  /// A query that lies ready.
  public struct Request: Hashable, Sendable {
    /// The query.
    public let query: TimestampQuery
    /// Whether it was written now; one about the same signature is kept as it was sent.
    public let isNew: Bool
  }

  /// Writes the query, unless there is one already about the same signature and policy.
  ///
  /// - Throws: ``TimestampRefusal``, ``StoreRefusal``, ``SealRefusal``.
  public func request(at path: String, policy: String?) throws -> Request {
    let content = try stamped()
    if Disk.exists(path), let known = try? TimestampQuery(der: Disk.read(path)),
      known.imprint == sha256(content), known.policy == policy
    {
      return Request(query: known, isNew: false)
    }
    let query = try TimestampQuery(over: content, nonce: randomBytes(16), policy: policy)
    try Disk.makeFolder(Disk.folder(of: path))
    try Disk.replace(path, query.der)
    return Request(query: query, isNew: true)
  }

  /// Checks a reply, keeps it with what it dates, and writes it into the log.
  ///
  /// - Parameters:
  ///   - reply: what the authority sent back.
  ///   - queryPath: the query that was sent.
  ///   - trusted: the authorities that are believed.
  /// - Throws: ``TimestampRefusal``, ``DocumentsRefusal``, ``StoreRefusal``.
  public func attach(
    _ reply: [UInt8], query queryPath: String, trusting trusted: [Certificate], to book: Book,
    now: Instant
  ) throws -> Timestamp {
    guard Disk.exists(queryPath) else { throw TimestampRefusal.queryIsMissing(queryPath) }
    let query = try TimestampQuery(der: Disk.read(queryPath))
    let content = try stamped()
    // The query itself may be about what the document was, or about another one.
    guard query.imprint == sha256(content) else {
      throw TimestampRefusal.replyIsForAnotherDocument(
        asked: sha256(content), stamped: query.imprint.hex)
    }
    let stamp = try Timestamp(reply: reply, to: query, trusting: trusted)
    let bytes = try kept(stamp)
    try book.write(at: now) { page in
      try page.record(event: StampSubject.event, subject.body(of: stamp, stored: bytes, content))
      try Disk.replace(subject.target, bytes)
    }
    return stamp
  }

  /// What is stamped: the file of a signature, or the value of the one within a statement.
  private func stamped() throws -> [UInt8] {
    let bytes = try Disk.read(subject.path)
    guard subject.isStatement else {
      _ = try StampableSignature(der: bytes)
      guard !Disk.exists(subject.target) else {
        throw TimestampRefusal.stampIsThere(subject.path)
      }
      return bytes
    }
    let signature = try StampableSignature(der: SignedDocument(bytes: bytes).signature)
    guard !signature.isStamped else { throw TimestampRefusal.stampIsThere(subject.path) }
    return signature.value
  }

  /// The bytes of the file that keeps the stamp.
  private func kept(_ stamp: Timestamp) throws -> [UInt8] {
    guard subject.isStatement else { return stamp.reply }
    let document = try SignedDocument(bytes: Disk.read(subject.path))
    let signature = try StampableSignature(der: document.signature)
    return try document.replacingSignature(with: signature.stamped(stamp))
  }
}

extension StampSubject {
  /// The kind of event under which the log holds a stamp.
  static let event = "timestamp"

  fileprivate func body(of stamp: Timestamp, stored: [UInt8], _ content: [UInt8]) -> JSON {
    [
      "document": .string(name), "file": .string(isStatement ? "pdf" : "tsr"),
      "imprintSha256": .string(sha256(content).hex), "fileSha256": .string(sha256(stored).hex),
      "time": .integer(stamp.time.seconds), "policy": .string(stamp.policy),
      "authoritySha256": .string(stamp.authority.fingerprint.hex),
    ]
  }
}
