import Foundation
import TestSupport

private let manifest = TamperWorld.manifest
private let signature = "\(TamperWorld.manifest).p7s"
private let stamp = "\(TamperWorld.manifest).p7s.tsr"

private func crlf(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 10 ? [13, 10] : [$0] } }

extension Tampering {
  static let files: [Tampering] =
    [("3", "journal"), ("4", "trial-balance"), ("5", "production"), ("6", "allocation")].map {
      number, name in
      Tampering("\(number) bit flip in \(name)", "file-altered") {
        try $0.flip($0.file("\(name).csv"))
      }
    } + [
      Tampering("1 untouched month", exit: 0) { _ in },
      Tampering("11 file removed", "file-missing") { try $0.remove($0.file("journal.csv")) },
      Tampering("12 file added", "file-unlisted") {
        try $0.folder.write($0.file("extra.csv"), "x")
      },
      Tampering("13 hidden file added", "file-unlisted") {
        try $0.folder.write($0.file(".DS_Store"), "x")
      },
      Tampering("14 file renamed", "file-missing", "file-unlisted") {
        try $0.move($0.file("journal.csv"), $0.file("journals.csv"))
      },
      Tampering("15 two files swapped", "file-altered", "file-altered") {
        try $0.move($0.file("journal.csv"), "aside")
        try $0.move($0.file("register.csv"), $0.file("journal.csv"))
        try $0.move("aside", $0.file("register.csv"))
      },
      Tampering("16 file truncated", "file-altered") {
        try $0.edit($0.file("journal.csv")) { $0.removeLast(7) }
      },
      Tampering("17 file emptied", "file-altered") {
        try $0.edit($0.file("journal.csv")) { $0 = [] }
      },
      Tampering("18 line ends of a file", "file-altered") {
        try $0.edit($0.file("journal.csv")) { $0 = crlf($0) }
      },
      Tampering("20 link to identical bytes", "path-symlink") {
        try $0.move($0.file("journal.csv"), "aside")
        try FileManager.default.createSymbolicLink(
          atPath: $0.folder.path($0.file("journal.csv")),
          withDestinationPath: $0.folder.path("aside"))
      },
      Tampering("added: link to a device", "path-symlink") {
        try $0.remove($0.file("journal.csv"))
        try FileManager.default.createSymbolicLink(
          atPath: $0.folder.path($0.file("journal.csv")), withDestinationPath: "/dev/zero")
      },
      Tampering("added: pipe in place of a file", "path-not-a-file") {
        try $0.remove($0.file("journal.csv"))
        unsafe mkfifo($0.folder.path($0.file("journal.csv")), 0o600)
      },
      Tampering("added: twin in capitals", "file-unlisted") {
        try $0.folder.write($0.file("JOURNAL.CSV"), "x")
      },
      Tampering("added: twin with a combining accent", "file-unlisted") {
        try $0.folder.write($0.file("journa\u{6C}\u{301}.csv"), "x")
      },
    ]

