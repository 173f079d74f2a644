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
  let closings: [AuthenticFolder]
  /// The months whose folder is there, with a manifest that cannot be relied upon.
  let unjudged: Set<Int>

  /// Puts closings in order.
  ///
  /// - Parameter unjudged: the folders that are not authentic; their names tell their months.
  init(_ closings: [AuthenticFolder], unjudged: [String]) {
    self.closings = closings.sorted {
      ($0.manifest.sequence, $0.manifest.month) < ($1.manifest.sequence, $1.manifest.month)
    }
    self.unjudged = Set(unjudged.compactMap { Month(split($0).name)?.number })
  }

  /// Whether the closings follow one another, as far as they can be judged.
  var continuity: ChainFindings {
    zip(closings, closings.dropFirst()).reduce(into: ChainFindings()) { found, pair in
      found += link(from: pair.0, to: pair.1)
    }
  }

  private func link(from earlier: AuthenticFolder, to later: AuthenticFolder) -> ChainFindings {
    let months = (Month(earlier.manifest.month)?.number, Month(later.manifest.month)?.number)
    guard let (before, after) = bothKnown(months) else { return ChainFindings() }
    if before == after { return ChainFindings(.monthDuplicated, later) }
    let between = unjudged.count { before < $0 && $0 < after }
    let step = between + 1
    guard later.manifest.sequence == earlier.manifest.sequence + step, after == before + step
    else { return ChainFindings(.chainGap, later) }
    let isLinked = between > 0 || later.manifest.previous == earlier.manifestSha256
    guard isLinked, later.manifest.log.size >= earlier.manifest.log.size else {
      return ChainFindings(.chainBroken, later)
    }
    guard later.manifest.organisation.siren == earlier.manifest.organisation.siren else {
      return ChainFindings(.wrongOrganisation, later)
    }
    return ChainFindings(isJudged: between == 0)
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

  init(isJudged: Bool = true) { self.isJudged = isJudged }

  init(_ code: Code, _ closing: AuthenticFolder) {
    findings = [Finding(code, join(closing.path, "manifest.json"))]
  }

  static func += (sum: inout ChainFindings, more: ChainFindings) {
    sum.findings += more.findings
    sum.isJudged = sum.isJudged && more.isJudged
  }
}

private func bothKnown<Value>(_ pair: (Value?, Value?)) -> (Value, Value)? {
  guard let one = pair.0, let two = pair.1 else { return nil }
  return (one, two)
}
