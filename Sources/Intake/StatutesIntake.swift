import Agreements
import Membership
import Store
import Text
import Units

/// What a file of statutes has to obey when it changes those of a book.
enum StatutesIntake {
  /// The format that says a file holds statutes.
  static let format = "soleil-statutes/1"

  /// Decodes a table of the statutes so that its faults are noted.
  static func check(_ kind: FactKind, _ table: TableReader) {
    switch kind {
    case .college: _ = College(table)
    case .shares: _ = ShareTerms(table)
    case .capital:
      _ = KindCaps(table)
      fallthrough
    default:
      var dossier = Dossier()
      dossier.take(kind, table)
      _ = table.optionalText("resolution")
    }
  }

  /// Refuses changes that no resolution bears, that change what is fixed, or a college's account.
  static func refuse(_ planned: [AppliedFact], _ page: BookReader) throws {
    let before = try Cooperative(page, on: Day.endOfTime).statutes
    let refusals = planned.filter { $0.change != .same && $0.fact.kind.isOfStatutes }
      .flatMap { applied in
        reasons(applied.fact, before).map { Located($0, at: Place(file: applied.fact.origin)) }
      }
    guard refusals.isEmpty else { throw Refusals(refusals) }
  }

  private static func reasons(_ fact: Fact, _ before: Statutes) -> [any Refusal] {
    if fact.kind == .fiscalYear {
      return [IntakeRefusal.termsAreFixed(kind: fact.kind.rawValue, key: fact.key)]
    }
    var reasons: [any Refusal] = []
    if (fact.body["resolution"]?.stringValue ?? "").allSatisfy(\.isWhitespace) {
      reasons.append(CollegeRefusal.resolutionIsMissing(kind: fact.kind.rawValue, key: fact.key))
    }
    if fact.kind == .capital, let cents = fact.body["share_nominal_cents"]?.integerValue {
      let known = before.nominal(on: fact.validFrom)
      if Cents(cents) != known {
        reasons.append(
          CollegeRefusal.nominalChangesByASplit(from: known, to: Cents(cents), on: fact.validFrom))
      }
    }
    if fact.kind == .college, let known = before.colleges.first(where: { "\($0.id)" == fact.key }),
      let account = fact.body["account"]?.stringValue, account != known.capitalAccount
    {
      reasons.append(
        CollegeRefusal.collegeKeepsItsAccount(known.id, known.capitalAccount, now: account))
    }
    return reasons
  }

  /// What follows from new statutes: accounts of new colleges, the nominal from the new day, members
  /// of colleges that end.
  ///
  /// - Returns: how many members passed to another college.
  static func settle(_ applied: [AppliedFact], _ page: BookWriter) throws -> Int {
    let changed = applied.filter { $0.change != .same }.map(\.fact)
    guard changed.contains(where: { [.capital, .college].contains($0.kind) }) else { return 0 }
    let statutes = try Cooperative(page.reader, on: Day.endOfTime).statutes
    let contradictions = statutes.contradictions()
    guard contradictions.isEmpty else { throw Refusals(contradictions) }
    for college in statutes.colleges {
      try page.open(
        college.capitalAccount, unit: .cents, french: "Capital - \(college.frenchName)",
        english: "Capital - \(college.englishName)")
    }
    for fact in changed where fact.kind == .capital {
      try page.keep(nominal: statutes.nominal(on: fact.validFrom), from: fact.validFrom)
    }
    return try Passing.outOfEndedColleges(statutes, changed, page)
  }
}

extension FactKind {
  /// Whether the statutes hold it.
  var isOfStatutes: Bool { FactKind.ofStatutes.contains(self) }
}
