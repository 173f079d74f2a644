import Agreements
import Journal
public import Store
import Text
public import Units

/// Posts the entries of files: all of them, or, when any is refused, none.
///
/// Entries of TOML files go in by date, then by key, whatever the order of the files; those of tables
/// in the order of their rows, as they are read.
///
/// - Throws: ``Refusals`` with the faults at their places, the first thousand at most.
/// - Complexity: O(n) in lines; tables take constant memory.
public func post(
  _ files: [InputFile], tables: [EntryTable] = [], to book: Book, now: Instant,
  mode: PostingMode = PostingMode()
) throws -> Posted {
  let faults = Faults()
  var drafts: [(draft: DraftEntry, place: Place)] = []
  for file in files {
    do {
      let document = try TOMLDocument(reading: file.bytes, file: file.path)
      drafts += readEntries(document, faults)
    } catch { faults.note(error) }
  }
  guard !drafts.isEmpty || !tables.isEmpty || !faults.all.isEmpty else {
    throw IntakeRefusal.nothingToTakeIn(files.map(\.path).joined(separator: ", "))
  }
  let loading = !mode.asDrafts && tables.contains { $0.bytes > bytesOfAnEvening }
  return try book.write(at: now, rehearsing: mode.rehearsing, loading: loading) { page in
    let session = try PostingSession(page, mode, faults)
    for (draft, place) in drafts.sorted(by: { $0.draft.precedes($1.draft) }) {
      try session.take(draft, at: place, listed: true)
    }
    for table in tables { try read(table, into: session, faults) }
    try faults.check()
    let result = session.result
    guard result.posted + result.known + result.drafts > 0 else {
      throw IntakeRefusal.nothingToTakeIn(
        (files.map(\.path) + tables.map(\.path)).joined(separator: ", "))
    }
    return result
  }
}

/// More than a treasurer enters by hand: some thousand entries.
let bytesOfAnEvening = 1 << 18

extension DraftEntry {
  /// By date, then by key: numbers do not depend on the order of files.
  fileprivate func precedes(_ other: DraftEntry) -> Bool {
    (date, key) < (other.date, other.key)
  }
}

/// The entries of a document; they are judged when they are taken in.
func readEntries(
  _ document: TOMLDocument, _ faults: Faults
) -> [(draft: DraftEntry, place: Place)] {
  let root = TableReader(document, faults: faults)
  root.allow(["entry", "format"])
  return root.tables("entry").compactMap { table -> (draft: DraftEntry, place: Place)? in
    let noted = faults.all.count
    let draft = readDraft(table)
    return faults.all.count == noted ? (draft, table.place()) : nil
  }
}

private func readDraft(_ table: TableReader) -> DraftEntry {
  table.allow(["key", "date", "journal", "voucher", "voucher_date", "label", "lines"])
  let code = table.text("journal")
  let journal = JournalCode(rawValue: code)
  if table.has("journal"), journal == nil {
    table.refuse(JournalRefusal.journalIsUnknown(code), at: "journal")
  }
  let key = table.text("key")
  let date = table.day("date")
  return DraftEntry(
    key: key, date: date, journal: journal ?? .miscellaneous,
    voucher: table.text("voucher"), voucherDate: table.optionalDay("voucher_date") ?? date,
    label: table.text("label"), origin: table.place().origin,
    postings: table.tables("lines").compactMap(readPosting))
}

/// A line names its unit by the key of its amount: cents, Wh or shares.
private func readPosting(_ table: TableReader) -> Posting? {
  let amounts: [(key: String, side: Side, unit: Unit)] = [
    ("debit_cents", .debit, .cents), ("credit_cents", .credit, .cents),
    ("debit_wh", .debit, .wh), ("credit_wh", .credit, .wh),
    ("debit_shares", .debit, .shares), ("credit_shares", .credit, .shares),
  ]
  table.allow(amounts.map(\.key) + ["account", "aux", "site", "contract"])
  let given = amounts.filter { table.has($0.key) }
  guard given.count == 1 else {
    table.refuse(IntakeRefusal.lineHasNotOneSide)
    return nil
  }
  let amount = table.integer(given[0].key, in: Int64.min...Int64.max)
  let analysis = Analysis(
    auxiliary: table.optionalText("aux"), site: table.optionalText("site"),
    contract: table.optionalText("contract"))
  return Posting(given[0].side, table.text("account"), amount, given[0].unit, analysis)
}
