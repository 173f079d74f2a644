import Testing

@testable import Production

@Suite struct PlainNumberTests {
  private static func letters(_ text: String) -> [UInt8] {
    Array(text.utf8) + Array(repeating: UInt8(ascii: "\n"), count: 32)
  }

  /// Numbers of one to nine digits with none to four decimals, and what is none.
  private static let texts: [String] = {
    var texts = ["", ".", "1.", ".5", "1..2", "12,5", "1 2", "-3", "1.2.3", "12345678.", "x"]
    for units in 1...9 {
      for decimals in 0...4 {
        let number = String("987654321".prefix(units))
        texts.append(decimals == 0 ? number : number + "." + String("1234".prefix(decimals)))
      }
    }
    return texts
  }()

  private let format = NumberFormat(.point, grouping: true, scale: 3, missing: [])

  @Test(arguments: [false, true])
  func `a number read by the shape of another is read as by itself`(_ endsWithReturn: Bool) {
    var taken = 0
    for model in Self.texts {
      var at = 0
      let first = format.plain(Self.letters(model).span, &at)
      let isRead = at == model.utf8.count
      let shape = first.units > 0 ? NumberShape(first, format.mark) : .none
      for text in Self.texts {
        let bytes = Self.letters(text + (endsWithReturn ? "\r" : ""))
        var end = 0
        guard let digits = shape.digits(bytes.span, &end) else { continue }
        taken += 1
        var parsed = format
        let read = PlainNumber(digits: digits, units: shape.units, decimals: shape.decimals)
        #expect(end == text.utf8.count, "\(text) after \(model)")
        #expect(
          parsed.parse(bytes.span, 0, end) == .milli(parsed.take(read), decimals: read.decimals),
          "\(text) after \(model)")
      }
      let isShort =
        isRead && (1...8).contains(first.units + first.decimals) && first.units < 8
      at = 0
      #expect((shape.digits(Self.letters(model).span, &at) != nil) == isShort, "\(model)")
    }
    #expect(taken > 20)
  }

  @Test func `a plain number is what the long way reads`() {
    for text in Self.texts {
      let bytes = Self.letters(text)
      var at = 0
      let plain = format.plain(bytes.span, &at)
      guard plain.units > 0, at == text.utf8.count else { continue }
      var parsed = format
      #expect(
        parsed.parse(bytes.span, 0, at) == .milli(parsed.take(plain), decimals: plain.decimals))
    }
  }
}
