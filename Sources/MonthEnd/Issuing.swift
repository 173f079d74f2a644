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

  /// How many bytes of DER a statement keeps for a time stamp that may come later.
  fileprivate static let roomForStamp = 6_144

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
      try page.keepLittle()
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
  /// - Complexity: O(statements) in time, each signed by itself; in memory a block of them.
  public func issue(
    _ month: Month, only member: MemberNumber? = nil, signer: some Signer
  ) throws -> IssuedStatements {
    let context = try book.read { try IssueContext(month, $0, signer.chain.last) }
    var positions = 0..<context.tree.size
    if let member {
      guard let position = try book.read({ try $0.statementPosition(of: member, in: month) }) else {
        throw ClosingRefusal.memberHasNoStatement(member.description, month)
      }
      positions = position..<position + 1
    }
    let target = "\(folder)/\(month)"
    try Disk.makeFolder(target)
    let pen = StatementPen(self, context, signer, target)
    var (written, kept): ([MemberNumber], [MemberNumber]) = ([], [])
    var next = positions.lowerBound
    while next < positions.upperBound {
      let block = context.tree.block(of: next)
      let (statements, identities) = try book.read { page in
        let statements = try page.statements(of: month, from: block.lowerBound, most: block.count)
        let asked = statements.filter { positions.contains($0.position) }
        return (statements, try page.identities(of: asked.map(\.member)))
      }
      let asked = statements.filter { positions.contains($0.position) }
      let isThere = asked.map { Disk.exists(pen.page(of: $0.member)) }
      kept += zip(asked, isThere).filter(\.1).map(\.0.member)
      let issued = zip(asked, isThere).filter { !$1 }.map(\.0)
      try pen.write(issued, of: statements, identities)
      written += issued.map(\.member)
      next = block.upperBound
    }
    return IssuedStatements(folder: target, written: written, kept: kept)
  }
}

/// Writes blocks of statements, with what they have in common at hand.
private struct StatementPen<Key: Signer> {
  private let issue: StatementIssue
  private let context: IssueContext
  private let signer: Key
  private let target: String
  /// How many bytes a signature may take, a time stamp included.
  private let room: Int
  private let packer = Packer()

  init(_ issue: StatementIssue, _ context: IssueContext, _ signer: Key, _ target: String) {
    self.issue = issue
    self.context = context
    self.signer = signer
    self.target = target
    room = padesSignatureLengthMax(for: signer) + StatementIssue.roomForStamp
  }

  func page(of member: MemberNumber) -> String { "\(target)/\(member).pdf" }

  private func provisional(_ member: MemberNumber) -> String { "\(target)/.\(member).pdf.partial" }

  /// Writes proofs, and pages under provisional names, puts them on the disk in one go, then renames
  /// the pages: one that bears its own name is whole, and has its proof.
  func write(
    _ statements: [StoredStatement], of block: [StoredStatement],
    _ identities: [MemberNumber: Identity]
  ) throws {
    guard !statements.isEmpty else { return }
    let tree = MerkleTree(block.map { leafHash($0.body) })
    for stored in statements {
      try Disk.writeProvisional(
        "\(target)/\(stored.member).tlog-proof",
        Array(context.proof(of: stored, block: tree).text.utf8))
      try Disk.writeProvisional(
        provisional(stored.member), try pdf(stored, identities[stored.member]))
    }
    try Disk.flushAll(with: target)
    for stored in statements {
      try Disk.rename(provisional(stored.member), to: page(of: stored.member), durable: false)
    }
    try Disk.flush([target])
  }

  private func pdf(_ stored: StoredStatement, _ identity: Identity?) throws -> [UInt8] {
    let page = try context.page(of: stored, identity ?? Identity(erased: stored.member))
    let document = try StatementPDF(
      page: page, attachment: stored.body, signedAt: issue.now, evidence: issue.evidence
    ).unsigned(signatureCapacity: room, packer: packer)
    let ranges = document.signedRanges.map { document.bytes[$0] }
    return document.signed(with: try padesSignature(over: ranges, with: signer, at: issue.now))
  }
}

/// What all statements of a month draw on.
private struct IssueContext {
  let month: Month
  /// The tree of the statements.
  let tree: MerkleBlocks
  private let closing: StoredClosing
  private let cooperative: Cooperative
  private let authority: Digest

  init(_ month: Month, _ page: BookReader, _ authority: Certificate?) throws {
    guard let closing = try page.closings().first(where: { $0.month == month }) else {
      throw ClosingRefusal.monthIsNotClosed(month)
    }
    self.month = month
    self.closing = closing
    cooperative = try Cooperative(page, on: month.last)
    tree = try page.statementTree(of: month)
    self.authority = authority?.fingerprint ?? sha256([])
  }

  func proof(of stored: StoredStatement, block: MerkleTree) -> InclusionProof {
    let origin = InclusionProof.statementsOrigin(
      siren: cooperative.organisation.siren, month: month)
    return InclusionProof(
      origin: origin, index: stored.position, size: tree.size, root: tree.root,
      hashes: tree.inclusionProof(of: stored.position, block: block))
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
