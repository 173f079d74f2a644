public import Agreements
public import Units

/// Something that falls due, begins or ends on a day.
public struct DueDate: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A rent is to be paid.
    case rent
    /// A rent is revised by its index.
    case rentRevision = "rent-revision"
    /// The last day on which notice can be given before a convention ends.
    case notice
    /// The last day of a convention.
    case conventionEnds = "convention-ends"
    /// A period of a purchase contract ends, and can be invoiced.
    case invoice
    /// The last day of a purchase or service contract.
    case contractEnds = "contract-ends"
    /// An instalment of a loan.
    case instalment
    /// Principal of a loan repaid before its time.
    case earlyRepayment = "early-repayment"
    /// What was promised to a lender is to be shown; the subject names the loan and the promise.
    case covenant
    /// A local tax is to be paid.
    case localTax = "local-tax"
    /// IFER is to be paid.
    case networkTax = "network-tax"
    /// A grant is wholly released.
    case grantEnds = "grant-ends"
    /// A contract changes hands.
    case novation
    /// The last day on which a month can be closed.
    case closing
  }

  /// The day.
  public let day: Day
  /// What it is.
  public let kind: Kind
  /// The contract, plant, tax or month it is about.
  public let subject: String
  /// The party it is due to or comes from, or nothing.
  public let party: String?
  /// The amount when it is known.
  public let amount: Cents?
  /// The days it is about, or nothing.
  public let period: Period?

  /// A due date.
  public init(
    _ day: Day, _ kind: Kind, _ subject: String, party: String? = nil, amount: Cents? = nil,
    period: Period? = nil
  ) {
    self.day = day
    self.kind = kind
    self.subject = subject
    self.party = party
    self.amount = amount
    self.period = period
  }
}

extension Dossier {
  /// What falls due in some days, in order of day, kind and subject.
  ///
  /// - Parameters:
  ///   - terms: the conventions with their versions, by identifier.
  ///   - known: the day whose knowledge of indices is taken.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(due dates from each contract's first day on).
  public func dueDates(
    in days: Period, terms: [String: ConventionTerms], knownOn known: Day
  ) throws -> [DueDate] {
    var dates: [DueDate] = []
    for convention in conventions.values {
      dates += try dueDates(of: convention, terms[convention.id], in: days, known)
    }
    for loan in loans.values { dates += try dueDates(of: loan, in: days) }
    for contract in contracts.values { dates += self.dueDates(of: contract, through: days) }
    for service in services.values {
      dates += ends(service.id, service.term, service.supplier)
    }
    for grant in grants.values {
      guard let plant = plants[grant.plant] else { continue }
      dates.append(
        DueDate(plant.inService.adding(months: plant.lifeMonths), .grantEnds, grant.id))
    }
    for novation in novations.values {
      dates += novation.contracts.map {
        DueDate(novation.day, .novation, $0, party: novation.comes)
      }
    }
    dates += try taxes(in: days) + closings(in: days)
    return dates.filter { days.contains($0.day) }.sorted { one, other in
      (one.day.number, one.kind.rawValue, one.subject, one.period?.first.number ?? 0)
        < (other.day.number, other.kind.rawValue, other.subject, other.period?.first.number ?? 0)
    }
  }

  private func dueDates(
    of convention: Convention, _ terms: ConventionTerms?, in days: Period, _ known: Day
  ) throws -> [DueDate] {
    var dates: [DueDate] = []
    let since = terms?.ownSince ?? convention.term.first
    for (due, pays) in convention.due.payments(of: convention.term, in: days) where since <= due {
      var amount: Cents?
      if case .zero = convention.rent { continue }
      if case .percentageOfSales = convention.rent {
      } else if let terms {
        amount = try Accrual.rent(terms, over: pays, knownOn: max(known, due)) { _ in .zero }
      }
      dates.append(
        DueDate(
          due, .rent, convention.id, party: terms?.owner(on: due) ?? convention.owner,
          amount: amount, period: pays))
    }
    if let indexation = convention.indexation, let last = days.last {
      var day = last
      while let revision = indexation.revision(on: day, of: convention.term),
        days.first <= revision.day
      {
        if convention.term.contains(revision.day) {
          dates.append(DueDate(revision.day, .rentRevision, convention.id, party: convention.owner))
        }
        day = revision.day.previous
      }
    }
    guard let end = convention.term.last else { return dates }
    dates.append(DueDate(end, .conventionEnds, convention.id, party: convention.owner))
    if let months = convention.noticeMonths {
      let notice = end.next.adding(months: -months).previous
      dates.append(DueDate(notice, .notice, convention.id, party: convention.owner))
    }
    return dates
  }

