public import Agreements
public import Bookings
public import Store
import Text
public import Units

/// What the book knows of roofs and contracts on a day: the dossier, and each convention with all its
/// versions.
public struct RoofBook {
  /// The day.
  public let today: Day
  /// What is in force, or will be: everything that is declared.
  public let dossier: Dossier
  /// The conventions with their versions, by identifier.
  public let terms: [String: ConventionTerms]

  /// Reads the book.
  ///
  /// - Throws: ``IntakeRefusal/bookHasNoStatutes``.
  public init(_ page: BookReader, on today: Day) throws {
    self.today = today
    dossier = try Cooperative(page, on: .endOfTime).dossier
    let versions = try page.versions(of: [.convention, .site])
    let conventions = Dictionary(
      grouping: versions.filter { $0.kind == .convention }, by: \.key)
    let sites = Dictionary(grouping: versions.filter { $0.kind == .site }, by: \.key)
    var terms: [String: ConventionTerms] = [:]
    for convention in dossier.conventions.values {
      terms[convention.id] = ConventionTerms(
        convention, versions: conventions[convention.id] ?? [],
        sites: sites[convention.site] ?? [], in: dossier)
    }
    self.terms = terms
  }

  /// What falls due in some days.
  public func dueDates(in days: Period) throws -> [DueDate] {
    try dossier.dueDates(in: days, terms: terms, knownOn: today)
  }

  /// What wants a decision.
  public var alerts: [RoofAlert] { dossier.roofAlerts(on: today, terms: terms) }

  /// What wants a decision within a year when a month is closed, as it stands on its last day, with the
  /// promises that fell due in it.
  public static func alerts(closing month: Month, _ page: BookReader) throws -> [RoofAlert] {
    let book = try RoofBook(page, on: month.last)
    return book.dossier.roofAlerts(on: month.last, terms: book.terms, since: month.first)
      .filter { $0.day <= month.adding(12).last }
  }

  /// The rent of the convention's year that today lies in, as it is known; nothing for a part of the
  /// sales, or when the convention is not in force.
  public func yearlyRent(_ convention: String) throws -> Cents? {
    guard let terms = terms[convention], terms.term.contains(today) else { return nil }
    if case .percentageOfSales = terms.latest.rent { return nil }
    return try Accrual.rent(
      terms, over: terms.term.year(containing: today), knownOn: today
    ) { _ in .zero }
  }

  /// Every version of a contract, by first day; nothing for an unknown one.
  public static func versions(of contract: String, _ page: BookReader) throws -> [Fact] {
    try page.versions(of: FactKind.contracts).filter { $0.key == contract }
  }
}

/// The signed documents of a contract, attached all or none.
///
/// - Returns: for each file whether it was not attached before.
/// - Throws: ``RoofRefusal/contractIsUnknown(_:)``, ``IntakeRefusal/nothingToTakeIn(_:)``.
public func attach(
  documents files: [InputFile], to contract: String, in book: Book, now: Instant
) throws -> [Bool] {
  try book.write(at: now) { page in
    guard try !RoofBook.versions(of: contract, page.reader).isEmpty else {
      throw RoofRefusal.contractIsUnknown(contract)
    }
    return try files.map { file in
      guard !file.bytes.isEmpty else { throw IntakeRefusal.nothingToTakeIn(file.path) }
      let name = file.path.split(separator: "/").last ?? ""
      let ending = name.lastIndex(of: ".").map { String(name[$0...]).lowercased() } ?? ""
      let isPlain = ending.utf8.dropFirst().allSatisfy {
        (97...122).contains($0) || (48...57).contains($0)
      }
      return try page.attach(
        document: file.bytes, ending: isPlain && ending.utf8.count <= 6 ? ending : "",
        to: contract)
    }
  }
}
