/// Checks 8, 10 and 15, entry by entry.
extension FECChecker {
  static let entryChecks: [EntryCheck] = [
    entryBalances, entryHasTwoLines, entryStandsTogether, numberIsWhole, numberGoesOn,
    validationGoesOn, openingStandsFirst, openingLeavesResult, nothingZeroesResult,
  ]

  /// Check 8.
  static func entryBalances(_ state: inout FECState) {
    let entry = state.entry
    guard entry.isReadable, entry.debit != entry.credit else { return }
    state.note(
      .entryIsUnbalanced, value: amountText(entry.debit), other: amountText(entry.credit))
  }

  /// Check 8.
  static func entryHasTwoLines(_ state: inout FECState) {
    if state.entry.lines < 2 { state.note(.entryHasOneLine, value: state.number) }
  }

  /// Check 8: the lines of a number stand together.
  static func entryStandsTogether(_ state: inout FECState) {
    let isNew =
      if let number = wholeNumber(state.entry) {
        state.numbers.insert(number)
      } else { state.otherNumbers.insert(state.entry.number).inserted }
    guard !isNew else { return }
    state.entry.isScattered = true
    state.note(.entryIsScattered, value: state.number)
  }

  /// Check 10: a whole number from 1.
  static func numberIsWhole(_ state: inout FECState) {
    guard !state.entry.number.isEmpty, wholeNumber(state.entry) == nil else { return }
    state.note(.numberIsNotWhole, value: state.number)
  }

  /// Check 10: the order of the file is that of the numbers, opening entries apart.
  static func numberGoesOn(_ state: inout FECState) {
    guard !state.entry.isOpening, !state.entry.isScattered,
      let number = wholeNumber(state.entry)
    else { return }
    if number < state.lastNumber {
      state.note(.numberGoesBack, value: state.number, other: String(state.lastNumber))
    }
    if number > state.lastNumber + 1, state.jumps.count < FECReport.mostKept {
      state.jumps[number - 1] = state.entry.firstLine
    }
    state.lastNumber = max(state.lastNumber, number)
  }

  /// Check 10: entries stand in the order of their validation, opening entries apart.
  static func validationGoesOn(_ state: inout FECState) {
    guard !state.entry.isOpening, !state.entry.isScattered,
      let valid = FECDate(state.entry.headings[4][...])
    else { return }
    if let last = state.lastValidDate, valid < last {
      state.note(.validationGoesBack, value: String(valid.number), other: String(last.number))
    }
    state.lastValidDate = state.lastValidDate.map { max($0, valid) } ?? valid
  }

  /// Check 10.
  static func openingStandsFirst(_ state: inout FECState) {
    guard state.entry.isOpening, state.hasLeftOpening else { return }
    state.note(.openingIsNotFirst, value: state.number)
  }

  /// Check 15: balances that open a year are those of the balance sheet.
  static func openingLeavesResult(_ state: inout FECState) {
    guard state.entry.isOpening, state.entry.touchesResult else { return }
    state.note(.openingTouchesResult, value: state.number)
  }

  /// Check 15: no entry empties the accounts of charges and income into the result.
  static func nothingZeroesResult(_ state: inout FECState) {
    guard state.entry.touchesResult, state.entry.touchesResultAccount else { return }
    state.note(.entryZeroesResult, value: state.number)
  }

  /// A whole number above zero in plain digits, alone or followed by a hyphen and the journal's code.
  static func wholeNumber(_ entry: FECEntry) -> Int? {
    let digits = entry.number.prefix { $0.isDigit }
    let rest = entry.number.dropFirst(digits.count)
    guard (1...18).contains(digits.count), digits.first != 48,
      rest.isEmpty || rest.elementsEqual([UInt8(ascii: "-")] + entry.headings[0])
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}

/// Checks 9, 10 and 15, of the whole file.
extension FECChecker {
  static let fileChecks: [EntryCheck] = [fileBalances, noNumberIsMissing, resultAgrees]

  /// Check 9.
  static func fileBalances(_ state: inout FECState) {
    guard !state.hasUnreadableAmount, state.report.debit != state.report.credit else { return }
    state.report.note(
      FECFinding(
        .fileIsUnbalanced, value: amountText(state.report.debit),
        other: amountText(state.report.credit)))
  }

  /// Check 10: every number from 1 to the last.
  static func noNumberIsMissing(_ state: inout FECState) {
    for gap in state.numbers.gaps(atMost: FECReport.mostKept) {
      let value = gap.count == 1 ? "\(gap.lowerBound)" : "\(gap.lowerBound)–\(gap.upperBound)"
      state.report.note(
        FECFinding(
          .numberIsMissing, line: state.jumps[gap.upperBound], column: .ecritureNum,
          position: nil, value: value))
    }
  }

  /// Check 15: classes 7 and 6 make the result that is known from elsewhere.
  static func resultAgrees(_ state: inout FECState) {
    guard let expected = state.expected.result, !state.hasUnreadableAmount,
      expected != state.result
    else { return }
    state.report.note(
      FECFinding(
        .resultIsAnother, value: amountText(state.result), other: amountText(expected)))
  }

  /// Cents as the tax file writes them.
  static func amountText(_ cents: Int128) -> String {
    let digits = String(cents.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return "\(cents < 0 ? "-" : "")\(padded.dropLast(2)),\(padded.suffix(2))"
  }
}

extension FECState {
  /// The number of the entry as text.
  var number: String { String(decoding: entry.number, as: UTF8.self) }

  /// Notes a fault of the entry at its first line.
  mutating func note(_ fault: FECFault, value: String, other: String = "") {
    report.note(
      FECFinding(
        fault, line: entry.firstLine, column: .ecritureNum, position: nil, value: value,
        other: other))
  }
}
