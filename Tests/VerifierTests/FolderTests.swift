import Foundation
import Seal
import Testing
import Units
import Verifier

private let folder = "closings/2026-10"
private let manifest = "\(folder)/manifest.json"
private let signature = "\(folder)/manifest.json.p7s"

extension World {
  fileprivate func flip(_ name: String, at place: Int? = nil) throws {
    var bytes = try read(name)
    bytes[place ?? bytes.count / 2] ^= 1
    try write(bytes, name)
  }

  fileprivate func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: name))
  }

  fileprivate func move(_ from: String, _ to: String) throws {
    try FileManager.default.moveItem(
      at: root.appending(path: from), to: root.appending(path: to))
  }

  /// The closing of October, signed anew with something else in it.
  fileprivate func resign(
    edit: (String) -> String = { $0 }, signature: ((World, [UInt8]) throws -> [UInt8])? = nil
  ) throws {
    lastManifest = []
    try writeClosing(Closing(month: "2026-10", sequence: 1), edit: edit, signature: signature)
  }

  fileprivate func resign(listing path: String) throws {
    try resign { $0.replacing("\"path\":\"journal.csv\"", with: "\"path\":\"\(path)\"") }
  }
}

private func crlf(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 10 ? [13, 10] : [$0] } }

/// The tamper matrix for one folder, by the numbers of the signing study § 6.
private let files: [Row] = [
  Row("1 untouched", exit: 0) { _ in },
  Row("3 bit flip in the journal", "file-altered") { try $0.flip("\(folder)/journal.csv") },
  Row("4 bit flip in the balance", "file-altered") { try $0.flip("\(folder)/trial-balance.csv") },
  Row("5 bit flip in production", "file-altered") { try $0.flip("\(folder)/production.csv") },
  Row("6 bit flip in allocation", "file-altered") { try $0.flip("\(folder)/allocation.csv") },
  Row("7 bit flip in the manifest", "content-altered") { try $0.flip(manifest) },
  Row("9 bit flip at the end of the signature", "content-altered") {
    try $0.flip(signature, at: $0.read(signature).count - 5)
  },
  Row("11 file removed", "file-missing") { try $0.remove("\(folder)/journal.csv") },
  Row("12 file added", "file-unlisted") { try $0.write([1], "\(folder)/extra.csv") },
  Row("13 hidden file added", "file-unlisted") { try $0.write([1], "\(folder)/.DS_Store") },
  Row("13b folder added", "file-unlisted") {
    try FileManager.default.createDirectory(
      at: $0.root.appending(path: "\(folder)/sub"), withIntermediateDirectories: false)
  },
  Row("14 file renamed", "file-missing", "file-unlisted") {
    try $0.move("\(folder)/journal.csv", "\(folder)/journals.csv")
  },
  Row("15 two files swapped", "file-altered", "file-altered") {
    let (one, two) = ("\(folder)/production.csv", "\(folder)/allocation.csv")
    let bytes = try $0.read(one)
    try $0.write($0.read(two), one)
    try $0.write(bytes, two)
  },
  Row("16 file truncated", "file-altered") {
    try $0.write($0.read("\(folder)/journal.csv").dropLast(), "\(folder)/journal.csv")
  },
  Row("17 file emptied", "file-altered") { try $0.write([], "\(folder)/journal.csv") },
  Row("18 line ends of a file converted", "file-altered") {
    try $0.write(crlf($0.read("\(folder)/journal.csv")), "\(folder)/journal.csv")
  },
  Row("19 line ends of the manifest converted", "content-altered") {
    try $0.write($0.read(manifest) + [13, 10], manifest)
  },
  Row("20 file replaced by a link to the same bytes", "path-symlink") {
    try $0.move("\(folder)/journal.csv", "elsewhere")
    try FileManager.default.createSymbolicLink(
      at: $0.root.appending(path: "\(folder)/journal.csv"),
      withDestinationURL: $0.root.appending(path: "elsewhere"))
  },
  Row("20b file replaced by a folder", "path-not-a-file") {
    try $0.remove("\(folder)/journal.csv")
    try FileManager.default.createDirectory(
      at: $0.root.appending(path: "\(folder)/journal.csv"), withIntermediateDirectories: false)
  },
  Row("20c file replaced by a pipe", "path-not-a-file") {
    try $0.remove("\(folder)/journal.csv")
    unsafe mkfifo($0.path("\(folder)/journal.csv"), 0o600)
  },
  Row("20d manifest replaced by a link", "path-symlink") {
    try $0.move(manifest, "elsewhere")
    try FileManager.default.createSymbolicLink(
      at: $0.root.appending(path: manifest),
      withDestinationURL: $0.root.appending(path: "elsewhere"))
  },
  Row("manifest removed", "file-missing") { try $0.remove(manifest) },
]

