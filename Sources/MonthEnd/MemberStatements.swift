import Agreements
import Allocation
import Intake
import Journal
import Membership
import Payments
import Seal
import Statements
import Store
import Units

extension MonthEnd {
  /// The statements of everyone who held a share in the month, or whose earlier statement is
  /// superseded, in order of member number.
  ///
  /// - Complexity: O(members + lines of the allocation).
  func memberStatements(
    _ reckoning: Reckoning, _ sequence: Int, _ page: BookReader
  ) throws -> [MemberStatement] {
    let facts = reckoning.facts
    let month = facts.month
    let weights = facts.register.shareDays(in: month.period)
    let held = Dictionary(weights.map { ($0.member, $0.weight) }, uniquingKeysWith: +)
    let total = weights.reduce(Int64(0)) { $0 + $1.weight }
    let context = try StatementContext(reckoning, page)
    let receiving = Set(held.keys).union(context.corrections.keys)
    return try receiving.sorted().map { member in
      let name = "member:\(member)"
      var statement = MemberStatement(
        organisationName: facts.cooperative.organisation.name,
        siren: facts.cooperative.organisation.siren, member: member,
        college: facts.register.member(member)?.college(on: month.last)?.description ?? "",
        month: month, sequence: sequence,
        openingShares: facts.register.holding(of: member, on: month.first.previous),
        closingShares: facts.register.holding(of: member, on: month.last),
        capital: Cents(
          facts.register.holding(of: member, on: month.last).units
            * facts.cooperative.statutes.nominal(on: month.last).units),
        movements: (context.movements[member] ?? []).map { .init($0, for: member) },
        shareDays: held[member] ?? 0, totalShareDays: total, energy: context.energy[name] ?? .zero,
        totalEnergy: context.totalEnergy, yearStart: context.yearStart,
        energyOfYear: WattHours(context.energyOfYear[name] ?? 0),
        parts: context.parts(of: name), result: reckoning.shared.base,
        entitlementOfYear: Cents(-(context.entitlementOfYear[name] ?? 0)),
        production: context.production, salt: try page.salt(for: "statement:\(month):\(member)"))
      statement.corrections = context.corrections[member] ?? []
      statement.account = context.accounts[member] ?? .init()
      statement.taxes = context.taxes[member] ?? []
      return statement
    }
  }
}

/// What all statements of a month draw on, gathered once.
private struct StatementContext {
  var movements: [MemberNumber: [RecordedMovement]] = [:]
  var energy: [String: WattHours] = [:]
  let yearStart: Day
  private var amounts: [String: [String: Cents]] = [:]
  private var taken: [String: Cents] = [:]
  private var steps: [Step] = []
  var totalEnergy = WattHours.zero
  var corrections: [MemberNumber: [MemberStatement.Correction]] = [:]
  var accounts: [MemberNumber: MemberStatement.Account] = [:]
  var taxes: [MemberNumber: [MemberStatement.TaxedPayment]] = [:]
  let energyOfYear: [String: Int64]
  let entitlementOfYear: [String: Int64]
  let production: [MemberStatement.MonthEnergy]

  init(_ reckoning: Reckoning, _ page: BookReader) throws {
    let month = reckoning.facts.month
    let year = try page.firstFiscalYear()?.containing(month.last)
    yearStart = year?.first ?? month.first
    let period = Period(first: yearStart, last: month.last)
    energyOfYear = try page.balances(of: "916000", over: period, by: .auxiliary)
    entitlementOfYear = try page.balances(of: "935000", over: period, by: .auxiliary)
    // Months before the book are unknown, which is not the same as none.
    let start = max(month.adding(-11), try page.firstFiscalYear()?.first.month ?? month)
    production = try page.monthlyMovements(of: "911000", from: start, through: month)
      .map { MemberStatement.MonthEnergy(month: $0.month, energy: WattHours(-$0.movement)) }
    for recorded in try page.movements(in: month.period) where recorded.moved > .zero {
      let movement = recorded.movement
      for member in [movement.member, movement.counterparty].compactMap(\.self) {
        movements[member, default: []].append(recorded)
      }
    }
    for one in reckoning.shared.stretches {
      totalEnergy += one.stretch.energy
      let known = Set(steps.map(\.id))
      steps += one.stretch.rules.steps.filter { !known.contains($0.id) }
    }
    for share in reckoning.shared.energyShares {
      energy[share.beneficiary.description, default: .zero] += share.amount
    }
    for share in reckoning.shared.finalShares {
      taken[share.step, default: .zero] += share.amount
      guard case .member = share.beneficiary else { continue }
      amounts[share.beneficiary.description, default: [:]][share.step, default: .zero] +=
        share.amount
    }
    for correction in reckoning.corrections { try note(correction, page) }
    try gatherMoney(month, page)
  }

  /// What the cooperative owes its members, what moved it, and what was paid and withheld.
  private mutating func gatherMoney(_ month: Month, _ page: BookReader) throws {
    for (member, opening) in try page.owedToMembers(before: month.first) {
      accounts[member, default: .init()].opening = opening
    }
    for (member, lines) in try page.memberAccountLines(in: month.period) {
      accounts[member, default: .init()].lines = lines
    }
    for batch in try page.paymentBatches(in: month.period).map(\.batch) {
      for payment in batch.payments {
        taxes[payment.member, default: []].append(.init(payment, of: batch))
      }
    }
  }

  /// Notes for each member what of a signed statement no longer holds.
  private mutating func note(_ correction: MonthCorrection, _ page: BookReader) throws {
    let signed = Dictionary(
      try page.statements(of: correction.month).map { ($0.member, sha256($0.body)) },
      uniquingKeysWith: { first, _ in first })
    let sequence = try page.closings().first { $0.month == correction.month }?.sequence ?? 0
    for (beneficiary, standing) in correction.standings where !standing.isSame {
      guard case .member(let number) = beneficiary else { continue }
      let member = try MemberNumber(number)
      corrections[member, default: []].append(
        MemberStatement.Correction(
          month: correction.month, sequence: sequence, signed: signed[member],
          energy: standing.energy, entitlement: standing.cents))
    }
  }

  /// Every step of the rules, with the part of one beneficiary.
  func parts(of beneficiary: String) -> [MemberStatement.Part] {
    steps.map { step in
      MemberStatement.Part(
        step: step.id, frenchLabel: step.frenchLabel, englishLabel: step.englishLabel,
        taken: taken[step.id] ?? .zero, amount: amounts[beneficiary]?[step.id])
    }
  }
}