  static let signatures: [Tampering] = [
    Tampering("7 bit flip in the manifest", "content-altered") { try $0.flip(manifest) },
    Tampering("8 bit flip in the signature, stamped", "content-altered", "timestamp-invalid") {
      try $0.flip(signature, at: -5)
    },
    Tampering("9 bit flip in the signature, not stamped", "content-altered") {
      try $0.remove(stamp)
      try $0.flip(signature, at: -5)
    },
    Tampering("10 bit flip in the time stamp", "timestamp-invalid") {
      try $0.flip(stamp, at: -5)
    },
    Tampering("19 line ends of the manifest", "content-altered") {
      try $0.edit(manifest) { $0 = crlf($0) + [13, 10] }
    },
    Tampering("21 signature stripped", exit: 2, "signature-missing") {
      try $0.remove(signature)
      try $0.remove(stamp)
    },
    Tampering("22 signature emptied", "cms-malformed", "timestamp-invalid") {
      try $0.edit(signature) { $0 = [] }
    },
    Tampering("23 signature truncated", "cms-malformed", "timestamp-invalid") {
      try $0.edit(signature) { $0.removeLast(10) }
    },
    Tampering("24 bytes after the signature", "cms-trailing-data", "timestamp-invalid") {
      try $0.edit(signature) { $0.append(0) }
    },
    Tampering("25 signature of another month", "content-altered", "timestamp-invalid") {
      try $0.folder.write(signature, $0.folder.bytes("closings/2025-03/manifest.json.p7s"))
    },
    Tampering("26 signature of another month, no time stamp", "content-altered") {
      try $0.folder.write(signature, $0.folder.bytes("closings/2025-03/manifest.json.p7s"))
      try $0.remove(stamp)
    },
    Tampering(
      "27 time stamp stripped, required",
      on: .options([TamperWorld.closing, "--require-timestamp"]), exit: 2, "timestamp-missing"
    ) { try $0.remove(stamp) },
    Tampering("28 time stamp stripped, optional", exit: 0) { try $0.remove(stamp) },
    Tampering("29 signed anew by a stranger of the same name", "untrusted-signer") {
      try $0.resign(
        options: "-cades -md sha256",
        key: $0.newSigner(
          by: nil, subject: "/CN=Clotures/O=Petit_Essai",
          uses: "keyUsage=critical,digitalSignature,nonRepudiation\n"))
    },
    Tampering("30 signed by an unlisted key of the authority", "untrusted-signer") {
      try $0.resign(
        options: "-cades -md sha256",
        key: $0.newSigner(
          by: "keys/authority.key.pem",
          uses: "keyUsage=critical,digitalSignature,nonRepudiation\n"))
    },
    Tampering("31 signed with a key for time stamps", "wrong-key-usage") {
      try $0.resign(
        options: "-cades -md sha256",
        key: $0.newSigner(
          by: "keys/authority.key.pem",
          uses: "keyUsage=critical,digitalSignature,nonRepudiation\n"
            + "extendedKeyUsage=critical,timeStamping\n"))
    },
    Tampering("32 SHA-1", "weak-algorithm") { try $0.resign(options: "-cades -md sha1") },
    Tampering("33 no signing-certificate", "ess-missing") {
      try $0.resign(options: "-md sha256")
    },
    Tampering("added: two signers", "cms-malformed") {
      let other = try $0.newSigner(
        by: "keys/authority.key.pem", uses: "keyUsage=critical,digitalSignature,nonRepudiation\n")
      try $0.resign(options: "-cades -md sha256 \(other)")
    },
    Tampering("34 certificate expired, no time proof", exit: 2, "cert-expired", at: 1_900_000_000) {
      try $0.remove(stamp)
    },
    Tampering("35 certificate expired since, stamped in time", exit: 0, at: 1_900_000_000) { _ in },
  ]

