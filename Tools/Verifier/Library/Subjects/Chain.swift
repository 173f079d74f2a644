/// What a caller remembers of the last closing verified before.
struct Head {
  let sequence: Int
  let manifestSha256: String

  /// Reads a remembered head, or a manifest kept from last time.
  ///
  /// - Throws: ``VerifierFault``.
  init(_ path: String) throws(VerifierFault) {
    let bytes = try readable(path)
    guard let json = try? JSON(canonical: bytes), let sequence = json["sequence"]?.integer else {
      throw .headIsMalformed(path)
    }
    self.sequence = sequence
    switch json["format"]?.string {
    case Manifest.format: manifestSha256 = hexadecimal(hash(bytes))
    case "soleil-head/1":
      guard let digest = json["manifestSha256"]?.string, isDigest(digest) else {
        throw .headIsMalformed(path)
      }
      manifestSha256 = digest
    default: throw .headIsMalformed(path)
    }
  }
}

/// Closings in the order of their numbers, and the months between them that could not be judged.
struct Chain {
  private(set) var closings: [AuthenticFolder]
  /// The months whose folder is there, with a manifest that cannot be relied upon.
  private(set) var unjudged: Set<Int>
  /// The digests of manifests that have lost their signature, by month, when nobody vouches for them.
  private let unvouched: [Int: String]

