import Journal
import Membership
import Store
public import Units
import YearEnd

/// What the months of a year intended beside what the general meeting decided of its result.
///
/// The difference is shown, and nothing of it is booked: the intention binds nobody.
/// - Source: C. com. L232-11, L232-12: the appropriation is the general meeting's.
public struct Reconciliation: Sendable {
  /// Where the result goes.
  public enum Destination: String, Hashable, Sendable, CaseIterable {
    /// To the members, as dividend.
    case members
    /// To the legal reserve.
    case legalReserve = "legal-reserve"
    /// To other reserves.
    case otherReserves = "other-reserves"
    /// To third parties.
    case thirdParties = "third-parties"
    /// Carried forward, and losses cleared.
    case carriedForward = "carried-forward"
    /// Everything.
    case total
  }

  /// A destination.
  public struct Row: Hashable, Sendable {
    /// Where to.
    public let destination: Destination
    /// What the months intended.
    public let intended: Cents
    /// What was decided.
    public let decided: Cents
    /// What was decided more.
    public var difference: Cents { decided - intended }
  }

  /// The destinations, everything last.
  public let totals: [Row]
  /// Each member: what the months intended, and the dividend decided.
  public let members: [(name: String, intended: Cents, decided: Cents)]

  init(
    _ year: FiscalYear, _ dividends: [MemberDividend], _ postings: [Posting], _ page: BookReader
  ) throws {
    let intended = { (account: String) in
      try page.balances(of: account, over: year.period, by: .auxiliary).mapValues { Cents(-$0) }
    }
    let entitled = try intended("935000")
    let reserves = try intended("934000")
    let decided = Dictionary(
      dividends.map { ("member:\($0.member)", $0.amount) }, uniquingKeysWith: +)
    members = Set(entitled.keys).union(decided.keys).sorted().map {
      (
        String($0.dropFirst("member:".count)), entitled[$0] ?? .zero, decided[$0] ?? .zero
      )
    }
    let credited = { (accounts: [String]) in
      postings.filter { posting in accounts.contains { posting.account.hasPrefix($0) } }
        .reduce(Cents.zero) { $0 + Cents($1.credit - $1.debit) }
    }
    let legal = reserves["reserve:106100"] ?? .zero
    let sum = { (parts: [String: Cents]) in parts.values.reduce(Cents.zero, +) }
    let rows = [
      Row(
        destination: .members, intended: sum(entitled),
        decided: dividends.reduce(.zero) { $0 + $1.amount }),
      Row(destination: .legalReserve, intended: legal, decided: credited(["1061"])),
      Row(
        destination: .otherReserves, intended: sum(reserves) - legal,
        decided: credited(["1063", "1064", "1068"])),
      Row(
        destination: .thirdParties, intended: try sum(intended("936000")), decided: .zero),
      Row(
        destination: .carriedForward, intended: .zero, decided: credited(["110", "119"])),
    ].filter { $0.intended != .zero || $0.decided != .zero }
    totals =
      rows + [
        Row(
          destination: .total, intended: rows.reduce(.zero) { $0 + $1.intended },
          decided: rows.reduce(.zero) { $0 + $1.decided })
      ]
  }
}
