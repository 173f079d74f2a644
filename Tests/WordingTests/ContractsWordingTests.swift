import Agreements
import Allocation
import Membership
import Testing
import Text
import Units
import Wording

/// Every case of the refusals of Units, CSV, Membership and Allocation can be told to a person.
@Suite struct ContractsWordingTests {
  typealias Told = Refusal & Worded

  static let units: [UnitRefusal] = [
    .dayIsNotACalendarDay("x"), .monthIsNotACalendarMonth("x"), .numberIsNotDecimal("x"),
    .numberIsTooFine("x", decimals: 2), .sumIsTooLarge, .weightIsNegative(-1),
    .periodEndsBeforeItStarts(Day(number: 2), Day(number: 1)),
  ]
  static let csv: [CSVRefusal] = [
    .fileIsTooLarge(bytes: 1 << 32), .textIsNotUTF8, .headingIsMissing, .quoteIsNeverClosed,
    .textFollowsAQuote, .quoteStandsInsideACell, .cellHasControlCharacter(0),
    .columnIsUnknown("x", known: ["a", "b"]),
    .columnIsMissing("x"), .columnIsRepeated("x"), .rowIsRagged(cells: 1, columns: 2),
  ]
  static let allocation: [AllocationRefusal] = [
    .nothingTakesTheRemainder, .remainderIsNotLast("s"), .stepIsRepeated("s"),
    .stepIDIsMalformed("s"), .percentageIsOutOfRange(step: "s", Ratio(3, 2)),
    .fixedAmountIsNegative(step: "s", Cents(-1)), .beneficiaryIsMalformed("x"),
    .collegeIsUnknown(step: "s", "c"), .collegeIsRepeated("c"),
    .memberIsRepeated("M1", college: "c"), .weightIsNegative(of: "M1"), .sumIsTooLarge,
    .residuesDoNotSumToZero(division: "s/members"),
  ]

  static func membership() throws -> [MembershipRefusal] {
    let member = try MemberNumber("M1")
    let college = try CollegeID("citizens")
    let (day, cents) = (Day(number: 0), Cents(50_00))
    return [
      .memberNumberIsMalformed("x"), .collegeIDIsMalformed("x"), .nominalIsNotPositive(cents),
      .floorExceedsTheCeiling(floor: cents, ceiling: cents), .ceilingIsTooLarge(cents),
      .collegeIsDescribedTwice(college), .capitalAccountIsMalformed("1"),
      .collegeWeightIsNegative(key: "voting_weight", Ratio(-1, 2)), .memberKindIsUnknown("x"),
      .languageIsUnknown("x"), .personHasNoName(member), .organisationHasNoName(member),
      .memberIsRepeated(member), .memberHasOtherContent(member), .referenceIsMissing,
      .referenceHasOtherContent("r", order: 3),
      .companyDoesNotExistYet(day, founded: day), .sharesAreNotPositive(.zero),
      .amountIsNotTheNominal(cents, shares: Shares(2), nominal: cents), .priceIsNegative(cents),
      .transferHasNoReceiver, .transferGoesToTheGiver(member),
      .counterpartyIsNotExpected(member), .memberIsUnknown(member), .receiverIsNoMember(member),
      .memberHadNotJoined(member, day), .collegeIsUnknown(college, day),
      .kindIsNotAdmitted(.company, college),
      .holdingIsInsufficient(member, on: day, held: Shares(1), needed: Shares(2)),
      .capitalFallsBelowTheFloor(on: day, capital: cents, floor: cents),
      .capitalExceedsTheCeiling(on: day, capital: cents, ceiling: cents),
    ]
  }

  static func loans() throws -> [LoanRefusal] {
    let day = try Day("2026-03-01")
    return [
      .deferralDoesNotFit(3, of: 3), .stepsDoNotFit(first: 1, last: 3),
      .stepDoesNotPayInterest(loan: "x", number: 2, paid: Cents(1), interest: Cents(2)),
      .repaymentDoesNotFit(loan: "x", day, asked: Cents(2), left: Cents(1)),
    ]
  }

  @Test func everyRefusalIsWordedInBothLanguages() throws {
    let all: [any Told] =
      Self.units + Self.csv + Self.allocation + (try Self.membership())
      + (try Self.loans())
    #expect(Set(all.map(\.code)).count == all.count)
    for refusal in all {
      let explanation = refusal.explanation
      for words in [explanation.what, explanation.why, explanation.remedy] {
        #expect(words.french.hasSuffix(".") || words.french.hasSuffix(")"), "\(refusal.code)")
        #expect(words.english.hasSuffix(".") || words.english.hasSuffix(")"), "\(refusal.code)")
        #expect(words.french != words.english, "\(refusal.code)")
      }
      #expect(refusal.code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    }
    // No two cases fall through to one sentence, but the two kinds of missing name.
    #expect(Set(all.map(\.explanation)).count == all.count - 1)
  }

  @Test func aRefusalOfTheRegisterNamesItsArticle() throws {
    for refusal in try Self.membership() {
      guard let article = refusal.article else { continue }
      #expect(refusal.explanation.why.french.contains(article))
    }
    let floor = MembershipRefusal.capitalFallsBelowTheFloor(
      on: try Day("2026-03-01"), capital: Cents(450_00), floor: Cents(500_00))
    #expect(
      floor.explanation.what.english
        == "The capital would fall to €450.00 on 1 March 2026; floor: €500.00.")
  }
}
