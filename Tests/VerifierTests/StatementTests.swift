import Foundation
import Seal
import Testing
import Units
import Verifier

/// What is done to a signed statement, and what must be found.
private struct Attack: Sendable, CustomTestStringConvertible {
  let name: String
  let exit: Int32
  let codes: [String]
  let tamper: @Sendable (World) throws -> Void
  var testDescription: String { name }

  init(
    _ name: String, exit: Int32 = 1, _ codes: String...,
    tamper: @escaping @Sendable (World) throws -> Void
  ) {
    self.name = name
    self.exit = exit
    self.codes = codes
    self.tamper = tamper
  }
}

private let pdfName = "statements/2026-10/M0002.pdf"
private let proofName = "statements/2026-10/M0002.tlog-proof"

extension World {
  /// A world whose statement lies where the program puts it.
  fileprivate static func withStatement() throws -> World {
    let world = try World()
    try FileManager.default.createDirectory(
      at: world.root.appending(path: "statements/2026-10"), withIntermediateDirectories: true)
    try world.rewrite()
    return world
  }

  fileprivate func rewrite(
    _ pdf: SmallPDF = SmallPDF(data: statementData()), signer: SigningKey? = nil
  ) throws {
    try writeStatement(pdf, signer: signer)
    for (from, to) in [("statements/s.pdf", pdfName), ("statements/s.tlog-proof", proofName)] {
      try write(read(from), to)
      try FileManager.default.removeItem(at: root.appending(path: from))
    }
  }

  fileprivate func edit(_ name: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try read(name)
    change(&bytes)
    try write(bytes, name)
  }

  fileprivate func replace(_ text: String, _ other: String, in name: String = pdfName) throws {
    try edit(name) { bytes in
      let place = find(text, bytes)
      bytes.replaceSubrange(place..<place + text.utf8.count, with: other.utf8)
    }
  }

  fileprivate var tree: MerkleTree {
    MerkleTree((1...5).map { leafHash(statementData(member: "M000\($0)").utf8) })
  }

  fileprivate func moveProof() throws {
    try write(read("statements/s.tlog-proof"), proofName)
  }
}

