import Foundation
import Seal
import TestSupport
import Testing
import Units

/// A stamp is believed when it answers our query, about our bytes, and someone we trust signed it.
@Suite(.enabled(if: StampingAuthority.command != nil, "the openssl command is not installed"))
struct TimestampTests {
  private let authority: StampingAuthority
  private let trusted: [Certificate]
  private let content = Array("a signature".utf8)
  private let nonce = (1...16).map { UInt8($0) }

  init() throws {
    authority = try StampingAuthority()
    trusted = [try Certificate(pem: authority.root)]
  }

  private func query(_ content: [UInt8], policy: String? = nil) throws -> TimestampQuery {
    try TimestampQuery(over: content, nonce: nonce, policy: policy)
  }

  @Test func `openssl reads our query, and we read openssl's`() throws {
    let own = try query(content, policy: "1.2.3.4.2")
    let other = try StampingAuthority()
    try other.folder.write("own.tsq", own.der)
    let text = try other.run("ts -query -in own.tsq -text").text
    for part in ["Version: 1", "sha256", "1.2.3.4.2", "Certificate required: yes", "Nonce: 0x4102"]
    {
      #expect(text.contains(part), "\(part) in\n\(text)")
    }
    try other.folder.write("data", content)
    try other.run("ts -query -data data -sha256 -cert -out theirs.tsq")
    let theirs = try TimestampQuery(der: other.folder.bytes("theirs.tsq"))
    #expect(theirs.imprint == sha256(content) && theirs.policy == nil)
    let again = try TimestampQuery(der: own.der)
    #expect(again == own && again.policy == "1.2.3.4.2")
    let reply = try other.reply(to: theirs.der)
    let root = try Certificate(pem: other.root)
    #expect(throws: Never.self) { try Timestamp(reply: reply, to: theirs, trusting: [root]) }
  }

  @Test(arguments: [nil, "1.2.3.4.2"] as [String?])
  func `a good reply is taken, and openssl takes what is kept of it`(policy: String?) throws {
    let other = try StampingAuthority()
    let query = try query(content, policy: policy)
    let reply = try other.reply(to: query.der)
    let stamp = try Timestamp(
      reply: reply, to: query, trusting: [Certificate(pem: other.root)])
    #expect(stamp.policy == policy ?? "1.2.3.4.1")
    #expect(abs(stamp.time.seconds - Int64(Date.now.timeIntervalSince1970)) < 120)
    let signer = try Certificate(
      pem: String(decoding: other.folder.bytes("stamps.pem"), as: UTF8.self))
    #expect(stamp.authority == signer)
    try other.folder.write("kept.tsr", stamp.reply)
    try other.folder.write("data", content)
    try other.folder.write("q.tsq", query.der)
    #expect(try other.run("ts -verify -data data -in kept.tsr -CAfile root.pem").code == 0)
    #expect(try other.run("ts -verify -queryfile q.tsq -in kept.tsr -CAfile root.pem").code == 0)
  }

