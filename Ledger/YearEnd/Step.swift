public import Units

/// One line of a computation, as it is shown to who decides: a rule, what it is taken of, the amount.
public struct Step: Hashable, Sendable {
  /// The rules in the order of law.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// The result of the year.
    case result
    /// The profit that an auditor certified.
    case certifiedProfit = "certified-profit"
    /// The losses brought forward.
    case priorLosses = "prior-losses"
    /// A twentieth of the profit less these losses.
    case twentieth
    /// What the legal reserve lacks of a tenth of the capital.
    case reserveRoom = "reserve-room"
    /// To the legal reserve, of the least that is due.
    case legalReserve = "legal-reserve"
    /// To the reserves of the statutes.
    case statutoryReserve = "statutory-reserve"
    /// The profits brought forward.
    case priorProfits = "prior-profits"
    /// Taken from the profits carried forward, of what stands there.
    case fromCarryForward = "from-carry-forward"
    /// Taken from the free reserves, of what stands there.
    case fromOtherReserves = "from-other-reserves"
    /// What may be distributed.
    case distributable
    /// The dividend, of what may be distributed.
    case dividend
    /// What was paid of it in advance.
    case interim
    /// What is still to be paid.
    case dividendDue = "dividend-due"
    /// To the free reserves.
    case otherReserves = "other-reserves"
    /// Losses brought forward that are cleared, of those there are.
    case lossesCleared = "losses-cleared"
    /// To the profits carried forward.
    case carriedForward = "carried-forward"
    /// To the losses carried forward.
    case lossCarried = "loss-carried"
    /// The own funds after the dividend, and the least the law asks.
    case netAssets = "net-assets"
  }

  /// The rule.
  public let rule: Rule
  /// What it is taken of, or measured by.
  public let base: Cents?
  /// The amount.
  public let amount: Cents

  /// A step.
  public init(_ rule: Rule, of base: Cents? = nil, _ amount: Cents) {
    self.rule = rule
    self.base = base
    self.amount = amount
  }
}
