import Tables

/// Checks 3 to 8 and 11 to 14, record by record.
extension FECChecker {
  static let rowChecks: [RowCheck] = [
    requiredAreGiven, datesAreReal, amountsAreWritten, oneSideIsSet, entryHasOneHeading,
    datesLieInTheYear, validationFollowsDate, pairsAreComplete, accountsAreOfThePlan,
    labelsAreSteady, textsAreClean,
  ]

  /// Check 3.
  static func fieldsAreEighteen(_ row: FECReader, _ state: inout FECState) {
    state.report.note(
      FECFinding(.recordIsRagged, line: row.line, value: String(row.fieldCount), other: "18"))
  }

  /// Check 4: columns 1 to 6, 9 to 13 and 16.
  static func requiredAreGiven(_ row: FECReader, _ state: inout FECState) {
    for column in FECColumn.required where isBlank(row.field(column)) {
      state.note(.fieldIsBlank, row, column)
    }
  }

  /// Check 5.
  static func datesAreReal(_ row: FECReader, _ state: inout FECState) {
    for column in FECColumn.dates where !isBlank(row.field(column)) {
      if FECDate(row.field(column)) == nil { state.note(.dateIsNotReal, row, column) }
    }
  }

  /// Check 6.
  static func amountsAreWritten(_ row: FECReader, _ state: inout FECState) {
    if !state.debit.isWellFormed, !row.field(.debit).isEmpty {
      state.note(.amountIsMalformed, row, .debit)
    }
    if !state.credit.isWellFormed, !row.field(.credit).isEmpty {
      state.note(.amountIsMalformed, row, .credit)
    }
    let foreign = row.field(.montantDevise)
    if !foreign.isEmpty, !FECAmount(foreign).isWellFormed {
      state.note(.amountIsMalformed, row, .montantDevise)
    }
  }

  /// Check 7.
  static func oneSideIsSet(_ row: FECReader, _ state: inout FECState) {
    guard let debit = state.debit.cents, let credit = state.credit.cents else { return }
    if debit < 0 { state.note(.amountIsNegative, row, .debit) }
    if credit < 0 { state.note(.amountIsNegative, row, .credit) }
    guard (debit == 0) == (credit == 0) else { return }
    state.note(.sidesAreNotOne, row, .debit, other: row.text(.credit))
  }

  /// Check 8: one journal, date, voucher and validation an entry.
  static func entryHasOneHeading(_ row: FECReader, _ state: inout FECState) {
    for (index, column) in FECColumn.headings.enumerated() {
      let first = state.entry.headings[index]
      guard !row.field(column).elementsEqual(first) else { continue }
      state.note(
        .entryHasSeveralHeadings, row, column, other: String(decoding: first, as: UTF8.self))
    }
  }

  /// Check 11: the date lies in the fiscal year.
  static func datesLieInTheYear(_ row: FECReader, _ state: inout FECState) {
    guard let date = state.entryDate else { return }
    let isEarly = state.expected.first.map { date < $0 } ?? false
    let isLate = state.expected.last.map { $0 < date } ?? false
    if isEarly || isLate { state.note(.dateIsOutsideYear, row, .ecritureDate) }
  }

  /// Check 11: validated on its date or after.
  static func validationFollowsDate(_ row: FECReader, _ state: inout FECState) {
    guard let date = state.entryDate, let valid = state.validDate, valid < date else { return }
    state.note(.validatedBeforeItsDate, row, .validDate, other: row.text(.ecritureDate))
  }

  /// Check 12.
  static func pairsAreComplete(_ row: FECReader, _ state: inout FECState) {
    for (left, right) in pairs where row.field(left).isEmpty != row.field(right).isEmpty {
      let missing = row.field(left).isEmpty ? left : right
      state.note(.pairIsIncomplete, row, missing, other: row.text(missing == left ? right : left))
    }
  }

  /// Check 13: three digits at least, under an account of the PCG; class 9 stays outside.
  static func accountsAreOfThePlan(_ row: FECReader, _ state: inout FECState) {
    let account = row.field(.compteNum)
    guard !isBlank(account) else { return }
    let root = Array(account.prefix(3))
    guard !state.knownAccounts.contains(root) else { return }
    let text = String(decoding: root, as: UTF8.self)
    guard root.count == 3, root.allSatisfy(\.isDigit), Chart.pcg[text] != nil else {
      return state.note(.accountIsUnknown, row, .compteNum)
    }
    state.knownAccounts.insert(root)
  }

  /// Check 13: one label an account, one label a journal.
  static func labelsAreSteady(_ row: FECReader, _ state: inout FECState) {
    compare(row, .compteNum, .compteLib, &state.accountLabels, &state.report)
    compare(row, .journalCode, .journalLib, &state.journalLabels, &state.report)
  }

  /// Check 14: no separator and no control character within a text, and UTF-8 or ISO 8859-15.
  static func textsAreClean(_ row: FECReader, _ state: inout FECState) {
    for column in FECColumn.texts where row.field(column).contains(where: isForbidden) {
      state.note(.characterIsForbidden, row, column)
    }
  }

  private static let pairs: [(FECColumn, FECColumn)] = [
    (.compAuxNum, .compAuxLib), (.ecritureLet, .dateLet), (.montantDevise, .iDevise),
  ]

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == .bar || byte == 0x7F
  }

  private static func isBlank(_ field: ArraySlice<UInt8>) -> Bool {
    field.allSatisfy { $0 == UInt8(ascii: " ") }
  }

  private static func compare(
    _ row: FECReader, _ code: FECColumn, _ label: FECColumn,
    _ known: inout [[UInt8]: [UInt8]], _ report: inout FECReport
  ) {
    let key = Array(row.field(code))
    guard let first = known[key] else {
      known[key] = Array(row.field(label))
      return
    }
    guard !row.field(label).elementsEqual(first) else { return }
    report.note(
      FECFinding(
        .labelIsAnother, line: row.line, column: label, position: row.position(label),
        value: row.text(label), other: String(decoding: first, as: UTF8.self)))
  }
}
