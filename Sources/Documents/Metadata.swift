import Units

/// What the file says of itself, in the two places where readers look, in the same words.
///
/// - Source: ISO 19005-3, 6.6; ISO 16684-1.
struct Metadata {
  let title: String
  let author: String
  /// `fr-FR`, `en-GB`.
  let language: String
  let written: Instant

  static let producer = "Soleil"

  /// The packet of the catalogue: part 3 of the standard for archives, level A, for it is tagged.
  var packet: [UInt8] {
    Array(
      """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Metadata.escaped(title))</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>\(Metadata.escaped(author))</rdf:li></rdf:Seq></dc:creator>
      <dc:language><rdf:Bag><rdf:li>\(language)</rdf:li></rdf:Bag></dc:language>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
      <xmp:CreateDate>\(written)</xmp:CreateDate><xmp:ModifyDate>\(written)</xmp:ModifyDate>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
      <pdf:Producer>\(Metadata.producer)</pdf:Producer>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """.utf8)
  }

  /// Writes the dictionary that older readers look into.
  func writeInformation(to writer: inout PDFWriter) {
    writer.begin()
    writer.append("<< /Title ")
    writer.text(title)
    writer.append(" /Author ")
    writer.text(author)
    writer.append(" /Producer (\(Metadata.producer)) /CreationDate \(Metadata.date(written))")
    writer.append(" /ModDate \(Metadata.date(written)) >>")
    writer.end()
  }

  /// `(D:20250630120000Z)`.
  static func date(_ instant: Instant) -> String {
    "(D:\(String(instant.description.unicodeScalars.filter { ("0"..."9").contains($0) }))Z)"
  }

  /// Text as XML takes it.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }
}
