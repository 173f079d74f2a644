public import Agreements
public import Allocation
public import Bookings
public import Journal
public import Membership
public import Store
public import Units

/// Everything that a closed month's figures follow from, down to files and lines.
public struct Explanation: Sendable {
  /// The month.
  public let month: Month
  /// The closing that it is told as of: the month's own, or a later one that corrected it.
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
  /// The facts it was reckoned from.
  public let facts: [ExplainedFact]
  /// For sales of a contract: energy, price and amount, which sum to the entry; for others nothing.
  public let prices: [ExplainedPrice]
  /// For what is so much over a longer time or a part of the sales: terms that sum to the entry.
  public let terms: [ExplainedTerm]
}

/// A fact that somebody declared, and where it was read.
public struct ExplainedFact: Sendable {
  /// What it is.
  public let kind: FactKind
  /// Which one.
  public let id: String
  /// The file and the line.
  public let origin: String
  /// The digest by which the book names what was declared.
  public let digest: Digest
}

/// One of the terms that an amount is the sum of: a part of a whole, to the nearest cent, halves away
/// from zero.
public struct ExplainedTerm: Sendable {
  /// The whole amount: charges, and what was counted before of income, below zero.
  public let whole: Cents
  /// The part: of days, of months, of sales.
  public let part: Ratio

  /// A part of a charge.
  static func charge(of whole: Cents, _ part: Ratio) -> ExplainedTerm {
    ExplainedTerm(whole: .zero - whole, part: part)
  }

  /// The same with the other sign.
  var inverse: ExplainedTerm { ExplainedTerm(whole: .zero - whole, part: part) }

  /// The amount.
  func amount() throws(UnitRefusal) -> Cents { try part.of(whole, .halfAwayFromZero) }
}

/// Energy sold at one price.
public struct ExplainedPrice: Sendable {
  /// The site.
  public let site: String
  /// The contract.
  public let contract: String
  /// What is paid for.
  public let kind: SaleLine.Kind
  /// The energy; below zero for what was booked before a correction; none for a fixed term.
  public let energy: WattHours
  /// Euros a kilowatt-hour; for a fixed term euros a kilowatt and year.
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

extension ExplainedEntry {
  /// An entry, and what its amount was reckoned from.
  init(_ entry: StoredEntry, _ grounds: EntryGrounds) throws {
    let content = entry.content
    let postings = content.postings.filter(\.isOfTheResult)
    let amount = try Cents.sum(postings.map { Cents($0.credit - $0.debit) })
    self.init(
      reference: entry.reference, key: content.key, date: content.date, label: content.label,
      voucher: content.voucher, origin: content.origin, amount: amount,
      isSales: postings.contains { $0.account.hasPrefix("70") },
      facts: grounds.facts(of: content.key), prices: try grounds.prices(of: content.key, amount),
      terms: try grounds.terms(of: content.key, amount))
  }
}

extension Posting {
  /// Whether it counts in the result: charges and income.
  var isOfTheResult: Bool { account.hasPrefix("6") || account.hasPrefix("7") }
}
