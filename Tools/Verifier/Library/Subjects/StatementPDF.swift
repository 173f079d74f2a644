import COpenSSL

/// A signed PDF whose every byte is accounted for: covered by its one signature, or its hex digits.
struct StatementPDF {
  /// The bytes that the signature covers.
  let signed: [UInt8]
  /// The signature.
  let signature: [UInt8]
  /// The statement's data, attached.
  let data: [UInt8]

  /// Takes a PDF apart, strictly; it must have been written in one go.
  ///
  /// - Throws: `pdfMalformed`, `pdfExtended`, `signatureMissing`, `pdfSignatureCount`,
  ///   `pdfByteRange`, `pdfPadding`, `pdfAttachment`.
  init(_ bytes: [UInt8]) throws(SignatureFault) {
    guard bytes.starts(with: "%PDF-1.".utf8) else { throw .init(.pdfMalformed) }
    let ends = places(of: "%%EOF", in: bytes)
    guard !ends.isEmpty else { throw .init(.pdfMalformed) }
    let ranges = places(of: "/ByteRange", in: bytes)
    guard !ranges.isEmpty else { throw .init(.signatureMissing) }
    guard ends.count == 1, places(of: "startxref", in: bytes).count == 1,
      places(of: "/Prev", in: bytes).isEmpty,
      bytes[ends[0]...].dropFirst(5).allSatisfy({ $0 == 10 || $0 == 13 }),
      bytes.count - ends[0] <= 7
    else { throw .init(.pdfExtended) }
    guard ranges.count == 1, places(of: "/SubFilter", in: bytes).count == 1 else {
      throw .init(.pdfSignatureCount)
    }
    let gap = try Self.gap(in: bytes, after: ranges[0] + 10)
    signature = try Self.signature(bytes[gap])
    signed = Array(bytes[..<gap.lowerBound] + bytes[gap.upperBound...])
    data = try Self.attachment(in: signed)
  }

  /// The part between the two ranges: `<`, hexadecimal digits, `>`.
  private static func gap(in bytes: [UInt8], after place: Int) throws(SignatureFault) -> Range<Int>
  {
    var reader = PDFReader(bytes, at: place)
    guard reader.take("["), reader.number() == 0, let start = reader.number(),
      let end = reader.number(), let rest = reader.number(), reader.take("]"),
      start < end, end <= bytes.count, rest == bytes.count - end,
      bytes[start] == UInt8(ascii: "<"), bytes[end - 1] == UInt8(ascii: ">"),
      bytes[..<start].trimmed.hasSuffix("/Contents"),
      let filter = places(of: "/SubFilter", in: bytes).first
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

  /// The one attached file: `releve.json`, stored as it is.
  private static func attachment(in bytes: [UInt8]) throws(SignatureFault) -> [UInt8] {
    let marks = places(of: "/EmbeddedFile", in: bytes).filter {
      // `/EmbeddedFiles` names the list of attachments, not an attachment.
      $0 + 13 < bytes.count && bytes[$0 + 13] != UInt8(ascii: "s")
    }
    guard marks.count == 1, !places(of: "(releve.json)", in: bytes).isEmpty,
      let end = first("stream", in: bytes, from: marks[0]),
      let start = places(of: " obj", in: Array(bytes[..<marks[0]])).last
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
    guard tail.take("endstream") else { throw .init(.pdfAttachment) }
    return Array(bytes[body.next..<body.next + count])
  }
}

/// The bytes that hexadecimal digits stand for, all lower or all upper case.
private func octets(ofOneCase digits: ArraySlice<UInt8>) -> [UInt8]? {
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes = [UInt8](repeating: 0, count: digits.count / 2)
  var (hasLower, hasUpper) = (false, false)
  for (place, digit) in digits.enumerated() {
    let value: UInt8
    switch digit {
    case 48...57: value = digit - 48
    case 97...102: (value, hasLower) = (digit - 87, true)
    case 65...70: (value, hasUpper) = (digit - 55, true)
    default: return nil
    }
    bytes[place / 2] |= place.isMultiple(of: 2) ? value << 4 : value
  }
  return hasLower && hasUpper ? nil : bytes
}

/// Reads the few tokens of PDF that matter here.
private struct PDFReader {
  private let bytes: [UInt8]
  private(set) var next: Int

  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    next = place
  }

  mutating func take(_ text: StaticString) -> Bool {
    skipSpace()
    let word = Array("\(text)".utf8)
    guard bytes[next...].starts(with: word) else { return false }
    next += word.count
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
