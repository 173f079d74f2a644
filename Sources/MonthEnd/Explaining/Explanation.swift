public import Allocation
public import Journal
public import Membership
public import Store
public import Units

/// What a figure is asked for by: a month and a beneficiary, a step, a total; or an entry.
public enum FigureReference: Hashable, Sendable {
  /// What of a closed month is asked for.
  public enum Subject: Hashable, Sendable {
    /// Everything.
    case whole
    /// The result.
    case result
    /// The energy.
    case energy
    /// The sales.
    case sales
    /// A step of the rules.
    case step(String)
    /// What somebody received.
    case beneficiary(Beneficiary, Part)
  }

  /// What of a beneficiary's is asked for.
  public enum Part: Hashable, Sendable {
    /// Money, of every step.
    case money
    /// Energy.
    case energy
    /// Money, of one step.
    case step(String)
  }

  /// A figure of a closed month.
  case month(Month, Subject)
  /// An entry, or a line of it.
  case entry(EntryReference, line: Int?)

  /// Reads `2025-03`, `2025-03/result`, `2025-03/STEP`, `2025-03/M0042`, `2025-03/M0042/energy`,
  /// `2025/57` or `2025/EX57:3`; nothing for other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, !parts.contains("") else { return nil }
    guard let month = try? Month(first) else {
      let halves = text.split(separator: ":", omittingEmptySubsequences: false)
      let line = halves.count == 2 ? Int(halves[1]) : nil
      guard let entry = try? EntryReference(String(halves[0])), halves.count <= 2,
        halves.count == 1 || (line ?? 0) > 0
      else { return nil }
      self = .entry(entry, line: line)
      return
    }
    guard parts.count <= 3 else { return nil }
    guard parts.count > 1 else {
      self = .month(month, .whole)
      return
    }
    let number = try? MemberNumber(parts[1])
    if let one = number.map({ Beneficiary.member($0.description) }) ?? (try? Beneficiary(parts[1])),
      number != nil || parts[1].contains(":")
    {
      let part: Part =
        switch parts.dropFirst(2).first {
        case nil, "entitlement": .money
        case "energy": .energy
        case .some(let step): .step(step)
        }
      self = .month(month, .beneficiary(one, part))
      return
    }
    guard parts.count == 2 else { return nil }
    switch parts[1] {
    case "result": self = .month(month, .result)
    case "energy": self = .month(month, .energy)
    case "sales": self = .month(month, .sales)
    default: self = .month(month, .step(parts[1]))
    }
  }
}

/// Everything that a signed month's figures follow from, down to files and lines.
public struct Explanation: Sendable {
  /// The month.
  public let month: Month
  /// The closing that signed it.
  public let closing: StoredClosing
  /// How it was shared.
  public let shared: SharedPeriod
  /// The rules of each stretch, and where they were read.
  public let rulings: [Ruling]
  /// The entries that make up the result.
  public let entries: [ExplainedEntry]
  /// The days of energy that were shared.
  public let days: [ExplainedDay]
  /// Whose holdings are told, if a member's.
  public let holder: MemberNumber?
  /// What that member held, run of days by run.
  public let holdings: [ExplainedHolding]
  /// The movements behind it.
  public let movements: [RecordedMovement]

  /// The sum of the sales among the entries.
  public var sales: Cents { entries.filter(\.isSales).reduce(.zero) { $0 + $1.amount } }
  /// The energy.
  public var energy: WattHours { days.reduce(.zero) { $0 + $1.energy } }
}

/// An entry that adds to the result of a month.
public struct ExplainedEntry: Sendable {
  /// The entry.
  public let reference: EntryReference
  /// Its key.
  public let key: String
  /// Its day.
  public let date: Day
  /// What happened.
  public let label: String
  /// The voucher.
  public let voucher: String
  /// Where it came from: file and line, or what made it.
  public let origin: String
  /// Income less charges.
  public let amount: Cents
  /// Whether sales are among it.
  public let isSales: Bool
  /// For sales of a contract: energy, price and amount; for others nothing.
  public let prices: [ExplainedPrice]
}

/// Energy sold at one price.
public struct ExplainedPrice: Sendable {
  /// The site.
  public let site: String
  /// The contract, and where it was read.
  public let contract: String
  /// The energy.
  public let energy: WattHours
  /// Euros a kilowatt-hour.
  public let price: Ratio
  /// The amount, to the nearest cent, halves away from zero.
  public let amount: Cents
}

/// A day of a meter, and where it was read.
public struct ExplainedDay: Sendable {
  /// The site.
  public let site: String
  /// The meter.
  public let meter: String
  /// The day.
  public let day: Day
  /// The energy.
  public let energy: WattHours
  /// The file it was read from, its digest, its lines.
  public let file: String
  /// The digest of that file.
  public let source: Digest
  /// The first line.
  public let firstLine: Int
  /// The last line.
  public let lastLine: Int
}

/// Shares held over some days.
public struct ExplainedHolding: Sendable {
  /// The days.
  public let days: Period
  /// The shares.
  public let shares: Int64
}
