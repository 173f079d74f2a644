import Agreements
import Units

/// What tells one line of a sale from another; energy comes before what is above the cap.
struct SaleKey: Hashable, Comparable {
  let kind: SaleLine.Kind
  let price: Ratio

  static func < (left: SaleKey, right: SaleKey) -> Bool {
    guard left.kind != right.kind else { return left.price < right.price }
    return left.kind == .energy
  }
}

/// Counts what a year of a contract delivers, from one anniversary to the next, and what of each day is
/// above the cap.
struct CapMeter {
  private let contract: PurchaseContract
  private let cap: WattHours?
  private var year: Period?
  private var sold: WattHours

  /// A count that stands at what was delivered since the anniversary before its first day.
  init(_ contract: PurchaseContract, _ before: WattHours) {
    self.contract = contract
    cap = contract.capEnergy
    sold = before
  }

  /// What of a day is above the cap: below zero when a correction takes back what was.
  mutating func above(_ day: SiteDay) -> WattHours {
    guard let cap else { return .zero }
    if let year, !year.contains(day.day) { sold = .zero }
    if year?.contains(day.day) != true { year = contract.term.year(containing: day.day) }
    let within = min(sold + day.energy, cap) - min(sold, cap)
    sold += day.energy
    return day.energy - within
  }
}

extension PurchaseContract {
  /// The days of the site; in order of time when their order decides which are above the cap.
  func inOrder(_ days: [SiteDay], over period: Period?) -> [SiteDay] {
    let own = portion(of: days, over: period)
    return capEnergy == nil ? own : own.sorted { $0.day < $1.day }
  }

  /// What of the days of its site is the contract's: all of them, or where several buy, its part.
  ///
  /// A part is as it was told, once a day, however often the day occurs: what a day turns out to have more
  /// is the surplus's.
  ///
  /// - Parameter period: the days whose parts count, others being there for what they have more.
  func portion(of days: [SiteDay], over period: Period? = nil) -> [SiteDay] {
    let own = days.filter { $0.site == site }
    guard let delivery else { return own }
    let told = Set(own.map(\.day)).filter { delivery.covers($0) && period?.contains($0) ?? true }
      .sorted().map { day in
        let energy = delivery.energy(on: day) ?? .zero
        return SiteDay(site: site, day: day, energy: delivery.isRest ? .zero - energy : energy)
      }
    return own.filter { delivery.isRest || !delivery.covers($0.day) } + told
  }

  /// What a fixed term comes to from a day through another: whole years of the contract, then by days.
  func due(_ fixed: FixedTerm, from start: Day, through end: Day) throws(UnitRefusal) -> Cents {
    var total = Cents.zero
    var day = max(start, term.first)
    // W × €/(kW·year) = W × price × 100 cents / 1000 W.
    let yearly = Cents(
      try Ratio(fixed.eurosPerKilowattYear.numerator, fixed.eurosPerKilowattYear.denominator * 10)
        .of(fixed.watts, .halfAwayFromZero))
    while day <= end {
      let year = term.year(containing: day)
      let length = year.length ?? 365
      let last = min(end, year.last ?? end)
      total += try Portion(
        of: yearly, from: year.first.days(until: day), to: year.first.days(until: last) + 1,
        outOf: length
      ).amount()
      day = last.next
    }
    return total
  }
}

extension Period {
  /// The runs of days of a period that lie in two others and in none of those left out.
  static func runs(
    of period: Period, in one: Period, _ other: Period, except left: [Period]
  ) -> [Period] {
    guard let whole = period.overlap(one)?.overlap(other) else { return [] }
    var runs = [whole]
    for gap in left {
      runs = runs.flatMap { run -> [Period] in
        guard let cut = run.overlap(gap) else { return [run] }
        var parts: [Period] = []
        if run.first < cut.first {
          parts.append(Period(first: run.first, last: cut.first.previous))
        }
        if let end = cut.last, run.last.map({ end < $0 }) ?? true {
          parts.append(Period(first: end.next, last: run.last))
        }
        return parts
      }
    }
    return runs
  }
}
