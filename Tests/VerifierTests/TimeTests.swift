import Foundation
import Seal
import Testing
import Units
import Verifier

private let folder = "closings/2026-10"
private let stampName = "\(folder)/manifest.json.p7s.tsr"
private let months = ["2026-07", "2026-08", "2026-09", "2026-10"]

/// 2023-11-10T00:00:00Z: a certificate of three years from here ended twelve days before the present.
private let longAgo = Instant(seconds: 1_699_574_400)

extension World {
  /// The service of the tests, named in trust.json, has stamped October.
  fileprivate func stampAndTrust(at time: Instant = stamped) throws {
    try trust(TinyTSA.shared.get())
    try stamp(at: time)
  }

  fileprivate func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: name))
  }

  fileprivate func flip(_ name: String, at place: Int) throws {
    var bytes = try read(name)
    bytes[place] ^= 1
    try write(bytes, name)
  }

  /// Has the authority take a signing certificate back.
  fileprivate func revoke(
    _ certificate: Certificate, at time: Instant, since: Instant? = nil,
    by authority: Authority? = nil
  ) throws {
    let revocation = Revocation(
      certificate, at: time, since: since ?? time, reason: .keyCompromise)
    let list = try (authority ?? keys.authority).revocationList(
      [revocation], number: 1, at: present)
    try write(Array(list.utf8), "trust/revoked.crl")
    trusting["revocations"] =
      "{\"file\":\"revoked.crl\",\"sha256\":\"\(sha256(Array(list.utf8)))\"}"
    try writeTrustList()
  }

  /// Puts another world in place of this one.
  fileprivate func become(_ other: World) throws {
    for name in ["trust", "closings"] {
      try remove(name)
      try FileManager.default.copyItem(
        at: other.root.appending(path: name), to: root.appending(path: name))
    }
  }
}

/// A world whose signing certificate has run out, its months stamped as told.
private func expired(_ stamps: [(String, Instant)], months: [String] = ["2026-10"]) throws -> World
{
  let world = try World(months: months, keys: Keys(from: longAgo))
  try world.trust(TinyTSA(from: longAgo))
  let service = try TinyTSA(from: longAgo)
  try world.trust(service)
  for (month, time) in stamps { try world.stamp(month, by: service, at: time) }
  return world
}

/// 2026-11-03, while that certificate still counted.
private let inTime = Instant(seconds: 1_793_700_000)
/// 2026-11-20, after it had run out.
private let tooLate = Instant(seconds: 1_795_132_800)

private let stamps: [Row] = [
  Row("stamped by the service trust.json names", exit: 0) { try $0.stampAndTrust() },
  Row("stamped by a service, none of which is named", exit: 0) { try $0.stamp() },
  Row("stamped by a service that is not named", "timestamp-invalid") {
    try $0.trust(TinyTSA.shared.get())
    try $0.stamp(by: TinyTSA())
  },
  Row("stamped by a key that is not for it", "timestamp-invalid") {
    let service = try TinyTSA(purpose: "emailProtection")
    try $0.trust(service)
    try $0.stamp(by: service)
  },
  Row("stamped before the service's certificate counted", "timestamp-invalid") {
    let service = try TinyTSA(from: present)
    try $0.trust(service)
    try $0.stamp(by: service)
  },
  Row("10 bit flip in the time stamp", "timestamp-invalid") {
    try $0.stampAndTrust()
    try $0.flip(stampName, at: 300)
  },
  Row("time stamp that is junk", "timestamp-invalid") {
    try $0.write(Array("not a time stamp".utf8), stampName)
  },
  Row("time stamp emptied", "timestamp-invalid") { try $0.write([], stampName) },
  Row("bytes after the time stamp", "timestamp-invalid") {
    try $0.stampAndTrust()
    try $0.write($0.read(stampName) + [0], stampName)
  },
  Row("time stamp refused by the service", "timestamp-invalid") {
    try $0.stampAndTrust()
    var bytes = try $0.read(stampName)
    let place = find("\u{30}\u{3}\u{2}\u{1}\u{0}", bytes)
    bytes[place + 4] = 2
    try $0.write(bytes, stampName)
  },
  Row("time stamp of another month", "timestamp-invalid") { world in
    try world.stampAndTrust()
    let other = try TinyTSA.shared.get().reply(over: Array("other".utf8), at: stamped)
    try world.write(other, stampName)
  },
  Row("time stamp that is a link", "path-symlink") {
    try FileManager.default.createSymbolicLink(
      at: $0.root.appending(path: stampName),
      withDestinationURL: $0.root.appending(path: "\(folder)/journal.csv"))
  },
  Row("8 bit flip in the signature that is stamped", "timestamp-invalid", "content-altered") {
    try $0.stampAndTrust()
    let name = "\(folder)/manifest.json.p7s"
    try $0.flip(name, at: $0.read(name).count - 5)
  },
  Row("stamped before the month was over", "time-before-period") {
    try $0.stampAndTrust(at: Instant(seconds: 1_793_480_399))
  },
  Row("35 certificate run out, stamped in time", exit: 0) {
    try $0.become(expired([("2026-10", inTime)]))
  },
  Row("36 certificate run out, stamped too late", "cert-expired") {
    try $0.become(expired([("2026-10", tooLate)]))
  },
  Row("time stamp that has another certificate hidden in it", "timestamp-invalid") { world in
    let service = try TinyTSA.shared.get()
    try world.trust(service)
    let stray = try Keys.strangers.get().authority.certificate
    let token = try service.token(
      over: world.read("\(folder)/manifest.json.p7s"), at: stamped, with: [stray])
    try world.write(reply(token), stampName)
  },
  Row("time stamp that does not name its certificate", "timestamp-invalid") { world in
    let service = try TinyTSA.shared.get()
    try world.trust(service)
    let token = try service.token(
      over: world.read("\(folder)/manifest.json.p7s"), at: stamped, isNamed: false)
    try world.write(reply(token), stampName)
  },
]

