import Foundation
@testable import Seal
import Units

/// A time-stamping service of the tests' own: it writes its tokens by hand and believes any clock.
struct TinyTSA {
  let key: PrivateKey
  let certificate: Certificate

  /// A service whose certificate is signed by itself.
  init(
    name: String = "Horodatage d’essai", from start: Instant = beginning,
    purpose: String = "critical,timeStamping"
  ) throws {
    key = try PrivateKey()
    let organisation = try OrganisationName(name: name, siren: "123456782")
    let draft = try CertificateDraft(organisation, commonName: name, publicKey: key)
    try draft.setValidity(from: start, to: Instant(seconds: start.seconds + 10 * 31_556_952))
    try draft.setIssuer(nil)
    try draft.extend("basicConstraints", "critical,CA:FALSE")
    try draft.extend("keyUsage", "critical,digitalSignature")
    try draft.extend("extendedKeyUsage", purpose)
    certificate = try draft.signed(by: key)
  }

  static let shared = Result { try TinyTSA() }

  /// A token over some bytes, at a time.
  func token(
    over bytes: [UInt8], at time: Instant, with other: [Certificate] = [], isNamed: Bool = true
  ) throws -> [UInt8] {
    let type: [UInt8] = [6, 11, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 1, 4]
    let algorithm = DER.sequence([ObjectName.sha256])
    let clock = time.description.utf8.filter { (48...57).contains($0) } + [UInt8(ascii: "Z")]
    let info = DER.sequence([
      DER.integer(1), [6, 3, 0x2A, 3, 4],
      DER.sequence([algorithm, DER.octets(sha256(bytes).bytes)]), DER.integer(7),
      DER.element(0x18, clock),
    ])
    let identifier = DER.sequence([DER.sequence([DER.octets(certificate.fingerprint.bytes)])])
    let attributes = DER.sorted(
      [
        attribute(ObjectName.contentType, type),
        attribute(ObjectName.messageDigest, DER.octets(sha256(info).bytes)),
      ] + (isNamed ? [attribute(ObjectName.signingCertificateV2, DER.sequence([identifier]))] : []))
    let signature = try key.signature(over: DER.element(0x31, attributes))
    let signer = DER.sequence([
      DER.integer(1), certificate.issuerAndSerial, algorithm, DER.element(0xA0, attributes),
      DER.sequence([ObjectName.ecdsaWithSHA256]), DER.octets(signature),
    ])
    let data = DER.sequence([
      DER.integer(3), DER.set([algorithm]),
      DER.sequence([type, DER.element(0xA0, DER.octets(info))]),
      DER.element(0xA0, DER.sorted(([certificate] + other).map(\.der))), DER.set([signer]),
    ])
    return DER.sequence([ObjectName.signedData, DER.element(0xA0, data)])
  }

  /// The reply that holds such a token.
  func reply(over bytes: [UInt8], at time: Instant) throws -> [UInt8] {
    DER.sequence([DER.sequence([DER.integer(0)]), try token(over: bytes, at: time)])
  }

  private func attribute(_ type: [UInt8], _ value: [UInt8]) -> [UInt8] {
    DER.sequence([type, DER.set([value])])
  }
}

extension World {
  /// Has trust.json name a service.
  func trust(_ service: TinyTSA) throws {
    try write(Array(service.certificate.pem.utf8), "trust/tsa.pem")
    trusting["timestamping"] =
      "[{\"file\":\"tsa.pem\",\"sha256\":\"\(service.certificate.fingerprint)\"}]"
    try writeTrustList()
  }

  /// Has a closing stamped.
  func stamp(
    _ month: String = "2026-10", by service: TinyTSA? = nil, at time: Instant = stamped
  ) throws {
    let name = "closings/\(month)/manifest.json.p7s"
    let service = try service ?? TinyTSA.shared.get()
    try write(service.reply(over: read(name), at: time), name + ".tsr")
  }
}

/// 2026-11-10T00:00:00Z, when closings of October are stamped.
let stamped = Instant(seconds: 1_794_268_800)
