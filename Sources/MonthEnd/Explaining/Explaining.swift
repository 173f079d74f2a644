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
  /// Everything that the figures of a closed month follow from.
  ///
  /// - Parameters:
  ///   - closing: the month up to whose closing things are known; the month's own when not given.
  ///   - member: whose holdings and movements to show.
  /// - Throws: ``ClosingRefusal/monthIsNotClosed(_:)``,
  ///   ``AllocationRefusal/signedMonthDoesNotRecompute(_:)``.
  /// - Complexity: O(lines of the allocation + entries and readings of the month).
  public func explanation(
    of month: Month, asOf closing: Month? = nil, for member: String? = nil
  ) throws -> Explanation {
    let known = closing ?? month
    let closings = try closings()
    guard closings.contains(where: { $0.month == month }),
      let closing = closings.first(where: { $0.month == known })
    else { throw ClosingRefusal.monthIsNotClosed(max(month, known)) }
    let desk = try SharingDesk(self)
    guard let shared = try desk.signed(month, asOf: known) else {
      throw AllocationRefusal.signedMonthDoesNotRecompute(month)
    }
    let days = try desk.explainedDays(of: month, knowing: known)
    let number = try member.map { try MemberNumber($0) }
    return Explanation(
      month: month, closing: closing, shared: shared,
      rulings: shared.stretches.compactMap { desk.ruling(on: $0.stretch.period.first) },
      entries: try desk.explainedEntries(of: month, knowing: known), days: days,
      holder: number,
      holdings: number.map { desk.holdings(of: $0, in: month, knowing: known) } ?? [],
      movements: try number.map { try desk.movements(of: $0, through: month.last) } ?? [])
  }
}

extension SharingDesk {
  /// The entries that the result of a month is made of: its own, and what came late and belongs to it.
  func explainedEntries(
    of month: Month, knowing known: Month
  ) throws -> [ExplainedEntry] {
    let grounds = try EntryGrounds(self, month)
    var keys: [String] = []
    // Journal lines come entry by entry.
    for line in try page.journal(over: month.period)
    where line.posting.isOfTheResult && !line.entry.restates && line.entry.key != keys.last {
      keys.append(line.entry.key)
    }
    let elsewhere = Set(
      try lines(of: month).filter { home(of: $0, in: month) != month }.compactMap(\.key))
    keys.removeAll {
      elsewhere.contains($0) || $0.hasPrefix("close:\(month):allocation")
    }
    return try (keys + lateKeys(of: month, knowing: known)).compactMap { key in
      guard let entry = try page.entry(key: key) else { return nil }
      return try ExplainedEntry(entry, grounds)
    }
  }

  /// The entries of later months that belong to a month, month by month.
  private func lateKeys(of month: Month, knowing known: Month) throws -> [String] {
    guard month < known else { return [] }
    return try (1...month.months(until: known)).flatMap { offset in
      let counted = month.adding(offset)
      let late = try lines(of: counted).filter { home(of: $0, in: counted) == month }
      return Set(late.compactMap(\.key)).sorted()
    }
  }

  /// The days of energy that count in a month, each as it was known at a closing.
  func explainedDays(of month: Month, knowing known: Month) throws -> [ExplainedDay] {
    let meters = try cooperative(month).dossier.meters
    func counts(_ meter: String, _ day: Day) -> Meter? {
      meters[meter].flatMap { $0.counts && $0.service.contains(day) ? $0 : nil }
    }
    let all = Dictionary(grouping: adjustments.filter { $0.day.month == month }) {
      "\($0.meter) \($0.day)"
    }
    let versions = Dictionary(grouping: try page.versions(in: month.period)) {
      "\($0.reading.meter) \($0.reading.day)"
    }
    let days = versions.compactMap { key, versions -> ExplainedDay? in
      guard let reading = versions.first?.reading, let meter = counts(reading.meter, reading.day),
        let inForce = versions.first(where: { $0.standing == .inForce })
      else { return nil }
      let mended = all[key] ?? []
      let taken = mended.filter {
        $0.month <= known && home(of: month, countedIn: $0.month) == month
      }
      let version = taken.last?.version ?? mended.first?.replaces
      let unknown = mended.dropFirst(taken.count).reduce(WattHours.zero) { $0 + $1.difference }
      // A day that came late as a whole was not there before.
      guard
        let stands = version == nil && !mended.isEmpty
          ? nil : versions.first(where: { $0.stored.version == version }) ?? inForce
      else { return nil }
      return ExplainedDay(stands, meter.site, inForce.reading.energy - unknown)
    }
    let carried = try adjustments.filter {
      $0.day.month < month && $0.month <= known
        && home(of: $0.day.month, countedIn: $0.month) == month
    }.compactMap { late -> ExplainedDay? in
      guard let meter = counts(late.meter, late.day) else { return nil }
      let day = Period(first: late.day, last: late.day)
      return try page.versions(in: day, of: late.meter)
        .first { $0.stored.version == late.version }
        .map { ExplainedDay($0, meter.site, late.difference) }
    }
    return (days + carried).sorted { ($0.site, $0.meter, $0.day) < ($1.site, $1.meter, $1.day) }
  }

  /// The shares of a member over a month, run by run, as a closing knew them.
  func holdings(
    of member: MemberNumber, in month: Month, knowing known: Month
  ) -> [ExplainedHolding] {
    var runs: [ExplainedHolding] = []
    for day in month.period.days {
      var shares = register.holding(of: member, on: day).units
      for late in lateMovements where late.counted <= known {
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

extension ExplainedDay {
  fileprivate init(_ version: DayVersion, _ site: String, _ energy: WattHours) {
    self.init(
      site: site, meter: version.reading.meter, day: version.reading.day, energy: energy,
      file: version.file, source: version.stored.source, firstLine: version.reading.firstLine,
      lastLine: version.reading.lastLine)
  }
}
