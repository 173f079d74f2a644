import Documents
import Foundation
import Testing
import Units
import Wording

/// The statement's file: sound, readable, complete, with one place for one signature.
@Suite struct StatementPDFTests {
  private static let variants: [(Language, Int, Int)] = [
    (.french, 0, 3), (.french, 1, 3), (.french, 5, 6), (.french, 9, 9), (.english, 1, 3),
  ]

  @Test(.enabled(if: Tool.qpdf.isInstalled, "qpdf is not installed"), arguments: variants)
  func `qpdf finds no fault`(language: Language, movements: Int, steps: Int) throws {
    let document = try SamplePage.document(
      SamplePage.page(language, movements: movements, steps: steps))
    try withFolder { folder in
      try Data(document.bytes).write(to: folder.appending(path: "s.pdf"))
      let (status, text) = try Tool.qpdf.run(["--check", "s.pdf"], in: folder)
      #expect(status == 0 && !text.contains("WARNING"), "\(text)")
    }
  }

  @Test(.enabled(if: Tool.pdftotext.isInstalled, "pdftotext is not installed"))
  func `pdftotext reads names, accents and figures`() throws {
    let document = try SamplePage.document(SamplePage.page(.french))
    let text = try withFolder { folder in
      try Data(document.bytes).write(to: folder.appending(path: "s.pdf"))
      return try Tool.pdftotext.run(["-layout", "s.pdf", "-"], in: folder).text
        .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
    for part in [
      "Votre relevé mensuel", "juin 2025", "Zoé Lœuillet (d'Aÿ)", "M0042", "20 parts",
      "1 000,00 €", "574,083 kWh", "57 390,123 kWh", "3 215,04 €", "160,75 €", "27,33 €",
      "2 281,904 kWh", "41,87 €", "12 juin 2025", "1 131", "+2", "57,4", "associé",
      "578 pour vous, sur 126 420 pour",
      SamplePage.data.hex, "0007 0E15 1C23", "Coopérative fictive",
    ] { #expect(text.contains(part), "\(part) in\n\(text)") }
  }

  @Test(.enabled(if: Tool.pdftotext.isInstalled, "pdftotext is not installed"))
  func `no word leaves the margins, however long the names`() throws {
    var page = SamplePage.page(.french, movements: 9, steps: 9)
    page.member.name = String(repeating: "Marie-Noëlle de la ", count: 12)
    page.company.office = String(repeating: "1 place du Kiosque, ", count: 20)
    page.company.name = String(repeating: "Carreau de Soleil ", count: 9)
    page.energy = WattHours(987_654_321_000)
    let document = try SamplePage.document(page)
    let text = try withFolder { folder in
      try Data(document.bytes).write(to: folder.appending(path: "s.pdf"))
      return try Tool.pdftotext.run(["-bbox", "s.pdf", "-"], in: folder).text
    }
    let ends = text.matches(
      of: /xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)"/)
    #expect(ends.count > 100)
    for word in ends {
      #expect((Double(word.1) ?? 0) > 49 && (Double(word.3) ?? 999) < 547, "\(word.0)")
      #expect((Double(word.4) ?? 999) < 835, "\(word.0)")
    }
  }

  /// The account, two payments with every levy, and the word that there are more.
  private static let money = [
    StatementWords.account(
      opening: Cents(-123_456_789_012), moved: Cents(123_456_789_013), balance: Cents(1)),
    paid(true), paid(false), StatementWords.morePayments(12),
  ].map { $0[.french] }

  private static func paid(_ isDividend: Bool) -> Words {
    StatementWords.paid(
      isDividend: isDividend, on: SamplePage.june.first, gross: Cents(123_456_789),
      repaid: Cents(98_765_432),
      levies: ["income-tax", "csg", "crds", "solidarity"].map { ($0, 1_280, Cents(15_802_469)) },
      net: Cents(159_012_345))
  }

  @Test(
    .enabled(if: Tool.pdftotext.isInstalled, "pdftotext is not installed"),
    arguments: [(0, 1), (1, 3)])
  func `the account and the payments stand beside all else, and no word on another`(
    movements: Int, steps: Int
  ) throws {
    var page = SamplePage.page(.french, movements: movements, steps: steps)
    page.money = Self.money
    let document = try SamplePage.document(page)
    let text = try withFolder { folder in
      try Data(document.bytes).write(to: folder.appending(path: "s.pdf"))
      return try Tool.pdftotext.run(["-bbox", "-l", "1", "s.pdf", "-"], in: folder).text
    }
    let words = Word.all(in: text)
    #expect(words.count > 150 && words.contains { $0.text == "solidarité" })
    for (place, one) in words.enumerated() {
      #expect(one.bottom < 835)
      for other in words.dropFirst(place + 1) where one.isOn(other) {
        Issue.record("\(one.text) on \(other.text)")
      }
    }
  }

  /// A word and its box, as pdftotext finds them.
  private struct Word {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    let text: String

    static func all(in text: String) -> [Word] {
      let boxes = text.matches(
        of: /xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)</)
      return boxes.map { box -> Word in
        let numbers: [Double] = [box.1, box.2, box.3, box.4].map { Double($0) ?? 0 }
        return Word(
          left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3],
          text: String(box.5))
      }
    }

    /// Boxes are as tall as the font, letters are not: a third of the height may be shared.
    func isOn(_ other: Word) -> Bool {
      let across: Double = min(right, other.right) - max(left, other.left)
      let down: Double = min(bottom, other.bottom) - max(top, other.top)
      return across >= 0.5 && down >= (bottom - top) / 3
    }
  }

