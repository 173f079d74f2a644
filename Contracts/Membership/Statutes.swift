public import Units

/// What the statutes say that the share register has to obey.
public struct Statutes: Hashable, Sendable {
  /// The day from which the company exists.
  public let founded: Day
  /// The nominal value of one share.
  public let nominal: Cents
  /// The capital below which nobody may withdraw.
  public let floor: Cents
  /// The capital above which nobody may subscribe without the general meeting.
  public let ceiling: Cents
  /// The colleges of members, in canonical order; one name may return with another period.
  public let colleges: [College]
  /// What they say of the life of shares.
  public let terms: ShareTerms

  /// More shares than any register holds: below it a weight of shares × days fits into 64 bits.
  static let mostShares: Int64 = 1 << 40

  /// The rules of one company.
  ///
  /// - Throws: a nominal that is not positive, bounds that cross or are too large, a college
  ///   described twice for one day.
  public init(
    founded: Day, nominal: Cents, floor: Cents, ceiling: Cents, colleges: [College],
    terms: ShareTerms = ShareTerms()
  ) throws(MembershipRefusal) {
    guard nominal > .zero else { throw .nominalIsNotPositive(nominal) }
    guard .zero <= floor, floor <= ceiling else {
      throw .floorExceedsTheCeiling(floor: floor, ceiling: ceiling)
    }
    guard ceiling.units / nominal.units <= Self.mostShares else {
      throw .ceilingIsTooLarge(ceiling)
    }
    self.founded = founded
    self.nominal = nominal
    self.floor = floor
    self.ceiling = ceiling
    self.terms = terms
    self.colleges = colleges.sorted { ($0.id, $0.valid.first) < ($1.id, $1.valid.first) }
    for (one, other) in zip(self.colleges, self.colleges.dropFirst()) where one.id == other.id {
      if one.valid.overlap(other.valid) != nil { throw .collegeIsDescribedTwice(one.id) }
    }
  }

  /// The college of this name on a day, or nothing.
  public func college(_ id: CollegeID, on day: Day) -> College? {
    colleges.first { $0.id == id && $0.valid.contains(day) }
  }
}

/// A college of members for a period: who may belong to it and what it weighs.
///
/// The capital, the vote and the revenue are three keys that need not agree.
public struct College: Hashable, Sendable {
  /// Its short name.
  public let id: CollegeID
  /// Its name in French.
  public let frenchName: String
  /// Its name in English.
  public let englishName: String
  /// The account that holds its members' capital, such as `101310`.
  public let capitalAccount: String
  /// The kinds of members it admits.
  public let kinds: Set<MemberKind>
  /// Its part of the votes.
  public let votingWeight: Ratio
  /// Its part of what is divided among colleges.
  public let revenueWeight: Ratio
  /// The days on which this description holds.
  public let valid: Period

  /// Describes a college.
  public init(
    id: CollegeID, frenchName: String, englishName: String, capitalAccount: String,
    kinds: Set<MemberKind>, votingWeight: Ratio, revenueWeight: Ratio, valid: Period
  ) {
    self.id = id
    self.frenchName = frenchName
    self.englishName = englishName
    self.capitalAccount = capitalAccount
    self.kinds = kinds
    self.votingWeight = votingWeight
    self.revenueWeight = revenueWeight
    self.valid = valid
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