private let pdfs: [Attack] = [
  Attack("untouched", exit: 0) { _ in },
  Attack("bit flip in the page", "content-altered") {
    try $0.replace("[0 0 595 842]", "[0 0 595 843]")
  },
  Attack("bit flip in the attachment", "content-altered") {
    try $0.replace("M0002\",", "M0003\",")
  },
  Attack("bytes appended", "pdf-extended") { try $0.edit(pdfName) { $0 += Array("\n\n\n".utf8) } },
  Attack("one space appended", "pdf-extended") { try $0.edit(pdfName) { $0.append(32) } },
  Attack("one line end appended", "pdf-byte-range") { try $0.edit(pdfName) { $0.append(10) } },
  Attack("incremental update", "pdf-extended") {
    try $0.edit(pdfName) {
      $0 += Array(
        "3 0 obj\n<< >>\nendobj\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n1\n%%EOF\n".utf8)
    }
  },
  Attack("data hidden in the padding", "pdf-padding") {
    try $0.edit(pdfName) { bytes in
      let end = find("> >>\nendobj\n6 0", bytes)
      bytes[end - 2] = UInt8(ascii: "1")
    }
  },
  Attack("text hidden in the padding", "pdf-padding") {
    try $0.edit(pdfName) { bytes in
      let end = find("> >>\nendobj\n6 0", bytes)
      bytes[end - 2] = UInt8(ascii: "x")
    }
  },
  Attack("one digit in capitals", "pdf-padding") {
    try $0.edit(pdfName) { bytes in
      let start = find("/Contents <", bytes) + 11
      let letter = bytes[start...].firstIndex { (97...102).contains($0) } ?? start
      bytes[letter] -= 32
    }
  },
  Attack("signature's end moved", "pdf-byte-range") {
    try $0.edit(pdfName) { bytes in
      let place = find("/ByteRange [0 ", bytes) + 14
      bytes[place] ^= 1
    }
  },
  Attack("signature taken out", exit: 2, "signature-missing") {
    try $0.replace("/ByteRange", "/XyteRange")
  },
  Attack("signature wiped", exit: 2, "signature-missing") {
    try $0.edit(pdfName) { bytes in
      let start = find("/Contents <", bytes) + 11
      let end = find("> >>\nendobj\n6 0", bytes)
      for place in start..<end { bytes[place] = 48 }
    }
  },
  Attack("truncated", "pdf-malformed") { try $0.edit(pdfName) { $0.removeLast(20) } },
  Attack("no PDF", "pdf-malformed") { try $0.write([1, 2, 3], pdfName) },
  Attack("empty", "pdf-malformed") { try $0.write([], pdfName) },
  Attack("signed by a stranger of the same name", "untrusted-signer") {
    try $0.rewrite(signer: Keys.strangers.get().signer)
  },
  Attack("signed by an unlisted key", "untrusted-signer") {
    try $0.rewrite(signer: $0.keys.unlisted)
  },
  Attack("table of objects that goes on from another", "pdf-extended") {
    var pdf = SmallPDF(data: statementData())
    pdf.trailer = " /Prev 9"
    try $0.rewrite(pdf)
  },
  Attack("table of objects that is not where it should be", "pdf-malformed") {
    var pdf = SmallPDF(data: statementData())
    pdf.tableShift = 1
    try $0.rewrite(pdf)
  },
  Attack("two trailers", "pdf-extended") {
    var pdf = SmallPDF(data: statementData())
    pdf.trailer = " >>\ntrailer\n<< /Root 2 0 R"
    try $0.rewrite(pdf)
  },
  Attack("another kind of signature", "pdf-byte-range") {
    var pdf = SmallPDF(data: statementData())
    pdf.filter = "/adbe.pkcs7.detached"
    try $0.rewrite(pdf)
  },
  Attack("two signature dictionaries", "pdf-signature-count") {
    var pdf = SmallPDF(data: statementData())
    pdf.extraObject = "9 0 obj\n<< /SubFilter /ETSI.CAdES.detached >>\nendobj\n"
    try $0.rewrite(pdf)
  },
  Attack("two byte ranges", "pdf-signature-count") {
    var pdf = SmallPDF(data: statementData())
    pdf.extraObject = "9 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n"
    try $0.rewrite(pdf)
  },
  Attack("attachment of another name", "pdf-attachment") {
    var pdf = SmallPDF(data: statementData())
    pdf.attachmentName = "other.json"
    try $0.rewrite(pdf)
  },
  Attack("two attachments", "pdf-attachment") {
    var pdf = SmallPDF(data: statementData())
    pdf.extraObject = "9 0 obj\n<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream\nendobj\n"
    try $0.rewrite(pdf)
  },
  Attack("data not canonical", "json-not-canonical") {
    try $0.rewrite(SmallPDF(data: statementData() + " "))
  },
  Attack("data of another cooperative", "wrong-organisation", "proof-of-another-log") {
    let data = statementData().replacing("123456782", with: "987654324")
    try $0.rewrite(SmallPDF(data: data))
  },
]

private let proofs: [Attack] = [
  Attack("proof of a neighbour", "proof-invalid") {
    try $0.writeProof(of: 2, in: $0.tree)
    try $0.moveProof()
  },
  Attack("proof of another month", "proof-of-another-log") {
    try $0.writeProof(of: 1, in: $0.tree, month: "2026-09")
    try $0.moveProof()
  },
  Attack("month edited in the proof", "proof-of-another-log") {
    try $0.replace("2026-10", "2026-11", in: proofName)
  },
  Attack("proof in a tree that was not signed", "proof-of-another-log") {
    try $0.writeProof(of: 0, in: MerkleTree([leafHash(statementData().utf8)]))
    try $0.moveProof()
  },
  Attack("hash altered", "proof-invalid") {
    try $0.edit(proofName) { bytes in
      let place = find("\n", bytes) + 12
      bytes[place] = bytes[place] == 65 ? 66 : 65
    }
  },
  Attack("index written twice over", "proof-malformed") {
    try $0.replace("index 1", "index 01", in: proofName)
  },
  Attack("bytes after the proof", "proof-malformed") { try $0.edit(proofName) { $0.append(10) } },
  Attack("stray bits in base64", "proof-malformed") {
    try $0.edit(proofName) { bytes in
      let place = (bytes.firstIndex(of: UInt8(ascii: "=")) ?? 1) - 1
      bytes[place] += 1
    }
  },
  Attack("closing signed by another", "untrusted-signer") { world in
    let bytes = try world.read("closings/2026-10/manifest.json")
    try world.write(
      signDetached(bytes, with: world.keys.unlisted, at: present),
      "closings/2026-10/manifest.json.p7s")
  },
]