/// A reply that grants a token of fewer than 65536 bytes.
private func reply(_ token: [UInt8]) -> [UInt8] {
  let inside = [0x30, 3, 2, 1, 0] + token
  return [0x30, 0x82, UInt8(inside.count >> 8), UInt8(inside.count & 255)] + inside
}

private let chains: [Row] = [
  Row("a later closing stamped in time proves the earlier ones", months: months, exit: 0) {
    try $0.become(expired([("2026-10", inTime)], months: months))
  },
  Row(
    "an earlier closing stamped proves nothing of later ones", months: months, exit: 2,
    "cert-expired", "cert-expired"
  ) {
    try $0.become(expired([("2026-08", inTime)], months: months))
  },
  Row("signature stripped, the next closing vouches", months: months, exit: 2, "signature-missing")
  { try $0.remove("closings/2026-09/manifest.json.p7s") },
  Row(
    "signature stripped, a file altered", months: months, "signature-missing", "file-altered"
  ) {
    try $0.remove("closings/2026-09/manifest.json.p7s")
    try $0.flip("closings/2026-09/journal.csv", at: 3)
  },
  Row(
    "signature stripped, the manifest altered", months: months, "signature-missing", "chain-broken"
  ) {
    try $0.remove("closings/2026-09/manifest.json.p7s")
    try $0.flip("closings/2026-09/manifest.json", at: 30)
  },
  Row("log that does not go on from the month before", months: months, "chain-broken") {
    $0.lastManifest = try $0.read("closings/2026-09/manifest.json")
    try $0.writeClosing(Closing(month: "2026-10", sequence: 4)) {
      let start = $0.range(of: "\"consistency\":[\"")?.upperBound ?? $0.startIndex
      let digit = $0[start] == "0" ? "1" : "0"
      return $0.replacingCharacters(in: start..<$0.index(after: start), with: digit)
    }
  },
]

private let revocations: [Row] = [
  Row("revoked, no proof of the time", exit: 2, "cert-revoked") {
    try $0.revoke($0.keys.signer.certificate, at: present)
  },
  Row("revoked before it says it signed", "cert-revoked") {
    try $0.revoke($0.keys.signer.certificate, at: Instant(seconds: 1_793_000_000))
  },
  Row("revoked later, suspected since before it signed", "cert-revoked") {
    try $0.revoke(
      $0.keys.signer.certificate, at: present, since: Instant(seconds: 1_793_000_000))
  },
  Row("revoked after it was stamped", exit: 0) {
    try $0.stampAndTrust()
    try $0.revoke($0.keys.signer.certificate, at: present)
  },
  Row("revoked before it was stamped", "cert-revoked") {
    try $0.stampAndTrust()
    try $0.revoke($0.keys.signer.certificate, at: Instant(seconds: 1_794_000_000))
  },
  Row("another certificate revoked", exit: 0) {
    try $0.revoke($0.keys.unlisted.certificate, at: Instant(seconds: 1_793_000_000))
  },
]

@Suite struct TimeTests {
  @Test(arguments: stamps) func timeStamps(row: Row) throws { try row.check() }
  @Test(arguments: chains) func proofsAlongAChain(row: Row) throws { try row.check() }
  @Test(arguments: revocations) func revokedCertificates(row: Row) throws { try row.check() }

