import CExpat
import Units

/// Reads an XML document from top to bottom, handing over piece by piece: a statement of a million
/// lines takes the memory of one.
///
/// A document type is refused where it begins, so no entity beyond the five of XML itself exists, and
/// nothing outside the document is ever opened.
///
/// - Parameters:
///   - depth: how many elements lie around those that are handed over whole.
///   - take: gets the pieces in order; what it throws ends the reading.
/// - Throws: ``MarkupRefusal`` at its line and column, and what `take` throws.
/// - Complexity: O(bytes).
/// - Source: XML 1.0, fifth edition; Namespaces in XML 1.0.
public func readMarkup(
  _ bytes: [UInt8], file: String, whole depth: Int, _ take: @escaping (MarkupPiece) throws -> Void
) throws {
  guard bytes.count <= Reading.mostBytes else {
    throw Located(
      MarkupRefusal.markupIsTooLarge(bytes: bytes.count, most: Reading.mostBytes),
      at: Place(file: file))
  }
  try Reading(file: file, depth: depth, take).read(bytes)
}

/// The state of one reading, which the parser's callbacks find through a pointer.
@safe private final class Reading {
  static let mostDepth = 64
  static let mostBytes = 1 << 30
  /// What the parser puts between a namespace and a name: no letter of either.
  private static let separator: Character = "\n"

  private let file: String
  private let depth: Int
  private let take: (MarkupPiece) throws -> Void
  private let parser: XML_Parser?
  private var names: [String] = []
  private var open: [Element] = []
  private var failure: (any Error)?

  init(file: String, depth: Int, _ take: @escaping (MarkupPiece) throws -> Void) {
    self.file = file
    self.depth = depth
    self.take = take
    unsafe parser = XML_ParserCreateNS(nil, XML_Char(Character("\n").asciiValue ?? 10))
  }

  deinit { unsafe XML_ParserFree(parser) }

  func read(_ bytes: [UInt8]) throws {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe reading(context)?.stop(MarkupRefusal.markupHasADoctype)
    }
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in unsafe reading(context)?.begin(name, attributes) },
      { context, _ in unsafe reading(context)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
      unsafe reading(context)?.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    var start = 0
    // In slices, for the parser counts bytes in 32 bits.
    repeat {
      let end = min(bytes.count, start + 1 << 22)
      let status = unsafe bytes[start..<end].withUnsafeBufferPointer { slice in
        unsafe slice.withMemoryRebound(to: CChar.self) { characters in
          unsafe XML_Parse(
            parser, characters.baseAddress, Int32(characters.count), end == bytes.count ? 1 : 0)
        }
      }
      if let failure { throw failure }
      guard status == XML_STATUS_OK else { throw located(malformed) }
      start = end
    } while start < bytes.count
  }

  private var malformed: MarkupRefusal {
    guard let text = unsafe XML_ErrorString(XML_GetErrorCode(parser)) else {
      return .markupIsMalformed("?")
    }
    return .markupIsMalformed(unsafe String(cString: text))
  }

  private var line: Int { unsafe Int(XML_GetCurrentLineNumber(parser)) }

  private func located(_ refusal: MarkupRefusal) -> Located {
    Located(
      refusal,
      at: Place(
        file: file, line: line, column: unsafe Int(XML_GetCurrentColumnNumber(parser)) + 1))
  }

  private func stop(_ refusal: MarkupRefusal) {
    if failure == nil { failure = located(refusal) }
    unsafe XML_StopParser(parser, 0)
  }

  private func hand(_ piece: MarkupPiece) {
    guard failure == nil else { return }
    do { try take(piece) } catch {
      failure = error
      unsafe XML_StopParser(parser, 0)
    }
  }

  private func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard names.count < Reading.mostDepth else {
      return stop(.markupIsTooDeep(most: Reading.mostDepth))
    }
    let (namespace, plain) = unsafe Reading.parts(name)
    var values: [String: String] = [:]
    var place = 0
    while let key = unsafe attributes?[place], let value = unsafe attributes?[place + 1] {
      values[unsafe Reading.parts(key).name] = unsafe String(cString: value)
      place += 2
    }
    let element = Element(name: plain, namespace: namespace, attributes: values, line: line)
    names.append(plain)
    if names.count > depth { open.append(element) } else { hand(.opened(element)) }
  }

  private func end() {
    guard let name = names.popLast() else { return }
    guard var element = open.popLast() else { return hand(.closed(name)) }
    element.text = trimmed(element.text)
    guard !open.isEmpty else { return hand(.whole(element)) }
    open[open.count - 1].children.append(element)
  }

  private func add(_ text: UnsafeBufferPointer<CChar>) {
    guard !open.isEmpty else { return }
    unsafe text.withMemoryRebound(to: UInt8.self) { bytes in
      open[open.count - 1].text += unsafe String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func parts(_ name: UnsafePointer<CChar>?) -> (namespace: String, name: String) {
    guard let name = unsafe name else { return ("", "") }
    let text = unsafe String(cString: name)
    guard let cut = text.firstIndex(of: separator) else { return ("", text) }
    return (String(text[..<cut]), String(text[text.index(after: cut)...]))
  }
}

private func reading(_ context: UnsafeMutableRawPointer?) -> Reading? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<Reading>.fromOpaque(context).takeUnretainedValue()
}

/// Without the blanks around that XML allows.
private func trimmed(_ text: String) -> String {
  let utf8 = text.utf8
  func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
  guard let first = utf8.firstIndex(where: { !isBlank($0) }),
    let last = utf8.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return first == utf8.startIndex && last == utf8.index(before: utf8.endIndex)
    ? text : String(text[first...last])
}
