import Units

/// A file's content past its byte order marks, as bytes of UTF-8 or Latin-1.
struct DecodedText {
  let bytes: [UInt8]
  /// Where the text begins.
  let start: Int

  /// The text of some bytes.
  func text(_ range: Range<Int>, _ encoding: Encoding) -> String {
    switch encoding {
    case .utf8: String(decoding: bytes[range], as: UTF8.self)
    case .latin1: String(String.UnicodeScalarView(bytes[range].lazy.map { Unicode.Scalar($0) }))
    }
  }

  /// The number of the line that holds a byte.
  func line(of offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].reduce(1) { $1 == Ascii.lineFeed ? $0 + 1 : $0 }
  }
}

/// The bytes that layouts are made of.
enum Ascii {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let plus: UInt8 = 0x2B
  static let minus: UInt8 = 0x2D
  static let colon: UInt8 = 0x3A
  static let zero: UInt8 = 0x30
}

extension SourceFile {
  /// Whether a byte order mark of UTF-16 begins it.
  var isUTF16: Bool { bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) }

  /// The content past its byte order marks, or why it is no table at all.
  func decoded() -> Result<DecodedText, Finding> {
    if bytes.isEmpty { return .failure(Finding(.fileEmpty, at: Place(file: path))) }
    // A zip archive, as workbooks are today, or what they were before, and are under a password.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      return .failure(Finding(.fileIsWorkbook, at: Place(file: path)))
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(lowFirst: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(lowFirst: false) }
    return checked(DecodedText(bytes: bytes, start: marks()))
  }

  private func checked(_ text: DecodedText) -> Result<DecodedText, Finding> {
    if hasNul(text.bytes.span), let offset = text.bytes.firstIndex(of: 0) {
      let place = Place(file: path, line: text.line(of: offset))
      return .failure(Finding(.nulByte, at: place, words: String(offset)))
    }
    let head = text.text(text.start..<min(text.bytes.count, text.start + 256), .latin1)
      .lowercased().drop { $0.isWhitespace }
    if head.isEmpty, text.bytes.count < 256 {
      return .failure(Finding(.fileEmpty, at: Place(file: path)))
    }
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
      return .failure(Finding(.fileIsWebPage, at: Place(file: path, line: 1)))
    }
    return .success(text)
  }

  /// The length of the byte order marks; a tool that adds one does not look for another.
  private func marks() -> Int {
    var start = 0
    while bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    return start
  }

  private func utf16(lowFirst: Bool) -> Result<DecodedText, Finding> {
    let (high, low) = lowFirst ? (1, 0) : (0, 1)
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at -> UInt16 in
      UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + low])
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self)
    else {
      return .failure(Finding(.bytesUndecodable, at: Place(file: path), words: "UTF-16"))
    }
    return checked(DecodedText(bytes: Array(text.utf8), start: 0))
  }
}

/// Whether all bytes are letters of ASCII, none of them zero; most files are, and need no second look.
func isPlainASCII(_ bytes: Span<UInt8>) -> Bool {
  var at = 0
  while at < bytes.count {
    let end = min(at + 4_096, bytes.count)
    var found: UInt8 = 0
    while at < end {
      let byte = unsafe bytes[unchecked: at]
      found |= byte | (byte &- 1)
      at &+= 1
    }
    if found >= 0x80 { return false }
  }
  return true
}

/// Whether a byte is zero, looked for a block at a time.
func hasNul(_ bytes: Span<UInt8>) -> Bool {
  var at = 0
  while at < bytes.count {
    let end = min(at + 4_096, bytes.count)
    var found: UInt8 = 0
    while at < end {
      found |= unsafe bytes[unchecked: at] == 0 ? 1 : 0
      at += 1
    }
    if found != 0 { return true }
  }
  return false
}

/// Where the first byte stands that is no UTF-8.
func firstUndecodable(_ bytes: Span<UInt8>) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

extension Finding: Error {}
