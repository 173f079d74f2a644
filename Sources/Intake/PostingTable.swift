import Journal
import Text
import Units

/// Reads the rows of a table of entries into a session: the rows of one entry stand together and
/// share its key.
func read(_ table: EntryTable, into session: PostingSession, _ faults: Faults) throws {
  var stream = CSVStream(
    file: table.path, required: EntryColumns.required, optional: EntryColumns.optional,
    read: table.read)
  var reader: EntryRows?
  while let piece = try stream.next() {
    let rows = reader ?? EntryRows(session, faults, EntryColumns(piece), table.path)
    reader = rows
    for row in piece.rows { try rows.take(row) }
  }
  try reader?.finish()
}

/// Where the columns of a table of entries stand.
private struct EntryColumns {
  static let required = ["key", "date", "journal", "voucher", "label", "account"]
  static let optional =
    ["voucher_date", "aux", "site", "contract"] + amounts.map(\.name)
  static let amounts: [(name: String, side: Side, unit: Unit)] = [
    ("debit_cents", .debit, .cents), ("credit_cents", .credit, .cents),
    ("debit_wh", .debit, .wh), ("credit_wh", .credit, .wh),
    ("debit_shares", .debit, .shares), ("credit_shares", .credit, .shares),
  ]

  let key, date, journal, voucher, voucherDate, label, account, aux, site, contract: Int?
  let amounts: [(index: Int, side: Side, unit: Unit)]
  /// The columns that the rows of one entry repeat.
  let heading: [Int?]

  init(_ table: CSVTable) {
    key = table.index(of: "key")
    date = table.index(of: "date")
    journal = table.index(of: "journal")
    voucher = table.index(of: "voucher")
    voucherDate = table.index(of: "voucher_date")
    label = table.index(of: "label")
    account = table.index(of: "account")
    aux = table.index(of: "aux")
    site = table.index(of: "site")
    contract = table.index(of: "contract")
    amounts = EntryColumns.amounts.compactMap { amount in
      table.index(of: amount.name).map { ($0, amount.side, amount.unit) }
    }
    heading = [date, journal, voucher, voucherDate, label]
  }
}

/// Gathers the rows of an entry, and takes it in when the next one begins.
private final class EntryRows {
  private let session: PostingSession
  private let faults: Faults
  private let columns: EntryColumns
  private let file: String
  private let name: String
  private var draft: DraftEntry?
  private var first: CSVRow?
  private var line = 0
  private var isSound = true
  private var lastDate: (text: [UInt8], day: Day)?

  init(_ session: PostingSession, _ faults: Faults, _ columns: EntryColumns, _ file: String) {
    self.session = session
    self.faults = faults
    self.columns = columns
    self.file = file
    name = Place(file: file).origin
  }

  func take(_ row: CSVRow) throws {
    guard let first, draft != nil, first.agrees(with: row, at: columns.key) else {
      try finish()
      begin(row)
      return add(row)
    }
    if let index = differing(first, row) {
      refuse(IntakeRefusal.rowsOfEntryDiffer(EntryColumns.headingNames[index]), row)
    }
    add(row)
  }

  private func add(_ row: CSVRow) {
    if let posting = posting(row) { draft?.postings.append(posting) }
  }

  /// Takes in the entry whose rows are all read.
  func finish() throws {
    guard let draft, isSound else { return }
    let half = draft.postings.count / 2
    if half > 1, draft.postings.prefix(half) == draft.postings.dropFirst(half) {
      let refusal = IntakeRefusal.rowsOfEntryAreRepeated(half)
      faults.note(Located(refusal, at: Place(file: file, line: line)))
      self.draft = nil
      return
    }
    try session.take(draft, at: Place(file: file, line: line), listed: false)
    self.draft = nil
  }

  private func begin(_ row: CSVRow) {
    first = row
    line = row.line
    isSound = true
    let code = row[columns.journal]
    let journal = JournalCode(rawValue: code)
    if journal == nil { refuse(JournalRefusal.journalIsUnknown(code), row) }
    let date = day(row, columns.date) ?? Day(number: 0)
    let voucherDate =
      row.isEmpty(columns.voucherDate) ? date : day(row, columns.voucherDate) ?? date
    draft = DraftEntry(
      key: row[columns.key], date: date, journal: journal ?? .miscellaneous,
      voucher: row[columns.voucher], voucherDate: voucherDate, label: row[columns.label],
      origin: "\(name):\(line)", postings: [])
  }

  private func differing(_ first: CSVRow, _ row: CSVRow) -> Int? {
    columns.heading.firstIndex { !first.agrees(with: row, at: $0) }
  }

  private func day(_ row: CSVRow, _ column: Int?) -> Day? {
    let bytes = row.bytes(column)
    if let lastDate, bytes.elementsEqual(lastDate.text) { return lastDate.day }
    do throws(UnitRefusal) {
      let day = try Day(row[column])
      lastDate = (Array(bytes), day)
      return day
    } catch {
      refuse(error, row)
      return nil
    }
  }

  private func posting(_ row: CSVRow) -> Posting? {
    var found: Posting?
    for (index, side, unit) in columns.amounts {
      if row.isEmpty(index) { continue }
      guard found == nil else {
        refuse(IntakeRefusal.lineHasNotOneSide, row)
        return nil
      }
      guard let amount = row.integer(index) else {
        refuse(IntakeRefusal.amountIsNoInteger(row[index]), row)
        return nil
      }
      found = Posting(side, row[columns.account], amount, unit, analysis(row))
    }
    if found == nil { refuse(IntakeRefusal.lineHasNotOneSide, row) }
    return found
  }

  private func analysis(_ row: CSVRow) -> Analysis {
    let text = { (column: Int?) in row.isEmpty(column) ? nil : row[column] }
    return Analysis(
      auxiliary: text(columns.aux), site: text(columns.site), contract: text(columns.contract))
  }

  private func refuse(_ refusal: any Refusal, _ row: CSVRow) {
    isSound = false
    faults.note(Located(refusal, at: row.place))
  }
}

extension EntryColumns {
  /// The names of ``heading``.
  fileprivate static let headingNames = ["date", "journal", "voucher", "voucher_date", "label"]
}
