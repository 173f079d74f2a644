public import Text
public import Units

/// What a meeting decided of a fiscal year's result, as its file says it; nothing is checked yet.
public struct Resolution: Hashable, Sendable {
  /// The two kinds of decisions.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The appropriation of a year's result.
    case annual
    /// A dividend in advance, before the accounts are approved.
    case interim
  }

  /// Its reference: the voucher of the entry.
  public let reference: String
  /// The day of the meeting.
  public let date: Day
  /// The day on which it is booked, when the meeting's own is closed.
  public let bookedOn: Day?
  /// Its kind.
  public let kind: Kind
  /// To the legal reserve; the least the law asks when nothing is said.
  public let legalReserve: Cents?
  /// To the reserves of the statutes.
  public let statutoryReserve: Cents
  /// To the free reserves.
  public let otherReserves: Cents
  /// Taken from the free reserves.
  public let fromOtherReserves: Cents
  /// Taken from the profits carried forward.
  public let fromCarryForward: Cents
  /// To the dividend.
  public let dividend: DividendDecision
  /// Carried forward, below zero for a loss; the rest when nothing is said.
  public let carryForward: Cents?
  /// The day the dividend is paid.
  public let paymentDate: Day?
  /// The certified balance sheet that a dividend in advance rests on.
  public let certified: CertifiedBalance?

  /// The day on which it is booked.
  public var entryDate: Day { bookedOn ?? date }

  /// The format that the file names.
  public static let format = "soleil-resolution/1"
}

/// A balance sheet that an auditor certified.
///
/// - Source: C. com. L232-12.
public struct CertifiedBalance: Hashable, Sendable {
  /// The path of the document, from the resolution's folder.
  public let file: String
  /// Who certified it.
  public let auditor: String
  /// The day it shows.
  public let date: Day
  /// The profit since the fiscal year began, after depreciation and provisions.
  public let profit: Cents
}

extension Resolution {
  /// Reads a resolution, and notes everything that is wrong with its form at its line.
  ///
  /// What is handed back holds placeholders when faults were noted.
  public init(_ root: TableReader) {
    let kind =
      root.has("kind") ? root.choice("kind", Kind.self) ?? .annual : .annual
    root.allow(kind == .annual ? Resolution.annualKeys : Resolution.interimKeys)
    let format = root.text("format")
    if root.json["format"]?.stringValue != nil, format != Resolution.format {
      root.refuse(
        TextRefusal.valueIsNotAllowed(
          key: "format", value: format, allowed: [Resolution.format]), at: "format")
    }
    self.kind = kind
    reference = root.text("reference")
    if root.json["reference"]?.stringValue == "" {
      root.refuse(YearEndRefusal.referenceIsEmpty, at: "reference")
    }
    date = root.day("date")
    bookedOn = root.optionalDay("booked_on")
    legalReserve = root.optionalCents("legal_reserve_cents")
    statutoryReserve = root.optionalCents("statutory_reserve_cents") ?? .zero
    otherReserves = root.optionalCents("other_reserves_cents") ?? .zero
    fromOtherReserves = root.optionalCents("from_other_reserves_cents") ?? .zero
    fromCarryForward = root.optionalCents("from_carry_forward_cents") ?? .zero
    carryForward = root.optionalCents("carry_forward_cents", from: -1)
    dividend = Resolution.dividend(root, isNeeded: kind == .interim)
    paymentDate = root.optionalDay("payment_date")
    certified =
      kind == .interim && root.has("certified_balance")
      ? CertifiedBalance(root.table("certified_balance")) : nil
  }

  private static let interimKeys = [
    "format", "kind", "reference", "date", "booked_on", "statutory_reserve_cents",
    "dividend_cents", "dividend_per_share", "payment_date", "certified_balance",
  ]
  private static let annualKeys = [
    "format", "kind", "reference", "date", "booked_on", "legal_reserve_cents",
    "statutory_reserve_cents", "other_reserves_cents", "from_other_reserves_cents",
    "from_carry_forward_cents", "dividend_cents", "dividend_per_share", "carry_forward_cents",
    "payment_date",
  ]

  private static func dividend(_ root: TableReader, isNeeded: Bool) -> DividendDecision {
    let (hasTotal, hasShare) = (root.has("dividend_cents"), root.has("dividend_per_share"))
    if hasTotal, hasShare { root.refuse(YearEndRefusal.dividendIsGivenTwice, at: "dividend_cents") }
    if hasShare {
      let euros = root.ratio("dividend_per_share")
      guard euros < .zero else { return .perShare(euros) }
      root.refuse(YearEndRefusal.dividendIsNegative(euros), at: "dividend_per_share")
      return .none
    }
    guard hasTotal || isNeeded else { return .none }
    let least: Int64 = isNeeded ? 1 : 0
    return .total(root.cents("dividend_cents", in: least...TableReader.mostCents))
  }
}

extension CertifiedBalance {
  fileprivate init(_ table: TableReader) {
    table.allow(["file", "auditor", "date", "profit_cents"])
    file = table.text("file")
    auditor = table.text("auditor")
    date = table.day("date")
    profit = table.cents("profit_cents")
  }
}

extension TableReader {
  fileprivate static let mostCents: Int64 = 1_000_000_000_000

  /// Cents that may be missing; below zero only where a sign is given.
  fileprivate func optionalCents(_ key: String, from sign: Int64 = 0) -> Cents? {
    has(key) ? cents(key, in: sign * TableReader.mostCents...TableReader.mostCents) : nil
  }
}
