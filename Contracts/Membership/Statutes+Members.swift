extension Statutes {
  /// What stands against admitting a member: a college that does not exist on the day it joins, or
  /// that does not admit its kind.
  public func reasonsAgainst(_ member: Member) -> [MembershipRefusal] {
    member.affiliations.compactMap { affiliation in
      guard let college = college(affiliation.college, on: affiliation.from) else {
        return .collegeIsUnknown(affiliation.college, affiliation.from)
      }
      guard college.kinds.contains(member.kind) else {
        return .kindIsNotAdmitted(member.kind, college.id)
      }
      return nil
    }
  }
}
