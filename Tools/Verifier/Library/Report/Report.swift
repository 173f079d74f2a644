/// All that a verification has to say.
public struct Report: Sendable {
  /// What was found; empty when all holds.
  public internal(set) var findings: [Finding] = []
  /// The closings that were looked at, oldest first.
  public internal(set) var closings: [ClosingFacts] = []
  /// The statements that were looked at.
  public internal(set) var statements: [StatementFacts] = []
  /// The yearly archives that were looked at.
  public internal(set) var archives: [ArchiveFacts] = []
  /// How many of a month's statements were there, when a folder of them was verified.
  public internal(set) var presence: [PresenceFacts] = []
  /// Whose signatures were accepted.
  public internal(set) var trust: TrustFacts?
  /// Whether the first closing is the first of all.
  public internal(set) var reachesBack = false
  /// The number of a closing the caller remembered, when the ones shown go on from it.
  public internal(set) var rememberedSequence: Int?
  /// What was not checked.
  public internal(set) var notChecked: Set<NotChecked> = []

  /// The worst finding decides.
  public var verdict: Verdict { findings.map(\.weight).max() ?? .valid }

  mutating func add(_ more: [Finding]) {
    for finding in more where !findings.contains(finding) { findings.append(finding) }
  }
}

/// What was not checked, for want of evidence.
public enum NotChecked: String, CaseIterable, Sendable, Comparable {
  /// No fingerprint known beforehand was given: the trust file lay beside what it vouches for.
  case publishedFingerprint = "published-fingerprint"
  /// The authority alone is known, not the list of its signers.
  case signerList = "signer-list"
  /// No list of revoked certificates was read.
  case revocation
  /// Whether the authority itself wrote the list of signers.
  case trustSignature = "trust-signature"
  /// The date is the signer's word.
  case date
  /// The closings before the first one shown.
  case earlierClosings = "earlier-closings"
  /// Whether closings follow one another across a month that cannot be relied upon.
  case continuity
  /// Whether closings were made after the last one shown.
  case laterClosings = "later-closings"
  /// Whether the statements make up the root signed, for want of their list.
  case statementsRoot = "statements-root"
  /// Whether a statement belongs to a closing.
  case inclusion

  /// Orders as declared.
  public static func < (left: NotChecked, right: NotChecked) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What a signed manifest says, once its signature holds.
public struct ClosingFacts: Sendable, Hashable {
  /// The folder.
  public let path: String
  /// The organisation's name.
  public let organisation: String
  /// The organisation's SIREN.
  public let siren: String
  /// The month, `YYYY-MM`.
  public let month: String
  /// The number of the closing.
  public let sequence: Int
  /// The SHA-256 of the manifest, in hexadecimal digits.
  public let manifestSha256: String
  /// When the manifest says it was closed.
  public let closedAt: String
  /// Who signed; nothing when the signature is gone and the next closing vouches for the manifest.
  public let signer: SignerFacts?
  /// When it is proved to have been there, by its own time stamp or by one of a later closing or an
  /// archive that builds upon it, in seconds since 1970-01-01T00:00:00Z.
  public internal(set) var provenAt: Int64?
  /// How many files it lists.
  public let files: Int
  /// Their bytes together.
  public let bytes: Int
  /// The number of entries.
  public let entries: Int
  /// All debits, in cents.
  public let debitCents: Int
  /// All credits, in cents.
  public let creditCents: Int
  /// The energy of the month, in watt-hours.
  public let wh: Int
}

/// What a statement says, once its signature holds.
public struct StatementFacts: Sendable, Hashable {
  /// The file.
  public let path: String
  /// The month, `YYYY-MM`.
  public let month: String
  /// The member's number.
  public let member: String
  /// Who signed.
  public let signer: SignerFacts
  /// Whether its place in a closing was proved.
  public let isIncluded: Bool
  /// When what it says is proved to have been there, by its own time stamp or by its closing's, in
  /// seconds since 1970-01-01T00:00:00Z.
  public let provenAt: Int64?
}

/// What a yearly archive says, once its signature holds.
public struct ArchiveFacts: Sendable, Hashable {
  /// The folder.
  public let path: String
  /// The organisation's name.
  public let organisation: String
  /// The fiscal year.
  public let year: String
  /// The SHA-256 of its manifest, in hexadecimal digits.
  public let manifestSha256: String
  /// Who signed.
  public let signer: SignerFacts
  /// How many files it lists.
  public let files: Int
  /// How many closings it holds.
  public let closings: Int
}

/// How many of the statements that a closing lists were there.
public struct PresenceFacts: Sendable, Hashable {
  /// The month, `YYYY-MM`.
  public let month: String
  /// How many were there and could be read and checked.
  public let present: Int
  /// How many the closing lists.
  public let listed: Int
}

/// Who signed.
public struct SignerFacts: Sendable, Hashable {
  /// The common name in the certificate.
  public let name: String
  /// The SHA-256 of the certificate, in hexadecimal digits.
  public let fingerprint: String
  /// When it says it signed, in seconds since 1970-01-01T00:00:00Z.
  public let signedAt: Int64?
  /// When it is proved to have been there, in seconds since 1970-01-01T00:00:00Z.
  public let provenAt: Int64?
  /// The time-stamping service that proves it.
  public let provenBy: String?
}

/// Whom the verification trusted.
public struct TrustFacts: Sendable, Hashable {
  /// The file that says so.
  public let path: String
  /// The SHA-256 of the authority's certificate, in hexadecimal digits.
  public let authority: String
  /// Whether the caller named the file, rather than it being found beside the closings.
  public let isGiven: Bool
}
