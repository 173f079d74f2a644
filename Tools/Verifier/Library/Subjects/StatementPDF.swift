import COpenSSL

/// A signed PDF whose every byte is accounted for: covered by its one signature, or its hex digits.
struct StatementPDF {
  private let bytes: [UInt8]
  private let gap: Range<Int>
  /// The signature.
  let signature: [UInt8]
  /// The statement's data, attached.
  let data: [UInt8]

  /// The bytes that the signature covers, in their two ranges.
  var signed: [ArraySlice<UInt8>] { [bytes[..<gap.lowerBound], bytes[gap.upperBound...]] }

  /// Takes a PDF apart, strictly; it must have been written in one go.
  ///
  /// - Throws: `pdfMalformed`, `pdfExtended`, `signatureMissing`, `pdfSignatureCount`,
  ///   `pdfByteRange`, `pdfPadding`, `pdfAttachment`.
  /// - Complexity: O(size); four words are looked for in all of it, once each.
  init(_ bytes: [UInt8]) throws(SignatureFault) {
    guard bytes.starts(with: "%PDF-1.".utf8), let end = first("%%EOF", in: bytes, from: 0) else {
      throw .init(.pdfMalformed)
    }
    let ranges = atMostTwo("/ByteRange", in: bytes)
    guard let range = ranges.first else { throw .init(.signatureMissing) }
    guard bytes.count - end <= 7, bytes[(end + 5)...].allSatisfy({ $0 == 10 || $0 == 13 }) else {
      throw .init(.pdfExtended)
    }
    try Self.checkTable(in: bytes, before: end)
    let filters = atMostTwo("/SubFilter", in: bytes)
    guard ranges.count == 1, filters.count == 1 else { throw .init(.pdfSignatureCount) }
    gap = try Self.gap(in: bytes, after: range + 10, filter: filters[0])
    signature = try Self.signature(bytes[gap])
    data = try Self.attachment(in: bytes, besides: gap)
    self.bytes = bytes
  }

  /// Checks that the file ends with one table of objects, which goes on from no other.
  private static func checkTable(in bytes: [UInt8], before end: Int) throws(SignatureFault) {
    guard let mark = last("startxref", in: bytes, before: end), end - mark <= 32 else {
      throw .init(.pdfMalformed)
    }
    var reader = PDFReader(bytes, at: mark + 9)
    guard let table = reader.number(), reader.take("%%EOF"), table < mark,
      bytes[table...].starts(with: "xref".utf8)
    else { throw .init(.pdfMalformed) }
    let tail = Array(bytes[table..<mark])
    guard first("/Prev", in: tail, from: 0) == nil, atMostTwo("trailer", in: tail).count == 1 else {
      throw .init(.pdfExtended)
    }
  }

  /// The part between the two ranges: `<`, hexadecimal digits, `>`.
  private static func gap(
    in bytes: [UInt8], after place: Int, filter: Int
  ) throws(SignatureFault) -> Range<Int> {
    var reader = PDFReader(bytes, at: place)
    guard reader.take("["), reader.number() == 0, let start = reader.number(),
      let end = reader.number(), let rest = reader.number(), reader.take("]"),
      start < end, end <= bytes.count, rest == bytes.count - end,
      bytes[start] == UInt8(ascii: "<"), bytes[end - 1] == UInt8(ascii: ">"),
      bytes[..<start].trimmed.hasSuffix("/Contents")
    else { throw .init(.pdfByteRange) }
    var kind = PDFReader(bytes, at: filter + 10)
    guard kind.take("/ETSI.CAdES.detached") else { throw .init(.pdfByteRange) }
    return start..<end
  }

  /// The signature written in the gap, and zeros alone after it.
  private static func signature(_ gap: ArraySlice<UInt8>) throws(SignatureFault) -> [UInt8] {
    let digits = gap.dropFirst().dropLast()
    guard let bytes = octets(ofOneCase: digits) else { throw .init(.pdfPadding) }
    var reader = DERReader(bytes)
    guard let signature = reader.whole(0x30) else {
      throw .init(bytes.allSatisfy { $0 == 0 } ? .signatureMissing : .cmsMalformed)
    }
    guard bytes.dropFirst(signature.count).allSatisfy({ $0 == 0 }) else { throw .init(.pdfPadding) }
    return signature
  }

