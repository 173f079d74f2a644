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
    self.init(
      id: id, frenchName: table.text("name_fr"), englishName: table.text("name_en"),
      capitalAccount: table.text("account"), kinds: Set(kinds),
      votingWeight: table.ratio("voting_weight"), revenueWeight: table.ratio("revenue_weight"),
      valid: Period(first: first, last: last.map { max($0, first) }))
  }
}
