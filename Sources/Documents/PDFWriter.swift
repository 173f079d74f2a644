/// Writes numbered objects and the one table that finds them: a file of a single revision.
///
/// - Source: ISO 32000-1, 7.5, "File Structure".
struct PDFWriter {
  /// The file so far.
  private(set) var bytes: [UInt8] = []
  private var offsets: [Int] = []

  init() {
    bytes.reserveCapacity(32_000)
    append("%PDF-1.7\n")
    bytes.append(contentsOf: [0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// The number of bytes so far: where the next ones go.
  var count: Int { bytes.count }

  /// Appends text of ASCII characters.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends bytes.
  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Begins the next object; they are numbered from 1.
  mutating func begin() {
    offsets.append(bytes.count)
    append("\(offsets.count) 0 obj\n")
  }

  /// Ends the object.
  mutating func end() { append("\nendobj\n") }

  /// Writes a whole object.
  mutating func object(_ body: String) {
    begin()
    append(body)
    end()
  }

  /// Writes a stream, uncompressed.
  mutating func stream(_ entries: String, _ content: [UInt8]) {
    begin()
    append("<< \(entries)/Length \(content.count) >>\nstream\n")
    append(content)
    append("\nendstream")
    end()
  }

  /// Writes the table and the trailer; the first object is the catalogue.
  mutating func finish(info: Int, identifier: String) {
    let start = bytes.count
    append("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n")
    for offset in offsets {
      let digits = String(offset)
      append(String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n")
    }
    append(
      "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R /Info \(info) 0 R "
        + "/ID [<\(identifier)> <\(identifier)>] >>\nstartxref\n\(start)\n%%EOF\n")
  }

  /// Overwrites bytes in place.
  mutating func overwrite(at offset: Int, _ text: String) {
    bytes.replaceSubrange(offset..<offset + text.utf8.count, with: Array(text.utf8))
  }
}
