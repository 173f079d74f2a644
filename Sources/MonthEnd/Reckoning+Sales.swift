import Agreements
import Bookings
import Intake
import Invoices
import Journal
import Store
import Units

/// What sales a month earns, as invoices and the yearly cap leave it.
extension Reckoning {
  /// What a contract earns in the month: its days that no invoice took in, and its fixed term.
  static func sales(
    _ contract: PurchaseContract, _ days: [SiteDay], _ facts: MonthFacts, _ page: BookReader
  ) throws -> Cents {
    let month = facts.month.period
    let lines = try Accrual.sales(
      contract, days, before: page.soldBefore(contract, month.first, facts.cooperative.dossier),
      over: month,
      except: page.invoicedPeriods(of: contract.id))
    return try Cents.sum(lines.map(\.amount))
  }

  /// What a contract's closed days have more, now that they turned out to differ.
  static func correction(
    of contract: PurchaseContract, _ corrected: CorrectedMonth, _ facts: MonthFacts,
    _ page: BookReader
  ) throws -> Cents {
    let invoiced = try page.invoicedPeriods(of: contract.id)
    guard contract.capEnergy != nil, let days = corrected.days(of: contract.site) else {
      return try Accrual.salesCorrection(contract, corrected, except: invoiced)
    }
    let start = contract.term.year(containing: max(days.first, contract.term.first)).first
    let closed = Period(first: min(start, days.first), last: facts.month.first.previous)
    // Months are taken in one after the other: what an earlier one changed is known to the next.
    let earlier = facts.adjustments.filter { $0.day.month < days.first.month }
      .compactMap(facts.energy(page).siteDay)
    let known = try facts.energy(page).knownDays(over: closed, through: facts.month.previous)
    return try Accrual.cappedCorrection(
      contract, days.changes, known: known + earlier.filter { closed.contains($0.day) },
      except: invoiced)
  }
}

/// What charges a month bears that no invoice of the month tells.
extension Reckoning {
  /// The services used and not invoiced, and what is used up of charges paid in advance.
  static func spread(_ facts: MonthFacts, _ page: BookReader) throws -> [DraftEntry] {
    let month = facts.month
    let services = facts.cooperative.dossier.services.values.sorted { $0.id < $1.id }
    let used = try services.compactMap { service in
      let invoiced = try page.invoicedPeriods(of: service.id)
      return Accrual.service(
        service, try Accrual.service(service, in: month, except: invoiced), in: month)
    }
    let advances = try page.invoices().filter { $0.bookedOn <= month.last }.flatMap { stored in
      try stored.record.charges.enumerated().compactMap { line, charge in
        try InvoiceEntries.used(charge, of: stored.record.invoice, line: line + 1, in: month)
      }
    }
    return used + advances
  }
}
