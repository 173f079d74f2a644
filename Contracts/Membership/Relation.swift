public import Units

/// What somebody is to a holder of shares.
public enum RelationKind: String, Hashable, Sendable, CaseIterable {
  /// Acts for a minor or a protected adult.
  ///
  /// - Source: C. civ. art. 382, 388-1-1, 473.
  case legalRepresentative = "legal-representative"
  /// Acts for a company or public body.
  case representative
  /// Owns the shares together with others; the account is theirs in common.
  ///
  /// - Source: C. civ. art. 815.
  case jointHolder = "joint-holder"
  /// Speaks alone for joint holders.
  ///
  /// - Source: C. civ. art. 1844.
  case commonRepresentative = "common-representative"
  /// Has the fruits of shares that the account holds in bare ownership.
  ///
  /// - Source: C. civ. art. 578, 1844.
  case usufructuary
  /// Pays in the holder's place.
  case payer
  /// Is paid in the holder's place.
  case payee
}

/// Somebody who stands in a relation: a member, or somebody the book knows by name alone.
public enum RelatedPerson: Hashable, Sendable {
  /// A member.
  case member(MemberNumber)
  /// Somebody who is no member.
  case other(Identity)
}

/// A relation through time: from a day until another, or for good.
public struct Relation: Hashable, Sendable {
  /// The holder of the account.
  public let member: MemberNumber
  /// What the other is to the holder.
  public let kind: RelationKind
  /// The other.
  public let person: RelatedPerson
  /// The days it holds.
  public let period: Period

  /// A relation.
  public init(
    member: MemberNumber, kind: RelationKind, person: RelatedPerson, period: Period
  ) {
    self.member = member
    self.kind = kind
    self.person = person
    self.period = period
  }

  /// Whether it holds on a day.
  public func holds(on day: Day) -> Bool {
    period.first <= day && period.last.map { day <= $0 } ?? true
  }
}

/// Who speaks and who is paid for an account on a day.
public struct Mandates: Hashable, Sendable {
  /// Who votes on what the statutes leave to owners; nothing when the holder does.
  public let votes: RelatedPerson?
  /// Who votes on what becomes of the profit; nothing when the holder does.
  public let votesOnProfit: RelatedPerson?
  /// Whose income the dividend is; nothing when it is the holder's.
  public let earns: RelatedPerson?
  /// Whose account is paid; nothing when it is the holder's.
  public let isPaid: RelatedPerson?

  /// Reads the mandates for a member out of the relations that hold on a day.
  ///
  /// A usufructuary votes on the profit and has the dividend; the bare owner votes on the rest. Joint
  /// holders speak through their representative. A minor or company acts through its own.
  /// - Source: C. civ. art. 578, 1844.
  public init(of member: MemberNumber, on day: Day, _ relations: [Relation]) {
    let mine = relations.filter { $0.member == member && $0.holds(on: day) }
    func one(_ kinds: RelationKind...) -> RelatedPerson? {
      kinds.lazy.compactMap { kind in mine.first { $0.kind == kind }?.person }.first
    }
    let usufructuary = one(.usufructuary)
    votes = one(.commonRepresentative, .legalRepresentative, .representative)
    votesOnProfit = usufructuary ?? votes
    earns = usufructuary
    isPaid = one(.payee) ?? usufructuary
  }
}

extension RelationKind {
  /// Whether one at most may stand in it on a day.
  public var isHeldAlone: Bool {
    switch self {
    case .commonRepresentative, .payee, .payer: true
    case .legalRepresentative, .representative, .jointHolder, .usufructuary: false
    }
  }

  /// Whether it can be had to a natural person, or to a company or public body.
  public func suits(person: Bool) -> Bool {
    switch self {
    case .legalRepresentative: person
    case .representative: !person
    case .jointHolder, .commonRepresentative, .usufructuary, .payer, .payee: true
    }
  }
}
