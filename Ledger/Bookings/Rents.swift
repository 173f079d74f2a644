public import Agreements
public import Journal
public import Units

/// The rent of some days for one owner.
public struct RentPart: Hashable, Sendable {
  /// The party it is due to.
  public let owner: String
  /// The first of the days.
  public let first: Day
  /// What is due.
  public let amount: Cents

  /// A part.
  public init(owner: String, first: Day, amount: Cents) {
    self.owner = owner
    self.first = first
    self.amount = amount
  }
}

extension Accrual {
  /// The rent of a month for a convention of one version, to the cent.
  ///
  /// - Parameter sales: the site's sales over some days; asked only for a part of the sales.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``, and what `sales` throws.
  public static func rent(
    _ convention: Convention, _ site: Site, in month: Month, sales: (Period) throws -> Cents
  ) throws -> Cents {
    let terms = ConventionTerms(
      versions: [(convention.term.first, convention)], sites: [(convention.term.first, site)],
      indices: Indices())
    guard let terms else { return .zero }
    return try Cents.sum(rents(terms, in: month, sales: sales).map(\.amount))
  }

  /// The rent of a month, by owner, as known on its last day.
  ///
  /// It is what is due through the month's last day less what was due before its first, year by year
  /// of the convention, so that the months of a year sum to the year's rent exactly, and floor and
  /// cap hold over the year and not over each month.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``, and what `sales` throws.
  /// - Complexity: O(versions and revisions of the convention's year).
  public static func rents(
    _ terms: ConventionTerms, in month: Month, sales: (Period) throws -> Cents
  ) throws -> [RentPart] {
    var parts: [RentPart] = []
    guard let own = terms.ownDays(month.period) else { return [] }
    for days in byOwner(terms, in: own, settledBy: month.last) {
      let amount = try rent(terms, over: days, knownOn: month.last, sales: sales)
      let owner = terms.owner(on: days.first, settledBy: month.last)
      parts.append(RentPart(owner: owner, first: days.first, amount: amount))
    }
    return parts
  }

  /// The rent of a month as parts of wholes: what is due of its year of the convention through the
  /// month, then what was due before it; nothing where the days of that year have different terms.
  ///
  /// Each is a part of a year's rent by days, or of the sales; or of floor or cap by days where these
  /// hold.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``, and what `sales` throws.
  public static func rentParts(
    _ terms: ConventionTerms, in month: Month, sales: (Period) throws -> Cents
  ) throws -> [(whole: Cents, part: Ratio)] {
    guard let days = terms.ownDays(month.period), let last = days.last else { return [] }
    let year = terms.term.year(containing: days.first)
    guard year.contains(last), let length = year.length else { return [] }
    let dues = try Set(
      terms.spans(Period(first: year.first, last: last)).map { span in
        try YearlyRent(span, terms.coefficient(span, knownOn: month.last))
      })
    guard let due = dues.first, dues.count == 1 else { return [] }
    return try [last, days.first.previous].filter { year.first <= $0 }.map { day in
      let elapsed = Ratio(Int64(year.first.days(until: day)) + 1, Int64(length))
      switch due {
      case .sum(let yearly): return (yearly, elapsed)
      case .sales(let part, let floor, let cap):
        let sold = try sales(Period(first: year.first, last: day))
        let share = try part.of(sold, .halfAwayFromZero)
        let least = try floor.map { try elapsed.of($0, .halfAwayFromZero) } ?? share
        let most = try cap.map { try elapsed.of($0, .halfAwayFromZero) }
        if let cap, let most, most < max(share, least) { return (cap, elapsed) }
        if let floor, share < least { return (floor, elapsed) }
        return (sold, part)
      }
    }
  }

  /// What a value of an index that became known in a month changes of the rent before it, from a day
  /// on; a part of the sales has no such change.
  ///
  /// - Parameter start: the first day whose rent is the company's own.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(versions and revisions of the convention).
  public static func rentRevision(
    _ terms: ConventionTerms, in month: Month, since start: Day
  ) throws -> Cents {
    guard terms.latest.indexation != nil, start < month.first,
      let past = terms.term.overlap(Period(first: start, last: month.first.previous))
    else { return .zero }
    let isPartOfSales = terms.spans(past).contains {
      if case .percentageOfSales = $0.convention.rent { true } else { false }
    }
    guard !isPartOfSales else { return .zero }
    let now = try rent(terms, over: past, knownOn: month.last) { _ in .zero }
    let then = try rent(terms, over: past, knownOn: month.first.previous) { _ in .zero }
    return now - then
  }

  /// The rent of some days, as known on a day.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``, and what `sales` throws.
  public static func rent(
    _ terms: ConventionTerms, over days: Period, knownOn known: Day,
    sales: (Period) throws -> Cents
  ) throws -> Cents {
    guard let days = terms.term.overlap(days), let last = days.last else { return .zero }
    var total = Cents.zero
    var start = days.first
    while start <= last {
      let year = terms.term.year(containing: start)
      let end = min(last, year.last ?? last)
      total += try due(terms, year, through: end, known, sales)
      if start > year.first {
        total -= try due(terms, year, through: start.previous, known, sales)
      }
      start = end.next
    }
    return total
  }

