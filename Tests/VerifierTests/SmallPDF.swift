import Seal
import Units

/// The smallest signed PDF with an attachment: an independent stand-in for the real statements.
struct SmallPDF {
  var data: String
  var attachmentName = "releve.json"
  var filter = "/ETSI.CAdES.detached"
  var extraObject = ""
  var trailer = ""
  var tableShift = 0
  var padding: Character = "0"

  /// Writes the file, then signs all of it but the place of the signature.
  func signed(by signer: some Signer, at instant: Instant = present) throws -> [UInt8] {
    let digits = 2 * padesSignatureLengthMax(for: signer) + 64
    var bytes = laidOut(digits: digits)
    let start = find("<0000", bytes)
    let end = start + digits + 2
    let numbers = "[0 \(start) \(end) \(bytes.count - end)"
    let range = numbers + String(repeating: " ", count: 35 - numbers.count) + "]"
    let place = find("[0 0000", bytes)
    bytes.replaceSubrange(place..<place + range.utf8.count, with: range.utf8)
    let signature = try padesSignature(
      over: [bytes[..<start], bytes[end...]], with: signer, at: instant)
    let text = hex(signature) + String(repeating: padding, count: digits - 2 * signature.count)
    bytes.replaceSubrange(start + 1..<end - 1, with: text.utf8)
    return bytes
  }

  private func laidOut(digits: Int) -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> "
        + "/Names << /EmbeddedFiles << /Names [(\(attachmentName)) 6 0 R] >> >> >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /F 132 /P 3 0 R /V 5 0 R >>",
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter \(filter) /M (D:20261122120000Z) "
        + "/ByteRange [0 0000000000 0000000000 0000000000] "
        + "/Contents <\(String(repeating: "0", count: digits))> >>",
      "<< /Type /Filespec /F (\(attachmentName)) /UF (\(attachmentName)) /EF << /F 7 0 R >> >>",
      "<< /Type /EmbeddedFile /Subtype /application#2Fjson /Length \(data.utf8.count) >>\n"
        + "stream\n\(data)\nendstream",
    ]
    var text = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (place, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(place + 1) 0 obj\n\(object)\nendobj\n"
    }
    text += extraObject
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R\(trailer) >>\n"
    text += "startxref\n\(table + tableShift)\n%%EOF\n"
    return Array(text.utf8)
  }
}

/// The first place of a text in some bytes.
func find(_ text: String, _ bytes: [UInt8]) -> Int {
  let word = Array(text.utf8)
  return bytes.indices.first { bytes[$0...].starts(with: word) } ?? 0
}

/// The canonical data of a test statement.
func statementData(member: String = "M0002", month: String = "2026-10") -> String {
  """
  {"format":"soleil-statement/1","member":"\(member)","month":"\(month)","organisation":\
  {"name":"Coopérative Solaire d’Essai","siren":"123456782"},"salt":"\(sha256(Array(member.utf8)))"}
  """
}

extension World {
  /// Five members' statements, one of them as a PDF with its proof, and the closing that holds them.
  func writeStatement(
    _ pdf: SmallPDF = SmallPDF(data: statementData()), signer: SigningKey? = nil
  ) throws {
    let members = (1...5).map { statementData(member: "M000\($0)") }
    let tree = MerkleTree(members.map { leafHash($0.utf8) })
    var closing = Closing(month: "2026-10", sequence: 1)
    closing.list(members)
    lastManifest = []
    try writeClosing(closing)
    try write(pdf.signed(by: signer ?? keys.signer), "statements/s.pdf")
    try writeProof(of: 1, in: tree)
  }

  func writeProof(of index: Int, in tree: MerkleTree, month: String = "2026-10") throws {
    let proof = InclusionProof(of: index, in: tree, origin: "123456782/statements/\(month)")
    try write(Array(proof.text.utf8), "statements/s.tlog-proof")
  }
}
