public import Agreements
import Allocation
import Bookings
import Membership
public import Store
public import Text
public import Units

/// One fact of a file and what recording it did, or would do.
public struct AppliedFact: Hashable, Sendable {
  /// The fact.
  public let fact: Fact
  /// What recording it did.
  public let change: FactChange
  /// What it changes of the version before, value by value; nothing of a first version.
  public var differences: [JSONDifference] = []
  /// How many members pass to another college because this one ends.
  public var passed = 0
}

/// Records the dated facts of TOML files: all of them, or, when any is faulty, none.
///
/// A file that says it holds statutes (`format = "soleil-statutes/1"`) may change the capital's terms and
/// the colleges; each change names its resolution. Facts may name each other in any order and across files. What the book already says is left
/// alone; a changed fact becomes a new version.
/// - Throws: ``Refusals`` with every fault at its place.
public func apply(
  _ files: [InputFile], to book: Book, now: Instant, rehearsing: Bool = false
) throws -> [AppliedFact] {
  try apply(read(files), to: book, now: now, rehearsing: rehearsing)
}

/// Records the months that tables of curves tell of a sharing, as if a file of facts had told them.
///
/// - Parameter sharing: its name; without one, the only one there is.
/// - Throws: ``Refusals`` with every fault at its cell, ``SharingRefusal/sharingIsNotNamed(known:)``.
public func apply(
  curves files: [InputFile], of sharing: String?, unit: CurveUnit, to book: Book, now: Instant,
  rehearsing: Bool = false
) throws -> [AppliedFact] {
  let dossier = try book.read { try Cooperative($0, on: Day.endOfTime).dossier }
  let known = dossier.sharings.keys.sorted()
  guard let id = sharing ?? (known.count == 1 ? known[0] : nil), let told = dossier.sharings[id]
  else { throw SharingRefusal.sharingIsNotNamed(known: known) }
  let table = SharedCurves(told, in: dossier)
  let faults = Faults()
  var facts: [Fact] = []
  for file in files {
    do {
      for (month, body) in try table.months(reading: file.bytes, file: file.path, unit: unit) {
        check(.sharedEnergy, TableReader(body, faults: faults))
        facts.append(
          Fact(
            kind: .sharedEnergy, key: "\(id)/\(month)", validFrom: month.first, body: body,
            origin: Place(file: file.path, line: 1).origin))
      }
    } catch { faults.note(error) }
  }
  noteRepeated(facts, faults)
  try faults.check()
  return try apply(facts, to: book, now: now, rehearsing: rehearsing)
}

private func apply(
  _ facts: [Fact], to book: Book, now: Instant, rehearsing: Bool
) throws -> [AppliedFact] {
  try book.write(at: now, rehearsing: rehearsing) { page in
    let planned = try facts.map { fact in
      AppliedFact(
        fact: fact, change: try page.reader.change(of: fact),
        differences: try page.reader.body(before: fact).map { fact.differences(from: $0) } ?? [])
    }
    try StatutesIntake.refuse(planned, page.reader)
    try refuseClosed(planned, closedThrough: try page.reader.closedThrough())
    let applied = try planned.map { plan in
      AppliedFact(
        fact: plan.fact, change: try page.record(plan.fact), differences: plan.differences)
    }
    let cooperative = try Cooperative(page.reader, on: Day.endOfTime)
    let members = Set(try page.reader.members().map(\.number.description))
    let contradictions: [any Refusal] =
      cooperative.dossier.contradictions(members: members)
      + cooperative.dossier.roofContradictions(members: members)
      + cooperative.dossier.sharingContradictions(in: facts.monthsOfCurves)
      + (try cooperative.dossier.loans.values.sorted { $0.id < $1.id }.flatMap { try $0.faults() })
    guard contradictions.isEmpty else { throw Refusals(contradictions) }
    try refuseStrangers(facts, members)
    let shared = cooperative.dossier.sharedBankAccounts
    guard shared.isEmpty else { throw Refusals(shared) }
    try RulesIntake.refuse(applied.filter { $0.change != .same }.map(\.fact), page.reader)
    let passed = try StatutesIntake.settle(applied, page)
    return applied.map { one in
      AppliedFact(
        fact: one.fact, change: one.change, differences: one.differences,
        passed: one.fact.kind == .college ? passed[one.fact.key] ?? 0 : 0)
    }
  }
}

