import Units

/// Checks 1 and 2: what the file is called, and its heading.
extension FECChecker {
  static let nameChecks: [NameCheck] = [nameIsOfTheForm, sirenIsTrue, closingDateIsTheYears]
  static let headingChecks: [RowCheck] = [noMarkPrecedesHeading, headingIsExact]

  /// Check 1.
  static func nameIsOfTheForm(_ name: String, _ year: Period?, _ report: inout FECReport) {
    if !FECName.hasForm(name) { report.note(FECFinding(.nameIsMalformed, value: name)) }
  }

  /// Check 1: the SIREN's check digit.
  static func sirenIsTrue(_ name: String, _ year: Period?, _ report: inout FECReport) {
    guard FECName.hasForm(name), !FECName.isSIREN(String(name.prefix(9))) else { return }
    report.note(FECFinding(.sirenIsFalse, value: String(name.prefix(9))))
  }

  /// Check 1: a day of the calendar, and that on which the year ends.
  static func closingDateIsTheYears(_ name: String, _ year: Period?, _ report: inout FECReport) {
    guard FECName.hasForm(name) else { return }
    let day = FECName.day(in: name)
    guard day == nil || (year?.last ?? day) != day else { return }
    let written = String(name.dropFirst(12).prefix(8))
    report.note(
      FECFinding(.closingDateIsAnother, value: written, other: year?.last?.description ?? ""))
  }

  /// Check 2: no byte order mark.
  static func noMarkPrecedesHeading(_ row: FECReader, _ state: inout FECState) {
    guard row.field(.journalCode).starts(with: FECChecker.mark) else { return }
    state.report.note(FECFinding(.markPrecedesHeading, line: 1, position: 1))
  }

  /// Check 2: the eighteen names in their order.
  static func headingIsExact(_ row: FECReader, _ state: inout FECState) {
    for column in FECColumn.allCases {
      var name = row.field(column)
      if column == .journalCode, name.starts(with: FECChecker.mark) { name = name.dropFirst(3) }
      guard !name.elementsEqual(column.name.utf8) else { continue }
      // One shift moves all that follow: the first is enough.
      return state.note(.headingDiffers, row, column, other: column.name)
    }
    guard row.fieldCount > FECColumn.allCases.count else { return }
    state.report.note(
      FECFinding(.headingDiffers, line: 1, value: String(row.fieldCount), other: "18"))
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
