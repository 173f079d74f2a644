public import Units

/// A cap of the statutes, and how much of it is used on a day.
public struct CapUse: Hashable, Sendable {
  /// What is capped.
  public enum Rule: Hashable, Sendable {
    /// The capital that a college holds.
    case collegeCapital(CollegeID)
    /// The capital that all public bodies hold together.
    case publicBodiesCapital
    /// The capital that one member holds.
    case memberCapital(MemberNumber)
    /// The votes that one member casts.
    case memberVotes(MemberNumber)
  }

  /// What is capped.
  public let rule: Rule
  /// What is held or cast, as a part of all.
  public let part: Ratio
  /// The most that may be.
  public let cap: Ratio

  /// Whether more is used than may be.
  public var isExceeded: Bool { cap < part }

  /// What is left of the cap, below zero when it is exceeded.
  public var margin: Ratio {
    Membership.part(
      Int128(cap.numerator) * Int128(part.denominator)
        - Int128(part.numerator) * Int128(cap.denominator),
      of: Int128(cap.denominator) * Int128(part.denominator))
  }

  /// The refusal that says so.
  func refusal(on day: Day) -> CollegeRefusal {
    switch rule {
    case .collegeCapital(let id): .collegeHoldsTooMuch(id, on: day, part: part, cap: cap)
    case .publicBodiesCapital: .publicBodiesHoldTooMuch(on: day, part: part, cap: cap)
    case .memberCapital(let number): .memberHoldsTooMuch(number, on: day, part: part, cap: cap)
    case .memberVotes(let number): .memberVotesTooMuch(number, on: day, part: part, cap: cap)
    }
  }
}

extension Statutes {
  /// Whether any cap binds on a day.
  func bind(on day: Day) -> Bool {
    let caps = capitalTerms(on: day).caps
    return !caps.each.isEmpty || caps.publicBodies != nil
      || colleges(on: day).contains { $0.caps.bind }
  }
}

/// What is held on a day, by college and kind, to be measured against the caps.
struct CapSums {
  let day: Day
  let statutes: Statutes
  private(set) var total: Int128 = 0
  private var byCollege: [CollegeID: (shares: Int128, holders: Int128)] = [:]
  private var publicBodies: Int128 = 0

  init(_ statutes: Statutes, on day: Day) {
    self.statutes = statutes
    self.day = day
  }

  mutating func count(_ member: Member, _ shares: Int64) {
    guard shares > 0, let college = member.college(on: day) else { return }
    total += Int128(shares)
    byCollege[college, default: (0, 0)].shares += Int128(shares)
    byCollege[college, default: (0, 0)].holders += 1
    if member.kind == .publicBody { publicBodies += Int128(shares) }
  }

  /// The caps of colleges and kinds.
  var common: [CapUse] {
    let colleges = statutes.colleges(on: day).compactMap { college -> CapUse? in
      guard let cap = college.caps.capital else { return nil }
      let held = part(byCollege[college.id]?.shares ?? 0, of: total)
      return CapUse(rule: .collegeCapital(college.id), part: held, cap: cap)
    }
    guard let cap = statutes.capitalTerms(on: day).caps.publicBodies else { return colleges }
    return colleges
      + [CapUse(rule: .publicBodiesCapital, part: part(publicBodies, of: total), cap: cap)]
  }

  /// The caps of one member: of the capital the tighter of its kind's and its college's.
  func uses(of member: Member, _ shares: Int64) -> [CapUse] {
    guard shares > 0, let id = member.college(on: day), let college = statutes.college(id, on: day)
    else { return [] }
    var uses: [CapUse] = []
    let caps = [
      college.caps.memberCapital, statutes.capitalTerms(on: day).caps.each[member.kind],
    ]
    if let cap = caps.compactMap(\.self).min() {
      uses.append(
        CapUse(
          rule: .memberCapital(member.number), part: part(Int128(shares), of: total), cap: cap))
    }
    if let cap = college.caps.memberVotes {
      uses.append(
        CapUse(rule: .memberVotes(member.number), part: votes(shares, in: college), cap: cap))
    }
    return uses
  }

  private func votes(_ shares: Int64, in college: College) -> Ratio {
    guard let all = byCollege[college.id], let weight = statutes.votingParts(on: day)[college.id]
    else { return .zero }
    let (top, bottom) =
      college.votes == .byMember ? (Int128(1), all.holders) : (Int128(shares), all.shares)
    let inside = part(top, of: bottom)
    return part(
      Int128(weight.numerator) * Int128(inside.numerator),
      of: Int128(weight.denominator) * Int128(inside.denominator))
  }
}
