public import Units

/// What the statutes say that the share register has to obey, each of it from a day on.
public struct Statutes: Hashable, Sendable {
  /// The day from which the company exists.
  public let founded: Day
  /// The terms of the capital, by first day; the first hold before their day too.
  public let capitalTerms: [CapitalTerms]
  /// The colleges of members, in canonical order; one name may return with another period.
  public let colleges: [College]
  /// What they say of the life of shares, by first day.
  public let shareTerms: [ShareTerms]

  /// More shares than any register holds: below it a weight of shares × days fits into 64 bits.
  static let mostShares: Int64 = 1 << 40

  /// The rules of one company through time.
  ///
  /// - Precondition: at least one set of terms, no two from the same day.
  /// - Throws: a nominal that is not positive, bounds that cross or are too large, a college
  ///   described twice for one day.
  public init(
    founded: Day, capitalTerms: [CapitalTerms], colleges: [College],
    shareTerms: [ShareTerms] = []
  ) throws(MembershipRefusal) {
    precondition(!capitalTerms.isEmpty, "a company has a capital")
    for term in capitalTerms { try term.check() }
    self.founded = founded
    self.shareTerms = shareTerms.sorted { $0.from < $1.from }
    self.capitalTerms = capitalTerms.sorted { $0.from < $1.from }
    self.colleges = colleges.sorted { ($0.id, $0.valid.first) < ($1.id, $1.valid.first) }
    for (one, other) in zip(self.colleges, self.colleges.dropFirst()) where one.id == other.id {
      if one.valid.overlap(other.valid) != nil { throw .collegeIsDescribedTwice(one.id) }
    }
  }

  /// The rules of one company whose capital keeps its terms.
  ///
  /// - Throws: as ``init(founded:capitalTerms:colleges:)``.
  public init(
    founded: Day, nominal: Cents, floor: Cents, ceiling: Cents, colleges: [College],
    terms: ShareTerms = ShareTerms()
  ) throws(MembershipRefusal) {
    try self.init(
      founded: founded,
      capitalTerms: [CapitalTerms(from: founded, nominal: nominal, floor: floor, ceiling: ceiling)],
      colleges: colleges, shareTerms: [terms])
  }

  /// What they say of the life of shares on a day; before they say anything, the law alone does.
  public func terms(on day: Day) -> ShareTerms {
    shareTerms.last { $0.from <= day } ?? ShareTerms()
  }

  /// The terms of the capital on a day.
  public func capitalTerms(on day: Day) -> CapitalTerms {
    capitalTerms.last { $0.from <= day } ?? capitalTerms[0]
  }

  /// The nominal value of one share on a day.
  public func nominal(on day: Day) -> Cents { capitalTerms(on: day).nominal }

  /// The nominal value of one share under the last terms.
  public var nominal: Cents { capitalTerms[capitalTerms.count - 1].nominal }
  /// The capital below which nobody may withdraw, under the last terms.
  public var floor: Cents { capitalTerms[capitalTerms.count - 1].floor }
  /// The capital above which nobody may subscribe, under the last terms.
  public var ceiling: Cents { capitalTerms[capitalTerms.count - 1].ceiling }

  /// The college of this name on a day, or nothing.
  public func college(_ id: CollegeID, on day: Day) -> College? {
    colleges.first { $0.id == id && $0.valid.contains(day) }
  }

  /// The account that holds the capital of a college, on whatever day.
  public func capitalAccount(of id: CollegeID) -> String? {
    colleges.first { $0.id == id }?.capitalAccount
  }

  /// The colleges that exist on a day, in order of name.
  public func colleges(on day: Day) -> [College] { colleges.filter { $0.valid.contains(day) } }
}

/// The terms of the capital from a day on.
///
/// - Source: C. com. L231-1, L231-5.
public struct CapitalTerms: Hashable, Sendable {
  /// The first day.
  public let from: Day
  /// The nominal value of one share.
  public let nominal: Cents
  /// The capital below which nobody may withdraw.
  public let floor: Cents
  /// The capital above which nobody may subscribe without the general meeting.
  public let ceiling: Cents
  /// What any one member, or all members, of a kind may hold at most.
  public let caps: KindCaps

  /// Terms from a day on.
  public init(
    from: Day, nominal: Cents, floor: Cents, ceiling: Cents, caps: KindCaps = KindCaps()
  ) {
    self.from = from
    self.nominal = nominal
    self.floor = floor
    self.ceiling = ceiling
    self.caps = caps
  }

  func check() throws(MembershipRefusal) {
    guard nominal > .zero else { throw .nominalIsNotPositive(nominal) }
    guard .zero <= floor, floor <= ceiling else {
      throw .floorExceedsTheCeiling(floor: floor, ceiling: ceiling)
    }
    guard ceiling.units / nominal.units <= Statutes.mostShares else {
      throw .ceilingIsTooLarge(ceiling)
    }
  }
}

/// What members of a kind may hold of the capital: parts of one, such as 1/2.
public struct KindCaps: Hashable, Sendable {
  /// The most that one member of a kind may hold.
  public var each: [MemberKind: Ratio]
  /// The most that all public bodies together may hold.
  public var publicBodies: Ratio?

  /// Caps; none unless given.
  public init(each: [MemberKind: Ratio] = [:], publicBodies: Ratio? = nil) {
    self.each = each
    self.publicBodies = publicBodies
  }
}

/// What a member is before the law.
public enum MemberKind: String, Hashable, Sendable, CaseIterable, Comparable {
  /// A natural person.
  case person
  /// A company or an association.
  case company
  /// A municipality, a group of them, or another public body.
  case publicBody = "public-body"

  /// Orders by name.
  public static func < (left: MemberKind, right: MemberKind) -> Bool {
    left.rawValue < right.rawValue
  }
}