  @Test(.enabled(if: Tool.pdftotext.isInstalled, "pdftotext is not installed"))
  func `a name of sixty letters and a notice with large figures stand in full`() throws {
    var page = SamplePage.page(.french, movements: 9, steps: 9)
    page.member.name = "Marie-Noëlle Éléonore de La Rochefoucauld-Bouteville d'Aÿ-Lœu"
    page.member.college = "Collectivités territoriales et leurs groupements"
    page.note =
      StatementWords.supersedes(
        SamplePage.june, 123, energy: (WattHours(123_456_789_012), WattHours(-123_456_789_013)),
        entitlement: (Cents(-123_456_789_014), Cents(123_456_789_015)))[.french]
    let document = try SamplePage.document(page)
    let text = try withFolder { folder in
      try Data(document.bytes).write(to: folder.appending(path: "s.pdf"))
      return try Tool.pdftotext.run(["-raw", "-l", "1", "s.pdf", "-"], in: folder).text
        .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        .replacing("\n", with: " ")
    }
    for part in [
      page.member.name, page.member.college, "-123 456 789,013 kWh au lieu de 123 456 789,012 kWh",
      "1 234 567 890,15 € au lieu de -1 234 567 890,14 €.", "Comment vérifier ce relevé",
    ] { #expect(text.contains(part), "\(part) in\n\(text)") }
    #expect(!text.contains("…"))
  }

  @Test(.enabled(if: Tool.pdftotext.isInstalled, "pdftotext is not installed"))
  func `a month at a loss says that nothing is to be paid`() throws {
    var page = SamplePage.page(.french)
    (page.result, page.entitlement) = (Cents(-120_050), Cents(-1_020))
    let document = try SamplePage.document(page)
    let text = try withFolder { folder in
      try Data(document.bytes).write(to: folder.appending(path: "s.pdf"))
      return try Tool.pdftotext.run(["-layout", "s.pdf", "-"], in: folder).text
    }
    #expect(text.contains("-10,20") && text.contains("un mois en perte : rien à payer"))
    #expect(!text.contains("pas encore un versement"))
  }

  @Test(.enabled(if: Tool.pdfdetach.isInstalled, "pdfdetach is not installed"))
  func `pdfdetach returns the attached data byte for byte`() throws {
    let document = try SamplePage.document(SamplePage.page(.french))
    try withFolder { folder in
      try Data(document.bytes).write(to: folder.appending(path: "s.pdf"))
      let (status, _) = try Tool.pdfdetach.run(
        ["-save", "1", "-o", "out.json", "s.pdf"], in: folder)
      #expect(status == 0)
      let found = try Data(contentsOf: folder.appending(path: "out.json"))
      #expect(Array(found) == SamplePage.attachment)
    }
  }

  @Test func `the signed ranges cover all but the place of the signature`() throws {
    let document = try SamplePage.document(SamplePage.page(.english))
    let ranges = document.signedRanges
    #expect(ranges.count == 2 && ranges[0].lowerBound == 0)
    #expect(ranges[1].upperBound == document.bytes.count && document.capacity == 4_096)
    let gap = document.bytes[ranges[0].upperBound..<ranges[1].lowerBound]
    #expect(gap.first == UInt8(ascii: "<") && gap.last == UInt8(ascii: ">"))
    #expect(gap.dropFirst().dropLast().allSatisfy { $0 == UInt8(ascii: "0") })
    let text = String(decoding: document.bytes, as: Unicode.ASCII.self)
    #expect(
      text.contains(
        "/ByteRange [0 \(ranges[0].count) \(ranges[1].lowerBound) \(ranges[1].count)]"))
    #expect(text.components(separatedBy: "%%EOF").count == 2)
    #expect(text.components(separatedBy: "startxref").count == 2)
    #expect(text.contains("/SubFilter /ETSI.CAdES.detached /M (D:20250702080000Z)"))
  }

