public import Units

/// A member's shares on a day.
public struct Holder: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// The college on that day.
  public let college: CollegeID
  /// The shares.
  public let shares: Shares
  /// Their nominal value.
  public let capital: Cents

  /// A member's shares.
  public init(member: MemberNumber, college: CollegeID, shares: Shares, capital: Cents) {
    self.member = member
    self.college = college
    self.shares = shares
    self.capital = capital
  }
}

/// A college's shares on a day.
public struct CollegeTotal: Hashable, Sendable {
  /// The college.
  public let college: CollegeID
  /// How many members hold shares.
  public let holders: Int
  /// Their shares.
  public let shares: Shares
  /// Their nominal value.
  public let capital: Cents
}

extension ShareRegister {
  /// The shares of a member on a day; none for a number nobody has.
  ///
  /// - Complexity: O(log k) for k movements of the member.
  public func holding(of number: MemberNumber, on day: Day) -> Shares {
    Shares(indices[number].map { holdings[$0].shares(on: day) } ?? 0)
  }

  /// The shares of all members on a day.
  public func totalShares(on day: Day) -> Shares { Shares(total.shares(on: day)) }

  /// The nominal value of all shares on a day.
  public func capital(on day: Day) -> Cents { nominal(of: totalShares(on: day), on: day) }

  /// Everyone who holds shares on a day, by college then by number.
  ///
  /// - Complexity: O(n log n) for n members.
  public func holders(on day: Day) -> [Holder] {
    let found = members.indices.compactMap { index -> Holder? in
      let shares = Shares(holdings[index].shares(on: day))
      guard shares != .zero, let college = members[index].college(on: day) else { return nil }
      return Holder(
        member: members[index].number, college: college, shares: shares,
        capital: nominal(of: shares, on: day))
    }
    return found.sorted { ($0.college, $0.member) < ($1.college, $1.member) }
  }

  /// What each college holds on a day, in order; also those without a holder that exist then.
  public func colleges(on day: Day) -> [CollegeTotal] { statutes.totals(holders(on: day), on: day) }

  /// Σ shares × days of a member over a period, both ends included.
  ///
  /// - Precondition: the period has an end.
  /// - Complexity: O(log k) for k movements of the member.
  public func shareDays(of number: MemberNumber, in period: Period) -> Int64 {
    guard let last = period.last else { preconditionFailure("share-days need a period's end") }
    guard let index = indices[number] else { return 0 }
    return Int64(holdings[index].shareDays(from: period.first, through: last))
  }

  /// Σ shares × days of every member who held shares in a period, by college then by number.
  ///
  /// A member who changes college within the period counts in each for its own days.
  /// - Precondition: the period has an end.
  public func shareDays(in period: Period) -> [(
    college: CollegeID, member: MemberNumber, weight: Int64
  )] {
    var weights: [(college: CollegeID, member: MemberNumber, weight: Int64)] = []
    for member in members {
      for (college, days) in stays(of: member, in: period) {
        let weight = shareDays(of: member.number, in: days)
        if weight > 0 { weights.append((college, member.number, weight)) }
      }
    }
    return weights.sorted { ($0.college, $0.member) < ($1.college, $1.member) }
  }

  /// The parts of a period a member spends in each college; one college may come back.
  private func stays(of member: Member, in period: Period) -> [(CollegeID, Period)] {
    let starts = member.affiliations
    return starts.indices.compactMap { index in
      let last = index + 1 < starts.count ? starts[index + 1].from.previous : nil
      let stay = Period(first: starts[index].from, last: last)
      return stay.overlap(period).map { (starts[index].college, $0) }
    }
  }

  private func nominal(of shares: Shares, on day: Day) -> Cents {
    Cents(shares.units * statutes.nominal(on: day).units)
  }
}

extension Statutes {
  /// What each college holds on a day, in order; also those without a holder that exist then.
  ///
  /// - Complexity: O(holders).
  public func totals(_ holders: [Holder], on day: Day) -> [CollegeTotal] {
    var sums: [CollegeID: (holders: Int, shares: Int64, capital: Int64)] = [:]
    for college in colleges(on: day) { sums[college.id] = (0, 0, 0) }
    for holder in holders {
      let known = sums[holder.college] ?? (0, 0, 0)
      sums[holder.college] = (
        known.holders + 1, known.shares + holder.shares.units,
        known.capital + holder.capital.units
      )
    }
    return sums.sorted { $0.key < $1.key }.map { id, sum in
      CollegeTotal(
        college: id, holders: sum.holders, shares: Shares(sum.shares), capital: Cents(sum.capital))
    }
  }
}
