/// An amount of the tax file as it is written, and what it is worth for the sums.
struct FECAmount: Equatable {
  /// In cents; nothing when no number can be made of it.
  let cents: Int64?
  /// Whether it is written as the law wants: digits, a comma, two digits.
  let isWellFormed: Bool

  /// Reads an amount.
  ///
  /// What is written wrongly but can be understood still counts in the sums, so that one fault is not
  /// reported as three.
  /// - Source: LPF, art. A47 A-1, XII-2.
  init(_ bytes: ArraySlice<UInt8>) {
    var value: Int64 = 0
    var decimals: Int?
    var digits = 0
    var isPlain = true
    var isNegative = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 48...57:
        let (product, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflowsToo) = product.addingReportingOverflow(Int64(byte - 48))
        guard !overflows, !overflowsToo else {
          self.init(cents: nil, isWellFormed: false)
          return
        }
        value = sum
        digits += 1
        decimals = decimals.map { $0 + 1 }
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ",") where decimals == nil && digits > 0: decimals = 0
      case UInt8(ascii: ".") where decimals == nil && digits > 0:
        decimals = 0
        isPlain = false
      case UInt8(ascii: " "): isPlain = false
      default:
        self.init(cents: nil, isWellFormed: false)
        return
      }
    }
    self.init(isNegative ? -value : value, decimals ?? 0, hasDigits: digits > 0, isPlain: isPlain)
  }

  private init(cents: Int64?, isWellFormed: Bool) {
    self.cents = cents
    self.isWellFormed = isWellFormed
  }

  private init(_ value: Int64, _ decimals: Int, hasDigits: Bool, isPlain: Bool) {
    // A blank side is read as nothing, as the administration's own tool does.
    guard hasDigits else {
      self.init(cents: 0, isWellFormed: false)
      return
    }
    let scale: Int64? = [0: 100, 1: 10, 2: 1][min(decimals, 3)]
    let scaled = scale.map { value.multipliedReportingOverflow(by: $0) }
    self.init(
      cents: scaled.flatMap { $0.overflow ? nil : $0.partialValue },
      isWellFormed: isPlain && decimals == 2)
  }
}
