import Agreements
import Allocation
import Membership
import Store
import Text
import Units

/// What rules have to obey when a book takes them in: everything they name is known, a change has a
/// new version, and one set of rules begins on a day.
enum RulesIntake {
  static func checkLateMovement(_ table: TableReader) {
    table.allow(["movement", "from", "valid_from", "reason"])
    for key in ["movement", "reason"] { _ = table.text(key) }
    for key in ["from", "valid_from"] { _ = table.day(key) }
  }

  static func refuse(_ facts: [Fact], _ page: BookReader) throws {
    var refusals: [Located] = []
    for fact in facts {
      let reasons: [any Refusal] =
        switch fact.kind {
        case .rules: try reasons(fact, page)
        case .lateMovement: try lateReasons(fact, page)
        default: []
        }
      refusals += reasons.map { Located($0, at: Place(file: fact.origin)) }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
  }

  private static func reasons(_ fact: Fact, _ page: BookReader) throws -> [any Refusal] {
    guard let rules = RuleSet(TableReader(fact.body, faults: Faults())) else { return [] }
    var reasons: [any Refusal] = try unknownNames(rules, page).map {
      AllocationRefusal.nameIsUnknown(kind: $0.kind, $0.name, rules: rules.reference)
    }
    for other in try page.versions(of: [.rules]) where other.body != fact.body {
      let version = other.body["version"]?.integerValue ?? 0
      let isEarlier = other.key == fact.key && other.validFrom <= fact.validFrom
      if isEarlier, version >= Int64(rules.version) {
        reasons.append(AllocationRefusal.versionIsNotNew(rules.name, rules.version))
      }
      if other.key != fact.key, other.validFrom == fact.validFrom {
        reasons.append(
          AllocationRefusal.rulesBeginTogether(fact.key, other.key, fact.validFrom))
      }
    }
    return reasons
  }

  private static func unknownNames(
    _ rules: RuleSet, _ page: BookReader
  ) throws -> [(kind: String, name: String)] {
    let cooperative = try Cooperative(page, on: rules.validFrom)
    let later = try Cooperative(page, on: Day.endOfTime).dossier
    let members = Set(try page.members().map(\.number.description))
    let colleges = Set(cooperative.statutes.colleges(on: rules.validFrom).map(\.id.description))
    var unknown: [(kind: String, name: String)] = []
    func need(_ kind: String, _ name: String, _ isKnown: Bool) {
      if !isKnown, !unknown.contains(where: { $0 == (kind, name) }) { unknown.append((kind, name)) }
    }
    for step in rules.steps {
      for site in step.sites { need("site", site, later.sites[site] != nil) }
      switch step.target {
      case .party(let party):
        need("party", party, later.parties[party] != nil || members.contains(party))
      case .college(let college): need("college", college, colleges.contains(college))
      case .reserve, .colleges, .members, .group: break
      }
    }
    for part in rules.groups.flatMap(\.parts) {
      for site in part.sites { need("site", site, later.sites[site] != nil) }
      switch part.beneficiary {
      case .member(let number): need("member", number, members.contains(number))
      case .party(let party):
        need("party", party, later.parties[party] != nil || members.contains(party))
      default: break
      }
    }
    return unknown
  }

  /// A movement counts from an earlier day than the register shows it, and only if there is one.
  private static func lateReasons(_ fact: Fact, _ page: BookReader) throws -> [any Refusal] {
    let movement = try page.movements().first { $0.movement.reference == fact.key }
    guard let movement, let effective = movement.effective else {
      return [MovementRefusal.subjectIsUnknown(fact.key)]
    }
    guard let from = try? Day(fact.body["from"]?.stringValue ?? ""), from < effective else {
      return [AllocationRefusal.movementIsNotLate(fact.key, effective: effective)]
    }
    return []
  }
}
