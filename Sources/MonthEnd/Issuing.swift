import Agreements
import Closing
import Documents
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

  /// An issue of statements into a folder that holds a folder a month.
  public init(book: Book, statements folder: String, now: Instant) {
    self.book = book
    self.folder = folder
    self.now = now
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
      guard try page.statements(of: month).contains(where: { $0.member == member }) else {
        throw ClosingRefusal.memberHasNoStatement(member.description, month)
      }
    }
  }

  /// Writes the statements of a month, of all members or of one.
  ///
  /// - Throws: ``ClosingRefusal/monthIsNotClosed(_:)``,
  ///   ``ClosingRefusal/memberHasNoStatement(_:_:)``, ``SealRefusal``, ``StoreRefusal``.
  /// - Complexity: O(statements), each signed by itself.
  public func issue(
    _ month: Month, only member: MemberNumber? = nil, signer: some Signer
  ) throws -> IssuedStatements {
    let context = try book.read { try IssueContext(month, $0, signer.chain.last) }
    let wanted = context.statements.filter { member == nil || $0.member == member }
    if let member, wanted.isEmpty {
      throw ClosingRefusal.memberHasNoStatement(member.description, month)
    }
    let target = "\(folder)/\(month)"
    try Disk.makeFolder(target)
    let kept = wanted.filter { Disk.exists("\(target)/\($0.member).pdf") }.map(\.member)
    let issued = wanted.filter { !kept.contains($0.member) }
    try write(issued, context, signer, in: target)
    return IssuedStatements(folder: target, written: issued.map(\.member), kept: kept)
  }

  /// Writes proofs and pages under provisional names, puts them on the disk in one go, then renames
  /// them: a page that bears its own name is whole.
  private func write(
    _ statements: [StoredStatement], _ context: IssueContext, _ signer: some Signer,
    in target: String
  ) throws {
    var names: [String] = []
    for stored in statements {
      let files = [
        ("\(stored.member).tlog-proof", Array(context.proof(of: stored).text.utf8)),
        ("\(stored.member).pdf", try pdf(stored, context, signer)),
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
    _ stored: StoredStatement, _ context: IssueContext, _ signer: some Signer
  ) throws -> [UInt8] {
    let page = try context.page(of: stored)
    let document = try StatementPDF(page: page, attachment: stored.body, signedAt: now)
      .unsigned(signatureCapacity: padesSignatureLengthMax(for: signer))
    let ranges = document.signedRanges.map { document.bytes[$0] }
    return document.signed(with: try padesSignature(over: ranges, with: signer, at: now))
  }
}

/// What all statements of a month draw on.
private struct IssueContext {
  let month: Month
  let statements: [StoredStatement]
  private let closing: StoredClosing
  private let cooperative: Cooperative
  private let identities: [MemberNumber: Identity]
  private let tree: MerkleTree
  private let authority: Digest

  init(_ month: Month, _ page: BookReader, _ authority: Certificate?) throws {
    guard let closing = try page.closings().first(where: { $0.month == month }) else {
      throw ClosingRefusal.monthIsNotClosed(month)
    }
    self.month = month
    self.closing = closing
    statements = try page.statements(of: month)
    cooperative = try Cooperative(page, on: month.last)
    identities = try page.identities()
    tree = MerkleTree(statements.map { leafHash($0.body) })
    self.authority = authority?.fingerprint ?? sha256([])
  }

  func proof(of stored: StoredStatement) -> InclusionProof {
    let origin = InclusionProof.statementsOrigin(
      siren: cooperative.organisation.siren, month: month)
    return InclusionProof(of: stored.position, in: tree, origin: origin)
  }

  func page(of stored: StoredStatement) throws -> StatementPage {
    guard let statement = try MemberStatement(JSON(reading: stored.body)) else {
      throw StoreRefusal.databaseFailed("statement")
    }
    let identity = identities[stored.member] ?? Identity(erased: stored.member)
    return StatementPage(
      statement, identity, cooperative, language: Language(rawValue: identity.language) ?? .french,
      closing: closing.digest, authority: authority, data: sha256(stored.body))
  }
}
