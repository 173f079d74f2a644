import Agreements
import Closing
public import Documents
import Intake
public import Membership
public import Seal
import Statements
public import Store
import Text
public import Units
import Wording

/// The statements of a closed month written for their members.
public struct IssuedStatements: Hashable, Sendable {
  /// The folder.
  public let folder: String
  /// The statements written now.
  public let written: [MemberNumber]
  /// Those that were there before: an issued document is never written again.
  public let kept: [MemberNumber]
}

/// Writes the signed statements of closed months: a PDF a member, with the proof beside it that its
/// data belong to the closing.
public struct StatementIssue {
  /// The book.
  public let book: Book
  let folder: String
  let now: Instant
  let evidence: ValidationEvidence

  /// How many statements are written before they are put on the disk and get their names.
  private static let batch = 500
  /// How many bytes of DER a statement keeps for a time stamp that may come later.
  private static let roomForStamp = 6_144

  /// An issue of statements into a folder that holds a folder a month.
  ///
  /// - Parameter evidence: what each statement keeps for those who check it years later.
  public init(
    book: Book, statements folder: String, now: Instant,
    evidence: ValidationEvidence = ValidationEvidence()
  ) {
    self.book = book
    self.folder = folder
    self.now = now
    self.evidence = evidence
  }

  /// Says whether the month has these statements, before a key is asked for.
  ///
  /// - Throws: ``ClosingRefusal``.
  public func admit(_ month: Month, only member: MemberNumber? = nil) throws {
    try book.read { page in
      guard try page.closings().contains(where: { $0.month == month }) else {
        throw ClosingRefusal.monthIsNotClosed(month)
      }
      guard let member else { return }
      guard try page.statementPosition(of: member, in: month) != nil else {
        throw ClosingRefusal.memberHasNoStatement(member.description, month)
      }
    }
  }

  /// Writes the statements of a month, of all members or of one.
  ///
  /// - Throws: ``ClosingRefusal/monthIsNotClosed(_:)``,
  ///   ``ClosingRefusal/memberHasNoStatement(_:_:)``, ``SealRefusal``, ``StoreRefusal``.
  /// - Complexity: O(statements) in time, each signed by itself; in memory a batch of them, and the
  ///   hashes of all.
  public func issue(
    _ month: Month, only member: MemberNumber? = nil, signer: some Signer
  ) throws -> IssuedStatements {
    let context = try book.read { try IssueContext(month, $0, signer.chain.last) }
    var positions = 0..<context.count
    if let member {
      guard let position = try book.read({ try $0.statementPosition(of: member, in: month) }) else {
        throw ClosingRefusal.memberHasNoStatement(member.description, month)
      }
      positions = position..<position + 1
    }
    let target = "\(folder)/\(month)"
    try Disk.makeFolder(target)
    var (written, kept): ([MemberNumber], [MemberNumber]) = ([], [])
    for start in stride(from: positions.lowerBound, to: positions.upperBound, by: Self.batch) {
      let count = min(Self.batch, positions.upperBound - start)
      let (statements, identities) = try book.read { page in
        let statements = try page.statements(of: month, from: start, most: count)
        return (statements, try page.identities(of: statements.map(\.member)))
      }
      let isThere = statements.map { Disk.exists("\(target)/\($0.member).pdf") }
      kept += zip(statements, isThere).filter(\.1).map(\.0.member)
      let issued = zip(statements, isThere).filter { !$1 }.map(\.0)
      try write(issued, identities, context, signer, in: target)
      written += issued.map(\.member)
    }
    return IssuedStatements(folder: target, written: written, kept: kept)
  }

  /// Writes proofs and pages under provisional names, puts them on the disk in one go, then renames
  /// them: a page that bears its own name is whole.
  private func write(
    _ statements: [StoredStatement], _ identities: [MemberNumber: Identity],
    _ context: IssueContext, _ signer: some Signer, in target: String
  ) throws {
    var names: [String] = []
    for stored in statements {
      let files = [
        ("\(stored.member).tlog-proof", Array(context.proof(of: stored).text.utf8)),
        ("\(stored.member).pdf", try pdf(stored, identities[stored.member], context, signer)),
      ]
      for (name, bytes) in files {
        let partial = "\(target)/.\(name).partial"
        Disk.remove(partial)
        try Disk.create(partial, bytes, durable: false)
        names.append(name)
      }
    }
    try Disk.flush(names.map { "\(target)/.\($0).partial" })
    for name in names {
      try Disk.rename("\(target)/.\(name).partial", to: "\(target)/\(name)", durable: false)
    }
    try Disk.flush([target])
  }

  private func pdf(
    _ stored: StoredStatement, _ identity: Identity?, _ context: IssueContext,
    _ signer: some Signer
  ) throws -> [UInt8] {
    let page = try context.page(of: stored, identity ?? Identity(erased: stored.member))
    let room = padesSignatureLengthMax(for: signer) + Self.roomForStamp
    let document = try StatementPDF(
      page: page, attachment: stored.body, signedAt: now, evidence: evidence
    ).unsigned(signatureCapacity: room)
    let ranges = document.signedRanges.map { document.bytes[$0] }
    return document.signed(with: try padesSignature(over: ranges, with: signer, at: now))
  }
}

/// What all statements of a month draw on.
private struct IssueContext {
  let month: Month
  /// The number of statements.
  var count: Int { tree.size }
  private let closing: StoredClosing
  private let cooperative: Cooperative
  private let tree: MerkleTree
  private let authority: Digest

  init(_ month: Month, _ page: BookReader, _ authority: Certificate?) throws {
    guard let closing = try page.closings().first(where: { $0.month == month }) else {
      throw ClosingRefusal.monthIsNotClosed(month)
    }
    self.month = month
    self.closing = closing
    cooperative = try Cooperative(page, on: month.last)
    tree = MerkleTree(try page.statementLeaves(of: month))
    self.authority = authority?.fingerprint ?? sha256([])
  }

  func proof(of stored: StoredStatement) -> InclusionProof {
    let origin = InclusionProof.statementsOrigin(
      siren: cooperative.organisation.siren, month: month)
    return InclusionProof(of: stored.position, in: tree, origin: origin)
  }

  func page(of stored: StoredStatement, _ identity: Identity) throws -> StatementPage {
    guard let statement = try MemberStatement(JSON(reading: stored.body)) else {
      throw StoreRefusal.databaseFailed("statement")
    }
    return StatementPage(
      statement, identity, cooperative, language: Language(rawValue: identity.language) ?? .french,
      closing: closing.digest, authority: authority, data: sha256(stored.body))
  }
}
