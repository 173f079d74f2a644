import Agreements
public import Allocation
import Bookings
public import Closing
import Intake
import Journal
import Membership
import Statements
import Store
public import Units

/// A month reckoned: its entries are posted, its result and its energy are shared to the last unit.
public struct Reckoning {
  /// What it was reckoned from.
  public let facts: MonthFacts
  /// The checks it passed.
  public let checklist: Checklist
  /// The energy of the month.
  public let energy: WattHours
  /// The sales accrued.
  public let sales: Cents
  /// Income minus charges, before the allocation.
  public let result: Cents
  /// How the result is shared.
  public let allocation: Allocation
  /// How the energy is shared.
  public let energyShares: [Share<WattHours>]

  /// Posts the month's accruals, then shares what they leave.
  ///
  /// - Throws: ``UnitRefusal``, ``AllocationRefusal``, ``JournalRefusal``.
  init(_ facts: MonthFacts, _ checklist: Checklist, _ page: BookWriter) throws {
    self.facts = facts
    self.checklist = checklist
    let days = facts.recordedDays.map {
      SiteDay(site: $0.site, day: $0.day, energy: $0.energy)
    }
    energy = try WattHours.sum(days.map(\.energy))
    sales = try Reckoning.accrue(facts, days, page)
    result = try page.reader.result(over: facts.month.period)
    guard let rules = facts.cooperative.rules else {
      let missing = CheckItem(.rulesInForce, "", failing: [], failed: true)
      throw ClosingRefusal.checklistStandsInTheWay(facts.month, [missing])
    }
    let groups = Reckoning.groups(facts)
    let carry = try Carry(residues: page.reader.residues())
    allocation = try waterfall(base: result, rules: rules, groups: groups, carry: carry)
    let shared = try shareEnergy(
      energy, by: rules.energyKey, groups: groups, carry: allocation.carry)
    energyShares = shared.shares
    try Reckoning.post(
      AllocationBookings.entries(allocation, in: facts.month)
        + [AllocationBookings.energy(energyShares, in: facts.month)].compactMap(\.self), page)
    try page.record(shared.carry.residues, of: facts.month)
  }

  private static func post(_ drafts: [DraftEntry], _ page: BookWriter) throws {
    for draft in drafts { try page.post(Entry(checking: draft)) }
  }

  /// Posts sales, energy, rents, loans and depreciation; answers the sales.
  private static func accrue(
    _ facts: MonthFacts, _ days: [SiteDay], _ page: BookWriter
  ) throws -> Cents {
    let month = facts.month
    let dossier = facts.cooperative.dossier
    var salesBySite: [String: Cents] = [:]
    for contract in facts.open.contractsOfMonth {
      let amount = try Cents.sum(Accrual.sales(contract, days).map(\.amount))
      salesBySite[contract.site, default: .zero] += amount
      try post([Accrual.sales(contract, days, in: month)].compactMap(\.self), page)
    }
    for site in facts.open.producingSites {
      try post([Accrual.energy(site, days, in: month)].compactMap(\.self), page)
    }
    for convention in dossier.conventions.values.sorted(by: { $0.id < $1.id }) {
      let rent = try rent(convention, facts, salesBySite[convention.site] ?? .zero, page)
      try post([Accrual.rent(convention, rent, in: month)].compactMap(\.self), page)
    }
    for loan in dossier.loans.values.sorted(by: { $0.id < $1.id }) {
      try post(Accrual.loan(loan, in: month), page)
    }
    for plant in dossier.plants.values.sorted(by: { $0.id < $1.id }) {
      try post([Accrual.depreciationEntry(plant, in: month)].compactMap(\.self), page)
    }
    return try Cents.sum(salesBySite.values)
  }

  /// The rent of the month; a percentage looks back to the convention's last anniversary.
  private static func rent(
    _ convention: Convention, _ facts: MonthFacts, _ sales: Cents, _ page: BookWriter
  ) throws -> Cents {
    guard let site = facts.cooperative.dossier.sites[convention.site] else { return .zero }
    let year = convention.year(containing: facts.month.last)
    let before = facts.month.first.previous
    var history = RentHistory(sales: .zero, rent: .zero)
    if year.first <= before {
      let period = Period(first: year.first, last: before)
      let sold = try page.reader.balances(of: "701000", over: period, by: .site)
      let paid = try page.reader.balances(of: "613200", over: period, by: .contract)
      history = RentHistory(
        sales: Cents(-(sold[convention.site] ?? 0)), rent: Cents(paid[convention.id] ?? 0))
    }
    return try Accrual.rent(convention, site, in: facts.month, sales: sales, history: history)
  }

  /// The colleges with what each member weighs in the month.
  private static func groups(_ facts: MonthFacts) -> [Group] {
    let holdings = Dictionary(
      grouping: facts.register.shareDays(in: facts.month.period), by: \.college)
    return facts.cooperative.statutes.colleges
      .filter { $0.valid.overlap(facts.month.period) != nil }
      .map { college in
        Group(
          college: college.id.description, revenueWeight: college.revenueWeight,
          holdings: (holdings[college.id] ?? []).map {
            Group.Holding(member: $0.member.description, shareDays: $0.weight)
          })
      }
  }
}
