import Seal
import Testing
import Units

@Suite(.disabled(if: OpenSSLCommand.isMissing, "the openssl command is not installed"))
struct CertificateTests {
  let seal: TestSeal
  init() throws { seal = try TestSeal.shared.get() }

  private func described(_ certificate: Certificate) throws -> String {
    try withFolder(["c.pem": Array(certificate.pem.utf8)]) {
      try OpenSSLCommand.run(
        ["x509", "-in", "c.pem", "-noout", "-text", "-nameopt", "utf8,sep_comma_plus"], in: $0
      ).text
    }
  }

  @Test(arguments: [
    "Version: 3 (0x2)", "ASN1 OID: prime256v1", "Signature Algorithm: ecdsa-with-SHA256",
    "CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign", "X509v3 Basic Constraints: critical",
    "X509v3 Key Usage: critical", "X509v3 Subject Key Identifier",
    "O=Coopérative Solaire d’Essai", "organizationIdentifier=NTRFR-123456782",
    "Not Before: Oct  1 00:00:00 2026 GMT", "Not After : Sep 30 23:59:59 2036 GMT",
  ]) func theAuthorityHasItsProfile(line: String) throws {
    #expect(try described(seal.authority.certificate).contains(line))
  }

  @Test(arguments: [
    "CA:FALSE", "Digital Signature, Non Repudiation", "X509v3 Key Usage: critical",
    "1.3.6.1.5.5.7.3.36, E-mail Protection", "X509v3 Subject Key Identifier",
    "X509v3 Authority Key Identifier", "CN=Clôtures et relevés",
    "Not Before: Oct  1 00:00:00 2026 GMT", "Not After : Sep 30 23:59:59 2029 GMT",
  ]) func theSigningCertificateHasItsProfile(line: String) throws {
    #expect(try described(seal.signer.certificate).contains(line))
  }

  @Test func theSigningCertificateNamesNoAddressToAsk() throws {
    let text = try described(seal.signer.certificate)
    #expect(!text.contains("CRL Distribution") && !text.contains("Authority Information Access"))
  }

  @Test(arguments: ["smimesign", "any"]) func theChainVerifies(purpose: String) throws {
    let files = [
      "ca.pem": Array(seal.authority.certificate.pem.utf8),
      "leaf.pem": Array(seal.signer.certificate.pem.utf8),
    ]
    let answer = try withFolder(files) {
      try OpenSSLCommand.run(
        [
          "verify", "-x509_strict", "-purpose", purpose, "-no-CApath", "-no-CAstore", "-attime",
          "1790812801", "-CAfile", "ca.pem", "leaf.pem",
        ], in: $0)
    }
    #expect(answer.code == 0, "\(answer.text)")
  }

  @Test func theFingerprintIsTheOneOthersCompute() throws {
    let text = try withFolder(["c.der": seal.authority.certificate.der]) {
      try OpenSSLCommand.run(
        ["x509", "-inform", "DER", "-in", "c.der", "-noout", "-fingerprint", "-sha256"], in: $0
      ).text
    }
    let ours = seal.authority.certificate.fingerprint.hex.uppercased()
    #expect(text.filter { $0 != ":" }.contains(ours))
  }
}

@Suite struct CertificateValueTests {
  let seal: TestSeal
  init() throws { seal = try TestSeal.shared.get() }

  @Test func pemAndDERReadBackTheSame() throws {
    let leaf = seal.signer.certificate
    #expect(try Certificate(pem: leaf.pem) == leaf)
    #expect(try Certificate(der: leaf.der) == leaf)
    #expect(leaf.signsDocuments && !leaf.isAuthority)
    #expect(seal.authority.certificate.isAuthority && !seal.authority.certificate.signsDocuments)
  }

  @Test func serialNumbersAndKeysDiffer() throws {
    let name = try OrganisationName(name: "A", siren: "123456782")
    let (one, two) = (
      try Authority(for: name, from: october), try Authority(for: name, from: october)
    )
    #expect(one.certificate.fingerprint != two.certificate.fingerprint)
    #expect(one.key.publicKey != two.key.publicKey)
  }

  @Test(arguments: [
    ("A", "12345678", SealRefusal.sirenIsNotNineDigits("12345678")),
    ("A", "12345678X", .sirenIsNotNineDigits("12345678X")),
    ("", "123456782", .nameIsEmpty),
    (String(repeating: "é", count: 65), "123456782", .nameIsTooLong(characters: 65, most: 64)),
  ]) func namesThatNoCertificateHolds(name: String, siren: String, refusal: SealRefusal) {
    #expect(throws: refusal) { try OrganisationName(name: name, siren: siren) }
  }

  @Test func aNameOf64AccentedLettersFits() throws {
    let name = try OrganisationName(
      name: String(repeating: "é", count: 64), siren: "123456782")
    #expect(try Authority(for: name, from: october).certificate.isAuthority)
  }

  @Test(arguments: [
    ("", SealRefusal.certificateIsMissing),
    ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", .certificateIsMalformed),
    ("-----BEGIN CERTIFICATE-----\n", .certificateIsMalformed),
  ]) func textsThatAreNoCertificate(text: String, refusal: SealRefusal) {
    #expect(throws: refusal) { try Certificate(pem: text) }
  }

  @Test func bytesAfterACertificateAreRefused() {
    #expect(throws: SealRefusal.certificateIsMalformed) {
      try Certificate(der: seal.signer.certificate.der + [0])
    }
  }

  @Test func aFingerprintHas16GroupsOfFour() {
    let groups = sha256([]).grouped.split(separator: " ")
    #expect(groups.count == 16 && groups.first == "E3B0" && groups.allSatisfy { $0.count == 4 })
  }

  @Test func theLastLeafDoesNotOutliveItsAuthority() throws {
    let name = try OrganisationName(name: "A", siren: "123456782")
    let authority = try Authority(for: name, from: october)
    let late = october.adding(seconds: 9 * 365 * 86_400)
    let leaf = try authority.issueSigningCertificate(for: name, key: PrivateKey(), from: late)
    #expect(leaf.notAfter == authority.certificate.notAfter)
    let end = authority.certificate.notAfter
    #expect(throws: SealRefusal.certificateHasExpired(on: end, at: end)) {
      try authority.issueSigningCertificate(for: name, key: PrivateKey(), from: end)
    }
  }
}
