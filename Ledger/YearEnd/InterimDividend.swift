public import Journal
public import Units

/// A dividend paid in advance, on the strength of a certified balance sheet.
///
/// - Source: C. com. L232-12; PCG account 1209.
public struct InterimDividend: Hashable, Sendable {
  /// The decision.
  public let resolution: Resolution
  /// The balance sheet it rests on.
  public let certified: CertifiedBalance
  /// The fiscal year.
  public let year: FiscalYear
  /// Its number in the year, from 1.
  public let sequence: Int
  /// Each member's part.
  public let dividends: [MemberDividend]
  /// The computation, step by step.
  public let steps: [Step]

  /// The sum of the parts.
  public var total: Cents { dividends.reduce(.zero) { $0 + $1.due } }

  /// The days held that count for a dividend in advance: the year up to the balance sheet's day.
  public static func period(_ resolution: Resolution, of year: FiscalYear) -> Period {
    let last = resolution.certified?.date ?? resolution.date
    return Period(first: year.first, last: max(year.first, min(last, year.last)))
  }

  /// Decides a dividend in advance.
  ///
  /// - Parameter earlier: what was paid in advance for this year before.
  /// - Parameter sequence: its number in the year.
  /// - Parameter dividend: the decision over ``period(_:of:)``.
  /// - Throws: ``Refusals`` with every ``YearEndRefusal`` the resolution earns.
  public init(
    _ resolution: Resolution, of year: FiscalYear, sequence: Int, earlier: Cents, equity: Equity,
    dividend: Distribution
  ) throws {
    guard let certified = resolution.certified else {
      throw Refusals([YearEndRefusal.certifiedBalanceIsMissing])
    }
    let least = LegalReserve(
      profit: certified.profit, losses: equity.carriedLosses, capital: equity.closingCapital,
      reserve: equity.legalReserve)
    let allowed =
      certified.profit - equity.carriedLosses - least.due - resolution.statutoryReserve
      + equity.carriedProfits - earlier
    let floor =
      equity.capital + equity.legalReserve + least.due + equity.statutoryReserve
      + resolution.statutoryReserve + equity.lockedReserves
    let netAssets = equity.netAssets + certified.profit
    var reasons: [YearEndRefusal] = []
    if !(year.first...min(year.last, resolution.date)).contains(certified.date) {
      reasons.append(
        .certifiedBalanceIsMisdated(
          certified.date, first: year.first, last: min(year.last, resolution.date)))
    }
    if dividend.total > allowed {
      reasons.append(
        .interimExceedsTheProfit(interim: dividend.total, allowed: max(.zero, allowed)))
    }
    reasons += dividend.reasonsAgainst(
      netAssets: netAssets, least: floor, formationExpenses: equity.formationExpenses,
      freeReserves: equity.otherReserves, paymentDate: resolution.paymentDate)
    guard reasons.isEmpty else { throw Refusals(reasons) }
    self.resolution = resolution
    self.certified = certified
    self.year = year
    self.sequence = sequence
    dividends = try dividend.parts()
    steps = [
      Step(.certifiedProfit, certified.profit), Step(.priorLosses, equity.carriedLosses),
      Step(.twentieth, of: least.base, least.twentieth),
      Step(.reserveRoom, of: equity.closingCapital, least.room),
      Step(.legalReserve, of: least.due, least.due),
      Step(.statutoryReserve, resolution.statutoryReserve),
      Step(.priorProfits, equity.carriedProfits), Step(.interim, earlier),
      Step(.distributable, allowed), Step(.dividend, of: allowed, dividend.total),
      Step(.netAssets, of: floor, netAssets - dividend.total),
    ].filter { [.certifiedProfit, .netAssets].contains($0.rule) || $0.amount != .zero }
  }
}
