import Foundation
import Seal
import Testing
import Units

@Suite(.disabled(if: OpenSSLCommand.isMissing, "the openssl command is not installed"))
struct SignatureTests {
  let seal: TestSeal
  let content = Array("{\"month\":\"2026-10\"}\n\r\n".utf8)
  let at = october.adding(seconds: 3_600)
  init() throws { seal = try TestSeal.shared.get() }

  private func verify(
    _ signature: [UInt8], _ content: [UInt8], authority: Certificate? = nil
  ) throws -> (code: Int32, text: String) {
    let files = [
      "m": content, "m.p7s": signature,
      "ca.pem": Array((authority ?? seal.authority.certificate).pem.utf8),
    ]
    return try withFolder(files) {
      try OpenSSLCommand.run(
        [
          "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "m.p7s", "-content", "m",
          "-CAfile", "ca.pem", "-no-CApath", "-no-CAstore", "-attime", String(at.seconds), "-out",
          "/dev/null",
        ], in: $0)
    }
  }

  @Test func othersAcceptADetachedSignature() throws {
    let answer = try verify(signDetached(content, with: seal.signer, at: at), content)
    #expect(
      answer.code == 0 && answer.text.contains("CAdES Verification successful"), "\(answer.text)")
  }

  @Test func othersRefuseAlteredContent() throws {
    let signature = try signDetached(content, with: seal.signer, at: at)
    for place in content.indices {
      var altered = content
      altered[place] ^= 1
      #expect(try verify(signature, altered).code != 0)
    }
  }

  @Test func othersRefuseAnotherAuthority() throws {
    let name = try OrganisationName(name: "Coopérative Solaire d’Essai", siren: "123456782")
    let stranger = try Authority(for: name, from: october).certificate
    let signature = try signDetached(content, with: seal.signer, at: at)
    #expect(try verify(signature, content, authority: stranger).code != 0)
  }

  @Test func othersAcceptASignatureOverTwoRanges() throws {
    let half = content.count / 2
    let signature = try padesSignature(
      over: [content[..<half], content[half...]], with: seal.signer, at: at)
    #expect(try verify(signature, content).code == 0)
    #expect(signature.count <= padesSignatureLengthMax(for: seal.signer))
    #expect(padesSignatureLengthMax(for: seal.signer) - signature.count < 4)
  }

  private func parsed(_ signature: [UInt8]) throws -> String {
    try withFolder(["s": signature]) {
      try OpenSSLCommand.run(["asn1parse", "-inform", "DER", "-in", "s"], in: $0).text
    }
  }

  @Test func onlyTheDetachedSignatureTellsItsTimeAndItIsTheGivenOne() throws {
    let cades = try parsed(signDetached(content, with: seal.signer, at: at))
    #expect(cades.contains(":signingTime"))
    #expect(cades.contains("UTCTIME           :261001010000Z"))
    let pades = try parsed(padesSignature(over: [content[...]], with: seal.signer, at: at))
    #expect(!pades.contains(":signingTime"))
    for part in ["contentType", "messageDigest", "id-smime-aa-signingCertificateV2"] {
      #expect(pades.contains(":\(part)") && cades.contains(":\(part)"), "\(part)")
    }
    #expect(!cades.contains("S/MIME Capabilities"))
  }

  /// What `openssl cms -sign -cades` writes with the same key differs in the signature and the time
  /// alone: every tag, length and value else is the same.
  @Test func theBytesAreThoseOfTheReferenceWriter() throws {
    let pem = try seal.key.encryptedPEM(phrase("correct horse"))
    let files = [
      "m": content, "k.pem": Array(pem.utf8), "leaf.pem": Array(seal.signer.certificate.pem.utf8),
      "ca.pem": Array(seal.authority.certificate.pem.utf8),
    ]
    let theirs = try withFolder(files) { folder in
      let made = try OpenSSLCommand.run(
        [
          "cms", "-sign", "-cades", "-binary", "-nosmimecap", "-md", "sha256", "-in", "m",
          "-signer", "leaf.pem", "-inkey", "k.pem", "-passin", "pass:correct horse", "-certfile",
          "ca.pem", "-outform", "DER", "-out", "s",
        ], in: folder)
      #expect(made.code == 0, "\(made.text)")
      return [UInt8](try Data(contentsOf: folder.appending(path: "s")))
    }
    let ours = try signDetached(content, with: seal.signer, at: at)
    #expect(try shape(parsed(ours)) == shape(parsed(theirs)))
  }

  /// The outline of a DER text without offsets, lengths (a signature's varies), and without the two
  /// values that must differ.
  private func shape(_ text: String) -> [String] {
    var lines = text.split(separator: "\n").map { line in
      "\(line.split(separator: "=")[1].prefix(1)) \(line.split(separator: ":", maxSplits: 3).dropFirst(2).joined(separator: ":"))"
    }
    if let last = lines.indices.last { lines[last] = "signature" }
    return lines.map { $0.contains("UTCTIME") && $0.contains("Z") ? "time" : $0 }
  }

  @Test func aSignatureOutsideTheCertificatesTimeIsRefused() throws {
    let (from, to) = (seal.signer.certificate.notBefore, seal.signer.certificate.notAfter)
    let (early, late) = (from.adding(seconds: -1), to.adding(seconds: 1))
    #expect(throws: SealRefusal.certificateIsNotYetValid(from: from, at: early)) {
      try signDetached(content, with: seal.signer, at: early)
    }
    #expect(throws: SealRefusal.certificateHasExpired(on: to, at: late)) {
      try padesSignature(over: [], with: seal.signer, at: late)
    }
    _ = try signDetached(content, with: seal.signer, at: from)
    _ = try signDetached(content, with: seal.signer, at: to)
  }
}
