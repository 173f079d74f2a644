public import Journal
public import Units

/// The appropriation of a year's result, as a meeting decided it and the law allows it.
///
/// Every cent of the result, and of what is taken from earlier profits, has its place:
///
///     result + from carry-forward + from free reserves
///       = legal + statutory + free reserves + losses cleared + dividend + carried forward
///
/// where a loss is carried forward below zero.
public struct Appropriation: Hashable, Sendable {
  /// The decision.
  public let resolution: Resolution
  /// The fiscal year.
  public let year: FiscalYear
  /// Its result.
  public let result: Cents
  /// To the legal reserve.
  public let legalReserve: Cents
  /// The losses brought forward that are cleared.
  public let lossesCleared: Cents
  /// Carried forward; below zero a loss.
  public let carriedForward: Cents
  /// The dividend.
  public let distribution: Distribution
  /// Each member's part of the dividend.
  public let dividends: [MemberDividend]
  /// The computation, step by step.
  public let steps: [Step]

  /// Appropriates a result.
  ///
  /// - Throws: ``Refusals`` with every ``YearEndRefusal`` the resolution earns.
  /// - Source: C. com. L232-10 to L232-13.
  public init(
    _ resolution: Resolution, of year: FiscalYear, result: Cents, equity: Equity,
    dividend: Distribution
  ) throws {
    let draft = AppropriationDraft(
      resolution: resolution, result: result, equity: equity, dividend: dividend)
    let reasons = draft.reasons()
    guard reasons.isEmpty else { throw Refusals(reasons) }
    self.resolution = resolution
    self.year = year
    self.result = result
    legalReserve = draft.legalReserve
    lossesCleared = draft.lossesCleared
    carriedForward = draft.carriedForward
    distribution = dividend
    dividends = try dividend.parts()
    steps = draft.steps
  }
}

/// An appropriation before it is judged: the arithmetic of a resolution.
struct AppropriationDraft {
  let resolution: Resolution
  let result: Cents
  let equity: Equity
  let dividend: Distribution

  var least: LegalReserve {
    LegalReserve(
      profit: max(.zero, result), losses: equity.carriedLosses, capital: equity.closingCapital,
      reserve: equity.legalReserve)
  }
  var legalReserve: Cents { resolution.legalReserve ?? least.due }
  var toReserves: Cents {
    legalReserve + resolution.statutoryReserve + resolution.otherReserves
  }
  var taken: Cents { resolution.fromCarryForward + resolution.fromOtherReserves }

  /// What is left once reserves and dividend are served: it clears losses, then is carried forward.
  var rest: Cents { result + taken - toReserves - dividend.total }
  var lossesCleared: Cents { max(.zero, min(equity.carriedLosses, rest)) }
  var carriedForward: Cents { rest - lossesCleared }

  /// What may be distributed: the profit less losses and reserves, with the profits carried forward
  /// and the free reserves that the meeting puts at disposal.
  ///
  /// - Source: C. com. L232-11.
  var distributable: Cents {
    result - equity.carriedLosses - legalReserve - resolution.statutoryReserve
      + equity.carriedProfits + resolution.fromOtherReserves
  }

  var steps: [Step] {
    let isProfit = result > .zero
    var steps = [Step(.result, result), Step(.priorLosses, equity.carriedLosses)]
    if isProfit {
      steps += [
        Step(.twentieth, of: least.base, least.twentieth),
        Step(.reserveRoom, of: equity.closingCapital, least.room),
      ]
    }
    steps += [
      Step(.legalReserve, of: isProfit ? least.due : nil, legalReserve),
      Step(.statutoryReserve, resolution.statutoryReserve),
      Step(.priorProfits, equity.carriedProfits),
      Step(.fromCarryForward, of: equity.carriedProfits, resolution.fromCarryForward),
      Step(.fromOtherReserves, of: equity.otherReserves, resolution.fromOtherReserves),
      Step(.distributable, max(.zero, distributable)),
      Step(.dividend, of: max(.zero, distributable), dividend.total),
      Step(.interim, dividend.interim), Step(.dividendDue, dividend.due),
      Step(.otherReserves, resolution.otherReserves),
      Step(.lossesCleared, of: equity.carriedLosses, lossesCleared),
      carriedForward.isNegative
        ? Step(.lossCarried, -carriedForward) : Step(.carriedForward, carriedForward),
      Step(.netAssets, of: floor, equity.netAssets - dividend.due),
    ]
    return steps.filter { [.result, .netAssets].contains($0.rule) || $0.amount != .zero }
  }

  /// The capital and the reserves that may not be distributed, afterwards.
  var floor: Cents {
    equity.capital + equity.legalReserve + legalReserve + equity.statutoryReserve
      + resolution.statutoryReserve + equity.lockedReserves
  }
}
