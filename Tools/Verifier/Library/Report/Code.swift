/// What a verification can find.
///
/// The names are stable: scripts and the auditor's own tool use them.
public enum Code: String, CaseIterable, Sendable {
  // Evidence that is missing.
  case trustMissing = "trust-missing"
  case signatureMissing = "signature-missing"
  case timestampMissing = "timestamp-missing"

  // The signature.
  case cmsMalformed = "cms-malformed"
  case cmsTrailingData = "cms-trailing-data"
  case weakAlgorithm = "weak-algorithm"
  case contentAltered = "content-altered"
  case essMissing = "ess-missing"
  case untrustedSigner = "untrusted-signer"
  case wrongKeyUsage = "wrong-key-usage"
  case certExpired = "cert-expired"
  case certRevoked = "cert-revoked"
  case timestampInvalid = "timestamp-invalid"

  // The text of a manifest or a statement.
  case jsonMalformed = "json-malformed"
  case jsonDuplicateKey = "json-duplicate-key"
  case jsonNotCanonical = "json-not-canonical"
  case formatUnknown = "format-unknown"
  case manifestMalformed = "manifest-malformed"
  case wrongOrganisation = "wrong-organisation"
  case wrongMonth = "wrong-month"
  case timeBeforePeriod = "time-before-period"

  // The files of a closing.
  case pathUnsafe = "path-unsafe"
  case pathDuplicate = "path-duplicate"
  case pathSymlink = "path-symlink"
  case pathNotAFile = "path-not-a-file"
  case fileMissing = "file-missing"
  case fileAltered = "file-altered"
  case fileUnlisted = "file-unlisted"
  case fileTooLarge = "file-too-large"
  case statementsRootWrong = "statements-root-wrong"
  case figuresDisagree = "figures-disagree"

  // The chain of closings.
  case monthDuplicated = "month-duplicated"
  case chainGap = "chain-gap"
  case chainBroken = "chain-broken"
  case rollback = "rollback"
  case fork = "fork"

  // A member's statement.
  case pdfMalformed = "pdf-malformed"
  case pdfExtended = "pdf-extended"
  case pdfByteRange = "pdf-byte-range"
  case pdfPadding = "pdf-padding"
  case pdfSignatureCount = "pdf-signature-count"
  case pdfAttachment = "pdf-attachment"
  case proofMalformed = "proof-malformed"
  case proofOfAnotherLog = "proof-of-another-log"
  case proofInvalid = "proof-invalid"

  /// What the finding means for the verdict, unless its place says otherwise.
  var weight: Verdict {
    switch self {
    case .trustMissing, .signatureMissing, .timestampMissing: .undetermined
    default: .invalid
    }
  }
}

/// The answer in one word.
public enum Verdict: String, Sendable, Comparable {
  /// All that could be checked holds.
  case valid
  /// Evidence is missing.
  case undetermined
  /// There is proof of alteration, or of another signer.
  case invalid

  /// 0 valid, 1 invalid, 2 undetermined.
  public var exitCode: Int32 {
    switch self {
    case .valid: 0
    case .invalid: 1
    case .undetermined: 2
    }
  }

  private var rank: Int { self == .valid ? 0 : self == .undetermined ? 1 : 2 }
  /// Orders from good to bad.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }
}

/// One thing found, and where.
public struct Finding: Hashable, Sendable {
  /// What was found.
  public let code: Code
  /// The file or folder, as the caller named it.
  public let path: String
  /// What it means for the verdict.
  public let weight: Verdict

  init(_ code: Code, _ path: String, weight: Verdict? = nil) {
    self.code = code
    self.path = path
    self.weight = weight ?? code.weight
  }
}
