public import Units

/// What the accounting views refuse.
public enum ReportRefusal: Refusal, Equatable {
  /// No account of the book begins with these digits.
  case accountIsNotOpen(String)
  /// The account has a place in no statement.
  case accountHasNoLine(String)
  /// Assets and liabilities differ: the lines read from the book do not balance.
  case sheetDoesNotBalance(assets: Int64, liabilities: Int64)
  /// A view cannot be told apart by this dimension.
  case dimensionDoesNotApply(Dimension, allowed: [Dimension])
  /// There is no such page of lines.
  case pageIsMissing(Int, pages: Int)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .accountIsNotOpen: "account-is-not-open"
    case .accountHasNoLine: "account-has-no-line"
    case .sheetDoesNotBalance: "sheet-does-not-balance"
    case .dimensionDoesNotApply: "dimension-does-not-apply"
    case .pageIsMissing: "page-is-missing"
    }
  }

  /// Wrong usage for what was typed; refused for what the book cannot give.
  public var outcome: Outcome {
    switch self {
    case .dimensionDoesNotApply, .pageIsMissing: .usage
    case .accountIsNotOpen, .accountHasNoLine, .sheetDoesNotBalance: .refused
    }
  }
}
