/// Verifies closings, chains of closings and statements.
///
/// A path is a closing's folder, a folder of such folders, a statement in PDF, or a folder of those.
/// - Parameters:
///   - paths: what to verify.
///   - trust: a `trust.json` or the authority's certificate; else the one beside the closings.
///   - head: what was remembered of the last closing verified before.
///   - requireTimestamp: whether a date must be proved by a time stamp.
///   - now: seconds since 1970-01-01T00:00:00Z.
/// - Returns: all there is to say; its verdict is the worst of its findings.
/// - Throws: ``VerifierFault`` when it cannot even begin.
public func verify(
  paths: [String], trust: String? = nil, head: String? = nil, requireTimestamp: Bool = false,
  now: Int64
) throws(VerifierFault) -> Report {
  var report = Report()
  let subjects = try Subjects(paths)
  let remembered: Head? = if let head { try Head(head) } else { nil }
  guard let trustPath = trust ?? paths.lazy.compactMap({ Trust.beside($0) }).first else {
    report.add(paths.map { Finding(.trustMissing, $0) })
    return report
  }
  let circumstances = Circumstances(
    trust: try Trust(trustPath), now: now, requireTimestamp: requireTimestamp)
  report.trust = TrustFacts(
    path: trustPath, authority: circumstances.trust.fingerprint, isGiven: trust != nil)
  let closings = report.check(closings: subjects.closings, remembered, circumstances)
  report.check(subjects, closings, circumstances)
  report.listNotChecked(circumstances)
  return report
}

/// What the given paths stand for.
private struct Subjects {
  var closings: [String] = []
  var statements: [String] = []
  /// The folders of statements: each is meant to be whole.
  var wholes: Set<String> = []

  init(_ paths: [String]) throws(VerifierFault) {
    for path in paths {
      guard isFolder(path) else {
        guard kind(path) != .nothing else { throw .cannotOpen(path) }
        statements.append(path)
        continue
      }
      let inside = names(in: path)
      let visible = inside.filter { !$0.hasPrefix(".") }
      if visible.isEmpty, Month(split(path).name) == nil {
        throw isReadable(path) ? .nothingToVerify(path) : .cannotOpen(path)
      }
      if !visible.isEmpty,
        visible.allSatisfy({ Month($0) != nil && isFolder(join(path, $0)) })
      {
        try add(Subjects(visible.map { join(path, $0) }))
      } else if inside.contains(where: { $0.hasSuffix(".pdf") }),
        !inside.contains("manifest.json")
      {
        statements += inside.filter { $0.hasSuffix(".pdf") }.map { join(path, $0) }
        wholes.insert(split(join(path, "x")).folder)
      } else {
        closings.append(path)
      }
    }
  }

  private mutating func add(_ other: Subjects) {
    closings += other.closings
    statements += other.statements
    wholes.formUnion(other.wholes)
  }
}

extension Report {
  fileprivate mutating func check(
    closings paths: [String], _ head: Head?, _ circumstances: Circumstances
  ) -> [AuthenticFolder] {
    var authentic: [AuthenticFolder] = []
    var unjudged: [String] = []
    for path in paths {
      let (folder, found) = UnverifiedFolder(path: path).authenticated(circumstances)
      add(found)
      guard let folder else {
        unjudged.append(path)
        continue
      }
      authentic.append(folder)
      if folder.manifest.statements.size > 0, !folder.listsStatements {
        notChecked.insert(.statementsRoot)
      }
      add(folder.verified().1)
    }
    let chain = Chain(authentic, unjudged: unjudged)
    check(chain, head)
    closings = chain.closings.map(\.facts)
    reachesBack = closings.first?.sequence == 1
    return chain.closings
  }

  private mutating func check(_ chain: Chain, _ head: Head?) {
    var found = chain.continuity
    if let head {
      let continuation = chain.continuation(of: head)
      if continuation.isJudged, continuation.findings.isEmpty { rememberedSequence = head.sequence }
      found += continuation
    }
    add(found.findings)
    if !found.isJudged { notChecked.insert(.continuity) }
  }

  fileprivate mutating func check(
    _ subjects: Subjects, _ closings: [AuthenticFolder], _ circumstances: Circumstances
  ) {
    var inFolders: [AuthenticStatement] = []
    var known = Dictionary(closings.map { ($0.manifest.month, $0) }) { first, _ in first }
    for path in subjects.statements {
      let (statement, found) = AuthenticStatement.authenticated(path, circumstances)
      add(found)
      guard let statement else { continue }
      if known[statement.month] == nil, let folder = statement.closingPath {
        let (closing, found) = UnverifiedFolder(path: folder).authenticated(circumstances)
        add(found)
        known[statement.month] = closing
      }
      if subjects.wholes.contains(split(path).folder) { inFolders.append(statement) }
      let isIncluded = checkInclusion(of: statement, known[statement.month])
      statements.append(
        StatementFacts(
          path: path, month: statement.month, member: statement.member, signer: statement.signer,
          isIncluded: isIncluded))
    }
    countPresent(inFolders, known)
  }

  /// A folder of statements may lack some: how many it lacks is told, and is no fault.
  private mutating func countPresent(
    _ statements: [AuthenticStatement], _ known: [String: AuthenticFolder]
  ) {
    for month in Set(statements.map(\.month)).sorted() {
      guard let (list, found) = known[month]?.statementsList() else { continue }
      add(found)
      guard let list else { continue }
      presence.append(
        PresenceFacts(
          month: month, present: list.present(among: statements), listed: list.leaves.count))
    }
  }

  private mutating func checkInclusion(
    of statement: AuthenticStatement, _ closing: AuthenticFolder?
  ) -> Bool {
    guard let proof = statement.proofPath else { return false }
    let found = statement.inclusion(by: proof, in: closing)
    add(found)
    return found.isEmpty && closing != nil
  }

  fileprivate mutating func listNotChecked(_ circumstances: Circumstances) {
    notChecked.formUnion([.revocation, .date])
    if trust?.isGiven == false { notChecked.insert(.publishedFingerprint) }
    if circumstances.trust.signers == nil { notChecked.insert(.signerList) }
    if !closings.isEmpty {
      notChecked.insert(.laterClosings)
      if !reachesBack && rememberedSequence == nil { notChecked.insert(.earlierClosings) }
    }
    if statements.contains(where: { !$0.isIncluded }) { notChecked.insert(.inclusion) }
  }
}
