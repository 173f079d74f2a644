import Agreements
import Journal
import Membership
import Store
import Text
public import Units

/// Creates a book from the company's statutes: whole, or no book at all.
///
/// - Throws: ``StoreRefusal`` for the book, ``Refusals`` with every fault of the statutes.
public func found(
  bookAt path: String, statutes file: InputFile, secret: [UInt8], derivesSalts: Bool = true,
  now: Instant
) throws -> Cooperative {
  let facts = try statutesFacts(file)
  let cooperative = try Cooperative(facts: facts)
  let contradictions = cooperative.statutes.contradictions()
  guard contradictions.isEmpty else { throw Refusals(contradictions) }
  let book = try Book(creating: path, secret: secret, derivesSalts: derivesSalts)
  do {
    try book.write(at: now) { page in
      for fact in facts { _ = try page.record(fact) }
      for college in cooperative.statutes.colleges {
        try page.open(
          college.capitalAccount, unit: .cents, french: "Capital - \(college.frenchName)",
          english: "Capital - \(college.englishName)")
      }
      let calendar = cooperative.fiscalCalendar
      try page.open(nominal: cooperative.statutes.nominal, from: cooperative.statutes.founded)
      try page.open(FiscalYear(first: calendar.firstStart, last: calendar.firstEnd))
    }
  } catch {
    Disk.remove(path)
    throw error
  }
  return cooperative
}

private func statutesFacts(_ file: InputFile) throws -> [Fact] {
  let document = try TOMLDocument(reading: file.bytes, file: file.path)
  let faults = Faults()
  let root = TableReader(document, faults: faults)
  let facts = Fact.read(
    document, format: StatutesIntake.format, kinds: FactKind.ofStatutes, faults: faults,
    check: StatutesIntake.check)
  for kind in FactKind.ofStatutes where !kind.mayBeMissing && !root.has(kind.rawValue) {
    root.refuse(TextRefusal.keyIsMissing(kind.rawValue))
  }
  try faults.check()
  return facts
}
