public import Units
import Wording

/// What a reader needs years later to judge the signature: the certificates and the lists of those
/// revoked, each in DER.
public struct ValidationEvidence: Hashable, Sendable {
  /// The certificates.
  public var certificates: [[UInt8]]
  /// The lists of revoked certificates.
  public var revocationLists: [[UInt8]]

  /// Evidence; none by default.
  public init(certificates: [[UInt8]] = [], revocationLists: [[UInt8]] = []) {
    self.certificates = certificates
    self.revocationLists = revocationLists
  }
}

/// A member's statement as a PDF file: a page and its back, its data attached, a place for one
/// signature, all in one revision.
///
/// - Source: ISO 32000-1; ISO 19005-3, level A; ETSI EN 319 142-1.
public struct StatementPDF: Hashable, Sendable {
  private let page: StatementPage
  private let attachment: [UInt8]
  private let signedAt: Instant
  private let evidence: ValidationEvidence

  /// A statement to print.
  ///
  /// - Parameters:
  ///   - page: what the page shows.
  ///   - attachment: the bytes of `releve.json`, kept as they are.
  ///   - signedAt: the signing time that the file claims.
  ///   - evidence: what the signature is judged by years later, kept under it.
  public init(
    page: StatementPage, attachment: [UInt8], signedAt: Instant,
    evidence: ValidationEvidence = ValidationEvidence()
  ) {
    self.page = page
    self.attachment = attachment
    self.signedAt = signedAt
    self.evidence = evidence
  }

  /// The numbers of the objects that others refer to.
  private enum Number {
    static let page = 3
    static let back = 5
    static let fonts = 9
    static let file = 24
    static let widget = 26
    static let signature = 28
    static let metadata = 29
    static let colours = 30
    static let information = 31
    static let structure = 32
  }

  /// The file with room for a signature of so many bytes of DER.
  ///
  /// - Parameter packer: packs the page; whoever writes many keeps one.
  /// - Throws: ``DocumentsRefusal`` when a character or the steps cannot be printed.
  /// - Complexity: O(size of the file).
  public func unsigned(
    signatureCapacity: Int, packer: Packer = Packer()
  ) throws(DocumentsRefusal) -> UnsignedDocument {
    precondition(signatureCapacity > 0, "a signature has room")
    let (canvas, fonts) = try StatementLayout.draw(page)
    let back = StatementBack.of(page.language, fonts)
    let line = back.line(for: page.member.number, fonts)
    if let scalar = line.missing.first { throw .characterHasNoGlyph(scalar) }
    var tree = canvas.tree
    tree.append(back.tree)
    var writer = PDFWriter()
    catalogue(&writer, evidence: Number.structure + tree.elements.count + 3)
    writer.object("<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>")
    writer.object(StatementPDF.front)
    writer.object(packer.stream("", canvas.bytes))
    writer.object(StatementPDF.back)
    writer.object(back.contents.before)
    writer.stream("", line.bytes)
    writer.object(back.contents.after)
    for body in fonts == .french ? StatementPDF.french : StatementPDF.latin { writer.object(body) }
    attachedFile(&writer)
    widget(&writer)
    let place = signature(&writer, signatureCapacity)
    let metadata = Metadata(
      title: title, author: page.company.name, language: language, written: signedAt)
    writer.stream("/Type /Metadata /Subtype /XML ", metadata.packet)
    writer.object(StatementPDF.colours)
    metadata.writeInformation(to: &writer)
    tree.write(to: &writer, pages: [Number.page, Number.back], widget: Number.widget)
    writeEvidence(&writer)
    writer.finish(info: Number.information, identifier: String(page.data.hex.prefix(32)))
    let after = place.contents + 2 * signatureCapacity + 2
    writer.overwrite(
      at: place.range, "[0 \(place.contents) \(after) \(writer.count - after)]")
    return UnsignedDocument(
      bytes: writer.bytes, signedRanges: [0..<place.contents, after..<writer.count])
  }

  private var title: String {
    StatementWords.documentTitle(page.month, member: page.member.number)[page.language]
  }

  private var language: String { page.language == .french ? "fr-FR" : "en-GB" }

