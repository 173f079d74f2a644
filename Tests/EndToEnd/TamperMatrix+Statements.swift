import Foundation
import TestSupport
import Testing

private let pdf = TamperWorld.statement
private let proof = TamperWorld.proof

extension Tampered {
  /// Where the signature's digits begin and end.
  fileprivate func gap() throws -> Range<Int> {
    let text = String(decoding: try folder.bytes(pdf), as: Unicode.ASCII.self)
    let found = try #require(text.firstMatch(of: #/ByteRange \[0 (\d+) (\d+) /#))
    return try #require(Int(found.1)) + 1..<(try #require(Int(found.2)) - 1)
  }

  /// Has a program of others write the statement anew; without it the row has nothing to show.
  fileprivate func rewrite(_ program: String, _ arguments: [String]) throws -> Bool {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)") else { return false }
    try move(pdf, "original.pdf")
    _ = try Command.run(
      "/usr/bin/\(program)", arguments, in: folder.path, ["PATH": "/usr/bin:/bin"])
    return true
  }
}

extension Tampering {
  /// What § 2.2 tries on a PDF, and what § 6 asks of proofs.
  static let statements: [Tampering] = [
    Tampering("PDF untouched", on: .statement, exit: 0) { _ in },
    Tampering("PDF bit flip in the page", on: .statement, "content-altered") {
      try $0.replace("/MediaBox [0 0 595", "/MediaBox [0 0 594", in: pdf)
    },
    Tampering("PDF incremental update", on: .statement, "pdf-extended") {
      try $0.edit(pdf) { bytes in
        let text = String(decoding: bytes, as: Unicode.ASCII.self)
        let start = text.firstMatch(of: #/startxref\s+(\d+)/#)?.1 ?? ""
        bytes += Array(
          ("3 0 obj\n<< /Type /Page >>\nendobj\nxref\n3 1\n\(String(repeating: "0", count: 10)) 00000 n \n"
            + "trailer\n<< /Size 9 /Prev \(start) >>\nstartxref\n\(bytes.count)\n%%EOF\n").utf8)
      }
    },
    Tampering("PDF bytes appended", on: .statement, "pdf-extended") {
      try $0.edit(pdf) { $0 += Array("\n%\n".utf8) }
    },
    Tampering("PDF data in the padding", on: .statement, "pdf-padding") { world in
      let gap = try world.gap()
      try world.edit(pdf) { $0[gap.upperBound - 3] = UInt8(ascii: "7") }
    },
    Tampering("PDF byte range edited", on: .statement, "pdf-byte-range") {
      try $0.replace("/ByteRange [0 ", "/ByteRange [1 ", in: pdf)
    },
    Tampering("PDF signature stripped", on: .statement, exit: 2, "signature-missing") {
      try $0.replace("/ByteRange [0 ", "/XyteRange [0 ", in: pdf)
    },
    Tampering("PDF signature wiped", on: .statement, exit: 2, "signature-missing") { world in
      let gap = try world.gap()
      try world.edit(pdf) { bytes in for place in gap { bytes[place] = 48 } }
    },
    Tampering("PDF two signatures", on: .statement, "pdf-signature-count") {
      // Within the file, in place of the comment after the heading or of a name of the same length.
      try $0.replace("/Type /Catalog", "/SubFilter /XX", in: pdf)
    },
    Tampering("PDF truncated", on: .statement, "pdf-malformed") {
      try $0.edit(pdf) { $0.removeLast(40) }
    },
    Tampering("PDF time stamp altered", on: .statement, "timestamp-invalid") { world in
      let gap = try world.gap()
      try world.edit(pdf) { bytes in
        // The last digits before the zeros belong to the stamp's signature.
        let last = bytes[gap].lastIndex { $0 != 48 } ?? gap.lowerBound
        bytes[last - 40] = bytes[last - 40] == 49 ? 50 : 49
      }
    },
    Tampering("PDF of a stranger", on: .statement, "pdf-malformed") {
      try $0.folder.write(pdf, "no PDF at all")
    },
    Tampering("statement of a neighbour under this name", on: .statement, "proof-invalid") {
      try $0.folder.write(pdf, $0.folder.bytes("statements/2025-04/M0003.pdf"))
    },
    Tampering("added: proof of another month", on: .statement, "proof-of-another-log") {
      try $0.folder.write(proof, $0.folder.bytes("statements/2025-03/M0002.tlog-proof"))
    },
    Tampering("proof of a neighbour", on: .statement, "proof-invalid") {
      try $0.folder.write(proof, $0.folder.bytes("statements/2025-04/M0003.tlog-proof"))
    },
    Tampering("proof's month edited", on: .statement, "proof-of-another-log") {
      try $0.replace("statements/2025-04", "statements/2025-03", in: proof)
    },
    Tampering("proof truncated", on: .statement, "proof-malformed") {
      try $0.edit(proof) { $0.removeLast() }
    },
  ]
}

/// Programs that write a PDF anew take the signature with them, and that is seen.
@Suite struct RewrittenStatementTests {
  @Test(
    arguments: [
      ("qpdf", ["original.pdf", pdf]), ("mutool", ["clean", "original.pdf", pdf]),
      (
        "gs",
        ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile=\(pdf)", "original.pdf"]
      ),
    ])
  func aStatementWrittenAnewIsNotValid(program: String, arguments: [String]) throws {
    let folder = try TamperWorld.shared.get().copy()
    guard try Tampered(folder: folder).rewrite(program, arguments) else { return }
    let clock = ["SOURCE_DATE_EPOCH": String(TamperWorld.now)]
    let ours = try Program.soleil.run(["verify", pdf], in: folder.path, clock)
    let theirs = try Program.verify.run([pdf], in: folder.path, clock)
    #expect(ours.code == theirs.code && [1, 2].contains(ours.code), "\(ours.out)")
  }
}
