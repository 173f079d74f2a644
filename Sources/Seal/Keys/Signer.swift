import Units

/// Something that signs in the name of a certificate: a key in memory here, a token elsewhere.
public protocol Signer: Sendable {
  /// The certificate of the key that signs.
  var certificate: Certificate { get }
  /// The certificates that vouch for it, sent along with each signature.
  var chain: [Certificate] { get }
  /// How the key signs.
  var algorithm: SigningAlgorithm { get }
  /// The signature over the SHA-256 of a message: in DER when the key lies on a curve.
  ///
  /// - Throws: what kept the key from signing.
  func signature(over message: [UInt8]) throws(SealRefusal) -> [UInt8]
}

/// A signer whose key is in memory.
public struct SigningKey: Signer {
  /// The certificate of the key.
  public let certificate: Certificate
  /// The certificates that vouch for it.
  public let chain: [Certificate]
  private let key: PrivateKey
  /// How the key signs.
  public var algorithm: SigningAlgorithm { key.algorithm }

  /// Joins a key with its certificate and the authority's.
  ///
  /// - Throws: ``SealRefusal/keyDoesNotMatchCertificate``,
  ///   ``SealRefusal/certificateIsNotForSigning``.
  public init(
    _ key: PrivateKey, certificate: Certificate, chain: [Certificate]
  ) throws(SealRefusal) {
    guard certificate.publicKey == key.publicKey else { throw .keyDoesNotMatchCertificate }
    guard certificate.signsDocuments else { throw .certificateIsNotForSigning }
    self.key = key
    self.certificate = certificate
    self.chain = chain
  }

  /// The signature over the SHA-256 of a message: in DER when the key lies on a curve.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  public func signature(over message: [UInt8]) throws(SealRefusal) -> [UInt8] {
    try key.signature(over: message)
  }
}

extension Signer {
  /// Refuses to sign outside the certificate's time.
  ///
  /// - Throws: ``SealRefusal/certificateIsNotYetValid(from:at:)``,
  ///   ``SealRefusal/certificateHasExpired(on:at:)``.
  func checkValidity(at instant: Instant) throws(SealRefusal) {
    guard instant >= certificate.notBefore else {
      throw .certificateIsNotYetValid(from: certificate.notBefore, at: instant)
    }
    guard instant <= certificate.notAfter else {
      throw .certificateHasExpired(on: certificate.notAfter, at: instant)
    }
  }
}
