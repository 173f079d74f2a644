public import Units

extension ShareRegister {
  /// Hands over what each member's shares move on each capital account, day by day.
  ///
  /// - Complexity: O(k²) for k movements of a member, summed over the members.
  public func eachCapitalMove(_ body: (_ account: String, _ day: Day, _ cents: Int64) -> Void) {
    for (index, member) in members.enumerated() {
      let days = Set(
        holdings[index].days + member.affiliations.map(\.from) + statutes.capitalTerms.map(\.from))
      var before = (account: "", cents: Int64(0))
      for day in days.sorted() {
        let account = account(of: member, on: day)
        let cents = holdings[index].shares(on: day) * statutes.nominal(on: day).units
        if before.cents != 0 { body(before.account, day, -before.cents) }
        if cents != 0 { body(account, day, cents) }
        before = (account, cents)
      }
    }
  }
}
