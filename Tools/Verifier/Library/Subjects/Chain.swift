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

/// Whether closings, in the order of their numbers, follow one another.
func continuity(_ closings: [AuthenticFolder]) -> [Finding] {
  zip(closings, closings.dropFirst()).compactMap { earlier, later in
    let place = join(later.path, "manifest.json")
    let months = (Month(earlier.manifest.month)?.number, Month(later.manifest.month)?.number)
    guard let (before, after) = bothKnown(months) else { return nil }
    if before == after { return Finding(.monthDuplicated, place) }
    guard later.manifest.sequence == earlier.manifest.sequence + 1, after == before + 1 else {
      return Finding(.chainGap, place)
    }
    guard later.manifest.previous == earlier.manifestSha256,
      later.manifest.log.size >= earlier.manifest.log.size
    else { return Finding(.chainBroken, place) }
    return later.manifest.organisation.siren == earlier.manifest.organisation.siren
      ? nil : Finding(.wrongOrganisation, place)
  }
}

/// Whether closings, in the order of their numbers, go on from the one remembered.
func continuation(_ closings: [AuthenticFolder], of head: Head) -> [Finding] {
  guard let first = closings.first, let last = closings.last else { return [] }
  func finding(_ code: Code, _ closing: AuthenticFolder) -> [Finding] {
    [Finding(code, join(closing.path, "manifest.json"))]
  }
  if let same = closings.first(where: { $0.manifest.sequence == head.sequence }) {
    return same.manifestSha256 == head.manifestSha256 ? [] : finding(.fork, same)
  }
  guard last.manifest.sequence > head.sequence else { return finding(.rollback, last) }
  guard first.manifest.sequence == head.sequence + 1 else { return finding(.chainGap, first) }
  return first.manifest.previous == head.manifestSha256 ? [] : finding(.fork, first)
}

private func bothKnown<Value>(_ pair: (Value?, Value?)) -> (Value, Value)? {
  guard let one = pair.0, let two = pair.1 else { return nil }
  return (one, two)
}
