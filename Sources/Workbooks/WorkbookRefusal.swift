public import Units

/// What a workbook is refused for, beyond what is wrong with it as an archive or as markup.
public enum WorkbookRefusal: Refusal, Equatable {
  /// A part that its table of contents names is not in it.
  case workbookLacksPart(String)
  /// A cell points to a text that the workbook does not have.
  case cellTextIsUnknown(cell: String)
  /// A cell stands where no sheet has one, or before the one written ahead of it.
  case cellIsMisplaced(cell: String)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .workbookLacksPart: "workbook-lacks-part"
    case .cellTextIsUnknown: "workbook-cell-text-is-unknown"
    case .cellIsMisplaced: "workbook-cell-is-misplaced"
    }
  }

  /// Always bad data.
  public var outcome: Outcome { .badData }
}