@Suite struct StatementTests {
  @Test(arguments: pdfs) private func attacksOnThePDF(attack: Attack) throws { try check(attack) }
  @Test(arguments: proofs) private func attacksOnTheProof(attack: Attack) throws {
    try check(attack)
  }

  private func check(_ attack: Attack) throws {
    let world = try World.withStatement()
    let before = try Verifier.verify(paths: [world.path(pdfName)], now: present.seconds)
    #expect(
      before.verdict == .valid && before.statements.first?.isIncluded == true, "\(before.findings)")
    try attack.tamper(world)
    let report = try verify(paths: [world.path(pdfName)], now: present.seconds)
    #expect(report.findings.map(\.code.rawValue) == attack.codes, "\(report.findings)")
    #expect(report.verdict.exitCode == attack.exit)
  }

  @Test func withoutProofOrClosingTheInclusionIsNotChecked() throws {
    for name in [proofName, "closings/2026-10"] {
      let world = try World.withStatement()
      try FileManager.default.removeItem(at: world.root.appending(path: name))
      let report = try verify(paths: [world.path(pdfName)], now: present.seconds)
      #expect(report.verdict == .valid && report.notChecked.contains(.inclusion))
    }
  }

  @Test func aFolderOfStatementsIsVerifiedWhole() throws {
    let world = try World.withStatement()
    let report = try verify(paths: [world.path("statements/2026-10")], now: present.seconds)
    #expect(report.verdict == .valid && report.statements.map(\.member) == ["M0002"])
  }

  /// `statements/2026-10` as it is named in different ways, with and without its closing.
  @Test(arguments: [
    ["statements/2026-10"], ["statements/2026-10/"], ["statements"],
    ["statements/2026-10", "closings"],
  ])
  func aFolderThatLacksStatementsIsSaidToLackThem(names: [String]) throws {
    let world = try World.withStatement()
    let report = try verify(paths: names.map { world.path($0) }, now: present.seconds)
    #expect(report.verdict == .valid, "\(report.findings)")
    #expect(
      report.presence.map { [$0.month, "\($0.present)", "\($0.listed)"] } == [
        ["2026-10", "1", "5"]
      ])
    #expect(report.text(.english).contains("2026-10: 1 of 5 statements present"))
    #expect(report.text(.french).contains("2026-10 : 1 relevé présent sur 5"))
    #expect(
      report.json.contains(#""statementsPresent":[{"listed":5,"month":"2026-10","present":1}]"#))
  }

  @Test func aStatementAloneIsNotSaidToLackOthers() throws {
    let world = try World.withStatement()
    let report = try verify(paths: [world.path(pdfName), world.folder], now: present.seconds)
    #expect(report.presence.isEmpty && report.json.contains(#""statementsPresent":[]"#))
  }

  @Test func aStatementThatDoesNotHoldIsNotPresent() throws {
    let world = try World.withStatement()
    try world.write(world.read(pdfName), "statements/2026-10/copy.pdf")
    try world.write([], "statements/2026-10/M0003.pdf")
    let report = try verify(paths: [world.path("statements/2026-10")], now: present.seconds)
    #expect(report.presence.map(\.present) == [1])
    #expect(report.findings.map(\.code) == [.pdfMalformed])
  }

  @Test func theListBesideTheStatementsMustBeTheOneSigned() throws {
    let world = try World.withStatement()
    try world.edit("closings/2026-10/statements.csv") { $0.append(10) }
    let report = try verify(paths: [world.path("statements/2026-10")], now: present.seconds)
    #expect(report.presence.isEmpty && report.findings.map(\.code) == [.fileAltered])
  }
}
