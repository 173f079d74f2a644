import Seal
import Testing
import Units

@Suite struct HashingTests {
  /// FIPS 180-2 appendix B and the digest of nothing.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func sha256AgreesWithItsStandard(text: String, digest: String) {
    #expect(sha256(Array(text.utf8)).hex == digest)
    #expect(sha256(text.utf8).hex == digest)
  }

  /// RFC 4231 test cases 1 and 2, and an empty key (computed with `openssl dgst -hmac ""`).
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0B, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    ([], "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
  ]) func hmacAgreesWithItsStandard(key: [UInt8], message: String, code: String) {
    #expect(hex(hmacSHA256(key: key, message: Array(message.utf8))) == code)
  }

  @Test func piecesHashAsTheWholeDoes() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for size in [1, 3, 63, 64, 65, 999] {
      var hasher = Hasher256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hasher.update(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(hasher.finish() == sha256(bytes))
    }
  }

  @Test func randomBytesDiffer() throws {
    let (one, two) = (try randomBytes(32), try randomBytes(32))
    #expect(one.count == 32 && one != two)
    #expect(try randomBytes(0).isEmpty)
  }
}
