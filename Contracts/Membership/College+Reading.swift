public import Text
import Units

extension College {
  /// Reads `[[college]]` of the statutes; faults are noted at their places.
  ///
  /// - Returns: nothing when a fault keeps the college from being built.
  public init?(_ table: TableReader) {
    table.allow([
      "id", "name_fr", "name_en", "account", "admits", "voting_weight", "revenue_weight", "votes",
      "capital_target_percent", "capital_cap_percent", "member_capital_cap_percent",
      "member_votes_cap_percent", "valid_from", "valid_to", "passes_to", "resolution",
    ])
    let id: CollegeID
    do {
      id = try CollegeID(table.text("id"))
    } catch {
      table.refuse(error, at: "id")
      return nil
    }
    let successor = table.college("passes_to")
    let kinds = table.texts("admits").compactMap { word -> MemberKind? in
      if let kind = MemberKind(rawValue: word) { return kind }
      table.refuse(MembershipRefusal.memberKindIsUnknown(word), at: "admits")
      return nil
    }
    let first = table.day("valid_from")
    let last = table.optionalDay("valid_to")
    let account = table.text("account")
    if table.has("account"), !isCapitalAccount(account) {
      table.refuse(MembershipRefusal.capitalAccountIsMalformed(account), at: "account")
    }
    _ = table.optionalText("resolution")
    self.init(
      id: id, frenchName: table.text("name_fr"), englishName: table.text("name_en"),
      capitalAccount: account, kinds: Set(kinds),
      votingWeight: table.weight("voting_weight"), revenueWeight: table.weight("revenue_weight"),
      votes: table.has("votes") ? table.choice("votes", Votes.self) ?? .byMember : .byMember,
      caps: Caps(table), successor: successor,
      valid: Period(first: first, last: last.map { max($0, first) }))
  }
}

extension College.Caps {
  fileprivate init(_ table: TableReader) {
    capitalTarget = table.optionalPercent("capital_target_percent")
    capital = table.optionalPercent("capital_cap_percent")
    memberCapital = table.optionalPercent("member_capital_cap_percent")
    memberVotes = table.optionalPercent("member_votes_cap_percent")
  }
}

extension KindCaps {
  /// The keys of `[capital]` that hold them.
  public static let keys = [
    "person_cap_percent", "company_cap_percent", "public_body_cap_percent",
    "public_bodies_together_cap_percent",
  ]

  /// Reads the caps of `[capital]`; faults are noted at their places.
  public init(_ table: TableReader) {
    self.init()
    each[.person] = table.optionalPercent("person_cap_percent")
    each[.company] = table.optionalPercent("company_cap_percent")
    each[.publicBody] = table.optionalPercent("public_body_cap_percent")
    publicBodies = table.optionalPercent("public_bodies_together_cap_percent")
  }
}

/// Whether the text is six digits under 101, *Capital*.
///
/// - Source: PCG, account 101.
private func isCapitalAccount(_ text: String) -> Bool {
  text.utf8.count == 6 && text.hasPrefix("101") && text.utf8.allSatisfy { (48...57).contains($0) }
}

extension TableReader {
  /// A part that must be given and is not negative.
  fileprivate func weight(_ key: String) -> Ratio {
    let weight = ratio(key)
    if weight < .zero {
      refuse(MembershipRefusal.collegeWeightIsNegative(key: key, weight), at: key)
    }
    return weight
  }

  /// The name of a college that may be missing.
  fileprivate func college(_ key: String) -> CollegeID? {
    guard has(key) else { return nil }
    do {
      return try CollegeID(text(key))
    } catch {
      refuse(error, at: key)
      return nil
    }
  }

  /// A percentage that may be missing, above zero and up to a hundred, as a part of one.
  fileprivate func optionalPercent(_ key: String) -> Ratio? {
    guard has(key) else { return nil }
    let percent = ratio(key)
    guard .zero < percent, percent <= Ratio(100, 1), percent.denominator <= 1_000_000 else {
      refuse(CollegeRefusal.percentageIsOutOfRange(key: key, percent), at: key)
      return nil
    }
    return Ratio(percent.numerator, percent.denominator * 100)
  }
}
