public import Membership
public import Units

/// What a member held over some days: shares times days.
public struct Holding: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// Σ shares × days.
  public let shareDays: Int64

  /// A holding.
  public init(member: MemberNumber, shareDays: Int64) {
    self.member = member
    self.shareDays = shareDays
  }
}

extension ShareRegister {
  /// What every member held in a period, whatever the college, by number.
  ///
  /// - Precondition: the period has an end.
  public func holdings(in period: Period) -> [Holding] {
    members.map { Holding(member: $0.number, shareDays: shareDays(of: $0.number, in: period)) }
      .filter { $0.shareDays > 0 }
  }
}

/// A member's part of a dividend, before any tax.
public struct MemberDividend: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// Σ shares × days in the fiscal year.
  public let shareDays: Int64
  /// The part, in cents, what was paid in advance included.
  public let amount: Cents
  /// What was paid in advance.
  public let interim: Cents
  /// What is still to be paid.
  public var due: Cents { amount - interim }
}

/// A dividend as a meeting decides it.
public enum DividendDecision: Hashable, Sendable {
  /// None.
  case none
  /// So much in all.
  case total(Cents)
  /// So many euros for a share held all year; for part of it, by the day.
  case perShare(Ratio)

  /// What it comes to for everybody.
  ///
  /// By the share it is the exact sum over all days held, rounded once, half away from zero.
  ///
  /// - Parameter days: the days of the period, above zero.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func total(_ holdings: [Holding], days: Int) throws(UnitRefusal) -> Cents {
    switch self {
    case .none: return .zero
    case .total(let amount): return amount
    case .perShare(let euros):
      let shareDays = holdings.reduce(Int128(0)) { $0 + Int128($1.shareDays) }
      let (hundredfold, isLarge) = (Int128(euros.numerator) * 100)
        .multipliedReportingOverflow(by: shareDays)
      guard !isLarge else { throw .sumIsTooLarge }
      let exact = Rounding.halfAwayFromZero.quotient(
        hundredfold, Int128(euros.denominator) * Int128(days))
      guard let cents = Int64(exactly: exact) else { throw .sumIsTooLarge }
      return Cents(cents)
    }
  }
}

/// Shares a dividend by shares × days held, exact to the cent, what was paid in advance set off.
///
/// Nobody gives back an advance: who had more of it than the whole year earns keeps it and gets
/// no more, and the others share what is left.
///
/// - Precondition: the total is at least the sum of the advances.
/// - Returns: one part a holding, in its order, summing to the total; none when nobody held shares.
/// - Throws: ``UnitRefusal/sumIsTooLarge`` when the holdings sum beyond 64 bits.
/// - Complexity: O(k · n log n) for k rounds, of which one is the rule.
public func shareDividend(
  _ total: Cents, among holdings: [Holding], advances: [MemberNumber: Cents] = [:]
) throws(UnitRefusal) -> [MemberDividend] {
  func advance(_ holding: Holding) -> Cents { advances[holding.member] ?? .zero }
  var overpaid: Set<MemberNumber> = []
  while true {
    let sharing = holdings.filter { !overpaid.contains($0.member) }
    let kept = holdings.filter { overpaid.contains($0.member) }.map(advance)
    let left = total - (try Cents.sum(kept))
    var key = try Apportionment(weights: sharing.map(\.shareDays))
    guard let parts = key.divide(left.units) else { return [] }
    let amounts = Dictionary(uniqueKeysWithValues: zip(sharing.map(\.member), parts))
    let more = sharing.filter { Cents(amounts[$0.member] ?? 0) < advance($0) }
    if more.isEmpty {
      return holdings.map { holding in
        MemberDividend(
          member: holding.member, shareDays: holding.shareDays,
          amount: amounts[holding.member].map { Cents($0) } ?? advance(holding),
          interim: advance(holding))
      }
    }
    overpaid.formUnion(more.map(\.member))
  }
}
