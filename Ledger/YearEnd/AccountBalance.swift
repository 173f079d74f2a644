public import Journal
public import Units

/// What an account stands at, told apart by whom and what it concerns.
public struct AccountBalance: Hashable, Sendable {
  /// The account, of classes 1 to 5.
  public let account: String
  /// Whom and what it concerns.
  public let analysis: Analysis
  /// Debits minus credits.
  public let balance: Cents

  /// A balance.
  public init(account: String, analysis: Analysis = .none, balance: Cents) {
    self.account = account
    self.analysis = analysis
    self.balance = balance
  }

  /// Where the result of a fiscal year stands until a meeting appropriates it: a profit on 120000,
  /// a loss on 129000; nothing for a result of zero.
  public static func result(_ result: Cents) -> AccountBalance? {
    guard result != .zero else { return nil }
    return AccountBalance(account: result.isNegative ? "129000" : "120000", balance: -result)
  }
}

/// The lines that open a fiscal year: every balance of classes 1 to 5 at the end of the year before,
/// and on 120000 or 129000 the results of the years up to it.
///
/// An account keeps its auxiliaries, sites and contracts apart. What stands at zero has no line.
///
/// - Parameter balances: debits minus credits through the last day, opening entries left out.
/// - Parameter results: the results of the fiscal years up to that day, in any order.
/// - Returns: lines that balance, by account, auxiliary, site and contract; none for an empty book.
/// - Throws: ``UnitRefusal/sumIsTooLarge``.
/// - Complexity: O(n log n).
/// - Source: LPF art. A47 A-1, VII-3° (opening entries); PCG art. 1031-1.
public func expectedOpening(
  _ balances: [AccountBalance], results: [Cents]
) throws(UnitRefusal) -> [Posting] {
  try together(balances + results.compactMap(AccountBalance.result)).map { standing in
    .debit(standing.account, standing.balance, standing.analysis)
  }
}

/// The balances with those of one account and analysis summed, without those of zero, in order.
func together(_ standings: [AccountBalance]) throws(UnitRefusal) -> [AccountBalance] {
  struct Place: Hashable {
    let account: String
    let analysis: Analysis
  }
  var gathered: [Place: [Cents]] = [:]
  for standing in standings where ("1"..."5").contains(standing.account.prefix(1)) {
    let place = Place(account: standing.account, analysis: standing.analysis)
    gathered[place, default: []].append(standing.balance)
  }
  var found: [AccountBalance] = []
  for (place, amounts) in gathered {
    let sum = try Cents.sum(amounts)
    guard sum != .zero else { continue }
    found.append(AccountBalance(account: place.account, analysis: place.analysis, balance: sum))
  }
  return found.sorted { $0.order.lexicographicallyPrecedes($1.order) }
}

extension AccountBalance {
  fileprivate var order: [String] {
    [account, analysis.auxiliary ?? "", analysis.site ?? "", analysis.contract ?? ""]
  }
}
