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
  /// How the month's result and energy are shared.
  public let shared: SharedPeriod
  /// The closed months that what came late corrects.
  public let corrections: [MonthCorrection]

  /// Posts the month's accruals, then shares what they leave.
  ///
  /// - Throws: ``UnitRefusal``, ``AllocationRefusal``, ``JournalRefusal``.
  init(_ facts: MonthFacts, _ checklist: Checklist, _ page: BookWriter) throws {
    self.facts = facts
    self.checklist = checklist
    let days = try facts.siteDays(over: facts.month.period, page.reader)
    let corrections = try facts.corrections(page.reader)
    let changes = corrections.flatMap(\.changes)
    energy = try WattHours.sum(days.map(\.energy) + changes.map(\.energy))
    sales =
      try Reckoning.accrue(facts, days, page) + Reckoning.correct(facts, corrections, page)
    result = try page.reader.result(over: facts.month.period)
    guard let sharing = try SharingDesk(page.reader).sharing(of: facts.month) else {
      let missing = CheckItem(.rulesInForce, "", failing: [], failed: true)
      throw ClosingRefusal.checklistStandsInTheWay(facts.month, [missing])
    }
    (shared, self.corrections) = (sharing.shared, sharing.corrections)
    try Reckoning.post(sharing.entries(in: facts.month), page)
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
    let roofs = try RoofAccruals(facts, page.reader)
    try post(roofs.novations(), page)
    var sales: [Cents] = []
    let bySite = Dictionary(grouping: days, by: \.site)
    for contract in facts.open.contractsOfMonth {
      let amount = try Reckoning.sales(contract, bySite[contract.site] ?? [], facts, page.reader)
      sales.append(amount)
      try post([Accrual.sales(contract, amount, in: month)].compactMap(\.self), page)
    }
    for site in facts.open.producingSites {
      try post([Accrual.energy(site, bySite[site] ?? [], in: month)].compactMap(\.self), page)
    }
    try post(roofs.entries(), page)
    for loan in dossier.loans.values.sorted(by: { $0.id < $1.id }) {
      try post(Accrual.loan(loan, from: dossier.payingAccount(of: loan), in: month), page)
    }
    try post(spread(facts, page.reader), page)
    for advance in dossier.advances.values.sorted(by: { $0.id < $1.id }) {
      let changes = try page.reader.principalChanges(of: advance)
      let interest = try Accrual.interest(advance, changes, in: month)
      try post([Accrual.advance(advance, interest, in: month)].compactMap(\.self), page)
    }
    for plant in dossier.plants.values.sorted(by: { $0.id < $1.id }) {
      try post([Accrual.depreciationEntry(plant, in: month)].compactMap(\.self), page)
    }
    return try Cents.sum(sales)
  }

  /// Posts what closed months turned out to be; answers what it adds to the sales.
  private static func correct(
    _ facts: MonthFacts, _ corrections: [CorrectedMonth], _ page: BookWriter
  ) throws -> Cents {
    var total = Cents.zero
    for corrected in corrections {
      let contracts = facts.cooperative.dossier.contracts.values.sorted { $0.id < $1.id }
      for contract in contracts {
        let amount = try correction(of: contract, corrected, facts, page.reader)
        let entry = Accrual.salesCorrection(contract, amount, corrected, in: facts.month)
        if entry != nil { total += amount }
        try post([entry].compactMap(\.self), page)
      }
      for site in Set(corrected.changes.map(\.site)).sorted() {
        let entry = try Accrual.energyCorrection(site, corrected, in: facts.month)
        try post([entry].compactMap(\.self), page)
      }
    }
    return total
  }
}
