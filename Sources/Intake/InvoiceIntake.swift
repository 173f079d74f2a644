import Agreements
public import Invoices
public import Journal
public import Store
import Agreements
import Seal
import Text
public import Units

/// An invoice that was taken in.
public struct TakenInvoice: Hashable, Sendable {
  /// What it says, and what it did.
  public let record: InvoiceRecord
  /// Its entry.
  public let entry: EntryReference
  /// Whether it was taken in now, and not before.
  public let isNew: Bool
}

/// Takes invoices in: all of the files, or, when any is refused, none.
///
/// They go in by day and number, whatever the order of the files. The file is kept with the entry. The
/// same invoice a second time changes nothing.
///
/// - Parameter late: whether one issued in a closed month goes in on the first open day, its true date in
///   its label.
/// - Parameter account: the account of charges whose line tells none.
/// - Throws: ``Refusals`` with the faults at their places.
/// - Source: PCG, art. 1031-4; functioning of accounts 408, 411, 418, 486.
public func importInvoices(
  _ files: [InputFile], to book: Book, now: Instant, late: Bool = false, account: String? = nil,
  rehearsing: Bool = false
) throws -> [TakenInvoice] {
  let faults = Faults()
  let siren = try book.read { try Cooperative($0, on: Day.endOfTime).organisation.siren }
  let found = files.flatMap { file in
    read(file, siren, account, faults).map { (file: file, invoice: $0.invoice, place: $0.place) }
  }.sorted { ($0.invoice.issued, $0.invoice.number) < ($1.invoice.issued, $1.invoice.number) }
  try faults.check()
  guard !found.isEmpty else {
    throw IntakeRefusal.nothingToTakeIn(files.map(\.path).joined(separator: ", "))
  }
  return try book.write(at: now, rehearsing: rehearsing) { page in
    let desk = try InvoiceDesk(page, late: late)
    var taken: [TakenInvoice] = []
    for (file, invoice, place) in found {
      do {
        taken.append(try desk.take(invoice, file))
      } catch let refusals as Refusals {
        for refusal in refusals.all { faults.note(Located(refusal, at: place)) }
      } catch let refusal as InvoiceRefusal {
        faults.note(Located(refusal, at: place))
      } catch let refusal as JournalRefusal {
        faults.note(Located(refusal, at: place))
      }
    }
    try faults.check()
    return taken
  }
}

/// The invoices of a file, by what it is; charges without an account get the one given.
private func read(
  _ file: InputFile, _ siren: String, _ account: String?, _ faults: Faults
) -> [(invoice: Invoice, place: Place)] {
  do {
    return try found(file, siren, faults).map { invoice, place in
      guard let account, invoice.kind == .purchase else { return (invoice, place) }
      var charged = invoice
      for index in charged.lines.indices where charged.lines[index].account == nil {
        charged.lines[index].account = account
      }
      return (charged, place)
    }
  } catch let refusals as Refusals {
    for refusal in refusals.all { faults.note(refusal) }
  } catch let refusal as InvoiceRefusal {
    faults.note(Located(refusal, at: Place(file: file.path)))
  } catch let refusal as any Refusal {
    faults.note(refusal)
  } catch {
    faults.note(InvoiceRefusal.fileIsNoInvoice(file.path))
  }
  return []
}

private func found(
  _ file: InputFile, _ siren: String, _ faults: Faults
) throws -> [(invoice: Invoice, place: Place)] {
  if file.path.hasSuffix(".csv") {
    return try Invoice.read(table: file.bytes, file: file.path, faults)
  }
  if file.path.hasSuffix(".xml") {
    let invoice = try Invoice(crossIndustry: file.bytes, file: file.path, siren: siren)
    return [(invoice, Place(file: file.path))]
  }
  guard file.path.hasSuffix(".toml") else { throw InvoiceRefusal.fileIsNoInvoice(file.path) }
  return Invoice.read(try TOMLDocument(reading: file.bytes, file: file.path), faults)
}