  /// What falls due of a loan, and what is to be shown to its lender until it is repaid.
  private func dueDates(of loan: Loan, in days: Period) throws -> [DueDate] {
    let schedule = try loan.schedule()
    let end = min(days.last ?? .endOfTime, schedule.last?.due ?? loan.drawn)
    return schedule.filter { $0.total != .zero }.map { row in
      DueDate(
        row.due, row.repayment == nil ? .instalment : .earlyRepayment, row.repayment ?? loan.id,
        party: loan.lender, amount: row.total)
    }
      + loan.covenants.flatMap { covenant in
        covenant.days(from: days.first, through: end).map {
          DueDate($0, .covenant, "\(loan.id) · \(covenant.name)", party: loan.lender)
        }
      }
  }

  /// Each period that can be invoiced, the day after its last, and the end.
  private func dueDates(of contract: PurchaseContract, through days: Period) -> [DueDate] {
    contract.billingPeriods(through: days.last ?? days.first).compactMap { period in
      period.last.map {
        DueDate($0.next, .invoice, contract.id, party: contract.buyer, period: period)
      }
    } + ends(contract.id, contract.term, contract.buyer)
  }

  private func ends(_ contract: String, _ term: Period, _ party: String) -> [DueDate] {
    term.last.map { [DueDate($0, .contractEnds, contract, party: party)] } ?? []
  }

  /// The taxes of the years that some days touch.
  ///
  /// - Source: CGI art. 1679 quinquies (15 December; 15 June for half of a CFE of 3 000 € or more).
  private func taxes(in days: Period) throws -> [DueDate] {
    guard let last = days.last else { return [] }
    var dates: [DueDate] = []
    for year in days.first.calendar.year...last.calendar.year {
      let december = Month(year: year, monthOfYear: 12).first.adding(days: 14)
      for tax in localTaxes.values where tax.year == year {
        let october = Month(year: year, monthOfYear: 10).first.adding(days: 14)
        let isCFE = tax.kind == .cfe
        dates.append(DueDate(isCFE ? december : october, .localTax, tax.id, amount: tax.amount))
        if isCFE,
          let before = localTaxes.values.first(where: {
            $0.kind == .cfe && $0.year == year - 1 && $0.site == tax.site
          }), before.amount >= Cents(300_000)
        {
          dates.append(
            DueDate(
              Month(year: year, monthOfYear: 6).first.adding(days: 14), .localTax, tax.id,
              amount: Cents(before.amount.units / 2)))
        }
      }
      for unit in taxedUnits(in: year) {
        let amount = try Cents.sum(Accrual.networkTax(unit, in: year).map(\.amount))
        if amount != .zero {
          dates.append(DueDate(december, .networkTax, unit.name, amount: amount))
        }
      }
    }
    return dates
  }

  /// Months are closed before the end of the next one.
  ///
  /// - Source: PCG art. 1031-4.
  private func closings(in days: Period) -> [DueDate] {
    guard let last = days.last, let start = fiscalCalendar?.firstStart.month else { return [] }
    var dates: [DueDate] = []
    var month = max(start, days.first.month.previous)
    while month.next.last <= last {
      dates.append(DueDate(month.next.last, .closing, month.description, period: month.period))
      month = month.next
    }
    return dates
  }
}