private func read(_ files: [InputFile]) throws -> [Fact] {
  let faults = Faults()
  var facts: [Fact] = []
  for file in files {
    do {
      let document = try TOMLDocument(reading: file.bytes, file: file.path)
      let isOfStatutes = document.root["format"]?.stringValue == StatutesIntake.format
      facts +=
        isOfStatutes
        ? Fact.read(
          document, format: StatutesIntake.format, kinds: FactKind.ofStatutes, faults: faults,
          check: StatutesIntake.check)
        : Fact.read(document, kinds: kinds, faults: faults, check: check)
    } catch {
      faults.note(error)
    }
  }
  noteRepeated(facts, faults)
  try faults.check()
  return facts.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
}

private let kinds = FactKind.allCases.filter { !$0.isOfStatutes }

private func check(_ kind: FactKind, _ table: TableReader) {
  switch kind {
  case .rules:
    _ = RuleSet(table)
    return
  case .lateMovement: return RulesIntake.checkLateMovement(table)
  default: break
  }
  var dossier = Dossier()
  dossier.take(kind, table)
}

extension [Fact] {
  /// The months of curves that may contradict something now: those told, or all when what they rest on is.
  fileprivate var monthsOfCurves: Set<String>? {
    contains { $0.kind == .sharing || $0.kind == .purchaseContract }
      ? nil : Set(filter { $0.kind == .sharedEnergy }.map(\.key))
  }
}

extension Fact {
  /// What changed since a version: curves by day and series, all else value by value.
  fileprivate func differences(from before: JSON) -> [JSONDifference] {
    kind == .sharedEnergy
      ? SharedMonth(TableReader(body, faults: Faults()))
        .differences(from: SharedMonth(TableReader(before, faults: Faults())))
      : body.differences(from: before).filter { $0.path != "valid_from" }
  }

  /// An order of its own, so that the order of files and tables changes nothing.
  fileprivate var sortKey: [String] { [kind.rawValue, key, validFrom.description] }
}

extension FactKind {
  /// Whether its terms cannot change once a month is closed: what follows was reckoned from them.
  fileprivate var isFixed: Bool {
    [.loan, .loanRepayment, .plant, .advance, .grant, .novation].contains(self)
  }

  /// What of them may change all the same, by the first key: it moves no amount.
  fileprivate var openKeys: Set<String> {
    self == .loan ? ["bank_account", "covenant", "note"] : []
  }
}

extension AppliedFact {
  /// Whether it changes a term that what follows was reckoned from.
  fileprivate var changesTerms: Bool {
    change == .changed
      && !differences.allSatisfy { difference in
        fact.kind.openKeys.contains { key in
          difference.path == key || difference.path.hasPrefix(key + ".")
            || difference.path.hasPrefix(key + "[")
        }
      }
  }
}

/// Closed months were reckoned from what was known: no fact may reach back into them.
private func refuseClosed(_ applied: [AppliedFact], closedThrough: Day?) throws(Refusals) {
  guard let closedThrough else { return }
  let refusals = applied.filter { $0.change != .same }.compactMap { applied -> Located? in
    let fact = applied.fact
    let place = Place(file: fact.origin)
    if fact.kind.isFixed, applied.changesTerms {
      return Located(
        IntakeRefusal.termsAreFixed(kind: fact.kind.rawValue, key: fact.key), at: place)
    }
    // Who somebody is and how a roof came to be move no amount.
    guard ![.party, .roof].contains(fact.kind), fact.validFrom <= closedThrough else { return nil }
    return Located(
      IntakeRefusal.factReachesIntoClosedMonths(
        kind: fact.kind.rawValue, key: fact.key, from: fact.validFrom,
        closedThrough: closedThrough), at: place)
  }
  guard refusals.isEmpty else { throw Refusals(refusals) }
}

/// Only members lend: what they lend names them.
private func refuseStrangers(_ facts: [Fact], _ members: Set<String>) throws {
  let refusals = try facts.filter { $0.kind == .advance }.compactMap { fact -> Located? in
    let member = fact.body["member"]?.stringValue ?? ""
    guard !members.contains(member) else { return nil }
    return Located(
      MembershipRefusal.memberIsUnknown(try MemberNumber(member)), at: Place(file: fact.origin))
  }
  guard refusals.isEmpty else { throw Refusals(refusals) }
}

private func noteRepeated(_ facts: [Fact], _ faults: Faults) {
  var seen: Set<[String]> = []
  for fact in facts {
    let isNew = seen.insert(fact.sortKey).inserted
    if !isNew {
      faults.note(AgreementRefusal.identifierIsRepeated(kind: fact.kind.rawValue, id: fact.key))
    }
  }
}