  static let manifests: [Tampering] =
    [
      ("37", "../x"), ("38", "/etc/passwd"), ("39", "a/../b"), ("40", #"..\\x"#), ("41", "C:x"),
      ("42", #"a\u0000b"#), ("43", "Journal.csv"), ("44", "manifest.json"), ("45", ""),
      ("added: line end after the path", #"journal.csv\n"#),
      ("added: composed accent", "journ\u{E1}l.csv"),
      ("added: combining accent", "journa\u{301}l.csv"),
    ].map { number, path in
      Tampering("\(number) path \(path)", "path-unsafe", "file-unlisted") { try $0.list(path) }
    } + [
      Tampering("46 path with a trailing dot", "file-missing", "file-unlisted") {
        try $0.list("journal.csv.")
      },
      Tampering("47 same path twice", "file-altered", "path-duplicate", "file-unlisted") {
        try $0.list("register.csv")
      },
      Tampering("48 duplicate key", "json-duplicate-key") {
        try $0.resign { $0.replacing("\"log\":", with: "\"format\":\"x\",\"log\":") }
      },
      Tampering("49 white space", "json-not-canonical") { try $0.resign { $0 + "\n" } },
      Tampering("added: depth bomb", "json-malformed") {
        try $0.resign { _ in String(repeating: "[", count: 200_000) }
      },
      Tampering("added: number bomb", "json-not-canonical") {
        let bomb = String(repeating: "9", count: 5_000)
        try $0.resign { $0.replacing("\"sequence\":4", with: "\"sequence\":\(bomb)") }
      },
      Tampering("added: exponent", "json-not-canonical") {
        try $0.resign { $0.replacing("\"sequence\":4", with: "\"sequence\":4e0") }
      },
      Tampering("added: minus zero", "json-not-canonical") {
        try $0.resign { $0.replacing("\"sequence\":4", with: "\"sequence\":-0") }
      },
      Tampering("added: beyond 2^53", "json-not-canonical") {
        try $0.resign { $0.replacing("\"sequence\":4", with: "\"sequence\":9007199254740993") }
      },
      Tampering("added: huge list of files", "manifest-malformed") {
        let one = #"{"bytes":0,"path":"a","sha256":"\#(String(repeating: "0", count: 64))"}"#
        let list = Array(repeating: one, count: 10_001).joined(separator: ",")
        try $0.resign { $0.replacing("\"files\":[", with: "\"files\":[\(list),") }
      },
      Tampering("50 unknown format", "format-unknown") {
        try $0.resign { $0.replacing("soleil-closing/1", with: "soleil-closing/9") }
      },
      Tampering("51 manifest of another cooperative", "wrong-organisation") {
        try $0.resign { $0.replacing("012345674", with: "987654324") }
      },
      Tampering("59 closed before the month ended", "time-before-period") {
        try $0.resign {
          $0.replacing(/"closedAt":"[^"]*"/, with: #""closedAt":"2025-04-30T21:00:00Z""#)
        }
      },
    ]

  private static let head = Shown.options(["closings", "--head", "head.json"])
  private static let newest = TamperWorld.months[3]

  static let chains: [Tampering] = [
    Tampering("2 untouched chain of four and a remembered head", on: head, exit: 0) {
      try $0.remember("2025-03")
    },
    Tampering(
      "52 old closing under the new month's name", on: .chain, "wrong-month", "month-duplicated"
    ) {
      try $0.remove("closings/2025-04")
      try $0.folder.copyWithin("closings/2025-03", "closings/2025-04")
    },
    Tampering("53 month skipped", on: .chain, "chain-gap") { try $0.remove("closings/2025-02") },
    Tampering("54 wrong order", on: .chain, "chain-gap") {
      try $0.resign { $0.replacing("\"sequence\":4", with: "\"sequence\":5") }
    },
    Tampering("55 March made anew after April", on: .chain, "chain-broken") {
      try $0.resign("2025-03") {
        $0.replacing(/"closedAt":"[^"]*"/, with: #""closedAt":"2025-04-03T00:00:00Z""#)
      }
    },
    Tampering("56 rollback", on: head, "rollback") {
      try $0.remember(newest)
      try $0.remove("closings/2025-04")
    },
    Tampering("57 fork: another April by the real key", on: head, "fork") {
      try $0.remember(newest)
      try $0.resign {
        $0.replacing(/"closedAt":"[^"]*"/, with: #""closedAt":"2025-05-03T00:00:00Z""#)
      }
    },
    Tampering("58 rollback, no remembered head: cannot be seen", on: .chain, exit: 0) {
      try $0.remove("closings/2025-04")
    },
  ]
}

extension Tampered {
  /// Keeps a month's manifest as the head.
  func remember(_ month: String) throws {
    try folder.write("head.json", folder.bytes("closings/\(month)/manifest.json"))
  }
}

extension TemporaryFolder {
  func copyWithin(_ from: String, _ to: String) throws {
    try FileManager.default.copyItem(atPath: path(from), toPath: path(to))
  }
}
