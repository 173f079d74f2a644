/// A date of the tax file, `AAAAMMJJ`, as one number: quick to compare, a million times over.
struct FECDate: Hashable, Comparable {
  let number: Int32

  /// Reads eight digits of a day that the calendar has.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == 8 else { return nil }
    var number: Int32 = 0
    for byte in bytes {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int32(byte - 48)
    }
    self.number = number
    guard (1...12).contains(month), day >= 1, day <= lengthOfMonth, year >= 1 else { return nil }
  }

  init(number: Int32) { self.number = number }

  var year: Int { Int(number) / 10_000 }
  var month: Int { Int(number) / 100 % 100 }
  var day: Int { Int(number) % 100 }

  static func < (left: FECDate, right: FECDate) -> Bool { left.number < right.number }

  private var lengthOfMonth: Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { (48...57).contains(self) }
}