  @Test func `signing changes nothing but the place`() throws {
    let document = try SamplePage.document(SamplePage.page(.french))
    let signed = document.signed(with: [0x30, 0x82, 0xAB, 0xFF])
    #expect(signed.count == document.bytes.count)
    #expect(document.signedRanges.flatMap { signed[$0] } == document.signedBytes)
    let place = document.signedRanges[0].upperBound
    #expect(String(decoding: signed[place..<place + 11], as: UTF8.self) == "<3082abff00")
  }

  @Test func `the same values give the same bytes`() throws {
    let page = SamplePage.page(.french)
    #expect(try SamplePage.document(page) == SamplePage.document(page))
  }

  @Test func `what the page cannot print is refused`() throws {
    var page = SamplePage.page(.french)
    page.member.name = "Łucja Żak-Nguyễn, 李"
    #expect(throws: DocumentsRefusal.characterHasNoGlyph(0x674E)) {
      try SamplePage.document(page)
    }
    #expect(throws: DocumentsRefusal.stepsDoNotFit(10, most: 9)) {
      try SamplePage.document(SamplePage.page(.french, steps: 10))
    }
    #expect(DocumentsRefusal.characterHasNoGlyph(0x674E).explanation.what.french.contains("U+674E"))
  }

  @Test(
    .enabled(
      if: Tool.openssl.isInstalled && Tool.pdfsig.isInstalled,
      "openssl or pdfsig is not installed"))
  func `a signature made by openssl is found valid for the whole document`() throws {
    let document = try SamplePage.document(SamplePage.page(.french))
    try withFolder { folder in
      try Data(document.signedBytes).write(to: folder.appending(path: "covered"))
      #expect(
        try Tool.openssl.run(
          [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", "key.pem", "-out", "cert.pem", "-days", "2", "-subj", "/CN=Essai",
          ], in: folder
        ).status == 0)
      let (status, text) = try Tool.openssl.run(
        [
          "cms", "-sign", "-binary", "-cades", "-md", "sha256", "-in", "covered", "-signer",
          "cert.pem", "-inkey", "key.pem", "-outform", "DER", "-out", "sig.der",
        ], in: folder)
      #expect(status == 0, "\(text)")
      let der = try Data(contentsOf: folder.appending(path: "sig.der"))
      try Data(document.signed(with: Array(der))).write(to: folder.appending(path: "s.pdf"))
      let report = try Tool.pdfsig.run(["-nocert", "s.pdf"], in: folder).text
      #expect(report.contains("Signature is Valid"), "\(report)")
      #expect(report.contains("Total document signed"), "\(report)")
    }
  }
}
