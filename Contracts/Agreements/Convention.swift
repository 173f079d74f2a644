public import Text
public import Units

/// A roof convention: the right to produce on somebody's building, and the rent for it.
public struct Convention: Hashable, Sendable {
  /// The kinds of right.
  public enum Kind: String, Sendable, CaseIterable {
    /// Service concession.
    case concession
    /// Temporary occupation of the public domain.
    case cot
    /// Temporary occupation with real rights.
    case aot
    /// Long lease.
    case lease
    /// Lease by a private owner.
    case privateLease = "private-lease"
  }

  /// What becomes of the plant when the convention ends.
  public enum EndOfTerm: String, Sendable, CaseIterable {
    /// It passes to the owner free of charge.
    case freeReturn = "free-return"
    /// It is taken down, at our cost.
    case dismantling
    /// The owner chooses when the time comes.
    case option
    /// The convention goes on by tacit renewal.
    case renewal
  }

  /// The identifier.
  public let id: String
  /// The site it opens.
  public let site: String
  /// The kind of right.
  public let kind: Kind
  /// The party that grants it and takes the rent.
  public internal(set) var owner: String
  /// The days it is in force.
  public let term: Period
  /// The reference of the act that was signed.
  public let act: String?
  /// The convention it rests on, and which it must not outlive.
  public let parent: String?
  /// The rent.
  public let rent: Rent
  /// How the rent follows an index, or nothing.
  public let indexation: RentIndexation?
  /// When the rent falls due.
  public let due: RentDue
  /// What becomes of the plant at the end, or nothing when the convention does not say.
  public let endOfTerm: EndOfTerm?
  /// What taking the plant down will cost, set aside over the term.
  public let dismantling: Cents?
  /// How many months before the end notice is to be given.
  public let noticeMonths: Int?

  /// Reads `[[convention]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "site", "type", "owner", "first", "last", "act", "parent", "rent", "due",
      "end_of_term", "dismantling_cents", "notice_months", "indemnity_clause", "valid_from", "note",
    ])
    id = table.identifier()
    site = table.text("site")
    kind = table.choice("type", Kind.self) ?? .concession
    owner = table.text("owner")
    term = table.period("first", "last")
    act = table.optionalText("act")
    parent = table.optionalText("parent")
    let rent = table.table("rent")
    self.rent = Rent(rent)
    indexation = rent.has("indexation") ? RentIndexation(rent.table("indexation")) : nil
    due = table.has("due") ? RentDue(table.table("due")) : RentDue()
    endOfTerm =
      table.has("end_of_term") ? table.choice("end_of_term", EndOfTerm.self) : nil
    dismantling = table.has("dismantling_cents") ? table.cents("dismantling_cents") : nil
    noticeMonths = table.optionalInteger("notice_months", in: 1...120).map { Int($0) }
    _ = table.optionalText("indemnity_clause")
    if dismantling != nil, endOfTerm != .dismantling || term.last == nil {
      table.refuse(RoofRefusal.dismantlingIsHalfSaid(id), at: "dismantling_cents")
    }
  }
}

/// When a rent falls due: once for every so many months from the convention's first day.
public struct RentDue: Hashable, Sendable {
  /// How often.
  public enum Every: String, Sendable, CaseIterable {
    /// On each anniversary.
    case year
    /// Every six months.
    case halfYear = "half-year"
    /// Every three months.
    case quarter
    /// Every month.
    case month

    /// The months from one to the next.
    public var months: Int {
      switch self {
      case .year: 12
      case .halfYear: 6
      case .quarter: 3
      case .month: 1
      }
    }
  }

  /// Whether before or after the time it pays for.
  public enum Terms: String, Sendable, CaseIterable {
    /// From its first day.
    case advance
    /// From the day after its last.
    case arrears
  }

  /// How often.
  public let every: Every
  /// Before or after the time it pays for.
  public let terms: Terms
  /// The days allowed for payment.
  public let days: Int

  /// Yearly, in advance, within thirty days, as the public domain has it.
  ///
  /// - Source: CG3P art. L2125-4; thirty days after the *titre de recettes*.
  init() {
    every = .year
    terms = .advance
    days = 30
  }

  /// Reads `[convention.due]`.
  init(_ table: TableReader) {
    table.allow(["every", "in", "days"])
    every = table.choice("every", Every.self) ?? .year
    terms = table.choice("in", Terms.self) ?? .advance
    days = Int(table.optionalInteger("days", in: 0...365) ?? 30)
  }

  /// The payments of a term that fall due in some days, each with the days it pays for.
  ///
  /// - Complexity: O(payments of the term up to the last of the days).
  public func payments(
    of term: Period, in days: Period
  ) -> [(due: Day, pays: Period)] {
    guard let last = days.last else { return [] }
    var payments: [(due: Day, pays: Period)] = []
    for number in 0... {
      let first = term.first.adding(months: number * every.months)
      guard first <= (term.last ?? .endOfTime), first <= last else { break }
      let next = term.first.adding(months: (number + 1) * every.months)
      let pays = Period(first: first, last: min(next.previous, term.last ?? .endOfTime))
      let from = terms == .advance ? first : (pays.last ?? first).next
      let due = from.adding(days: self.days)
      if days.contains(due) { payments.append((due, pays)) }
    }
    return payments
  }
}

/// How a roof rent is reckoned.
///
/// Zero is a valid rent.
public enum Rent: Hashable, Sendable {
  /// No rent.
  case zero
  /// So much a year.
  case fixed(centsPerYear: Int64)
  /// So much a kilowatt peak and year.
  case perKilowattPeak(centsPerYear: Int64)
  /// So much a square metre and year.
  case perSquareMetre(centsPerYear: Int64)
  /// A part of the sales, not below nor above so much a year.
  case percentageOfSales(Ratio, floorPerYear: Cents?, capPerYear: Cents?)

  /// Reads `[convention.rent]`.
  init(_ table: TableReader) {
    table.allow([
      "kind", "cents_per_year", "cents_per_kwc_year", "cents_per_m2_year", "percent", "of",
      "floor_cents_per_year", "cap_cents_per_year", "indexation",
    ])
    let kind = table.text("kind")
    switch kind {
    case "zero": self = .zero
    case "fixed": self = .fixed(centsPerYear: table.integer("cents_per_year"))
    case "per-kwc":
      self = .perKilowattPeak(centsPerYear: table.integer("cents_per_kwc_year"))
    case "per-m2":
      self = .perSquareMetre(centsPerYear: table.integer("cents_per_m2_year"))
    case "percentage":
      let percent = table.ratio("percent", from: .zero, through: Ratio(100, 1)) {
        .rentPercentageIsOutOfRange($0)
      }
      let floor = table.optionalInteger("floor_cents_per_year").map(Cents.init)
      let cap = table.optionalInteger("cap_cents_per_year").map(Cents.init)
      if let floor, let cap, floor > cap {
        table.refuse(
          AgreementRefusal.rentFloorExceedsTheCap(floor: floor, cap: cap),
          at: "floor_cents_per_year")
      }
      self = .percentageOfSales(
        Ratio(percent.numerator, percent.denominator * 100), floorPerYear: floor, capPerYear: cap)
    default:
      if table.has("kind") { table.refuse(AgreementRefusal.rentIsIncomplete(kind), at: "kind") }
      self = .zero
    }
  }
}