/// What befalls the signature.
private let signatures: [Row] = [
  Row("21 signature stripped", exit: 2, "signature-missing") { try $0.remove(signature) },
  Row("22 signature emptied", "cms-malformed") { try $0.write([], signature) },
  Row("23 signature truncated", "cms-malformed") {
    try $0.write($0.read(signature).dropLast(10), signature)
  },
  Row("24 bytes after the signature", "cms-trailing-data") {
    try $0.write($0.read(signature) + [0], signature)
  },
  Row("25 signature of another month", "content-altered") {
    let other = Closing(month: "2026-09", sequence: 1).manifest(siren: "123456782", previous: "")
    try $0.write(
      signDetached(Array(other.utf8), with: $0.keys.signer, at: present), signature)
  },
  Row("29 signed anew by a stranger of the same name", "untrusted-signer") {
    try $0.resign(signature: { _, bytes in
      try signDetached(bytes, with: Keys.strangers.get().signer, at: present)
    })
  },
  Row("30 signed by an unlisted key of the same authority", "untrusted-signer") {
    try $0.resign(signature: { world, bytes in
      try signDetached(bytes, with: world.keys.unlisted, at: present)
    })
  },
  Row("signed by a key listed until September", "untrusted-signer") {
    try $0.writeTrust(to: "2026-09")
  },
  Row("signed by a key listed from November on", "untrusted-signer") {
    try $0.writeTrust(from: "2026-11")
  },
  Row("34 certificate expired since, time not proved", exit: 2, "cert-expired") {
    // Valid three years from 2023-11-10: until twelve days before the present.
    let old = try Keys(from: Instant(seconds: 1_699_574_400))
    let world = try World(keys: old)
    for name in ["trust/ca.pem", "trust/trust.json", manifest, signature] {
      try $0.write(world.read(name), name)
    }
  },
  Row("59 closed before the month ended", "time-before-period") {
    var early = Closing(month: "2026-10", sequence: 1)
    early.closedAt = Instant(seconds: 1_793_480_399)  // 2026-10-31T21:59:59Z less an hour.
    $0.lastManifest = []
    try $0.writeClosing(early)
  },
]

