public import Units

extension ShareRegister {
  /// What the caps of the statutes say against changes of holdings, from the day they take effect and
  /// on each later day on which recorded holdings change.
  ///
  /// A cap stands against what leads beyond it, or further beyond it; whoever gains nothing is not
  /// asked for what others' leaving does to its own part.
  ///
  /// - Complexity: O(1) without caps; else O(members × days that are asked).
  public func capReasons(after changes: [MemberNumber: Int64], on day: Day) -> [CollegeRefusal] {
    reasons(from: day, touching: changes.filter { $0.value > 0 }.keys.sorted(), changes: changes)
  }

  /// What the caps say against a member belonging to other colleges from a day on.
  public func capReasons(becoming other: Member, on day: Day) -> [CollegeRefusal] {
    reasons(from: day, touching: [other.number], becoming: other)
  }

  /// How much of each cap is used on a day; of those that bind each member, by the one nearest to it
  /// in its college.
  ///
  /// - Complexity: O(members).
  public func capUses(on day: Day) -> [CapUse] {
    guard statutes.bind(on: day) else { return [] }
    let sums = sums(on: day)
    var nearest: [String: (college: CollegeID, use: CapUse)] = [:]
    for (index, member) in members.enumerated() {
      guard let college = member.college(on: day) else { continue }
      for use in sums.uses(of: member, holdings[index].shares(on: day)) {
        let isVotes = if case .memberVotes = use.rule { true } else { false }
        let name = "\(isVotes) \(college) \(member.kind.rawValue)"
        if let known = nearest[name], !known.use.isFartherThan(use) { continue }
        nearest[name] = (college, use)
      }
    }
    return sums.common + nearest.sorted { $0.key < $1.key }.map(\.value.use)
  }

  /// The caps that are exceeded on a day, for whatever reason.
  ///
  /// - Complexity: O(members).
  public func exceededCaps(on day: Day) -> [CollegeRefusal] {
    guard statutes.bind(on: day) else { return [] }
    let sums = sums(on: day)
    let own = members.enumerated().flatMap { sums.uses(of: $1, holdings[$0].shares(on: day)) }
    return (sums.common + own).filter(\.isExceeded).map { $0.refusal(on: day) }
  }

  private func reasons(
    from day: Day, touching: [MemberNumber], changes: [MemberNumber: Int64] = [:],
    becoming other: Member? = nil
  ) -> [CollegeRefusal] {
    let days = Set([day] + total.days + statutes.daysOfChange).filter { day <= $0 }.sorted()
    return days.filter(statutes.bind).lazy.compactMap { day -> [CollegeRefusal]? in
      let before = sums(on: day)
      let after = sums(on: day, changes: changes, becoming: other)
      let known = before.common + touching.flatMap { before.uses(of: $0, self, day) }
      let next =
        after.common
        + touching.flatMap { after.uses(of: $0, self, day, changes[$0] ?? 0, other) }
      let worse = next.filter { use in
        use.isExceeded && !known.contains { $0.rule == use.rule && use.part <= $0.part }
      }
      return worse.isEmpty ? nil : worse.map { $0.refusal(on: day) }
    }.first ?? []
  }

  private func sums(
    on day: Day, changes: [MemberNumber: Int64] = [:], becoming other: Member? = nil
  ) -> CapSums {
    var sums = CapSums(statutes, on: day)
    for (index, member) in members.enumerated() {
      let shares = holdings[index].shares(on: day) + (changes[member.number] ?? 0)
      sums.count(member.number == other?.number ? other ?? member : member, shares)
    }
    return sums
  }
}

extension CapSums {
  fileprivate func uses(
    of number: MemberNumber, _ register: ShareRegister, _ day: Day, _ change: Int64 = 0,
    _ other: Member? = nil
  ) -> [CapUse] {
    guard let member = other ?? register.member(number) else { return [] }
    return uses(of: member, register.holding(of: number, on: day).units + change)
  }
}

extension CapUse {
  /// Whether less of its cap is used than of another's.
  fileprivate func isFartherThan(_ other: CapUse) -> Bool {
    part.divided(by: cap) < other.part.divided(by: other.cap)
  }
}
