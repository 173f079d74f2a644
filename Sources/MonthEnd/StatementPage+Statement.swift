import Agreements
import Documents
import Intake
import Membership
import Payments
import Statements
import Units
import Wording

extension StatementPage {
  /// The page of a statement: its data, and who it is for.
  ///
  /// The page shows nothing of the month that the attached data do not say.
  init(
    _ statement: MemberStatement, _ identity: Identity, _ cooperative: Cooperative,
    language: Language, closing: Digest, authority: Digest, data: Digest
  ) {
    let organisation = cooperative.organisation
    self.init(
      language: language,
      company: Company(
        name: statement.organisationName, legalForm: organisation.legalForm,
        siren: statement.siren, office: organisation.registeredOffice),
      member: Member(
        number: statement.member.description, name: identity.printedName,
        college: cooperative.collegeName(statement.college, on: statement.month.last, language)),
      month: statement.month, openingShares: statement.openingShares,
      movements: statement.movements.map { Movement($0) },
      closingShares: statement.closingShares, capital: statement.capital,
      energy: statement.energy, companyEnergy: statement.totalEnergy, result: statement.result,
      steps: statement.parts.map { part in
        Step(
          label: language == .french ? part.frenchLabel : part.englishLabel, company: part.taken,
          member: part.amount)
      }, entitlement: statement.entitlement, yearStart: statement.yearStart,
      energySinceYearStart: statement.energyOfYear,
      entitlementSinceYearStart: statement.entitlementOfYear,
      chart: statement.production.map { Bar(month: $0.month, energy: $0.energy) },
      closingSequence: statement.sequence, closing: closing, authority: authority, data: data,
      note: StatementPage.superseding(statement.corrections)?[language])
    shareDays = (statement.shareDays, statement.totalShareDays)
    money = StatementPage.money(of: statement).map { $0[language] }
  }

  /// The member's account and what was paid, in sentences; none when there is nothing to tell.
  private static func money(of statement: MemberStatement) -> [Words] {
    let (account, most) = (statement.account, 2)
    var told: [Words] = []
    if account != .init() {
      told.append(
        StatementWords.account(
          opening: account.opening, moved: account.balance - account.opening,
          balance: account.balance))
    }
    told += statement.taxes.prefix(most).map { paid in
      StatementWords.paid(
        isDividend: paid.kind == .dividend, on: paid.day, gross: paid.gross, repaid: paid.repaid,
        levies: paid.taken.map { ($0.levy, $0.basisPoints, $0.amount) }, net: paid.net)
    }
    let rest = statement.taxes.count - most
    return told + (rest > 0 ? [StatementWords.morePayments(rest)] : [])
  }

  /// What signed statements said and what is known now: one in figures, several in sum.
  private static func superseding(_ corrections: [MemberStatement.Correction]) -> Words? {
    guard let first = corrections.first, let last = corrections.last else { return nil }
    guard corrections.count > 1 else {
      return StatementWords.supersedes(
        first.month, first.sequence, energy: first.energy, entitlement: first.entitlement)
    }
    let energy = corrections.reduce(WattHours.zero) { $0 + $1.energy.after - $1.energy.before }
    let cents = corrections.reduce(Cents.zero) { $0 + $1.entitlement.after - $1.entitlement.before }
    return StatementWords.supersedes(
      corrections.count, first.month, last.month, energy: energy, entitlement: cents)
  }
}

extension StatementPage.Movement {
  fileprivate init(_ line: MemberStatement.MovementLine) {
    let kind: Kind =
      switch line.kind {
      case .transfer, .gift, .inheritance: line.shares.isNegative ? .handedOver : .received
      case .withdrawal, .exclusion, .death: .withdrawal
      default: .subscription
      }
    self.init(day: line.date, kind: kind, order: line.order, shares: line.shares)
  }
}

extension Identity {
  /// What stands for somebody whose identity was erased.
  init(erased member: MemberNumber) {
    self.init()
    organisation = PeopleWords.erasedName(member).french
  }

  /// The name as it is printed: the organisation's, or first and last name.
  fileprivate var printedName: String {
    guard organisation.isEmpty else { return organisation }
    return [firstName, lastName].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Cooperative {
  /// The name of a college on a day; its identifier when it has none.
  fileprivate func collegeName(_ id: String, on day: Day, _ language: Language) -> String {
    let college = statutes.colleges.first {
      $0.id.description == id && $0.valid.contains(day)
    }
    guard let college else { return id }
    return language == .french ? college.frenchName : college.englishName
  }
}