  @Test func aChainSaysWhichOfItsDatesAreProved() throws {
    let world = try World(months: ["2026-08", "2026-09", "2026-10"])
    try world.trust(TinyTSA.shared.get())
    let paths = [world.path("closings")]
    let none = try verify(paths: paths, now: present.seconds)
    #expect(none.text(.french).contains("  dates        3 déclarées\n"))
    #expect(none.text(.english).contains("the date (declared, no time stamp)"))
    try world.stamp("2026-09")
    let some = try verify(paths: paths, now: present.seconds)
    #expect(some.closings.map { $0.provenAt != nil } == [true, true, false])
    #expect(
      some.text(.french).contains(
        "  dates        1 prouvée par son horodatage, 1 prouvée par celui d'une suivante, 1 déclarée\n"
      ))
    #expect(
      some.text(.english).contains("the date of 1 of 3 closings: 2026-10 (declared)"))
    try world.stamp()
    let all = try verify(paths: paths, now: present.seconds)
    #expect(!all.notChecked.contains(.date) && !all.text(.french).contains("déclarée"))
    #expect(
      all.text(.english).contains(
        "  dates        2 proved by their time stamp, 1 by that of a later one\n"))
  }

  @Test func aProvedDateIsSaidToBeProved() throws {
    let world = try World()
    try world.stampAndTrust()
    let report = try verify(paths: [world.folder], requireTimestamp: true, now: present.seconds)
    #expect(report.verdict == .valid && !report.notChecked.contains(.date))
    #expect(
      report.text(.french).contains("2026-11-10 00:00 UTC, prouvée par Horodatage d’essai"))
    #expect(report.closings.first?.signer?.provenAt == stamped.seconds)
  }

  @Test func aTimeStampTakenAwayIsMissedOnlyWhenAskedFor() throws {
    let world = try World()
    try world.trust(TinyTSA.shared.get())
    for (isRequired, codes) in [(false, []), (true, [Code.timestampMissing])] {
      let report = try verify(
        paths: [world.folder], requireTimestamp: isRequired, now: present.seconds)
      #expect(report.findings.map(\.code) == codes)
    }
  }

  @Test func aListOfRevocationsMustBeTheOneTheAuthoritySigned() throws {
    let world = try World()
    let stranger = try Keys.strangers.get().authority
    try world.revoke(world.keys.signer.certificate, at: present, by: stranger)
    #expect(throws: VerifierFault.self) {
      try verify(paths: [world.folder], now: present.seconds)
    }
    try world.revoke(world.keys.unlisted.certificate, at: present)
    #expect(
      !(try verify(paths: [world.folder], now: present.seconds).notChecked.contains(.revocation)))
    try world.remove("trust/revoked.crl")
    #expect(throws: VerifierFault.cannotOpen(world.path("trust/revoked.crl"))) {
      try verify(paths: [world.folder], now: present.seconds)
    }
  }

  @Test func aTrustListThatTheAuthoritySignedCannotBeChanged() throws {
    let world = try World()
    let trust = world.path("trust/trust.json")
    let bytes = try world.read("trust/trust.json")
    let signer = AuthoritySigner(world.keys.authority)
    try world.write(signDetached(bytes, with: signer, at: present), "trust/trust.json.p7s")
    let report = try verify(paths: [world.folder], now: present.seconds)
    #expect(report.verdict == .valid && !report.notChecked.contains(.trustSignature))
    try world.writeTrust(from: "2025-02")
    #expect(throws: VerifierFault.trustIsMalformed(trust + ".p7s")) {
      try verify(paths: [world.folder], now: present.seconds)
    }
    try world.write(bytes, "trust/trust.json")
    try world.write(
      signDetached(bytes, with: world.keys.signer, at: present), "trust/trust.json.p7s")
    #expect(throws: VerifierFault.trustIsMalformed(trust + ".p7s")) {
      try verify(paths: [world.folder], now: present.seconds)
    }
  }

  /// The key was changed in August; the old one signed up to July.
  @Test func aClosingByAnOldKeyStillHoldsAfterRotation() throws {
    let world = try World(months: ["2026-07"])
    let (old, new) = (world.keys.signer.certificate, world.keys.unlisted.certificate)
    world.trusting["signers"] = """
      [{"from":"2025-01","sha256":"\(old.fingerprint)","to":"2026-08"},\
      {"from":"2026-08","sha256":"\(new.fingerprint)"}]
      """
    try world.writeTrustList()
    try world.writeClosing(
      Closing(month: "2026-08", sequence: 2),
      signature: { world, bytes in
        try signDetached(bytes, with: world.keys.unlisted, at: present)
      })
    let paths = [world.path("closings")]
    #expect(try verify(paths: paths, now: present.seconds).verdict == .valid)
    try world.writeClosing(Closing(month: "2026-09", sequence: 3))
    let report = try verify(paths: paths, now: present.seconds)
    #expect(report.findings.map(\.code) == [.untrustedSigner])
  }
}
