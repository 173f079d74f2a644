public import Units

/// Examines a tax file piece by piece, in one pass: the fifteen checks, stricter than the
/// administration's own tool.
///
/// To add a check is to add a function to one of the three lists.
public struct FECChecker {
  private var reader = FECReader()
  private var state: FECState

  /// An examination of a file of this name, without its folders.
  ///
  /// - Parameters:
  ///   - year: the fiscal year; unknown, it is taken to end on the day the name says.
  ///   - result: the result of the year where it is known from elsewhere.
  public init(name: String, year: Period? = nil, result: Cents? = nil) {
    var report = FECReport()
    for check in FECChecker.nameChecks { check(name, year, &report) }
    let named = FECName(name)?.closing
    let last = year?.last ?? named
    let expected = FECExpectation(
      first: (year?.first).map(FECDate.init), last: last.map(FECDate.init),
      result: result.map { Int128($0.units) })
    state = FECState(expected: expected)
    state.report = report
  }

  /// Takes the next piece of the file.
  ///
  /// - Complexity: O(n) in the bytes of the piece.
  public mutating func add(_ piece: [UInt8]) {
    reader.add(piece)
    while reader.advance() { examine() }
  }

  /// Ends the examination.
  public mutating func finish() -> FECReport {
    while reader.advance(isLast: true) { examine() }
    if reader.line == 0 { state.report.note(FECFinding(.headingDiffers, line: 1)) }
    if reader.line == 1 { state.report.note(FECFinding(.fileHasNoEntry, line: 1)) }
    closeEntry()
    for check in FECChecker.fileChecks { check(&state) }
    return state.report
  }

  typealias NameCheck = @Sendable (String, Period?, inout FECReport) -> Void
  typealias RowCheck = @Sendable (FECReader, inout FECState) -> Void
  typealias EntryCheck = @Sendable (inout FECState) -> Void

  private mutating func examine() {
    guard reader.line > 1 else {
      for check in FECChecker.headingChecks { check(reader, &state) }
      return
    }
    state.report.rows += 1
    if !reader.field(.ecritureNum).elementsEqual(state.entry.number) || state.entry.lines == 0 {
      closeEntry()
      openEntry()
    }
    readValues()
    guard reader.fieldCount == FECColumn.allCases.count else {
      return FECChecker.fieldsAreEighteen(reader, &state)
    }
    for check in FECChecker.rowChecks { check(reader, &state) }
  }

  private mutating func openEntry() {
    state.entry = FECEntry()
    state.entry.number = Array(reader.field(.ecritureNum))
    state.entry.firstLine = reader.line
    state.entry.headings = FECColumn.headings.map { Array(reader.field($0)) }
    state.entry.isOpening = FECChecker.isOpening(reader.field(.journalCode))
    state.report.entries += 1
  }

  private mutating func closeEntry() {
    guard state.entry.lines > 0 else { return }
    for check in FECChecker.entryChecks { check(&state) }
    if !state.entry.isOpening { state.hasLeftOpening = true }
  }

  /// Reads what several checks need, and adds it up.
  private mutating func readValues() {
    state.debit = FECAmount(reader.field(.debit))
    state.credit = FECAmount(reader.field(.credit))
    state.entryDate = FECDate(reader.field(.ecritureDate))
    state.validDate = FECDate(reader.field(.validDate))
    state.entry.lines += 1
    guard let debit = state.debit.cents, let credit = state.credit.cents else {
      state.entry.isReadable = false
      state.hasUnreadableAmount = true
      return
    }
    state.entry.debit += Int128(debit)
    state.entry.credit += Int128(credit)
    state.report.debit += Int128(debit)
    state.report.credit += Int128(credit)
    let account = reader.field(.compteNum)
    if let first = account.first, (UInt8(ascii: "6")...UInt8(ascii: "7")).contains(first) {
      state.result += Int128(credit) - Int128(debit)
      state.entry.touchesResult = true
    }
    if account.starts(with: [49, 50, 48]) || account.starts(with: [49, 50, 57]) {
      state.entry.touchesResultAccount = true
    }
  }

  /// Whether a journal's code is one that opening balances go by.
  static func isOpening(_ journal: ArraySlice<UInt8>) -> Bool {
    ["AN", "RAN", "ANO"].contains { journal.elementsEqual($0.utf8) }
  }
}

extension FECDate {
  init(_ day: Day) {
    let (year, month, dayOfMonth) = day.calendar
    self.init(number: Int32(year * 10_000 + month * 100 + dayOfMonth))
  }
}
