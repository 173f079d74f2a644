public import Text
import Units

extension College {
  /// Reads `[[college]]` of the statutes; faults are noted at their places.
  ///
  /// - Returns: nothing when a fault keeps the college from being built.
  public init?(_ table: TableReader) {
    table.allow([
      "id", "name_fr", "name_en", "account", "admits", "voting_weight", "revenue_weight",
      "valid_from", "valid_to",
    ])
    let id: CollegeID
    do {
      id = try CollegeID(table.text("id"))
    } catch {
      table.refuse(error, at: "id")
      return nil
    }
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
    self.init(
      id: id, frenchName: table.text("name_fr"), englishName: table.text("name_en"),
      capitalAccount: account, kinds: Set(kinds),
      votingWeight: table.weight("voting_weight"), revenueWeight: table.weight("revenue_weight"),
      valid: Period(first: first, last: last.map { max($0, first) }))
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
}
