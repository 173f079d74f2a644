public import Units

/// What the law asks of a company's own funds before it lets a result go.
///
/// The capital that the legal reserve is measured by is that of the last day of the fiscal year,
/// for a variable capital moves every day. Everything else is as it stands on the day of the meeting,
/// so that what an earlier meeting decided in between counts.
public struct Equity: Hashable, Sendable {
  /// The capital at the end of the fiscal year.
  public var closingCapital: Cents
  /// The capital on the day of the meeting.
  public var capital: Cents
  /// The legal reserve (1061).
  public var legalReserve: Cents
  /// The reserves of the statutes (1063).
  public var statutoryReserve: Cents
  /// What the law keeps from being distributed besides: reserves 1062 and 1064, revaluation 105.
  public var lockedReserves: Cents
  /// The free reserves (1068).
  public var otherReserves: Cents
  /// The profits carried forward (110).
  public var carriedProfits: Cents
  /// The losses carried forward (119).
  public var carriedLosses: Cents
  /// The own funds, results not yet appropriated included: accounts 10 to 14 but 109.
  public var netAssets: Cents
  /// Formation expenses not yet amortised (201 less 2801).
  public var formationExpenses: Cents

  /// The own funds of some balances.
  ///
  /// - Parameter closing: the balances at the end of the fiscal year.
  /// - Parameter meeting: those on the day of the meeting, results of ended years included.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public init(closing: [AccountBalance], meeting: [AccountBalance]) throws(UnitRefusal) {
    closingCapital = try Equity.credit(closing, ["101"])
    capital = try Equity.credit(meeting, ["101"])
    legalReserve = try Equity.credit(meeting, ["1061"])
    statutoryReserve = try Equity.credit(meeting, ["1063"])
    lockedReserves = try Equity.credit(meeting, ["1062", "1064", "105"])
    otherReserves = try Equity.credit(meeting, ["1068"])
    carriedProfits = try Equity.credit(meeting, ["110"])
    carriedLosses = -(try Equity.credit(meeting, ["119"]))
    let unpaid = try Equity.credit(meeting, ["109"])
    netAssets = try Equity.credit(meeting, ["10", "11", "12", "13", "14"]) - unpaid
    formationExpenses = -(try Equity.credit(meeting, ["201", "2801"]))
  }

  /// Credits minus debits of the accounts under some headings.
  private static func credit(
    _ standings: [AccountBalance], _ headings: [String]
  ) throws(UnitRefusal) -> Cents {
    let under = standings.filter { standing in headings.contains { standing.account.hasPrefix($0) }
    }
    return -(try Cents.sum(under.map(\.balance)))
  }
}
