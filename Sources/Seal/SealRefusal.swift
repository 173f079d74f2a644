public import Units

/// Why this room refuses to make a key, a certificate, a log or a signature.
public enum SealRefusal: Refusal, Equatable {
  /// A SIREN is nine digits.
  case sirenIsNotNineDigits(String)
  /// A certificate names its organisation.
  case nameIsEmpty
  /// A certificate holds a name of 64 characters at most.
  case nameIsTooLong(characters: Int, most: Int)
  /// A new passphrase has a least length, in bytes.
  case passphraseIsTooShort(bytes: Int, least: Int)
  /// The passphrase does not open the key.
  case passphraseIsWrong
  /// The text holds no private key.
  case keyIsMissing
  /// The private key lies open: it must be encrypted.
  case keyIsNotEncrypted
  /// What stands where the key should be cannot be read.
  case keyIsMalformed
  /// Only keys on the curves P-256 and P-384, and of RSA from 3,072 bits on, sign here.
  case keyIsNotOfAnAllowedKind
  /// Only keys on the curve X25519 open boxes here.
  case keyIsNotX25519
  /// The box was closed for another key or purpose, or its bytes were changed.
  case boxDoesNotOpen
  /// The text holds no certificate.
  case certificateIsMissing
  /// What stands where the certificate should be cannot be read.
  case certificateIsMalformed
  /// The key and the certificate are not of one pair.
  case keyDoesNotMatchCertificate
  /// The certificate is not one that signs documents.
  case certificateIsNotForSigning
  /// The certificate is not one that issues others.
  case certificateIsNotAnAuthority
  /// The certificate does not count yet at the instant of signing.
  case certificateIsNotYetValid(from: Instant, at: Instant)
  /// The certificate counts no more at the instant of signing.
  case certificateHasExpired(on: Instant, at: Instant)
  /// A kept log state does not have as many hashes as its size asks for.
  case frontierDoesNotFitSize(size: Int, hashes: Int)
  /// The machine gave no random numbers.
  case randomnessIsUnavailable
  /// The cryptographic library failed at something that does not fail.
  case libraryFailed(operation: String)

  /// The stable kebab-case name of the broken rule.
  public var code: String {
    switch self {
    case .sirenIsNotNineDigits: "siren-is-not-nine-digits"
    case .nameIsEmpty: "name-is-empty"
    case .nameIsTooLong: "name-is-too-long"
    case .passphraseIsTooShort: "passphrase-is-too-short"
    case .passphraseIsWrong: "passphrase-is-wrong"
    case .keyIsMissing: "key-is-missing"
    case .keyIsNotEncrypted: "key-is-not-encrypted"
    case .keyIsMalformed: "key-is-malformed"
    case .keyIsNotOfAnAllowedKind: "key-is-not-of-an-allowed-kind"
    case .keyIsNotX25519: "key-is-not-x25519"
    case .boxDoesNotOpen: "box-does-not-open"
    case .certificateIsMissing: "certificate-is-missing"
    case .certificateIsMalformed: "certificate-is-malformed"
    case .keyDoesNotMatchCertificate: "key-does-not-match-certificate"
    case .certificateIsNotForSigning: "certificate-is-not-for-signing"
    case .certificateIsNotAnAuthority: "certificate-is-not-an-authority"
    case .certificateIsNotYetValid: "certificate-is-not-yet-valid"
    case .certificateHasExpired: "certificate-has-expired"
    case .frontierDoesNotFitSize: "frontier-does-not-fit-size"
    case .randomnessIsUnavailable: "randomness-is-unavailable"
    case .libraryFailed: "library-failed"
    }
  }

  /// What the process answers.
  public var outcome: Outcome {
    switch self {
    case .passphraseIsWrong, .keyDoesNotMatchCertificate, .certificateIsNotForSigning,
      .certificateIsNotAnAuthority, .certificateIsNotYetValid, .certificateHasExpired,
      .boxDoesNotOpen:
      .refused
    case .sirenIsNotNineDigits, .nameIsEmpty, .nameIsTooLong, .passphraseIsTooShort,
      .keyIsMissing, .keyIsNotEncrypted, .keyIsMalformed, .keyIsNotOfAnAllowedKind, .keyIsNotX25519,
      .certificateIsMissing,
      .certificateIsMalformed, .frontierDoesNotFitSize:
      .badData
    case .randomnessIsUnavailable, .libraryFailed: .ioError
    }
  }
}
