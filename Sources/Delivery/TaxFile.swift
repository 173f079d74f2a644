import Agreements
public import Exports
import Intake
public import Journal
import Membership
public import Store
import Text
public import Units
import Wording

/// The tax file of a fiscal year, written beside its description and recorded in the book.
///
/// Whole or not at all: the bytes are examined while they are written under a provisional name, and
/// get their own when nothing is wrong with them and the book has recorded them. A different earlier
/// file is never lost: it moves to `replaced/<fingerprint>/`.
public struct TaxFile: Sendable {
  /// Where it stands.
  public let path: String
  /// The fiscal year.
  public let year: FiscalYear
  /// Whether the year can still change: not all of its months are closed.
  public let isInterim: Bool
  /// What the checks found: warnings at most.
  public let report: FECReport
  /// What the book remembers.
  public let record: ExportRecord
  /// Whether the book recorded it now; false when it is the export of last time.
  public let isNew: Bool
  /// Where the earlier file went, when it was another.
  public let replaced: String?

  /// Writes the file of a year.
  ///
  /// - Parameters:
  ///   - name: the name of the year; by default the last year whose months are all closed, else the
  ///     first.
  ///   - showsNames: whether members and parties go by their names.
  /// - Throws: ``ExportsRefusal``, ``StoreRefusal``.
  public init(
    of book: Book, year name: String?, in folder: String, showsNames: Bool, now: Instant
  ) throws {
    let draft = try book.read { page in
      try Draft(page, year: name, in: folder, showsNames: showsNames, now: now)
    }
    let name = draft.name
    path = "\(folder)/\(name)"
    let replaced = try earlier(at: path, besides: draft.record.digest)
    isNew = try book.write(at: now) { try $0.record(draft.record) }
    if let replaced { try TaxFile.move(name, in: folder, to: replaced) }
    try draft.outlet.place()
    try Disk.replace("\(folder)/\(name.descriptionFile)", Array(draft.description.utf8))
    (year, isInterim, report) = (draft.year, draft.isInterim, draft.report)
    (record, self.replaced) = (draft.record, replaced)
  }

  private static func move(_ name: FECName, in folder: String, to replaced: String) throws {
    try Disk.makeFolder(replaced)
    for file in [name.description, name.descriptionFile] where Disk.exists("\(folder)/\(file)") {
      try Disk.rename("\(folder)/\(file)", to: "\(replaced)/\(file)")
    }
  }
}

/// A tax file that is written and examined, and has no name yet.
private struct Draft {
  let year: FiscalYear
  let name: FECName
  let isInterim: Bool
  let outlet: Outlet
  let report: FECReport
  let record: ExportRecord
  let description: String

  init(
    _ page: BookReader, year text: String?, in folder: String, showsNames: Bool, now: Instant
  ) throws {
    let cooperative = try Cooperative(page, on: ParisTime.day(of: now))
    year = try page.year(toExport: text)
    name = FECName(siren: cooperative.organisation.siren, closing: year.last)
    let closedThrough = try page.closedThrough()
    isInterim = (closedThrough ?? year.first) < year.last
    outlet = try Outlet(file: "\(folder)/\(name)", isPrivate: showsNames)
    let names = try page.names(showsNames ? cooperative : nil)
    report = try Draft.write(page, year, name, names, to: outlet)
    let digest = try outlet.finish()
    record = ExportRecord(
      what: "fec", scope: year.name, file: name.description, rows: report.rows,
      bytes: outlet.bytes, digest: digest,
      traits: (showsNames ? ["names"] : []) + (isInterim ? ["interim"] : []))
    description =
      TaxFileDescription(
        name: name, organisation: cooperative.organisation.name, year: year.period,
        isInterim: isInterim, showsNames: showsNames, report: report, bytes: outlet.bytes,
        digest: digest
      ).text
  }

  /// Writes the records and examines them on their way.
  private static func write(
    _ page: BookReader, _ year: FiscalYear, _ name: FECName, _ names: BookNames, to outlet: Outlet
  ) throws -> FECReport {
    var writer = FECWriter(names: names)
    var checker = FECChecker(
      name: name.description, year: year.period, result: try page.result(over: year.period))
    try page.eachLine(ofAccountsOf: year) { line in
      writer.append(line)
      guard writer.pending > 1 << 18 else { return }
      let piece = writer.take()
      checker.add(piece)
      try outlet.write(piece)
    }
    let piece = writer.take()
    checker.add(piece)
    try outlet.write(piece)
    let report = checker.finish()
    guard report.rows > 0 else { throw ExportsRefusal.yearHasNoEntries(year.name) }
    try report.refuseErrors(in: name.description)
    return report
  }
}

extension FECReport {
  /// Refuses a file with errors, naming each at its place.
  func refuseErrors(in file: String) throws(Refusals) {
    let errors = findings.filter { !$0.fault.isWarning }
    guard !errors.isEmpty else { return }
    throw Refusals(
      errors.map { finding in
        Located(
          ExportsRefusal.taxFileIsFaulty(finding),
          at: Place(file: file, line: finding.line, column: finding.position))
      })
  }
}

extension BookReader {
  /// The fiscal year of a name; by default the last whose months are all closed, else the first.
  fileprivate func year(toExport name: String?) throws -> FiscalYear {
    let years = try fiscalYears()
    if let name {
      guard let year = years.first(where: { $0.name == name }) else {
        throw ExportsRefusal.yearIsUnknown(name, known: years.map(\.name))
      }
      return year
    }
    let closed = try closedThrough()
    let over = years.last { year in closed.map { year.last <= $0 } ?? false }
    guard let year = over ?? years.first else {
      throw ExportsRefusal.yearIsUnknown("", known: [])
    }
    return year
  }

  /// Labels; those of people and parties only for a cooperative that is given.
  fileprivate func names(_ cooperative: Cooperative?) throws -> BookNames {
    var names = BookNames(
      accounts: try accountLabels(), journals: JournalLabels.french,
      kinds: JournalLabels.kindsOfAuxiliaries)
    guard let cooperative else { return names }
    for (id, party) in cooperative.dossier.parties {
      for kind in JournalLabels.kindsOfParties { names.auxiliaries["\(kind):\(id)"] = party.name }
    }
    for (number, identity) in try identities() {
      let name =
        identity.organisation.isEmpty
        ? "\(identity.lastName) \(identity.firstName)" : identity.organisation
      if name.contains(where: { $0 != " " }) { names.auxiliaries["member:\(number)"] = name }
    }
    for number in try erasedMembers() {
      names.auxiliaries["member:\(number)"] = PeopleWords.erasedName(number).french
    }
    return names
  }
}