  private static let french = FontObjects.bodies(of: .french, from: Number.fonts)
  private static let latin = FontObjects.bodies(of: .latin, from: Number.fonts)
  private static let colours = Packer(.best).stream("/N 3 ", decoded(Embedded.colours))
  private static let front = pageObject("4 0 R", " /Annots [\(Number.widget) 0 R]", index: 0)
  private static let back = pageObject("[6 0 R 7 0 R 8 0 R]", "", index: 1)

  private func catalogue(_ writer: inout PDFWriter, evidence first: Int) {
    writer.begin()
    writer.append(
      "<< /Type /Catalog /Version /1.7 /Pages 2 0 R /Lang (\(language)) /MarkInfo << /Marked true >> "
        + "/StructTreeRoot \(Number.structure) 0 R /Metadata \(Number.metadata) 0 R "
        + "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
        + "/OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
        + "/DestOutputProfile \(Number.colours) 0 R >>] "
        + "/ViewerPreferences << /DisplayDocTitle true >> "
        + "/AcroForm << /Fields [\(Number.widget) 0 R] /SigFlags 3 >> "
        + "/Names << /EmbeddedFiles << /Names [(releve.json) \(Number.file) 0 R] >> >> "
        + "/AF [\(Number.file) 0 R]")
    if evidence != ValidationEvidence() {
      let numbers = (first..<first + evidence.certificates.count + evidence.revocationLists.count)
        .map { "\($0) 0 R" }
      let (certificates, lists) = (
        numbers.prefix(evidence.certificates.count), numbers.dropFirst(evidence.certificates.count)
      )
      writer.append(
        " /Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 5 >> >>"
          + " /DSS << /Type /DSS /Certs [\(certificates.joined(separator: " "))]"
          + " /CRLs [\(lists.joined(separator: " "))] >>")
    }
    writer.append(" >>")
    writer.end()
  }

  private func writeEvidence(_ writer: inout PDFWriter) {
    for der in evidence.certificates + evidence.revocationLists { writer.stream("", der) }
  }

  private static func pageObject(
    _ contents: String, _ annotations: String, index: Int
  ) -> [UInt8] {
    let fonts = Face.allCases.enumerated().map { place, face in
      "\(face.resource) \(Number.fonts + place * FontObjects.perFont) 0 R"
    }
    return Array(
      ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents \(contents) "
        + "/Resources << /Font << \(fonts.joined(separator: " ")) >> >> /StructParents \(index) "
        + "/Tabs /S\(annotations) >>").utf8)
  }

  private func attachedFile(_ writer: inout PDFWriter) {
    writer.begin()
    writer.append("<< /Type /Filespec /F (releve.json) /UF (releve.json) /AFRelationship /Data ")
    writer.append("/Desc ")
    writer.text(StatementWords.attachment[page.language])
    writer.append(" /EF << /F \(Number.file + 1) 0 R /UF \(Number.file + 1) 0 R >> >>")
    writer.end()
    writer.stream(
      "/Type /EmbeddedFile /Subtype /application#2Fjson /Params << /Size \(attachment.count) "
        + "/ModDate \(Metadata.date(signedAt)) >> ", attachment)
  }

  /// Writes the field of the signature, which shows nothing, and the nothing that it shows.
  private func widget(_ writer: inout PDFWriter) {
    writer.object(
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /F 132 /Rect [0 0 0 0] "
        + "/TU (Signature) "
        + "/P \(Number.page) 0 R /V \(Number.signature) 0 R /AP << /N \(Number.widget + 1) 0 R >> "
        + "/StructParent 2 >>")
    writer.stream("/Type /XObject /Subtype /Form /BBox [0 0 0 0] ", [])
  }

  /// Writes the signature dictionary; returns where its byte range and its contents stand.
  private func signature(
    _ writer: inout PDFWriter, _ capacity: Int
  ) -> (range: Int, contents: Int) {
    writer.begin()
    writer.append(
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
        + "/M \(Metadata.date(signedAt)) /ByteRange ")
    let range = writer.count
    writer.append(String(repeating: " ", count: 40) + " /Contents ")
    let contents = writer.count
    writer.append("<")
    writer.zeros(2 * capacity)
    writer.append("> >>")
    writer.end()
    return (range, contents)
  }
}
