import Testing
import Units

@testable import Seal

/// What is closed for the privacy key, against published vectors.
@Suite struct PrivacyTests {
  private func b(_ hex: String) -> [UInt8] { bytes(fromHex: hex) ?? [] }

  /// RFC 7748 § 6.1.
  @Test func bothSidesAgreeOnOneSecret() throws {
    let alice = try AgreementKey(
      privateBytes: b("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"))
    let bob = try AgreementKey(
      privateBytes: b("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"))
    #expect(
      hex(alice.publicBytes) == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
    let secret = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"
    #expect(hex(try alice.agree(with: bob.publicBytes)) == secret)
    #expect(hex(try bob.agree(with: alice.publicBytes)) == secret)
    #expect(throws: SealRefusal.libraryFailed(operation: "EVP_PKEY_derive")) {
      try bob.agree(with: [UInt8](repeating: 0, count: 32))
    }
  }

  /// RFC 5869 appendix A.1 and A.3.
  @Test func keysAreDerivedAsPublished() {
    let key = hkdfExtract(
      salt: b("000102030405060708090a0b0c"), [UInt8](repeating: 0x0B, count: 22))
    #expect(hex(key) == "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")
    #expect(
      hex(hkdfExpand(key, info: b("f0f1f2f3f4f5f6f7f8f9"), 42))
        == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
    let plain = hkdfExtract(salt: [], [UInt8](repeating: 0x0B, count: 22))
    #expect(
      hex(hkdfExpand(plain, info: [], 42))
        == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")
  }

  /// McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16.
  @Test func aesIn256BitsIsAsPublished() throws {
    let key = b("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
    let plain = b(
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449"
        + "a6b525b16aedf5aa0de657ba637b39")
    let data = b("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    let nonce = b("cafebabefacedbaddecaf888")
    let box = try gcmSeal(plain, key: key, nonce: nonce, authenticating: data)
    #expect(
      hex(box)
        == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b"
        + "1056828838c5f61e6393ba7a0abcc9f662" + "76fc6ece0f4e1768cddf8853bb2d551b")
    #expect(try gcmOpen(box, key: key, nonce: nonce, authenticating: data) == plain)
    for place in box.indices {
      var changed = box
      changed[place] ^= 1
      #expect(try gcmOpen(changed, key: key, nonce: nonce, authenticating: data) == nil)
    }
  }

  /// RFC 9180 appendix A.1.1: the same construction with AES-128-GCM, messages 0 and 1.
  @Test func messagesAreSealedAsPublished() throws {
    let ephemeral = try AgreementKey(
      privateBytes: b("52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736"))
    let recipient = try AgreementKey(
      privateBytes: b("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"))
    #expect(
      hex(ephemeral.publicBytes)
        == "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431")
    let context = HPKEContext(
      agreed: try ephemeral.agree(with: recipient.publicBytes),
      encapsulated: ephemeral.publicBytes, recipient: recipient.publicBytes,
      info: b("4f6465206f6e2061204772656369616e2055726e"), keyLength: 16)
    let plain = b("4265617574792069732074727574682c20747275746820626561757479")
    #expect(
      hex(try context.seal(plain, number: 0, authenticating: b("436f756e742d30")))
        == "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c51"
        + "2a")
    #expect(
      hex(try context.seal(plain, number: 1, authenticating: b("436f756e742d31")))
        == "af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b"
        + "84")
  }

  /// A message closed by another implementation: pyca/cryptography 48, module `hpke`.
  @Test func aMessageOfAnotherImplementationOpens() throws {
    let key = PrivacyKey(try AgreementKey(privateBytes: Array(1...32)))
    let made = b(
      "036ba6b95b5645ce0abd28b547a9409772ac7631a34350ea5169c1a53b03cb6f7e58018ed6459814b45d16767e"
        + "6fb0df04a157e35da02916ccf70f09112470b0")
    let box = made[..<32] + [UInt8](repeating: 0, count: 8) + made[32...]
    #expect(try key.open(Array(box), label: "") == Array("Ode an die Sonne".utf8))
  }

  @Test func aBoxOpensForItsKeyAndItsLabelAlone() throws {
    let key = try PrivacyKey()
    var sealer = try PrivacySealer(for: key.publicKey)
    let first = try sealer.seal([1, 2, 3], label: "M1/account")
    let second = try sealer.seal([1, 2, 3], label: "M1/account")
    #expect(first != second)
    #expect(try key.open(first, label: "M1/account") == [1, 2, 3])
    #expect(try key.open(second, label: "M1/account") == [1, 2, 3])
    #expect(throws: SealRefusal.boxDoesNotOpen) { try key.open(first, label: "M2/account") }
    #expect(throws: SealRefusal.boxDoesNotOpen) {
      try PrivacyKey().open(first, label: "M1/account")
    }
    #expect(throws: SealRefusal.boxDoesNotOpen) {
      try key.open(Array(first.dropLast(30)), label: "M1/account")
    }
    for place in [32, 39, 40, first.count - 1] {
      var changed = first
      changed[place] ^= 1
      #expect(throws: SealRefusal.boxDoesNotOpen) { try key.open(changed, label: "M1/account") }
    }
  }

  @Test func theKeyIsReadWithItsPassphraseAlone() throws {
    let key = try PrivacyKey()
    let pem = try key.encryptedPEM(phrase("correct horse"))
    #expect(try PrivacyKey(encryptedPEM: pem, phrase("correct horse")).publicKey == key.publicKey)
    #expect(throws: SealRefusal.passphraseIsWrong) {
      try PrivacyKey(encryptedPEM: pem, phrase("correct house"))
    }
    let signing = try PrivateKey().encryptedPEM(phrase("correct horse"))
    #expect(throws: SealRefusal.keyIsNotX25519) {
      try PrivacyKey(encryptedPEM: signing, phrase("correct horse"))
    }
    #expect(throws: SealRefusal.keyIsNotOfAnAllowedKind) {
      try PrivateKey(encryptedPEM: pem, phrase("correct horse"))
    }
  }
}
