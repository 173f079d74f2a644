public import Units

/// A college of members for a period: who may belong to it and what it weighs.
///
/// The capital, the vote and the revenue are three keys that need not agree.
public struct College: Hashable, Sendable {
  /// Its short name.
  public let id: CollegeID
  /// Its name in French.
  public let frenchName: String
  /// Its name in English.
  public let englishName: String
  /// The account that holds its members' capital, such as `101310`.
  public let capitalAccount: String
  /// The kinds of members it admits.
  public let kinds: Set<MemberKind>
  /// Its part of the votes, against those of the other colleges.
  public let votingWeight: Ratio
  /// Its part of what is divided among colleges, against those of the others.
  public let revenueWeight: Ratio
  /// What its votes are divided by inside.
  public let votes: Votes
  /// What it may hold of the capital, and its members.
  public let caps: Caps
  /// The college its members pass to when it ends, if any is named.
  public let successor: CollegeID?
  /// The days on which this description holds.
  public let valid: Period

  /// How the votes of a college are divided among its members.
  public enum Votes: String, Hashable, Sendable, CaseIterable {
    /// Each member counts once.
    case byMember = "by-member"
    /// Each share counts once.
    case byShare = "by-share"
  }

  /// Bounds of a college: parts of one, such as 1/2; none unless given.
  public struct Caps: Hashable, Sendable {
    /// The part of the capital it aims at; nothing is refused for it.
    public var capitalTarget: Ratio?
    /// The most it may hold of the capital.
    public var capital: Ratio?
    /// The most that one of its members may hold of the capital.
    public var memberCapital: Ratio?
    /// The most that one of its members may cast of all votes.
    public var memberVotes: Ratio?

    /// No bounds.
    public init() {}

    /// Whether any of them may stand against a movement.
    public var bind: Bool { capital != nil || memberCapital != nil || memberVotes != nil }
  }

  /// Describes a college.
  public init(
    id: CollegeID, frenchName: String, englishName: String, capitalAccount: String,
    kinds: Set<MemberKind>, votingWeight: Ratio, revenueWeight: Ratio,
    votes: Votes = .byMember, caps: Caps = Caps(), successor: CollegeID? = nil, valid: Period
  ) {
    self.id = id
    self.frenchName = frenchName
    self.englishName = englishName
    self.capitalAccount = capitalAccount
    self.kinds = kinds
    self.votingWeight = votingWeight
    self.revenueWeight = revenueWeight
    self.votes = votes
    self.caps = caps
    self.successor = successor
    self.valid = valid
  }

  /// The same college, described for the days of a period only.
  public func during(_ period: Period) -> College {
    College(
      id: id, frenchName: frenchName, englishName: englishName, capitalAccount: capitalAccount,
      kinds: kinds, votingWeight: votingWeight, revenueWeight: revenueWeight, votes: votes,
      caps: caps, successor: successor, valid: period)
  }
}
