import Testing

@testable import Production

@Suite struct CellEndsTests {
  /// Bytes that differ from the wanted ones in one bit, or that borrow into the next byte.
  private static let letters: [UInt8] = [
    0x00, 0x01, 0x09, 0x0A, 0x0B, 0x2C, 0x2D, 0x3A, 0x3B, 0x3C, 0x7C, 0x80, 0x8A, 0xBB, 0xFF,
  ]

  @Test func `the end of a cell is that which looking byte by byte finds`() {
    for (first, second) in [(0x3B, 0x3B), (0x2C, 0x3B), (0x09, 0x09), (0x7C, 0x3B)] {
      let ends = CellEnds(UInt8(first), UInt8(second))
      var state: UInt64 = 7
      for count in 0..<400 {
        let bytes = (0..<count % 41).map { _ -> UInt8 in
          state = state &* 6_364_136_223_846_793_005 &+ 1
          return Self.letters[Int(state >> 40) % Self.letters.count]
        }
        for start in 0...bytes.count {
          let plain = bytes[start...].firstIndex {
            [UInt8(first), UInt8(second), 0x0A].contains($0)
          }
          #expect(ends.next(bytes.span, from: start) == plain ?? bytes.count)
        }
      }
    }
  }
}