/// Manifests that are validly signed, and wrong.
private let manifests: [Row] =
  [
    ("37", "../x"), ("38", "/etc/passwd"), ("39", "a/../b"), ("40", #"..\\x"#), ("41", "C:x"),
    ("42", #"a\u0000b"#), ("43", "Journal.csv"), ("44", "manifest.json"), ("45", ""),
    ("45b", "journal.csv\\n"), ("45c", ".hidden"), ("45d", "jourńal.csv"),
  ].map { number, path in
    Row("\(number) path \(path)", "path-unsafe", "file-unlisted") { try $0.resign(listing: path) }
  } + [
    Row("46 path with a trailing dot", "file-missing", "file-unlisted") {
      try $0.resign(listing: "journal.csv.")
    },
    Row("47 path listed twice", "path-duplicate", "file-unlisted") {
      try $0.resign(listing: "allocation.csv")
    },
    Row("48 duplicate key", "json-duplicate-key") {
      try $0.resign { $0.replacing("\"log\":", with: "\"closedAt\":\"x\",\"log\":") }
    },
    Row("48b duplicate key, one of them escaped", "json-duplicate-key") {
      try $0.resign { $0.replacing("\"log\":", with: #""closed\u0041t":"x","log":"#) }
    },
    Row("49 white space", "json-not-canonical") { try $0.resign { $0 + "\n" } },
    Row("49b keys out of order", "json-not-canonical") {
      try $0.resign {
        $0.replacing(
          #""creditCents":100,"debitCents":100"#, with: #""debitCents":100,"creditCents":100"#)
      }
    },
    Row("49c needless escape", "json-not-canonical") {
      try $0.resign { $0.replacing("\"software\":\"test\"", with: #""software":"t\u0065st""#) }
    },
    Row("49d exponent", "json-not-canonical") {
      try $0.resign { $0.replacing("\"entries\":1", with: "\"entries\":1e3") }
    },
    Row("49e minus zero", "json-not-canonical") {
      try $0.resign { $0.replacing("\"entries\":1", with: "\"entries\":-0") }
    },
    Row("49f number beyond 2^53", "json-not-canonical") {
      try $0.resign { $0.replacing("\"entries\":1", with: "\"entries\":9007199254740992") }
    },
    Row("49g truth value", "json-not-canonical") {
      try $0.resign { $0.replacing("\"entries\":1", with: "\"entries\":true") }
    },
    Row("depth bomb", "json-malformed") {
      try $0.resign { _ in String(repeating: "[", count: 100_000) }
    },
    Row("no JSON at all", "json-malformed") { try $0.resign { _ in "{" } },
    Row("50 unknown format", "format-unknown") {
      try $0.resign { $0.replacing("soleil-closing/1", with: "soleil-closing/2") }
    },
    Row("51 manifest of another cooperative", "wrong-organisation") {
      try $0.resign { $0.replacing("123456782", with: "987654324") }
    },
    Row("month that is none", "manifest-malformed") {
      try $0.resign { $0.replacing("\"month\":\"2026-10\"", with: "\"month\":\"2026-13\"") }
    },
    Row("number zero", "manifest-malformed") {
      try $0.resign { $0.replacing("\"sequence\":1", with: "\"sequence\":0") }
    },
    Row("52 September under October's name", "wrong-month") {
      $0.lastManifest = []
      try $0.writeClosing(Closing(month: "2026-09", sequence: 1), in: "2026-10")
    },
  ]

extension World {
  /// The closing of October, signed anew with a list of statements.
  fileprivate func resign(
    listing count: Int, edit: (inout [String]) -> Void = { _ in },
    manifest: (String) -> String = { $0 }
  ) throws {
    lastManifest = []
    var closing = Closing(month: "2026-10", sequence: 1)
    closing.list((0..<count).map { statementData(member: "M000\($0 + 1)") }, edit: edit)
    try writeClosing(closing, edit: manifest)
  }
}

/// Lists of statements against the root and the count signed with them.
private let lists: [Row] =
  [0, 1, 2, 3, 4, 5, 7, 8, 9].map { count in
    Row("\(count) statements listed", exit: 0) { try $0.resign(listing: count) }
  } + [
    Row("two statements in each other's place", "statements-root-wrong") {
      try $0.resign(listing: 5, edit: { $0.swapAt(2, 3) })
    },
    Row("last statement left out", "statements-root-wrong") {
      try $0.resign(listing: 5, edit: { $0.removeLast() })
    },
    Row("statement listed twice", "statements-root-wrong") {
      try $0.resign(listing: 5, edit: { $0.append($0[5]) })
    },
    Row("leaf of another statement", "statements-root-wrong") {
      try $0.resign(
        listing: 5,
        edit: {
          $0[1].replace(
            "\(leafHash(statementData(member: "M0001").utf8))",
            with: "\(leafHash([]))")
        })
    },
    Row("leaf that is no digest", "statements-root-wrong") {
      try $0.resign(listing: 1, edit: { $0[1] = "M0001,x,y,0,0" })
    },
    Row("column of leaves under another name", "statements-root-wrong") {
      try $0.resign(listing: 5, edit: { $0[0].replace("leaf", with: "leaves") })
    },
    Row("list without a heading", "statements-root-wrong") {
      try $0.resign(listing: 0, edit: { $0 = [] })
    },
    Row("another count signed", "statements-root-wrong") {
      try $0.resign(
        listing: 5,
        manifest: {
          $0.replacing("\"statements\":{\"count\":5", with: "\"statements\":{\"count\":6")
        })
    },
    Row("list changed since", "file-altered") {
      try $0.resign(listing: 5)
      try $0.flip("\(folder)/statements.csv")
    },
    Row("list removed since", "file-missing") {
      try $0.resign(listing: 5)
      try $0.remove("\(folder)/statements.csv")
    },
  ]

@Suite struct FolderTests {
  @Test(arguments: lists) func listOfStatements(row: Row) throws { try row.check() }
  @Test(arguments: files) func filesOfAFolder(row: Row) throws { try row.check() }
  @Test(arguments: signatures) func signatureOfAFolder(row: Row) throws { try row.check() }
  @Test(arguments: manifests) func signedNonsense(row: Row) throws { try row.check() }

  @Test func aRequiredTimestampIsMissed() throws {
    let world = try World()
    let report = try verify(
      paths: [world.folder], requireTimestamp: true, now: present.seconds)
    #expect(report.findings.map(\.code) == [.timestampMissing])
    #expect(report.verdict.exitCode == 2)
  }

  @Test func aClosingThatDoesNotListItsStatementsIsSaidToLackThem() throws {
    let world = try World()
    var closing = Closing(month: "2026-10", sequence: 1)
    closing.statements = (5, sha256([1]))
    world.lastManifest = []
    try world.writeClosing(closing)
    let report = try verify(paths: [world.folder], now: present.seconds)
    #expect(report.verdict == .valid && report.notChecked.contains(.statementsRoot))
  }

  @Test func withoutTrustNothingIsDetermined() throws {
    let world = try World()
    try FileManager.default.removeItem(at: world.root.appending(path: "trust"))
    let report = try verify(paths: [world.folder], now: present.seconds)
    #expect(report.findings.map(\.code) == [.trustMissing] && report.verdict == .undetermined)
  }

  @Test func theAuthorityAloneIsTrustedButItsSignersAreNotKnown() throws {
    let world = try World()
    let report = try verify(
      paths: [world.folder], trust: world.path("trust/ca.pem"), now: present.seconds)
    #expect(report.verdict == .valid && report.notChecked.contains(.signerList))
    #expect(report.trust?.isGiven == true && !report.notChecked.contains(.publishedFingerprint))
  }

  @Test func anotherAuthorityIsNotTrusted() throws {
    let (world, other) = (try World(), try World(keys: Keys.strangers.get()))
    let report = try verify(
      paths: [world.folder], trust: other.path("trust/trust.json"), now: present.seconds)
    #expect(report.findings.map(\.code) == [.untrustedSigner])
  }

  @Test func aTrustFileThatNamesAnotherAuthorityIsRefused() throws {
    let (world, other) = (try World(), try World(keys: Keys.strangers.get()))
    try world.write(other.read("trust/ca.pem"), "trust/ca.pem")
    let path = world.path("trust/trust.json")
    #expect(throws: VerifierFault.trustIsMalformed(path)) {
      try verify(paths: [world.folder], trust: path, now: present.seconds)
    }
    #expect(throws: VerifierFault.cannotOpen("/nowhere")) {
      try verify(paths: ["/nowhere"], trust: path, now: present.seconds)
    }
  }

  @Test(arguments: [[], [".DS_Store"]]) func anEmptyFolderHoldsNothingToVerify(
    names: [String]
  ) throws {
    let world = try World(months: [])
    for name in names { try world.write([1], "closings/\(name)") }
    for path in [world.path("closings"), world.path("closings") + "/"] {
      let fault = VerifierFault.nothingToVerify(path)
      #expect(throws: fault) { try verify(paths: [path], now: present.seconds) }
      #expect(fault.exitCode == 66)
    }
  }

  @Test func anEmptyMonthIsAClosingThatLostItsFiles() throws {
    let world = try World(months: [])
    try FileManager.default.createDirectory(
      at: world.root.appending(path: folder), withIntermediateDirectories: true)
    let report = try verify(paths: [world.folder], now: present.seconds)
    #expect(report.findings.map(\.code) == [.fileMissing])
  }
}
