/// Verifies closings, chains of closings, yearly archives and statements.
///
/// A path is a closing's folder, a folder of such folders, an archive, a statement in PDF, or a folder
/// of those.
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
    path: trustPath, authority: circumstances.trust.authority.fingerprint, isGiven: trust != nil)
  for path in subjects.archives { report.check(archive: path, circumstances) }
  let closings = report.check(closings: subjects.closings, remembered, circumstances)
  report.check(subjects, closings, circumstances)
  report.listNotChecked(circumstances)
  return report
}

/// What the given paths stand for.
private struct Subjects {
  var archives: [String] = []
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
      if AuthenticArchive.isArchive(path) {
        archives.append(path)
      } else if !visible.isEmpty, visible.allSatisfy({ stands(join(path, $0)) }) {
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

  /// Whether a path within a folder is one of its subjects: a month's, or an archive.
  private func stands(_ path: String) -> Bool {
    isFolder(path) && (Month(split(path).name) != nil || AuthenticArchive.isArchive(path))
  }

  private mutating func add(_ other: Subjects) {
    archives += other.archives
    closings += other.closings
    statements += other.statements
    wholes.formUnion(other.wholes)
  }
}

extension Report {
  fileprivate mutating func check(archive path: String, _ circumstances: Circumstances) {
    let (archive, found) = AuthenticArchive.authenticated(path, circumstances)
    add(found)
    guard let archive else { return }
    add(archive.verified())
    let proof = archive.seal.stamp?.time
    for closing in check(closings: archive.closingPaths, nil, circumstances, proof: proof)
    where archive.closings[closing.manifest.month] != closing.manifestSha256 {
      add([Finding(.chainBroken, join(closing.path, SignedName.closing.text))])
    }
    archives.append(archive.facts)
  }

  /// - Parameter proof: a time at which all of them are proved to have been there.
  fileprivate mutating func check(
    closings paths: [String], _ head: Head?, _ circumstances: Circumstances, proof: Int64? = nil
  ) -> [AuthenticFolder] {
    var authentic: [AuthenticFolder] = []
    var unjudged: [UnjudgedFolder] = []
    for path in paths {
      let unverified = UnverifiedFolder(path: path)
      let (folder, found) = unverified.authenticated(circumstances)
      add(found)
      if let folder {
        authentic.append(folder)
      } else {
        unjudged.append(unverified.unjudged(found))
      }
    }
    let chain = Chain(authentic, unjudged: unjudged)
    check(chain, head, figures: check(contentsOf: chain.closings))
    for (closing, known) in zip(chain.closings, chain.proofs) {
      let earliest = [known, proof].compactMap(\.self).min()
      var facts = closing.facts
      facts.provenAt = earliest
      closings.append(facts)
      guard let seal = closing.seal else { continue }
      let place = join(closing.path, SignedName.closing.signature)
      add(circumstances.findings(when: seal, proof: earliest, at: place))
    }
    reachesBack = reachesBack || closings.first?.sequence == 1
    return chain.closings
  }

  private mutating func check(contentsOf folders: [AuthenticFolder]) -> [String: Figures] {
    var figures: [String: Figures] = [:]
    for folder in folders {
      if folder.manifest.statements.size > 0, !folder.listsStatements {
        notChecked.insert(.statementsRoot)
      }
      let content = folder.verified()
      add(content.findings)
      figures[folder.path] = content.figures
    }
    return figures
  }

  private mutating func check(_ chain: Chain, _ head: Head?, figures: [String: Figures]) {
    var found = chain.continuity(figures)
    if let head {
      let continuation = chain.continuation(of: head)
      if continuation.holds { rememberedSequence = head.sequence }
      found += continuation
    }
    add(found.findings)
    if !found.isJudged { notChecked.insert(.continuity) }
  }

  fileprivate mutating func check(
    _ subjects: Subjects, _ closings: [AuthenticFolder], _ circumstances: Circumstances
  ) {
    var inFolders: [String: Set<[UInt8]>] = [:]
    var known = Dictionary(closings.map { ($0.manifest.month, $0) }) { first, _ in first }
    var figures: [String: Figures] = [:]
    var proven = Dictionary(self.closings.map { ($0.month, $0.provenAt) }) { first, _ in first }
    for path in subjects.statements {
      let (statement, found) = AuthenticStatement.authenticated(path, circumstances)
      add(found)
      guard let statement else { continue }
      if known[statement.month] == nil, let folder = statement.closingPath {
        let (closing, found) = UnverifiedFolder(path: folder).authenticated(circumstances)
        add(found)
        known[statement.month] = closing
        proven[statement.month] = closing?.seal?.stamp?.time
      }
      var agrees = statement.addsUp
      if let closing = known[statement.month] {
        let told = figures[statement.month] ?? closing.verified().figures
        figures[statement.month] = told
        agrees = agrees && statement.agrees(with: closing, told)
      }
      if !agrees { add([Finding(.figuresDisagree, path)]) }
      if subjects.wholes.contains(split(path).folder) {
        inFolders[statement.month, default: []].insert(statement.leaf)
      }
      let isIncluded = checkInclusion(of: statement, known[statement.month])
      statements.append(
        StatementFacts(
          path: path, month: statement.month, member: statement.member,
          signer: statement.seal.facts, isIncluded: isIncluded,
          provenAt: statement.seal.stamp?.time
            ?? (isIncluded ? proven[statement.month].flatMap(\.self) : nil)))
    }
    countPresent(inFolders, known)
  }

  /// A folder of statements may lack some: how many it lacks is told, and is no fault.
  private mutating func countPresent(
    _ leaves: [String: Set<[UInt8]>], _ known: [String: AuthenticFolder]
  ) {
    for (month, leaves) in leaves.sorted(by: { $0.key < $1.key }) {
      guard let (list, found) = known[month]?.statementsList() else { continue }
      add(found)
      guard let list else { continue }
      presence.append(
        PresenceFacts(
          month: month, present: list.present(among: leaves), listed: list.leaves.count))
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
    let trusted = circumstances.trust
    if trusted.revocations == nil { notChecked.insert(.revocation) }
    if trust?.isGiven == false { notChecked.insert(.publishedFingerprint) }
    if trusted.signers == nil { notChecked.insert(.signerList) }
    if trusted.signers != nil, !trusted.isSigned { notChecked.insert(.trustSignature) }
    let dates =
      closings.map(\.provenAt) + statements.map(\.provenAt) + archives.map(\.signer.provenAt)
    if dates.isEmpty || dates.contains(nil) { notChecked.insert(.date) }
    if !closings.isEmpty {
      notChecked.insert(.laterClosings)
      if !reachesBack && rememberedSequence == nil { notChecked.insert(.earlierClosings) }
    }
    if statements.contains(where: { !$0.isIncluded }) { notChecked.insert(.inclusion) }
  }
}
