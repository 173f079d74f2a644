import Testing
import Units
import Wording
import YearEnd

/// Whatever a year's end refuses is told whole, in both languages.
@Suite struct YearEndWordingTests {
  private static let day = Month(year: 2026, monthOfYear: 6).first
  private static let period = Period(first: day, last: day.next)

  static let refusals: [YearEndRefusal] = [
    .yearIsUnknown("2031", known: ["2025", "2026"]),
    .monthIsStillOpen(year: "2025", day.month), .earlierYearIsOpen(year: "2026", earlier: "2025"),
    .draftsAreLeft(year: "2025", 1), .draftsAreLeft(year: "2025", 3), .yearIsNotClosed("2025"),
    .yearIsAppropriated("2025", by: "AG-1"), .earlierResultAwaits(year: "2026", earlier: "2025"),
    .referenceIsTaken("AG-1"), .referenceIsEmpty, .dividendIsGivenTwice,
    .dividendIsNegative(Ratio(-5, 4)), .meetingIsTooEarly(day, earliest: day.next),
    .meetingIsToCome(day.next, today: day), .bookedBeforeTheMeeting(day, meeting: day.next),
    .meetingDayIsClosed(day, firstOpen: day.next),
    .legalReserveIsTooLow(asked: Cents(1), due: Cents(2), base: Cents(40), room: Cents(5)),
    .tooMuchIsTaken(account: "110000", asked: Cents(2), there: Cents(1)),
    .partsDoNotMakeTheResult(parts: Cents(1), result: Cents(2)),
    .lossesComeBeforeDividends(losses: Cents(1), dividend: Cents(2), distributable: Cents(3)),
    .lossYieldsNoDividend(dividend: Cents(1), result: Cents(-2), distributable: Cents(0)),
    .dividendExceedsTheDistributable(dividend: Cents(2), distributable: Cents(1)),
    .profitComesBeforeReserves(taken: Cents(1), kept: Cents(2)),
    .netAssetsAreTooLow(after: Cents(1), least: Cents(2)),
    .formationExpensesStand(unamortised: Cents(2), freeReserves: Cents(1)),
    .paymentDateIsMissing, .paymentIsTooLate(day.next, limit: day),
    .paymentIsBeforeTheMeeting(day, meeting: day.next), .nobodyHeldShares(period),
    .dividendIsBelowTheInterim(dividend: Cents(1), interim: Cents(2)), .certifiedBalanceIsMissing,
    .certifiedBalanceIsMisdated(day, first: day, last: day.next),
    .interimExceedsTheProfit(interim: Cents(2), allowed: Cents(1)),
  ]

  @Test(arguments: refusals.indices) func `what, why and what to do are said in both languages`(
    _ index: Int
  ) {
    let refusal = Self.refusals[index]
    let told = refusal.explanation
    for words in [told.what, told.why, told.remedy] {
      for text in [words.french, words.english] {
        #expect(text.count > 15 && text != refusal.code, "\(refusal.code): \(text)")
      }
    }
    #expect(told.what.french != told.what.english)
  }

  @Test func `each refusal has words of its own`() {
    let said = Self.refusals.filter { $0.code != "drafts-are-left" }.map(\.explanation.what.french)
    #expect(Set(said).count == said.count)
    #expect(Set(Self.refusals.map(\.code)).count == Self.refusals.count - 1)
  }

  @Test func `a meeting in a closed month is told the line to add`() {
    let told = YearEndRefusal.meetingDayIsClosed(Self.day, firstOpen: Self.day.next).explanation
    #expect(told.remedy.english == "Add to the resolution: booked_on = 2026-06-02")
  }

  @Test func `every rule and stage has a name`() {
    let rules = Set(Step.Rule.allCases.map { ViewWords.name($0).french })
    #expect(rules.count == Step.Rule.allCases.count)
    #expect(Set(YearState.Stage.allCases.map { ViewWords.name($0).english }).count == 4)
  }
}