  @Test func `a reply about other bytes, another query or another policy is refused`() throws {
    let reply = try StampingAuthority().reply(to: query(content).der)
    let other = sha256(Array("others".utf8))
    #expect(
      throws: TimestampRefusal.replyIsForAnotherDocument(
        asked: other, stamped: sha256(content).hex)
    ) { try Timestamp(reply: reply, to: query(Array("others".utf8)), trusting: trusted) }
    let later = try TimestampQuery(over: content, nonce: nonce.reversed())
    #expect(throws: TimestampRefusal.nonceIsAnother) {
      try Timestamp(reply: reply, to: later, trusting: trusted)
    }
    let strict = try query(content, policy: "1.2.3.4.2")
    #expect(throws: TimestampRefusal.policyIsAnother(asked: "1.2.3.4.2", stamped: "1.2.3.4.1")) {
      try Timestamp(reply: reply, to: strict, trusting: trusted)
    }
    #expect(throws: TimestampRefusal.policyIsMalformed("one.two")) {
      try query(content, policy: "one.two")
    }
  }

  @Test func `an authority that refuses is told with its status`() throws {
    let query = try query(content, policy: "1.2.3.4.99")
    let reply = try StampingAuthority().reply(to: query.der)
    #expect(throws: TimestampRefusal.authorityRefused(status: 2)) {
      try Timestamp(reply: reply, to: query, trusting: trusted)
    }
  }

  @Test func `a stamp by a stranger, by another kind of key or by a weak digest is refused`() throws
  {
    let other = try StampingAuthority()
    let (query, root) = (try query(content), try Certificate(pem: other.root))
    let reply = try other.reply(to: query.der)
    for strangers in [[], trusted] {
      #expect(throws: TimestampRefusal.stampingAuthorityIsUnknown) {
        try Timestamp(reply: reply, to: query, trusting: strangers)
      }
    }
    #expect(throws: Never.self) {
      try Timestamp(
        reply: other.forged(reply, by: "stamps"), to: query, trusting: [root])
    }
    #expect(throws: TimestampRefusal.keyIsNotForStamping) {
      try Timestamp(reply: other.forged(reply, by: "mail"), to: query, trusting: [root])
    }
    #expect(throws: TimestampRefusal.stampIsWeak) {
      try Timestamp(
        reply: other.forged(reply, by: "stamps", digest: "sha1"), to: query, trusting: [root])
    }
  }

  @Test func `no reply with a byte changed, cut or added is taken as another stamp`() throws {
    let other = try StampingAuthority()
    let (query, root) = (try query(content), try Certificate(pem: other.root))
    let reply = try other.reply(to: query.der)
    let good = try Timestamp(reply: reply, to: query, trusting: [root])
    var refusals: Set<String> = []
    for place in reply.indices {
      var changed = reply
      changed[place] ^= 0x01
      do {
        let stamp = try Timestamp(reply: changed, to: query, trusting: [root])
        // What the signature does not cover may change; what it says may not.
        #expect(stamp.time == good.time && stamp.policy == good.policy, "byte \(place)")
      } catch {
        refusals.insert(error.code)
      }
    }
    #expect(refusals.isSuperset(of: ["stamp-is-not-signed", "reply-is-malformed"]), "\(refusals)")
    for bytes in [[], Array(reply.dropLast()), reply + [0], Array(reply.prefix(40))] {
      #expect(throws: TimestampRefusal.replyIsMalformed) {
        try Timestamp(reply: bytes, to: query, trusting: [root])
      }
    }
    #expect(throws: TimestampRefusal.queryIsMalformed) { try TimestampQuery(der: reply) }
    #expect(throws: TimestampRefusal.queryIsMalformed) { try TimestampQuery(der: []) }
  }

  @Test func `a signature with a stamp in it is one that openssl takes, and so is its stamp`()
    throws
  {
    let other = try StampingAuthority()
    let seal = try TestSeal.shared.get()
    let signature = try padesSignature(over: [content[...]], with: seal.signer, at: october)
    let plain = try StampableSignature(der: signature + [0, 0, 0])
    #expect(!plain.isStamped)
    let query = try query(plain.value)
    let stamp = try Timestamp(
      reply: other.reply(to: query.der), to: query, trusting: [Certificate(pem: other.root)])
    let stamped = plain.stamped(stamp)
    let again = try StampableSignature(der: stamped)
    #expect(again.isStamped && again.value == plain.value)
    try other.folder.write("m", content)
    try other.folder.write("m.p7s", stamped)
    try other.folder.write("ca.pem", Array(seal.authority.certificate.pem.utf8))
    try other.folder.write("value", plain.value)
    try other.folder.write("token", stamp.token)
    let answer = try other.run(
      "cms -verify -cades -binary -inform DER -in m.p7s -content m -CAfile ca.pem -no-CApath "
        + "-no-CAstore -attime \(october.seconds + 60) -out /dev/null", mayFail: true)
    #expect(answer.text.contains("CAdES Verification successful"), "\(answer.text)")
    let token = try other.run(
      "ts -verify -data value -in token -token_in -CAfile root.pem", mayFail: true)
    #expect(token.code == 0, "\(token.text)")
    for bytes in [[], Array(signature.dropLast()), signature + [1], content] {
      #expect(throws: TimestampRefusal.signatureIsMalformed) { try StampableSignature(der: bytes) }
    }
  }

  @Test func `a list of revocations is taken from a believed authority, as DER and as PEM`() throws
  {
    let der = try authority.revocationList()
    let pem = try authority.folder.bytes("root.crl.pem")
    for bytes in [der, pem] {
      let list = try ServiceRevocations(bytes, of: trusted)
      #expect(list.der == der && list.issuer == trusted[0])
    }
    let stranger = try Certificate(pem: StampingAuthority().root)
    #expect(throws: TimestampRefusal.revocationListIsForeign) {
      try ServiceRevocations(der, of: [stranger])
    }
    for bytes in [[], Array(der.dropLast()), der + [0], Array(pem.dropFirst(40))] {
      #expect(throws: TimestampRefusal.revocationListIsMalformed) {
        try ServiceRevocations(bytes, of: trusted)
      }
    }
  }
}
