extension Report {
  /// The report for a program to read: one JSON value, always with the same keys.
  ///
  /// A signer has no `signedAt` when the signature carries no time of signing, and no `provenAt` without a
  /// time stamp; a closing has no signer when its signature is gone and the next one vouches for it. The
  /// `provenAt` of a closing may be that of a later one that builds upon it, a statement's its closing's.
  public var json: String {
    let value = JSON.of([
      "verdict": .string(verdict.rawValue),
      "findings": .array(findings.map(\.json)),
      "closings": .array(closings.map(\.json)),
      "statements": .array(statements.map(\.json)),
      "archives": .array(archives.map(\.json)),
      "statementsPresent": .array(presence.map(\.json)),
      "authority": .string(trust?.authority ?? ""),
      "notChecked": .array(notChecked.sorted().map { .string($0.rawValue) }),
    ])
    return String(decoding: value.canonical, as: UTF8.self)
  }
}

extension JSON {
  fileprivate static func of(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member(key: $0, value: $1) })
  }
}

extension Finding {
  fileprivate var json: JSON { .of(["code": .string(code.rawValue), "path": .string(path)]) }
}

extension SignerFacts {
  fileprivate var json: JSON {
    .object(
      [
        .init(key: "name", value: .string(name)),
        .init(key: "sha256", value: .string(fingerprint)),
        signedAt.map { .init(key: "signedAt", value: .integer(Int($0))) },
        provenAt.map { .init(key: "provenAt", value: .integer(Int($0))) },
        provenBy.map { .init(key: "provenBy", value: .string($0)) },
      ].compactMap(\.self))
  }
}

extension ClosingFacts {
  fileprivate var json: JSON {
    let members: KeyValuePairs<String, JSON> = [
      "path": .string(path), "organisation": .string(organisation), "siren": .string(siren),
      "month": .string(month), "sequence": .integer(sequence),
      "manifestSha256": .string(manifestSha256), "closedAt": .string(closedAt),
      "files": .integer(files), "bytes": .integer(bytes), "entries": .integer(entries),
      "debitCents": .integer(debitCents), "creditCents": .integer(creditCents),
      "wh": .integer(wh),
    ]
    let signed = signer.map { [JSON.Member(key: "signer", value: $0.json)] } ?? []
    return .object(members.map { JSON.Member(key: $0, value: $1) } + signed + proven(provenAt))
  }
}

extension ArchiveFacts {
  fileprivate var json: JSON {
    .of([
      "path": .string(path), "organisation": .string(organisation), "year": .string(year),
      "manifestSha256": .string(manifestSha256), "signer": signer.json,
      "files": .integer(files), "closings": .integer(closings),
    ])
  }
}

extension PresenceFacts {
  fileprivate var json: JSON {
    .of(["month": .string(month), "present": .integer(present), "listed": .integer(listed)])
  }
}

extension StatementFacts {
  fileprivate var json: JSON {
    let members: KeyValuePairs<String, JSON> = [
      "path": .string(path), "month": .string(month), "member": .string(member),
      "signer": signer.json, "included": .string(isIncluded ? "proved" : "not-checked"),
    ]
    return .object(members.map { JSON.Member(key: $0, value: $1) } + proven(provenAt))
  }
}

private func proven(_ time: Int64?) -> [JSON.Member] {
  time.map { [JSON.Member(key: "provenAt", value: .integer(Int($0)))] } ?? []
}
