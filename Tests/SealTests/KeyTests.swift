import Foundation
import Seal
import Testing
import Units

@Suite struct KeyTests {
  let seal: TestSeal
  init() throws { seal = try TestSeal.shared.get() }

  @Test func theRightPhraseOpensTheKeyAndAWrongOneDoesNot() throws {
    let pem = try seal.key.encryptedPEM(phrase("correct horse"))
    let opened = try PrivateKey(encryptedPEM: pem, phrase("correct horse"))
    #expect(opened.publicKey == seal.key.publicKey)
    #expect(throws: SealRefusal.passphraseIsWrong) {
      try PrivateKey(encryptedPEM: pem, phrase("correct house"))
    }
    #expect(throws: SealRefusal.passphraseIsWrong) {
      try PrivateKey(encryptedPEM: pem, phrase(""))
    }
  }

  @Test func aShortPhraseIsRefused() {
    #expect(throws: SealRefusal.passphraseIsTooShort(bytes: 7, least: 8)) {
      try seal.key.encryptedPEM(phrase("1234567"))
    }
  }

  @Test func aPhraseIsWipedFromWhereItCame() {
    var bytes = Array("secret phrase".utf8)
    let held = Passphrase(wiping: &bytes)
    #expect(bytes.isEmpty && held.count == 13)
  }

  @Test(arguments: [
    ("", SealRefusal.keyIsMissing),
    ("-----BEGIN CERTIFICATE-----", .keyIsMissing),
    ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", .keyIsNotEncrypted),
    ("-----BEGIN EC PRIVATE KEY-----\nAAAA\n", .keyIsNotEncrypted),
    (
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
      .keyIsMalformed
    ),
    ("-----BEGIN ENCRYPTED PRIVATE KEY-----\n", .keyIsMalformed),
  ]) func textsThatAreNoLockedKey(text: String, refusal: SealRefusal) {
    #expect(throws: refusal) { try PrivateKey(encryptedPEM: text, phrase("12345678")) }
  }

  @Test func aKeyOfAnotherPairIsRefused() throws {
    let other = try PrivateKey()
    #expect(throws: SealRefusal.keyDoesNotMatchCertificate) {
      try SigningKey(other, certificate: seal.signer.certificate, chain: [])
    }
    #expect(throws: SealRefusal.keyDoesNotMatchCertificate) {
      try Authority(other, certificate: seal.authority.certificate)
    }
  }

  @Test func anAuthorityDoesNotSignAndASignerDoesNotIssue() {
    #expect(throws: SealRefusal.certificateIsNotForSigning) {
      try SigningKey(
        seal.authority.key, certificate: seal.authority.certificate, chain: [])
    }
    #expect(throws: SealRefusal.certificateIsNotAnAuthority) {
      try Authority(seal.key, certificate: seal.signer.certificate)
    }
  }
}

@Suite(.disabled(if: OpenSSLCommand.isMissing, "the openssl command is not installed"))
struct KeyFileTests {
  let seal: TestSeal
  init() throws { seal = try TestSeal.shared.get() }

  @Test func theFileIsPBES2With600000IterationsAndAES256() throws {
    let pem = try seal.key.encryptedPEM(phrase("correct horse"))
    let text = try withFolder(["k.pem": Array(pem.utf8)]) {
      try OpenSSLCommand.run(["asn1parse", "-in", "k.pem"], in: $0).text
    }
    for part in ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", "INTEGER           :0927C0"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func othersOpenOurFileAndWeOpenTheirs() throws {
    let pem = try seal.key.encryptedPEM(phrase("correct horse"))
    let files = ["k.pem": Array(pem.utf8), "phrase": Array("correct horse\n".utf8)]
    try withFolder(files) { folder in
      let public_ = try OpenSSLCommand.run(
        [
          "pkey", "-in", "k.pem", "-passin", "file:phrase", "-pubout", "-outform", "DER", "-out",
          "pub.der",
        ], in: folder)
      #expect(public_.code == 0, "\(public_.text)")
      #expect(
        [UInt8](try Data(contentsOf: folder.appending(path: "pub.der"))) == seal.key.publicKey)
      let wrong = try OpenSSLCommand.run(
        ["pkey", "-in", "k.pem", "-passin", "pass:other", "-noout"], in: folder)
      #expect(wrong.code != 0)
      for (curve, count) in [("P-256", 91), ("P-384", 120), ("secp256k1", nil), ("P-521", nil)] {
        _ = try OpenSSLCommand.run(
          [
            "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:\(curve)", "-aes256",
            "-pass", "pass:sesame", "-out", "theirs.pem",
          ], in: folder)
        let theirs = try String(contentsOf: folder.appending(path: "theirs.pem"), encoding: .utf8)
        if let count {
          #expect(try PrivateKey(encryptedPEM: theirs, phrase("sesame")).publicKey.count == count)
        } else {
          #expect(throws: SealRefusal.keyIsNotOfAnAllowedKind) {
            try PrivateKey(encryptedPEM: theirs, phrase("sesame"))
          }
        }
      }
    }
  }
}
