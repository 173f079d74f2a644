import Agreements
import Allocation
import Bookings
import Closing
import Intake
import Journal
import Membership
import Production
public import Store
public import Units

extension BookReader {
  /// Everything that the signed figures of a month follow from.
  ///
  /// - Parameter member: whose holdings and movements to show.
  /// - Throws: ``ClosingRefusal/monthIsNotClosed(_:)``,
  ///   ``AllocationRefusal/signedMonthDoesNotRecompute(_:)``.
  /// - Complexity: O(lines of the allocation + entries and readings of the month).
  public func explanation(of month: Month, for member: String? = nil) throws -> Explanation {
    guard let closing = try closings().first(where: { $0.month == month }) else {
      throw ClosingRefusal.monthIsNotClosed(month)
    }
    let desk = try SharingDesk(self)
    guard let shared = try desk.signed(month, asOf: month) else {
      throw AllocationRefusal.signedMonthDoesNotRecompute(month)
    }
    let days = try desk.explainedDays(of: month)
    let number = try member.map { try MemberNumber($0) }
    return Explanation(
      month: month, closing: closing, shared: shared,
      rulings: shared.stretches.compactMap { desk.ruling(on: $0.stretch.period.first) },
      entries: try desk.explainedEntries(of: month, days), days: days,
      holder: number, holdings: number.map { desk.holdings(of: $0, in: month) } ?? [],
      movements: try number.map { try desk.movements(of: $0, through: month.last) } ?? [])
  }
}

extension SharingDesk {
  /// The entries of a month that its own result is made of.
  func explainedEntries(
    of month: Month, _ days: [ExplainedDay]
  ) throws -> [ExplainedEntry] {
    let lines = try page.journal(over: month.period).filter {
      "67".contains($0.posting.account.prefix(1)) && !$0.entry.restates
        && !$0.entry.key.hasPrefix("close:\(month):allocation")
    }
    let byEntry = Dictionary(grouping: lines, by: \.entry.reference)
    let elsewhere = Set(
      try self.lines(of: month).filter { home(of: $0, in: month) != month }.compactMap(\.key))
    var found: [ExplainedEntry] = []
    // Journal lines come entry by entry.
    for line in lines.map(\.entry) where !elsewhere.contains(line.key) {
      guard found.last?.reference != line.reference else { continue }
      let postings = byEntry[line.reference]?.map(\.posting) ?? []
      let amount = try Cents.sum(postings.map { Cents($0.credit - $0.debit) })
      let prices = try prices(of: line.key, in: month, days)
      found.append(
        ExplainedEntry(
          reference: line.reference, key: line.key, date: line.date, label: line.label,
          voucher: line.voucher, origin: try page.entry(key: line.key)?.content.origin ?? "",
          amount: amount,
          isSales: postings.contains { $0.account.hasPrefix("70") },
          // Caps, fixed terms and invoices leave other amounts than energy × price.
          prices: prices.reduce(.zero) { $0 + $1.amount } == amount ? prices : []))
    }
    return found
  }

  /// What the accrual of a contract's sales was reckoned from.
  private func prices(
    of key: String, in month: Month, _ days: [ExplainedDay]
  ) throws -> [ExplainedPrice] {
    let start = "close:\(month):sales:"
    guard key.hasPrefix(start),
      let contract = try cooperative(month).dossier.contracts[String(key.dropFirst(start.count))]
    else { return [] }
    let siteDays = days.map { SiteDay(site: $0.site, day: $0.day, energy: $0.energy) }
    return try Accrual.sales(contract, siteDays).filter { $0.kind == .energy }.map {
      ExplainedPrice(
        site: contract.site, contract: contract.id, energy: $0.energy, price: $0.price,
        amount: $0.amount)
    }
  }

  /// The days of energy of a month, each as its closing knew it.
  func explainedDays(of month: Month) throws -> [ExplainedDay] {
    let meters = try cooperative(month).dossier.meters
    let later = Dictionary(grouping: adjustments.filter { $0.day.month == month }) {
      "\($0.meter) \($0.day)"
    }
    let versions = Dictionary(grouping: try page.versions(in: month.period)) {
      "\($0.reading.meter) \($0.reading.day)"
    }
    return versions.values.compactMap { versions -> ExplainedDay? in
      guard let any = versions.first, let meter = meters[any.reading.meter], meter.counts,
        meter.service.contains(any.reading.day)
      else { return nil }
      let mended = later["\(any.reading.meter) \(any.reading.day)"] ?? []
      let first = mended.first?.replaces
      let known = versions.first {
        mended.isEmpty ? $0.standing == .inForce : $0.stored.version == first
      }
      guard let known else { return nil }
      let inForce = versions.first { $0.standing == .inForce }?.reading.energy ?? .zero
      let energy =
        mended.isEmpty
        ? known.reading.energy : inForce - mended.reduce(WattHours.zero) { $0 + $1.difference }
      return ExplainedDay(
        site: meter.site, meter: any.reading.meter, day: any.reading.day, energy: energy,
        file: known.file, source: known.stored.source, firstLine: known.reading.firstLine,
        lastLine: known.reading.lastLine)
    }.sorted { ($0.site, $0.meter, $0.day) < ($1.site, $1.meter, $1.day) }
  }

  /// The shares of a member over a month, run by run, as its closing knew them.
  func holdings(of member: MemberNumber, in month: Month) -> [ExplainedHolding] {
    var runs: [ExplainedHolding] = []
    for day in month.period.days {
      var shares = register.holding(of: member, on: day).units
      for late in lateMovements where late.counted <= month {
        guard late.days(in: Period(first: day, last: day), self) != nil else { continue }
        shares += late.changes.filter { $0.member == member }.reduce(0) { $0 + $1.shares }
      }
      if let last = runs.last, last.shares == shares {
        runs[runs.count - 1] = ExplainedHolding(
          days: Period(first: last.days.first, last: day), shares: shares)
      } else {
        runs.append(ExplainedHolding(days: Period(first: day, last: day), shares: shares))
      }
    }
    return runs
  }

  /// The movements that made a member's holding.
  func movements(of member: MemberNumber, through day: Day) throws -> [RecordedMovement] {
    try page.movements().filter {
      $0.change(for: member) != 0 && ($0.effective.map { $0 <= day } ?? false)
    }
  }
}