  /// Puts closings in order.
  ///
  /// A closing that has lost nothing but its signature is taken for what it is when the one after it
  /// names its manifest: the signature of that one covers both.
  /// - Parameter unjudged: the folders that are not authentic; their names tell their months.
  init(_ closings: [AuthenticFolder], unjudged: [UnjudgedFolder]) {
    var (closings, rest) = (closings, unjudged)
    // From the latest back, since one that is vouched for vouches for the one before.
    for folder in unjudged.sorted(by: { ($0.month ?? 0) > ($1.month ?? 0) }) {
      let later = closings.first { one in
        Month(one.manifest.month).map { $0.number - 1 } == folder.month
      }
      guard let later, let vouched = folder.vouched(by: later.manifest.previous) else { continue }
      closings.append(vouched)
      rest.removeAll { $0.path == folder.path }
    }
    self.closings = closings.sorted {
      ($0.manifest.sequence, $0.manifest.month) < ($1.manifest.sequence, $1.manifest.month)
    }
    self.unjudged = Set(rest.compactMap(\.month))
    unvouched = Dictionary(
      rest.compactMap { one in
        one.month.flatMap { month in one.manifest.map { (month, hexadecimal(hash($0))) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the closings follow one another, as far as they can be judged.
  func continuity(_ figures: [String: Figures]) -> ChainFindings {
    zip(closings, closings.dropFirst()).reduce(into: ChainFindings()) { found, pair in
      let link = link(from: pair.0, to: pair.1)
      found += link
      guard link.holds, let later = figures[pair.1.path] else { return }
      if !perpetualsFollow(pair.0.manifest.totals, pair.1.manifest.totals) {
        found += ChainFindings(.figuresDisagree, pair.1)
      } else if let earlier = figures[pair.0.path], !later.follow(earlier) {
        found += ChainFindings(.figuresDisagree, pair.1, "trial-balance.csv")
      }
    }
  }

  /// For each closing a time at which it is proved to have been there: that of its own time stamp, or
  /// of one of a later closing that builds upon it.
  var proofs: [Int64?] {
    var proofs: [Int64?] = []
    var (known, later) = (Int64?.none, AuthenticFolder?.none)
    for closing in closings.reversed() {
      if let later, !link(from: closing, to: later).holds { known = nil }
      known = [known, closing.seal?.stamp?.time].compactMap(\.self).min()
      proofs.append(known)
      later = closing
    }
    return proofs.reversed()
  }

  private func link(from earlier: AuthenticFolder, to later: AuthenticFolder) -> ChainFindings {
    let months = (Month(earlier.manifest.month)?.number, Month(later.manifest.month)?.number)
    guard let (before, after) = bothKnown(months) else { return ChainFindings() }
    if before == after { return ChainFindings(.monthDuplicated, later) }
    let between = unjudged.count { before < $0 && $0 < after }
    let step = between + 1
    guard later.manifest.sequence == earlier.manifest.sequence + step, after == before + step
    else { return ChainFindings(.chainGap, later) }
    guard isLinked(earlier, later, after, between),
      later.manifest.log.size >= earlier.manifest.log.size
    else { return ChainFindings(.chainBroken, later) }
    guard later.manifest.organisation.siren == earlier.manifest.organisation.siren else {
      return ChainFindings(.wrongOrganisation, later)
    }
    return ChainFindings(isJudged: between == 0)
  }

  /// Whether a closing names the one before it, and its log goes on from that one's.
  private func isLinked(
    _ earlier: AuthenticFolder, _ later: AuthenticFolder, _ month: Int, _ between: Int
  ) -> Bool {
    guard between == 0 else {
      return unvouched[month - 1].map { $0 == later.manifest.previous } ?? true
    }
    guard later.manifest.previous == earlier.manifestSha256 else { return false }
    return later.manifest.consistency.map {
      isConsistent(earlier.manifest.log, with: later.manifest.log, by: $0)
    } ?? true
  }

  /// Whether the closings go on from the one remembered, as far as they can be judged.
  func continuation(of head: Head) -> ChainFindings {
    guard let first = closings.first, let last = closings.last else {
      return ChainFindings(isJudged: false)
    }
    if let same = closings.first(where: { $0.manifest.sequence == head.sequence }) {
      return same.manifestSha256 == head.manifestSha256
        ? ChainFindings() : ChainFindings(.fork, same)
    }
    if let next = closings.first(where: { $0.manifest.sequence == head.sequence + 1 }) {
      return next.manifest.previous == head.manifestSha256
        ? ChainFindings() : ChainFindings(.fork, next)
    }
    let (missingAfter, missingBefore) = (
      head.sequence - last.manifest.sequence, first.manifest.sequence - head.sequence - 1
    )
    if missingAfter > 0 {
      return areUnjudged(1...missingAfter, from: last)
        ? ChainFindings(isJudged: false) : ChainFindings(.rollback, last)
    }
    if missingBefore > 0 {
      return areUnjudged(-missingBefore ... -1, from: first)
        ? ChainFindings(isJudged: false) : ChainFindings(.chainGap, first)
    }
    return ChainFindings(isJudged: false)
  }

  private func areUnjudged(_ steps: ClosedRange<Int>, from closing: AuthenticFolder) -> Bool {
    guard let month = Month(closing.manifest.month)?.number, steps.count <= unjudged.count else {
      return false
    }
    return steps.allSatisfy { unjudged.contains(month + $0) }
  }
}

/// What is wrong with a chain, and whether all of it could be judged.
struct ChainFindings {
  private(set) var findings: [Finding] = []
  private(set) var isJudged = true

  /// Whether one closing is known to build upon the other.
  var holds: Bool { isJudged && findings.isEmpty }

  init(isJudged: Bool = true) { self.isJudged = isJudged }

  init(_ code: Code, _ closing: AuthenticFolder, _ name: String = "manifest.json") {
    findings = [Finding(code, join(closing.path, name))]
  }

  static func += (sum: inout ChainFindings, more: ChainFindings) {
    sum.findings += more.findings
    sum.isJudged = sum.isJudged && more.isJudged
  }
}

/// Whether totals since the book began grow by those of the month.
private func perpetualsFollow(_ earlier: Totals, _ later: Totals) -> Bool {
  func follows(_ before: Int?, _ moved: Int, _ after: Int?) -> Bool {
    guard let before, let after else { return true }
    return before &+ moved == after
  }
  return follows(
    earlier.perpetualDebitCents, later.debitCents, later.perpetualDebitCents)
    && follows(earlier.perpetualWh, later.wh, later.perpetualWh)
}

private func bothKnown<Value>(_ pair: (Value?, Value?)) -> (Value, Value)? {
  guard let one = pair.0, let two = pair.1 else { return nil }
  return (one, two)
}
