public import Units

/// What the statutes say of the life of shares; all of it may be left out.
public struct ShareTerms: Hashable, Sendable {
  /// From which day paid shares count.
  public enum EffectiveRule: String, Hashable, Sendable, CaseIterable {
    /// The day of the payment that covers what must be paid.
    case lastPayment = "last-payment"
    /// The first day of the month after it.
    case nextMonth = "next-month"
    /// The first of January after it.
    case nextJanuary = "next-january"
    /// The same day a year later.
    case yearLater = "year-later"

    /// The day from which shares count that are paid for on a day.
    public func day(after payment: Day) -> Day {
      switch self {
      case .lastPayment: payment
      case .nextMonth: payment.month.next.first
      case .nextJanuary:
        Month(year: payment.calendar.year + 1, monthOfYear: 1).first
      case .yearLater: payment.adding(months: 12)
      }
    }
  }

  /// Which tranche goes first when none is named.
  public enum LotRule: String, Hashable, Sendable, CaseIterable {
    /// First in, first out.
    case oldestFirst = "oldest-first"
    /// Last in, first out.
    case newestFirst = "newest-first"
  }

  /// What a member is paid who leaves.
  public enum ExitPriceRule: String, Hashable, Sendable, CaseIterable {
    /// The nominal, neither more nor less.
    case nominal
    /// The nominal with its part of reserves or losses.
    case netAssets = "net-assets"
  }

  /// The first day on which they hold.
  public var from = Day(number: 0)
  /// From which day paid shares count.
  public var effective = EffectiveRule.lastPayment
  /// How many hundredths of the nominal must be paid before shares count.
  ///
  /// - Source: C. com. L225-3 through L227-1: at least half of contributions in cash.
  public var releasePercent: Int64 = 100
  /// For how many months shares may be neither transferred nor withdrawn.
  public var lockUpMonths = 0
  /// How many months before it takes effect a withdrawal is to be asked for.
  public var noticeMonths = 0
  /// Which tranche goes first.
  public var lots = LotRule.oldestFirst
  /// What a member is paid who leaves.
  public var exitPrice = ExitPriceRule.nominal
  /// Whether a transfer between members must be approved.
  public var transfersNeedApproval = false
  /// The article of the statutes that says so, as refusals name it.
  public var article = "statuts, parts sociales"

  /// Nothing beyond the law: all is paid, counts from its payment, and moves freely at nominal.
  public init() {}

  /// The longest that a subscription may stay unpaid, in months.
  ///
  /// - Source: C. com. L225-3 through L227-1: five years.
  public static let longestRelease = 60
}
