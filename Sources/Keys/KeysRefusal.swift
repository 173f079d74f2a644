public import Units

/// Why something is not done with the keys.
public enum KeysRefusal: Refusal, Equatable {
  /// There is no key or certificate at this path.
  case keyIsNotThere(path: String)
  /// There is a key already, and it is never overwritten.
  case keyExists(path: String)
  /// The list of whom to trust cannot be read, or is of another cooperative.
  case trustListIsMalformed(path: String)
  /// No signing certificate has a fingerprint that begins so.
  case certificateIsUnknown(String)
  /// The certificate was taken back before.
  case certificateIsRevoked(Digest)
  /// The file is no PKCS#12 container that this passphrase opens, with a key and its certificates.
  case containerDoesNotOpen(path: String)
  /// The container has no certificate of the authority that issued the one that signs.
  case containerLacksItsAuthority(path: String)
  /// What was signed before is not in the book: an older copy of it was put in its place.
  case bookIsOlderThanSigned(Month, sequence: Int)
  /// The book holds something else than what was signed.
  case bookContradictsSigned(Month, sequence: Int)
  /// A folder holds a closing that the book does not know.
  case folderIsNewerThanBook(Month)

  /// The stable kebab-case name of the broken rule.
  public var code: String {
    switch self {
    case .keyIsNotThere: "key-is-not-there"
    case .keyExists: "key-exists"
    case .trustListIsMalformed: "trust-list-is-malformed"
    case .certificateIsUnknown: "certificate-is-unknown"
    case .certificateIsRevoked: "certificate-is-revoked"
    case .containerDoesNotOpen: "container-does-not-open"
    case .containerLacksItsAuthority: "container-lacks-its-authority"
    case .bookIsOlderThanSigned: "book-is-older-than-signed"
    case .bookContradictsSigned: "book-contradicts-signed"
    case .folderIsNewerThanBook: "folder-is-newer-than-book"
    }
  }

  /// What the process answers.
  public var outcome: Outcome {
    switch self {
    case .keyIsNotThere: .noInput
    case .keyExists: .cannotCreate
    case .trustListIsMalformed, .containerDoesNotOpen, .containerLacksItsAuthority: .badData
    case .certificateIsUnknown, .certificateIsRevoked, .bookIsOlderThanSigned,
      .bookContradictsSigned, .folderIsNewerThanBook:
      .refused
    }
  }
}
