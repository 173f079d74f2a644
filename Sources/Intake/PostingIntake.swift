import Agreements
import Journal
public import Store
import Text
public import Units

/// Posts the entries of TOML files: all of them, or, when any is refused, none.
///
/// - Returns: what posting each did, by date then key.
/// - Throws: ``Refusals`` with every fault at its place.
public func post(
  _ files: [InputFile], to book: Book, now: Instant, rehearsing: Bool = false
) throws -> [PostOutcome] {
  let faults = Faults()
  var entries: [(entry: Entry, place: Place)] = []
  for file in files {
    do {
      let document = try TOMLDocument(reading: file.bytes, file: file.path)
      entries += readEntries(document, faults)
    } catch { faults.note(error) }
  }
  try faults.check()
  guard !entries.isEmpty else {
    throw IntakeRefusal.nothingToTakeIn(files.map(\.path).joined(separator: ", "))
  }
  return try book.write(at: now, rehearsing: rehearsing) { page in
    try checkNames(entries, try KnownNames(page.reader))
    var outcomes: [PostOutcome] = []
    for (entry, place) in entries.sorted(by: { $0.entry.precedes($1.entry) }) {
      do { outcomes.append(try page.post(entry)) } catch let refusal as JournalRefusal {
        faults.note(Located(refusal, at: place))
      }
    }
    try faults.check()
    return outcomes
  }
}

extension Entry {
  /// By date, then by key: numbers do not depend on the order of files.
  fileprivate func precedes(_ other: Entry) -> Bool {
    (draft.date, draft.key) < (other.draft.date, other.draft.key)
  }
}

private func checkNames(
  _ entries: [(entry: Entry, place: Place)], _ names: KnownNames
) throws(Refusals) {
  let refusals = entries.flatMap { entry, place in
    names.unknown(in: entry.draft.postings).map { Located($0, at: place) }
  }
  guard refusals.isEmpty else { throw Refusals(refusals) }
}

private func readEntries(
  _ document: TOMLDocument, _ faults: Faults
) -> [(entry: Entry, place: Place)] {
  let root = TableReader(document, faults: faults)
  root.allow(["entry", "format"])
  return root.tables("entry").compactMap { table -> (entry: Entry, place: Place)? in
    let noted = faults.all.count
    let draft = readDraft(table)
    guard faults.all.count == noted else { return nil }
    do throws(Refusals) {
      return (try Entry(checking: draft), table.place())
    } catch {
      for refusal in error.all { table.refuse(refusal) }
      return nil
    }
  }
}

/// How the keys of the program's own entries begin: a manual entry under such a key would stand in
/// the way of the closing that needs it.
private let reservedPrefixes = ["close:", "shares:"]

private func readDraft(_ table: TableReader) -> DraftEntry {
  table.allow(["key", "date", "journal", "voucher", "voucher_date", "label", "lines"])
  let code = table.text("journal")
  let journal = JournalCode(rawValue: code)
  if table.has("journal"), journal == nil {
    table.refuse(JournalRefusal.journalIsUnknown(code), at: "journal")
  }
  let key = table.text("key")
  if reservedPrefixes.contains(where: key.hasPrefix) {
    table.refuse(IntakeRefusal.keyIsReserved(key), at: "key")
  }
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
