public import Units

/// A subscription that is not paid in full.
public struct OpenSubscription: Hashable, Sendable {
  /// Who subscribed.
  public let member: MemberNumber
  /// How many shares.
  public let shares: Shares
  /// Their nominal value.
  public let nominal: Cents
  /// What they cost beyond it; it is paid first.
  public let premium: Cents
  /// What is paid so far.
  public internal(set) var paid: Cents
  /// What is called and not paid.
  public internal(set) var called = Cents.zero
  /// The last day on which something was paid.
  public internal(set) var lastPaid: Day
  /// Until when the rest is to be paid.
  public internal(set) var due: Day
  /// From which day the shares count; nothing while too little is paid.
  public internal(set) var effective: Day?

  /// What is not paid.
  public var open: Cents { nominal + premium - paid }
  /// What is paid of the nominal.
  var released: Cents { max(.zero, paid - premium) }
}

/// An exit that is not repaid in full.
public struct OpenExit: Hashable, Sendable {
  /// Who left.
  public let member: MemberNumber
  /// What the company owes.
  public internal(set) var open: Cents
  /// From which day it owes it.
  public let from: Day
  /// Until when it is to be paid.
  public let due: Day?
}
