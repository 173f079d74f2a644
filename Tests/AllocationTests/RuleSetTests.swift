import Allocation
import Testing
import Units

@Suite struct RuleSetTests {
  static let last = step("z", .remainder, .members)
  static let cases: [(steps: [Step], refusal: AllocationRefusal?)] = [
    ([last], nil),
    ([], .nothingTakesTheRemainder),
    ([step("a", .fixed(Cents(1)), .members)], .nothingTakesTheRemainder),
    ([last, step("a", .remainder, .members)], .remainderIsNotLast("z")),
    ([last, step("a", .fixed(.zero), .members)], .remainderIsNotLast("z")),
    ([step("z", .fixed(.zero), .members), last], .stepIsRepeated("z")),
    ([step("", .fixed(.zero), .members), last], .stepIDIsMalformed("")),
    ([step("a/b", .fixed(.zero), .members), last], .stepIDIsMalformed("a/b")),
    ([step("energy", .fixed(.zero), .members), last], .stepIDIsMalformed("energy")),
    ([step("a", .fixed(Cents(-1)), .members), last], .fixedAmountIsNegative(step: "a", Cents(-1))),
    (
      [step("a", .percent(Ratio(11, 10), of: .base), .members), last],
      .percentageIsOutOfRange(step: "a", Ratio(11, 10))
    ),
    (
      [step("a", .percent(Ratio(-1, 10), of: .base), .members), last],
      .percentageIsOutOfRange(step: "a", Ratio(-1, 10))
    ),
    ([step("a", .percent(.one, of: .base), .members), last], nil),
    ([step("a", .percent(.zero, of: .base), .members), last], nil),
  ]

  @Test(arguments: cases)
  func rulesThatLeaveADoubtAreRefused(_ steps: [Step], _ refusal: AllocationRefusal?) {
    var found: AllocationRefusal?
    do { _ = try rules(steps) } catch { found = error as? AllocationRefusal }
    #expect(found == refusal)
  }

  static let inputs: [(groups: [Group], refusal: AllocationRefusal)] = [
    (groups([:]) + groups([:]), .collegeIsRepeated("citizens")),
    (groups(["M1": -1]), .weightIsNegative(of: "M1")),
    (groups([:], weights: (Ratio(-1, 2), .one)), .weightIsNegative(of: "citizens")),
    ([], .collegeIsUnknown(step: "z", "citizens")),
    (
      [
        Group(
          college: "c", revenueWeight: .one,
          holdings: [.init(member: "M1", shareDays: 1), .init(member: "M1", shareDays: 2)])
      ],
      .memberIsRepeated("M1", college: "c")
    ),
  ]

  @Test(arguments: inputs)
  func inputsThatCannotBeAreRefused(_ groups: [Group], _ refusal: AllocationRefusal) throws {
    let rules = try rules([step("z", .remainder, .college("citizens"))])
    #expect(throws: refusal) {
      _ = try waterfall(base: Cents(1), rules: rules, groups: groups, carry: Carry())
    }
  }

  @Test(arguments: [
    Beneficiary.reserve("106100"), .party("ville"), .college("citizens"), .member("M0042"),
    .company, .taken, .rest,
  ])
  func beneficiariesReadBackFromTheirText(_ beneficiary: Beneficiary) throws {
    #expect(try Beneficiary(beneficiary.description) == beneficiary)
  }

  @Test(arguments: ["", "member", "member:", "nobody:x", "rest:1", "company:x"])
  func otherTextsNameNoBeneficiary(_ text: String) {
    #expect(throws: AllocationRefusal.beneficiaryIsMalformed(text)) { try Beneficiary(text) }
  }
}
