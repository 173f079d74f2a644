import Membership
import Testing
import Units

/// What the statutes say of shares holds from the day they say it.
@Suite struct DatedTermsTests {
  private func register() throws -> ShareRegister {
    let bounds = try statutes()
    var later = ShareTerms()
    later.from = try day("2027-06-01")
    later.effective = .nextJanuary
    later.lockUpMonths = 60
    return try ShareRegister(
      statutes: Statutes(
        founded: bounds.founded,
        capitalTerms: bounds.capitalTerms, colleges: bounds.colleges, shareTerms: [later]),
      members: members())
  }

  @Test(arguments: [
    ("2027-05-31", "2027-05-31"), ("2027-06-01", "2028-01-01"),
  ]) func `shares count by the rule of the day`(date: String, effect: String) throws {
    var register = try register()
    let recorded = try register.record(movement(date, .subscription, "M1", 4, ref: "S"))
    #expect(recorded.effective == (try day(effect)))
  }

  @Test func `a lock-up binds no transfer before it`() throws {
    var register = try register()
    try register.record(movement("2027-01-10", .subscription, "M1", 4, ref: "S"))
    try register.record(movement("2027-05-31", .transfer, "M1", to: "M2", 1, ref: "T1"))
    let refusals = #expect(throws: Refusals.self) {
      try register.record(movement("2027-06-01", .transfer, "M1", to: "M2", 1, ref: "T2"))
    }
    #expect(refusals?.all.map(\.code) == ["shares-are-locked-up"])
  }

  @Test(arguments: [Int64.max, Int64.max - 100_00, 1_000_000_000_000_001])
  func `a premium beyond all sense is refused, not trapped`(premium: Int64) throws {
    var register = try register()
    #expect(throws: Refusals.self) {
      try register.record(
        movement("2026-09-01", .subscription, "M1", 2, ref: "D") {
          $0.premium = Cents(premium)
        })
    }
    // Paid in part, the rest is owed: that sum must fit too.
    let refusals = #expect(throws: Refusals.self) {
      try register.record(
        movement("2026-09-01", .subscription, "M1", 2, amount: 100, ref: "E") {
          $0.premium = Cents(premium)
          $0.due = try day("2027-01-01")
        })
    }
    let wild = MovementRefusal.amountIsBeyondSense(Cents(premium))
    #expect(refusals?.all.contains { $0 as? MovementRefusal == wild } == true)
  }
}
