import Documents
import Foundation
import Testing
import Units
import Wording

/// The statement can be read for decades: fonts and colours within, parts named, nothing outside.
///
/// No judge of PDF/A-3 is to be had as free software in Debian; PDFBox judges PDF/A-1b, of which three
/// rules differ.
@Suite struct ArchiveTests {
  private func withPage<Result>(
    _ page: StatementPage, evidence: ValidationEvidence = ValidationEvidence(),
    _ use: (URL) throws -> Result
  ) throws -> Result {
    let document = try StatementPDF(
      page: page, attachment: SamplePage.attachment, signedAt: SamplePage.signedAt,
      evidence: evidence
    ).unsigned(signatureCapacity: 4_096)
    return try withFolder { folder in
      try Data(document.bytes).write(to: folder.appending(path: "s.pdf"))
      return try use(folder)
    }
  }

  @Test(
    .enabled(if: Tool.java.isInstalled && Tool.preflight != nil, "PDFBox is not installed"),
    arguments: [(Language.french, 1, 3), (.english, 9, 9)])
  func `PDFBox finds what part 3 allows and part 1 does not, and nothing else`(
    language: Language, movements: Int, steps: Int
  ) throws {
    let page = SamplePage.page(language, movements: movements, steps: steps)
    let evidence = ValidationEvidence(certificates: [[0x30, 0]], revocationLists: [[0x30, 0]])
    let text = try withPage(page, evidence: evidence) { folder in
      try Tool.java.run(
        [
          "-cp", Tool.preflight ?? "", "org.apache.pdfbox.preflight.Validator_A1b",
          "s.pdf",
        ], in: folder
      ).text
    }
    let codes = text.matches(of: /(?m)^([0-9]+(?:\.[0-9]+)+) :/).map { String($0.1) }
    // An attached file is listed, a file is embedded, the part says 3.
    #expect(codes.sorted() == ["1.2.9", "1.4.7", "7.11.2"], "\(text)")
  }

  @Test(.enabled(if: Tool.pdffonts.isInstalled, "pdffonts is not installed"))
  func `every font is within, and says what its glyphs stand for`() throws {
    let text = try withPage(SamplePage.page(.french)) {
      try Tool.pdffonts.run(["s.pdf"], in: $0).text
    }
    let rows = text.split(separator: "\n").dropFirst(2)
    #expect(rows.count == 3)
    for row in rows {
      #expect(row.contains("CID TrueType") && row.contains("yes no  yes"), "\(row)")
    }
  }

  @Test(.enabled(if: Tool.pdfinfo.isInstalled, "pdfinfo is not installed"))
  func `those who listen hear titles, tables, and what the chart shows`() throws {
    let (tree, about) = try withPage(SamplePage.page(.french)) { folder in
      (
        try Tool.pdfinfo.run(["-struct-text", "s.pdf"], in: folder).text,
        try Tool.pdfinfo.run(["s.pdf"], in: folder).text
      )
    }
    for part in [
      "Document", "H1 (block)", "\"Votre relevé mensuel juin 2025\"", "H2 (block)",
      "Table (block)", "/Scope /Column", "\"Résultat du mois", "Figure:", "/BBox", "LI (block)",
      "Form",
    ] { #expect(tree.contains(part), "\(part) in\n\(tree)") }
    #expect(tree.components(separatedBy: "Table (block)").count == 4)
    #expect(about.contains("Tagged:          yes") && about.contains("Pages:           2"))
    #expect(about.contains("Title:           Votre relevé mensuel · juin 2025 · M0042"))
  }

  @Test func `the chart in words gives every month and its figure`() throws {
    let words = StatementWords.chartInWords([(SamplePage.june, 574), (SamplePage.june.next, 0)])
    #expect(words.french.contains("juin 2025 57,4\u{202F}; juillet 2025 0,0."))
    #expect(words.english.contains("June 2025 57.4; July 2025 0.0."))
    let document = try SamplePage.document(SamplePage.page(.french))
    let text = String(decoding: document.bytes, as: UTF8.self)
    let alternative = Array("juin 2025 57,4".utf16)
      .map { String($0, radix: 16, uppercase: true) }
      .map { String(repeating: "0", count: 4 - $0.utf8.count) + $0 }.joined()
    #expect(text.contains(alternative))
  }

  @Test(.enabled(if: Tool.xmllint.isInstalled, "xmllint is not installed"))
  func `what the file says of itself is sound XML, whatever the names`() throws {
    var page = SamplePage.page(.french)
    page.company.name = "Soleil & <Toits> « d'Aÿ »"
    let document = try SamplePage.document(page)
    let text = String(decoding: document.bytes, as: UTF8.self)
    let start = try #require(text.range(of: "<x:xmpmeta"))
    let end = try #require(text.range(of: "</x:xmpmeta>"))
    try withFolder { folder in
      try Data(text[start.lowerBound..<end.upperBound].utf8)
        .write(to: folder.appending(path: "m.xml"))
      let (status, said) = try Tool.xmllint.run(["--noout", "m.xml"], in: folder)
      #expect(status == 0, "\(said)")
    }
    #expect(text.contains("<rdf:li>Soleil &amp; &lt;Toits&gt; « d'Aÿ »</rdf:li>"))
    #expect(text.contains("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A"))
  }

  @Test(.enabled(if: Tool.pdftotext.isInstalled, "pdftotext is not installed"))
  func `every letter that a font has is read back as itself`() throws {
    let letters = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ ŁłŻżĄąŐőŘřŞşŢţȘșȚț ƠơƯưẠạẾếỘộỸỹ ẞß €§°«»…—’"
    var page = SamplePage.page(.french)
    page.member.name = ""
    page.steps[1].label = String(letters.prefix(50))
    page.steps[2].label = String(letters.dropFirst(50))
    let text = try withPage(page) { try Tool.pdftotext.run(["-raw", "s.pdf", "-"], in: $0).text }
    #expect(text.contains(letters.prefix(50)), "\(text)")
    #expect(text.contains(letters.dropFirst(50)), "\(text)")
  }

  /// The larger fonts double the file; our own words must not ask for them.
  @Test func `the larger fonts are for names alone`() throws {
    let month = SamplePage.june
    for language in Language.allCases {
      var page = SamplePage.page(language, movements: 9, steps: 9)
      for note in [
        StatementWords.supersedes(
          month, 2, energy: (WattHours(1), WattHours(-2)), entitlement: (Cents(1), Cents(-2))),
        StatementWords.supersedes(3, month, month, energy: WattHours(-1), entitlement: Cents(-2)),
      ] {
        page.note = note[language]
        let text = String(decoding: try SamplePage.document(page).bytes, as: Unicode.ASCII.self)
        #expect(text.contains("/BaseFont /SoleilSans ") && !text.contains("/SoleilSansLatin"))
      }
      page.member.name = "Łucja Żak-Nguyễn"
      let text = String(decoding: try SamplePage.document(page).bytes, as: Unicode.ASCII.self)
      #expect(text.contains("/SoleilSansLatin ") && !text.contains("/BaseFont /SoleilSans "))
    }
  }

  /// Readers hand blanks on as they like; the file says which ones do not break.
  @Test(.enabled(if: Tool.mutool.isInstalled, "mutool is not installed"))
  func `the blanks that do not break have glyphs and meanings of their own`() throws {
    let text = try withPage(SamplePage.page(.french)) { folder in
      try [13, 18, 23].map {
        try Tool.mutool.run(["show", "-b", "s.pdf", "\($0)"], in: folder).text
      }.joined()
    }
    let tables = text.matches(of: /beginbfrange\n([^e]*)endbfrange/).map { String($0.1) }
    #expect(tables.count == 3)
    for table in tables.prefix(2) {
      let starts = table.matches(of: /<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>\n/)
      #expect(starts.count > 10)
      for blank in [0xA0, 0x202F] {
        #expect(
          starts.contains { run in
            let numbers = [run.1, run.2, run.3].map { Int($0, radix: 16) ?? 0 }
            return (numbers[2]...numbers[2] + numbers[1] - numbers[0]).contains(blank)
          })
      }
    }
  }

