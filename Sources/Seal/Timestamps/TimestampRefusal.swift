public import Units

/// Why a time stamp is not asked for, or its reply not kept.
///
/// - Source: RFC 3161 §§ 2.3 and 2.4.2.
public enum TimestampRefusal: Refusal, Equatable {
  /// There is no signature of ours at this path.
  case nothingToStamp(String)
  /// The document has its stamp already.
  case stampIsThere(String)
  /// No query was written for the document, or it lies elsewhere.
  case queryIsMissing(String)
  /// The query that was kept cannot be read.
  case queryIsMalformed
  /// The name of a policy is no object identifier.
  case policyIsMalformed(String)
  /// What stands where the signature should be is not one of ours.
  case signatureIsMalformed
  /// What came back is no reply of a time-stamping authority.
  case replyIsMalformed
  /// The authority refused, with this status.
  case authorityRefused(status: Int)
  /// The reply stamps another document, or another digest of it.
  case replyIsForAnotherDocument(asked: Digest, stamped: String)
  /// The reply answers another query about the same document.
  case nonceIsAnother
  /// The authority stamped under another policy than the one asked for.
  case policyIsAnother(asked: String, stamped: String)
  /// The signature of the stamp does not hold.
  case stampIsNotSigned
  /// The stamp is signed by way of a digest too weak to be believed.
  case stampIsWeak
  /// The certificate that signed is not made for time stamps alone.
  case keyIsNotForStamping
  /// No authority that is trusted vouches for the one that signed.
  case stampingAuthorityIsUnknown
  /// A file is no list of revoked certificates.
  case revocationListIsMalformed
  /// A list of revoked certificates is signed by none of the authorities that are believed.
  case revocationListIsForeign

  /// The stable kebab-case name of the broken rule.
  public var code: String {
    switch self {
    case .nothingToStamp: "nothing-to-stamp"
    case .stampIsThere: "stamp-is-there"
    case .queryIsMissing: "query-is-missing"
    case .queryIsMalformed: "query-is-malformed"
    case .policyIsMalformed: "policy-is-malformed"
    case .signatureIsMalformed: "signature-is-malformed"
    case .replyIsMalformed: "reply-is-malformed"
    case .authorityRefused: "authority-refused"
    case .replyIsForAnotherDocument: "reply-is-for-another-document"
    case .nonceIsAnother: "nonce-is-another"
    case .policyIsAnother: "policy-is-another"
    case .stampIsNotSigned: "stamp-is-not-signed"
    case .stampIsWeak: "stamp-is-weak"
    case .keyIsNotForStamping: "key-is-not-for-stamping"
    case .stampingAuthorityIsUnknown: "stamping-authority-is-unknown"
    case .revocationListIsMalformed: "revocation-list-is-malformed"
    case .revocationListIsForeign: "revocation-list-is-foreign"
    }
  }

  /// What the process answers.
  public var outcome: Outcome {
    switch self {
    case .queryIsMalformed, .policyIsMalformed, .signatureIsMalformed, .replyIsMalformed,
      .revocationListIsMalformed:
      .badData
    case .nothingToStamp, .queryIsMissing: .noInput
    default: .refused
    }
  }
}
