public import Units
import Wording

/// A member's statement as a PDF file: one page, its data attached, a place for one signature.
///
/// Standard fonts, untagged; issue 8 makes it PDF/A-3 behind the same two calls.
public struct StatementPDF: Hashable, Sendable {
  private let page: StatementPage
  private let attachment: [UInt8]
  private let signedAt: Instant

  /// A statement to print.
  ///
  /// - Parameters:
  ///   - page: what the page shows.
  ///   - attachment: the bytes of `releve.json`, kept as they are.
  ///   - signedAt: the signing time that the file claims.
  public init(page: StatementPage, attachment: [UInt8], signedAt: Instant) {
    self.page = page
    self.attachment = attachment
    self.signedAt = signedAt
  }

  /// The file with room for a signature of so many bytes of DER.
  ///
  /// - Throws: ``DocumentsRefusal`` when a character or the steps cannot be printed.
  /// - Complexity: O(size of the file).
  public func unsigned(signatureCapacity: Int) throws(DocumentsRefusal) -> UnsignedDocument {
    precondition(signatureCapacity > 0, "a signature has room")
    let content = try StatementLayout.draw(page)
    var writer = PDFWriter()
    catalogue(&writer)
    writer.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    pageObject(&writer)
    writer.stream("", content)
    for font in StandardFont.allCases {
      writer.object(
        "<< /Type /Font /Subtype /Type1 /BaseFont /\(font.name) /Encoding /WinAnsiEncoding >>")
    }
    attachedFile(&writer)
    writer.object(
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /F 132 /Rect [0 0 0 0] "
        + "/P 3 0 R /V 11 0 R >>")
    let place = signature(&writer, signatureCapacity)
    writer.object(
      "<< /Title \(StatementPDF.utf16(title)) /Producer (Soleil) "
        + "/CreationDate \(StatementPDF.date(signedAt)) >>")
    writer.finish(info: 12, identifier: String(page.data.hex.prefix(32)))
    let after = place.contents + 2 * signatureCapacity + 2
    writer.overwrite(
      at: place.range, "[0 \(place.contents) \(after) \(writer.count - after)]")
    return UnsignedDocument(
      bytes: writer.bytes, signedRanges: [0..<place.contents, after..<writer.count])
  }

  private var title: String {
    StatementWords.documentTitle(page.month, member: page.member.number)[page.language]
  }

  private func catalogue(_ writer: inout PDFWriter) {
    writer.object(
      "<< /Type /Catalog /Pages 2 0 R /Lang (\(page.language == .french ? "fr-FR" : "en-GB")) "
        + "/ViewerPreferences << /DisplayDocTitle true >> "
        + "/AcroForm << /Fields [10 0 R] /SigFlags 3 >> "
        + "/Names << /EmbeddedFiles << /Names [(releve.json) 8 0 R] >> >> /AF [8 0 R] >>")
  }

  private func pageObject(_ writer: inout PDFWriter) {
    writer.object(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R /F2 6 0 R /F3 7 0 R >> >> /Annots [10 0 R] >>")
  }

  private func attachedFile(_ writer: inout PDFWriter) {
    let description = StatementPDF.utf16(StatementWords.attachment[page.language])
    writer.object(
      "<< /Type /Filespec /F (releve.json) /UF (releve.json) /AFRelationship /Data "
        + "/Desc \(description) /EF << /F 9 0 R /UF 9 0 R >> >>")
    writer.stream(
      "/Type /EmbeddedFile /Subtype /application#2Fjson /Params << /Size \(attachment.count) "
        + "/ModDate \(StatementPDF.date(signedAt)) >> ", attachment)
  }

  /// Writes the signature dictionary; returns where its byte range and its contents stand.
  private func signature(
    _ writer: inout PDFWriter, _ capacity: Int
  ) -> (range: Int, contents: Int) {
    writer.begin()
    writer.append(
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
        + "/M \(StatementPDF.date(signedAt)) /ByteRange ")
    let range = writer.count
    writer.append(String(repeating: " ", count: 40) + " /Contents ")
    let contents = writer.count
    writer.append("<" + String(repeating: "0", count: 2 * capacity) + "> >>")
    writer.end()
    return (range, contents)
  }

  /// `(D:20250630120000Z)`.
  static func date(_ instant: Instant) -> String {
    "(D:\(String(instant.description.unicodeScalars.filter { ("0"..."9").contains($0) }))Z)"
  }

  /// A text string in UTF-16, as hexadecimal digits.
  static func utf16(_ text: String) -> String {
    "<FEFF\(hex(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }))>"
  }
}
