public import Units

/// What the statutes forbid of colleges, of their members, and of changing them.
public enum CollegeRefusal: Refusal, Equatable {
  /// A percentage is not above zero and at most a hundred, or is finer than a millionth.
  case percentageIsOutOfRange(key: String, Ratio)
  /// The weights of the colleges that exist on a day make neither one nor a hundred.
  case weightsDoNotSumToOne(key: String, on: Day, sum: Ratio)
  /// Two colleges of one day would keep their capital in one account.
  case capitalAccountIsShared(String, CollegeID, CollegeID, on: Day)
  /// A college would change its capital account under way.
  case collegeKeepsItsAccount(CollegeID, String, now: String)
  /// A college would end while members belong to it.
  case collegeStillHasMembers(CollegeID, from: Day, members: Int)
  /// A change of the statutes names no resolution.
  case resolutionIsMissing(kind: String, key: String)
  /// The nominal of a share is changed by a split, not by new statutes.
  case nominalChangesByASplit(from: Cents, to: Cents, on: Day)
  /// No member is to pass: the list is empty, or the college has none.
  case nobodyPasses
  /// A passage, or a declaration, would hold before the first open day.
  case changeReachesIntoClosedMonths(MemberNumber, from: Day, closedThrough: Day)
  /// A natural person is declared to be held by natural persons.
  case onlyCompaniesAreDeclared(MemberNumber, MemberKind)
  /// A member would hold more of the capital than its kind or college allows.
  case memberHoldsTooMuch(MemberNumber, on: Day, part: Ratio, cap: Ratio)
  /// A member would cast more of the votes than its college allows.
  case memberVotesTooMuch(MemberNumber, on: Day, part: Ratio, cap: Ratio)
  /// A college would hold more of the capital than it may.
  case collegeHoldsTooMuch(CollegeID, on: Day, part: Ratio, cap: Ratio)
  /// The public bodies together would hold more of the capital than they may.
  case publicBodiesHoldTooMuch(on: Day, part: Ratio, cap: Ratio)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .percentageIsOutOfRange: "percentage-is-out-of-range"
    case .weightsDoNotSumToOne: "weights-do-not-sum-to-one"
    case .capitalAccountIsShared: "capital-account-is-shared"
    case .collegeKeepsItsAccount: "college-keeps-its-account"
    case .collegeStillHasMembers: "college-still-has-members"
    case .resolutionIsMissing: "resolution-is-missing"
    case .nominalChangesByASplit: "nominal-changes-by-a-split"
    case .nobodyPasses: "nobody-passes"
    case .changeReachesIntoClosedMonths: "change-reaches-into-closed-months"
    case .onlyCompaniesAreDeclared: "only-companies-are-declared"
    case .memberHoldsTooMuch: "member-holds-too-much"
    case .memberVotesTooMuch: "member-votes-too-much"
    case .collegeHoldsTooMuch: "college-holds-too-much"
    case .publicBodiesHoldTooMuch: "public-bodies-hold-too-much"
    }
  }

  /// Bad data when a file is wrong in itself; refused when a rule stands against it.
  public var outcome: Outcome {
    switch self {
    case .percentageIsOutOfRange, .weightsDoNotSumToOne, .capitalAccountIsShared,
      .resolutionIsMissing, .onlyCompaniesAreDeclared:
      .badData
    case .nobodyPasses: .usage
    default: .refused
    }
  }

  /// The article that stands behind the rule, where there is one.
  public var article: String? {
    switch self {
    case .resolutionIsMissing: "C. com. art. L227-9"
    case .onlyCompaniesAreDeclared: "CGI art. 219, I b"
    case .weightsDoNotSumToOne, .collegeStillHasMembers, .memberHoldsTooMuch, .memberVotesTooMuch,
      .collegeHoldsTooMuch, .publicBodiesHoldTooMuch:
      "statuts"
    default: nil
    }
  }
}
