/// What the checks of a tax file share while it passes by: the record before them, its entry, and
/// what must be remembered of all the others.
///
/// Memory: the numbers seen (a bit each), and the labels of accounts and journals.
struct FECState {
  let expected: FECExpectation
  var report = FECReport()

  /// The values of the record before the checks.
  var debit = FECAmount([])
  var credit = FECAmount([])
  var entryDate: FECDate?
  var validDate: FECDate?

  /// The entry that the record belongs to.
  var entry = FECEntry()

  var numbers = NumberSet()
  var otherNumbers: Set<[UInt8]> = []
  var lastNumber = 0
  var lastValidDate: FECDate?
  var hasLeftOpening = false
  /// The line after each jump in the numbers.
  var jumps: [Int: Int] = [:]
  var accountLabels: [[UInt8]: [UInt8]] = [:]
  var journalLabels: [[UInt8]: [UInt8]] = [:]
  /// Accounts found in the PCG.
  var knownAccounts: Set<[UInt8]> = []
  /// Credits minus debits of the accounts of charges and income.
  var result: Int128 = 0
  var hasUnreadableAmount = false

  mutating func note(
    _ fault: FECFault, _ row: FECReader, _ column: FECColumn, other: String = ""
  ) {
    report.note(
      FECFinding(
        fault, line: row.line, column: column, position: row.position(column),
        value: row.text(column), other: other))
  }
}

/// What is known of a file before it is opened.
public struct FECExpectation: Hashable, Sendable {
  /// The first day of the fiscal year, `AAAAMMJJ`, and its last.
  var first: FECDate?
  var last: FECDate?
  /// The result of the year in cents.
  var result: Int128?
}

/// The lines of one number that stand together.
struct FECEntry {
  var number: [UInt8] = []
  var firstLine = 0
  var lines = 0
  var debit: Int128 = 0
  var credit: Int128 = 0
  var isReadable = true
  var isOpening = false
  /// Whether lines of the same number stood before, with others between.
  var isScattered = false
  var touchesResult = false
  var touchesResultAccount = false
  var headings: [[UInt8]] = []
}
