public import Agreements
public import Allocation
public import Membership
public import Store
import Text
public import Units

/// The cooperative as the book knows it on a day: everything that is in force, typed.
public struct Cooperative: Sendable {
  /// Sites, contracts, loans and what else is agreed.
  public let dossier: Dossier
  /// What rules the share register.
  public let statutes: Statutes
  /// The company.
  public let organisation: Organisation
  /// The fiscal calendar.
  public let fiscalCalendar: FiscalCalendar
  /// The allocation rules in force, or nothing.
  public let rules: RuleSet?
  /// The rules as they were declared, for the closing to name by digest.
  public let rulesFact: Fact?

  /// Reads the facts in force on a day, as known at an instant; the statutes with all their versions.
  ///
  /// - Throws: whatever is wrong with them; nothing is, unless the book was tampered with.
  public init(_ reader: BookReader, on day: Day, knownAt instant: Instant? = nil) throws {
    try self.init(
      facts: try reader.facts(on: day, knownAt: instant),
      versions: try reader.versions(of: [.capital, .college, .shares], knownAt: instant),
      curves: try reader.sharedMonths(on: day, knownAt: instant))
  }

  /// Reads facts of which there is one version each.
  public init(facts: [Fact]) throws { try self.init(facts: facts, versions: facts) }

  private init(
    facts: [Fact], versions: [Fact], curves: [String: SharedSource] = [:]
  ) throws {
    let faults = Faults()
    var dossier = Dossier()
    dossier.sharedMonths = curves
    var rules: RuleSet?
    for fact in facts {
      let table = TableReader(fact.body, faults: faults)
      switch fact.kind {
      case .college, .shares, .lateMovement: break
      case .rules:
        let read = RuleSet(table)
        if rules.map({ $0.validFrom <= read?.validFrom ?? $0.validFrom }) ?? true { rules = read }
      default: dossier.take(fact.kind, table)
      }
    }
    try faults.check()
    dossier.settleNovations()
    dossier.settleRepayments()
    dossier.settle()
    guard let organisation = dossier.organisation, let calendar = dossier.fiscalCalendar,
      versions.contains(where: { $0.kind == .capital })
    else { throw IntakeRefusal.bookHasNoStatutes }
    self.dossier = dossier
    self.organisation = organisation
    self.fiscalCalendar = calendar
    self.rules = rules
    self.rulesFact = facts.last { $0.kind == .rules && $0.key == rules?.name }
    self.statutes = try Statutes(versions: versions, founded: calendar.firstStart)
  }
}
