import Membership
import Testing
import Units

/// Shares over time: the published vector.
@Suite struct ShareDaysTests {
  /// Tranches, the last day included, and the holdings they make: vector of the allocation
  /// specification, part 2.
  @Test func tranchesMakeThePublishedHoldings() throws {
    let tranches: [(first: String, last: String, shares: Int64)] = [
      ("2026-02-10", "2026-02-22", 3), ("2026-01-11", "2026-02-11", 5),
      ("2026-02-13", "2026-02-14", 7), ("2026-02-16", "2026-02-24", 11),
    ]
    var register = try ShareRegister(statutes: statutes(floor: 0), members: members())
    for (index, tranche) in tranches.enumerated() {
      try register.record(
        movement(tranche.first, .subscription, "M1", tranche.shares, ref: "S\(index)"))
      let end = try day(tranche.last)
      let kind: Movement.Kind = index.isMultiple(of: 2) ? .transfer : .withdrawal
      // A transfer leaves its day to the giver; a withdrawal takes effect on its day.
      try register.record(
        movement(
          kind == .transfer ? end.description : end.next.description, kind, "M1",
          to: kind == .transfer ? "M2" : nil, tranche.shares, ref: "E\(index)"))
    }
    let expected: [(String, Int64)] = [
      ("2026-02-11", 8), ("2026-02-12", 3), ("2026-02-13", 10), ("2026-02-14", 10),
      ("2026-02-15", 3), ("2026-02-16", 14), ("2026-02-22", 14), ("2026-02-23", 11),
      ("2026-02-24", 11), ("2026-02-25", 0), ("2027-01-01", 0),
    ]
    for (text, shares) in expected {
      #expect(register.holding(of: try number("M1"), on: try day(text)) == Shares(shares))
    }
    let february = register.shareDays(of: try number("M1"), in: try Month("2026-02").period)
    // 5·10 + 8·1 + … by hand: 1–9: 5, 10–11: 8, 12: 3, 13–14: 10, 15: 3, 16–22: 14, 23–24: 11.
    #expect(february == 5 * 9 + 8 * 2 + 3 + 10 * 2 + 3 + 14 * 7 + 11 * 2)
  }
}
