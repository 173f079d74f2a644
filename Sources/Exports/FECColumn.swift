/// The eighteen columns of the tax file, in their order.
///
/// - Source: LPF, art. A47 A-1, VII (BIC and IS).
public enum FECColumn: Int, Hashable, Sendable, CaseIterable {
  case journalCode, journalLib, ecritureNum, ecritureDate, compteNum, compteLib, compAuxNum
  case compAuxLib, pieceRef, pieceDate, ecritureLib, debit, credit, ecritureLet, dateLet
  case validDate, montantDevise, iDevise

  /// The name in the heading, spelled as the law spells it.
  public var name: String { FECColumn.names[rawValue] }

  /// Whether a record may leave it blank.
  var mayBeBlank: Bool { FECColumn.optional.contains(self) }
  /// Whether it holds a date.
  var isDate: Bool { FECColumn.dates.contains(self) }

  static let dates: [FECColumn] = [.ecritureDate, .pieceDate, .dateLet, .validDate]
  static let texts: [FECColumn] = [
    .journalCode, .journalLib, .ecritureNum, .compteNum, .compteLib, .compAuxNum, .compAuxLib,
    .pieceRef, .ecritureLib, .ecritureLet, .iDevise,
  ]
  static let required = allCases.filter { !$0.mayBeBlank }
  /// What every line of an entry repeats.
  static let headings: [FECColumn] = [
    .journalCode, .ecritureDate, .pieceRef, .pieceDate, .validDate,
  ]

  private static let optional: Set<FECColumn> = [
    .compAuxNum, .compAuxLib, .ecritureLet, .dateLet, .montantDevise, .iDevise,
  ]
  private static let names = [
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib",
    "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit",
    "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
  ]
}