  /// The font that is committed is the one that is embedded.
  @Test(.enabled(if: Tool.mutool.isInstalled, "mutool is not installed"))
  func `the fonts within are those that lie beside their licence`() throws {
    let fonts = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Documents/Fonts").standardizedFileURL
    let licence = try String(contentsOf: fonts.appending(path: "OFL.txt"), encoding: .utf8)
    #expect(licence.contains("SIL OPEN FONT LICENSE Version 1.1"))
    try withPage(SamplePage.page(.french)) { folder in
      for (object, name) in [(12, "SoleilSans"), (17, "SoleilSans-Bold"), (22, "SoleilMono")] {
        _ = try Tool.mutool.run(["show", "-b", "-o", "f.ttf", "s.pdf", "\(object)"], in: folder)
        let within = try Data(contentsOf: folder.appending(path: "f.ttf"))
        #expect(try within == Data(contentsOf: fonts.appending(path: "\(name).ttf")), "\(name)")
      }
    }
  }

  @Test func `two statements differ where their data do, and signing again changes nothing`() throws
  {
    let page = SamplePage.page(.french)
    var other = page
    other.data = Digest(Array(repeating: 0xD5, count: 32))
    let (first, second) = (try objects(of: page), try objects(of: other))
    #expect(first.count > 100 && first.count == second.count)
    // The digest stands at the foot; the page's length moves what the signature covers. What is left
    // over is the table of places, and the identifier.
    let differing = zip(first, second).enumerated().filter { $1.0 != $1.1 }.map { $0.offset + 1 }
    #expect(Set(differing).subtracting([28, first.count]) == [4])
  }

  /// What stands between the ends of objects.
  private func objects(of page: StatementPage) throws -> [String] {
    String(decoding: try SamplePage.document(page).bytes, as: Unicode.ASCII.self)
      .components(separatedBy: "\nendobj\n")
  }

  @Test func `a stamped signature goes into the room that was kept, or is refused`() throws {
    let document = try SamplePage.document(SamplePage.page(.french))
    let signed = document.signed(with: [0x30, 0x03, 1, 2, 3])
    let found = try SignedDocument(bytes: signed)
    #expect(found.signature == [0x30, 0x03, 1, 2, 3] + Array(repeating: 0, count: 4_091))
    let longer = try found.replacingSignature(with: [0x30, 0x05, 1, 2, 3, 4, 5])
    #expect(longer == document.signed(with: [0x30, 0x05, 1, 2, 3, 4, 5]))
    let shorter = try SignedDocument(bytes: longer).replacingSignature(with: [0x30, 0x00])
    #expect(shorter == document.signed(with: [0x30, 0x00]))
    #expect(throws: DocumentsRefusal.stampDoesNotFit(bytes: 4_097, room: 4_096)) {
      try found.replacingSignature(with: Array(repeating: 1, count: 4_097))
    }
    for bytes in [[], Array("%PDF-1.7\n/ByteRange [0 5 3 1]".utf8), Array(signed.dropLast())] {
      #expect(throws: DocumentsRefusal.fileIsNoSignedStatement) { try SignedDocument(bytes: bytes) }
    }
  }
}
