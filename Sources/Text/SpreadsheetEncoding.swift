internal import Units

/// Tells in which of the two encodings of spreadsheets a file is, and brings it to UTF-8.
///
/// It is told from the first bytes beyond ASCII, and holds for the rest of the file.
struct SpreadsheetEncoding {
  private enum Kind { case utf8, windows1252 }
  private var kind: Kind?

  /// The bytes in UTF-8.
  ///
  /// - Throws: ``SpreadsheetRefusal/byteIsNoLetter(_:)`` with the offset of the byte.
  mutating func utf8(_ bytes: [UInt8]) throws(EncodingFault) -> [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return bytes }
    if String(validating: bytes, as: UTF8.self) != nil, kind != .windows1252 {
      kind = .utf8
      return bytes
    }
    guard kind != .utf8 else {
      throw EncodingFault(byte: bytes[first], offset: firstBroken(in: bytes) ?? first)
    }
    kind = .windows1252
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let scalar = byte < 0xA0 ? windows1252[Int(byte - 0x80)] : UInt16(byte)
      guard scalar != 0, let letter = Unicode.Scalar(scalar) else {
        throw EncodingFault(byte: byte, offset: offset)
      }
      text += UTF8.encode(letter).map(Array.init) ?? []
    }
    return text
  }

  /// The first line that is no UTF-8, by its beginning.
  private func firstBroken(in bytes: [UInt8]) -> Int? {
    bytes.split(separator: .lineFeed)
      .first { String(validating: $0, as: UTF8.self) == nil }?
      .firstIndex { $0 >= 0x80 }
  }
}

/// A byte that is no letter, and where it stands.
struct EncodingFault: Error {
  let byte: UInt8
  let offset: Int
}

/// The letters of Windows-1252 from 0x80 to 0x9F; zero where it has none.
///
/// - Source: Unicode, Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
private let windows1252: [UInt16] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
  0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
]

/// Blanks the signs of cells like `="00123"`, which make a spreadsheet take digits for text.
///
/// Every byte keeps its place.
func blankingTextSigns(_ bytes: [UInt8], delimiter: UInt8) -> [UInt8] {
  let equals = UInt8(ascii: "=")
  var result = bytes
  for start in bytes.indices where bytes[start] == equals {
    guard start == 0 || bytes[start - 1] == delimiter || bytes[start - 1].isLineEnd,
      start + 1 < bytes.count, bytes[start + 1] == .quote
    else { continue }
    var end = start + 2
    while end < bytes.count, bytes[end] != .quote, bytes[end] != delimiter, !bytes[end].isLineEnd {
      end += 1
    }
    guard end < bytes.count, bytes[end] == .quote,
      end + 1 == bytes.count || bytes[end + 1] == delimiter || bytes[end + 1].isLineEnd
    else { continue }
    for place in [start, start + 1, end] { result[place] = UInt8(ascii: " ") }
  }
  return result
}

extension UInt8 {
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
}
