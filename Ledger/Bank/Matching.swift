public import Units

/// A movement of the bank that nobody has matched yet.
public struct UnmatchedLine: Hashable, Sendable {
  /// Its number in the book.
  public let id: Int64
  /// What the bank told.
  public let line: BankLine

  /// A line of the book.
  public init(id: Int64, line: BankLine) {
    self.id = id
    self.line = line
  }
}

/// Something that a movement of the bank may be.
public struct MatchItem: Hashable, Sendable {
  /// What kind of thing, in order of how well it explains a movement.
  public enum Kind: Int, Hashable, Sendable, Comparable {
    /// A line on the bank's own account that the journal holds already.
    case entry
    /// An instalment of a loan that falls due.
    case instalment
    /// Something owed to us or by us that nothing settles yet.
    case openItem

    /// By how well it explains a movement.
    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// What kind of thing.
  public let kind: Kind
  /// How people name it: a line of the journal, an instalment.
  public let name: String
  /// What the bank would move: above zero what comes in.
  public let amount: Cents
  /// The day it dates from or falls due.
  public let day: Day
  /// The references by which the other side may name it: vouchers, numbers of contracts.
  public let references: [String]
  /// The names of the other side.
  public let parties: [String]
  /// What it stands with, account and auxiliary: items of one group may be paid together.
  public let group: String

  /// Something that may be matched.
  public init(
    kind: Kind, name: String, amount: Cents, day: Day, references: [String] = [],
    parties: [String] = [], group: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.amount = amount
    self.day = day
    self.references = references
    self.parties = parties
    self.group = group
  }
}

/// Why a movement is thought to be something; each is worth points out of a hundred.
public enum MatchReason: String, Hashable, Sendable, CaseIterable {
  /// The amounts are the same, to the cent.
  case amount
  /// The bank names its reference.
  case reference
  /// The bank names the other side.
  case party
  /// The days are at most five apart.
  case nearDay = "near-day"
  /// The days are at most forty-five apart.
  case farDay = "far-day"
  /// It stands on the bank's account in the journal already.
  case posted
  /// It falls due by contract.
  case due
  /// The same was confirmed before.
  case learned
  /// Nothing else has this amount.
  case alone

  /// How much it is worth.
  public var points: Int {
    switch self {
    case .amount: 40
    case .reference: 40
    case .party: 15
    case .nearDay: 15
    case .farDay: 5
    case .posted, .due: 10
    case .learned: 45
    case .alone: 5
    }
  }
}

/// How sure a proposal is.
public enum Confidence: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Something that could be.
  case possible
  /// Probably so.
  case likely
  /// So sure that many are confirmed at once.
  case certain

  /// The level of so many points.
  public init(points: Int) {
    self = points >= 80 ? .certain : points >= 60 ? .likely : .possible
  }

  /// The surer is the greater.
  public static func < (left: Confidence, right: Confidence) -> Bool {
    let order = Confidence.allCases
    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
  }
}

/// What lines of the bank are thought to be.
public struct MatchProposal: Hashable, Sendable {
  /// The lines, by number.
  public let lines: [Int64]
  /// The places of the items among those given; none when a rule speaks.
  public let items: [Int]
  /// What was learned, if a rule speaks.
  public let rule: LearnedRule?
  /// Why.
  public let reasons: [MatchReason]
  /// Other items that fit as well.
  public let rivals: [Int]

  /// How much speaks for it, out of a hundred.
  public var points: Int { min(100, reasons.reduce(0) { $0 + $1.points }) }
  /// How sure it is: never more than possible while something else fits as well.
  public var confidence: Confidence {
    rivals.isEmpty ? Confidence(points: points) : .possible
  }
}

/// What was confirmed before for movements whose words are alike: where they go.
public struct LearnedRule: Hashable, Sendable {
  /// The words, without figures.
  public let words: String
  /// Whether it came in.
  public let isIncome: Bool
  /// The account.
  public let account: String
  /// The auxiliary, if any.
  public let auxiliary: String?
  /// The site, if any.
  public let site: String?
  /// The contract, if any.
  public let contract: String?
  /// How often it was confirmed.
  public let times: Int

  /// Something learned.
  public init(
    words: String, isIncome: Bool, account: String, auxiliary: String? = nil, site: String? = nil,
    contract: String? = nil, times: Int
  ) {
    self.words = words
    self.isIncome = isIncome
    self.account = account
    self.auxiliary = auxiliary
    self.site = site
    self.contract = contract
    self.times = times
  }
}