  /// The days of a month in force, one run an owner.
  private static func byOwner(
    _ terms: ConventionTerms, in days: Period, settledBy last: Day
  ) -> [Period] {
    var runs: [Period] = []
    func owner(_ day: Day) -> String { terms.owner(on: day, settledBy: last) }
    for span in terms.spans(days) {
      if let run = runs.last, run.last?.next == span.days.first,
        owner(run.first) == owner(span.days.first)
      {
        runs[runs.count - 1] = Period(first: run.first, last: span.days.last)
      } else {
        runs.append(span.days)
      }
    }
    return runs
  }

  /// What is due of a year of the convention through one of its days.
  private static func due(
    _ terms: ConventionTerms, _ year: Period, through day: Day, _ known: Day,
    _ sales: (Period) throws -> Cents
  ) throws -> Cents {
    var due = DueOfYear(length: year.length ?? 365)
    for span in terms.spans(Period(first: year.first, last: day)) {
      try due.add(span, terms.coefficient(span, knownOn: known), sales)
    }
    return due.total
  }

  /// The accrual of a roof rent: 6132 to 4081, one line an owner.
  ///
  /// - Source: PCG, functioning of account 408; art. 621-10 (result per concession).
  public static func rent(_ convention: Convention, _ parts: [RentPart], in month: Month)
    -> DraftEntry?
  {
    rentEntry(convention, parts, in: month, "rent", Labels.rent(convention.id, month))
  }

  /// The accrual of what a late value of an index changes of earlier months.
  public static func rentRevision(
    _ convention: Convention, _ amount: Cents, in month: Month
  ) -> DraftEntry? {
    rentEntry(
      convention, [RentPart(owner: convention.owner, first: month.first, amount: amount)],
      in: month, "rent-revision", Labels.rentRevision(convention.id, month))
  }

  private static func rentEntry(
    _ convention: Convention, _ parts: [RentPart], in month: Month, _ kind: String, _ label: String
  ) -> DraftEntry? {
    let parts = parts.filter { $0.amount != .zero }
    let total = parts.map(\.amount).reduce(.zero, +)
    guard !parts.isEmpty, total != .zero else { return nil }
    let analysis = Analysis(site: convention.site, contract: convention.id)
    return entry(
      month, kind, convention.id, journal: .purchases, label: label,
      [.debit("613200", total, analysis)]
        + parts.map { part in
          var owner = analysis
          owner.auxiliary = "supplier:\(part.owner)"
          return .credit("408100", part.amount, owner)
        })
  }
}

/// What a year of a convention costs by the terms of some days, revised and rounded to the cent.
private enum YearlyRent: Hashable {
  /// A sum of the contract.
  case sum(Cents)
  /// A part of the sales, not below nor above so much.
  case sales(Ratio, floor: Cents?, cap: Cents?)

  init(_ span: ConventionTerms.Span, _ coefficient: Ratio) throws(UnitRefusal) {
    func revised(_ cents: Cents) throws(UnitRefusal) -> Cents {
      try coefficient.of(cents, .halfAwayFromZero)
    }
    let site = span.site
    switch span.convention.rent {
    case .zero: self = .sum(.zero)
    case .fixed(let cents): self = .sum(try revised(Cents(cents)))
    case .perKilowattPeak(let cents):
      self = .sum(try revised(Ratio(site.peakWatts, 1000).of(Cents(cents), .halfAwayFromZero)))
    case .perSquareMetre(let cents):
      self = .sum(
        try revised(Ratio(site.areaSquareMetres, 1).of(Cents(cents), .halfAwayFromZero)))
    case .percentageOfSales(let part, let floor, let cap):
      var (least, most): (Cents?, Cents?) = (nil, nil)
      if let floor { least = try revised(floor) }
      if let cap { most = try revised(cap) }
      self = .sales(part, floor: least, cap: most)
    }
  }
}

/// What is due of a year, gathered span by span and rounded once.
private struct DueOfYear {
  let length: Int
  /// Cents × days of the sums that are so much a year.
  private var fixed: Int128 = 0
  private var share: Cents?
  private var floor: Int128 = 0
  private var cap: Int128?
  private var isCapped = true

  init(length: Int) { self.length = length }

  mutating func add(
    _ span: ConventionTerms.Span, _ coefficient: Ratio, _ sales: (Period) throws -> Cents
  ) throws {
    let days = Int128(span.days.length ?? 0)
    switch try YearlyRent(span, coefficient) {
    case .sum(let yearly): fixed += Int128(yearly.units) * days
    case .sales(let part, let floor, let cap):
      share = (share ?? .zero) + (try part.of(sales(span.days), .halfAwayFromZero))
      if let floor { self.floor += Int128(floor.units) * days }
      guard let cap else { return isCapped = false }
      self.cap = (self.cap ?? 0) + Int128(cap.units) * days
    }
  }

  /// Fixed sums, and the part of the sales between floor and cap.
  var total: Cents {
    let sum = rounded(fixed)
    guard let share else { return sum }
    let raised = max(share, rounded(floor))
    guard isCapped, let cap else { return sum + raised }
    return sum + min(raised, rounded(cap))
  }

  private func rounded(_ centDays: Int128) -> Cents {
    Cents(
      Int64(clamping: Rounding.halfAwayFromZero.quotient(centDays, Int128(length))))
  }
}