  /// The one attached file: `releve.json`, stored as it is, on one side of the signature.
  private static func attachment(
    in bytes: [UInt8], besides gap: Range<Int>
  ) throws(SignatureFault) -> [UInt8] {
    // `/EmbeddedFiles` names the list of attachments, not an attachment.
    let marks = places(of: "/EmbeddedFile", in: bytes).filter {
      $0 + 13 < bytes.count && bytes[$0 + 13] != UInt8(ascii: "s")
    }
    guard marks.count == 1, first("(releve.json)", in: bytes, from: 0) != nil,
      let end = first("stream", in: bytes, from: marks[0]),
      let start = last(" obj", in: bytes, before: marks[0])
    else { throw .init(.pdfAttachment) }
    let dictionary = Array(bytes[start..<end])
    guard places(of: "/Filter", in: dictionary).isEmpty,
      let mark = places(of: "/Length", in: dictionary).first
    else { throw .init(.pdfAttachment) }
    var length = PDFReader(dictionary, at: mark + 7)
    var body = PDFReader(bytes, at: end + 6)
    guard let count = length.number(), body.endLine(), count <= bytes.count - body.next else {
      throw .init(.pdfAttachment)
    }
    var tail = PDFReader(bytes, at: body.next + count)
    guard tail.take("endstream"), !(start..<tail.next).overlaps(gap) else {
      throw .init(.pdfAttachment)
    }
    return Array(bytes[body.next..<body.next + count])
  }
}

/// The bytes that hexadecimal digits stand for, all lower or all upper case.
private func octets(ofOneCase digits: ArraySlice<UInt8>) -> [UInt8]? {
  guard digits.count.isMultiple(of: 2) else { return nil }
  var marks = UInt8(0)
  let bytes = unsafe digits.withUnsafeBufferPointer { digits in
    unsafe hexDigits.withUnsafeBufferPointer { worth in
      unsafe [UInt8](unsafeUninitializedCapacity: digits.count / 2) { bytes, filled in
        for place in 0..<digits.count / 2 {
          let high = unsafe worth[Int(digits[2 * place])]
          let low = unsafe worth[Int(digits[2 * place + 1])]
          marks |= high | low
          unsafe bytes[place] = high << 4 | low & 15
        }
        filled = digits.count / 2
      }
    }
  }
  return marks & 0x80 == 0 && marks & 0x60 != 0x60 ? bytes : nil
}

/// What each byte is worth as a hexadecimal digit, marked 0x20 in lower case, 0x40 in upper case, and
/// 0x80 when it is none.
private let hexDigits: [UInt8] = (UInt8.min...UInt8.max).map { byte in
  switch byte {
  case 48...57: byte - 48
  case 97...102: byte - 87 | 0x20
  case 65...70: byte - 55 | 0x40
  default: 0x80
  }
}

/// Reads the few tokens of PDF that matter here.
private struct PDFReader {
  private let bytes: [UInt8]
  private(set) var next: Int

  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    next = place
  }

  mutating func take(_ text: String) -> Bool {
    skipSpace()
    guard bytes[next...].starts(with: text.utf8) else { return false }
    next += text.utf8.count
    return true
  }

  mutating func number() -> Int? {
    skipSpace()
    let digits = bytes[next...].prefix { (48...57).contains($0) }
    next += digits.count
    return digits.count <= 12 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  /// The end of the line on which the word `stream` stands.
  mutating func endLine() -> Bool {
    if bytes[next...].starts(with: [13, 10]) { next += 2; return true }
    if bytes[next...].first == 10 { next += 1; return true }
    return false
  }

  private mutating func skipSpace() {
    while next < bytes.count, [0, 9, 10, 12, 13, 32].contains(bytes[next]) { next += 1 }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: String {
    String(
      decoding: suffix(20).reversed().drop { [9, 10, 13, 32].contains($0) }.reversed(),
      as: UTF8.self)
  }
}

/// The first place of a text in some bytes, from a place on.
private func first(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
  let word = Array(text.utf8)
  guard start < bytes.count else { return nil }
  let hit = unsafe bytes.withUnsafeBufferPointer { buffer -> Int in
    guard let base = buffer.baseAddress else { return -1 }
    return unsafe soleil_place(base + start, buffer.count - start, word, word.count)
  }
  return hit < 0 ? nil : start + hit
}

private func places(of text: String, in bytes: [UInt8]) -> [Int] {
  var places: [Int] = []
  var start = 0
  while let place = first(text, in: bytes, from: start) {
    places.append(place)
    start = place + 1
  }
  return places
}

/// The first two places of a text: enough to know whether it stands there once.
private func atMostTwo(_ text: String, in bytes: [UInt8]) -> [Int] {
  guard let one = first(text, in: bytes, from: 0) else { return [] }
  return [one] + (first(text, in: bytes, from: one + 1).map { [$0] } ?? [])
}

/// The last place of a text that begins before a place.
private func last(_ text: String, in bytes: [UInt8], before end: Int) -> Int? {
  (0..<end).last { bytes[$0...].starts(with: text.utf8) }
}
