public import Text
public import Units

/// Money that a member lends the company: it is not capital, and stands apart from it.
///
/// - Source: CMF art. L312-2 (members' current accounts); PCG, accounts 455 and 168.
public struct Advance: Hashable, Sendable {
  /// What it is called and where it stands.
  public enum Nature: String, Sendable, CaseIterable {
    /// A member's current account: 455.
    case currentAccount = "current-account"
    /// A citizens' loan: 168.
    case citizensLoan = "citizens-loan"

    /// The account of what is lent.
    public var principal: String { self == .currentAccount ? "455100" : "168100" }
    /// The account of the interest owed.
    public var accrued: String { self == .currentAccount ? "455800" : "168800" }
    /// The account of the interest as a charge.
    public var charge: String { self == .currentAccount ? "661500" : "661810" }
  }

  /// How interest counts days.
  ///
  /// - Source: ISDA 2006 definitions, § 4.16.
  public enum DayCount: String, Sendable, CaseIterable {
    /// Each day a 365th of a year, also in leap years.
    case actual365 = "ACT/365"
    /// Each day a 360th.
    case actual360 = "ACT/360"
    /// Each day a 365th or, in a leap year, a 366th.
    case actualActual = "ACT/ACT"
    /// Each month thirty days of a year of 360.
    case thirty360 = "30/360"
  }

  /// The identifier: the contract under which its entries stand.
  public let id: String
  /// The member who lends, by number.
  public let member: String
  /// What it is.
  public let nature: Nature
  /// The first day that bears interest.
  public let first: Day
  /// The last, or nothing for an open end.
  public let last: Day?
  /// The yearly rate, simple.
  public let rate: Ratio
  /// How days are counted.
  public let dayCount: DayCount

  /// Reads `[[advance]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "member", "nature", "first", "last", "rate", "day_count", "valid_from", "note",
    ])
    id = table.identifier()
    member = table.text("member")
    nature = table.choice("nature", Nature.self) ?? .currentAccount
    first = table.day("first")
    last = table.optionalDay("last")
    rate = table.ratio("rate", from: .zero, through: .one) { .loanRateIsOutOfRange($0) }
    dayCount = table.choice("day_count", DayCount.self) ?? .actual365
    if let last, last < first {
      table.refuse(AgreementRefusal.endsBeforeItStarts(first: first, last: last))
    }
  }

  /// What a day counts of a year.
  ///
  /// With 30/360 the 31st counts nothing and the last of February makes its month thirty.
  public func weight(of day: Day) -> (days: Int64, ofYear: Int64) {
    let (year, month, dayOfMonth) = day.calendar
    switch dayCount {
    case .actual365: return (1, 365)
    case .actual360: return (1, 360)
    case .actualActual:
      return (1, Month(year: year, monthOfYear: 2).length == 29 ? 366 : 365)
    case .thirty360:
      guard dayOfMonth <= 30 else { return (0, 360) }
      let isLast = month == 2 && dayOfMonth == day.month.length
      return (isLast ? Int64(31 - dayOfMonth) : 1, 360)
    }
  }
}
