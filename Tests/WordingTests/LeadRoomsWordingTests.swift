import Agreements
import Closing
import Journal
import Store
import Testing
import Text
import Units
import Wording

@Suite struct LeadRoomsWordingTests {
  static let spaces: [(source: String, set: String)] = [
    ("Quoi : rien ; non ? si !", "Quoi\u{A0}: rien\u{202F}; non\u{202F}? si\u{202F}!"),
    ("le « mot » dit", "le «\u{A0}mot\u{A0}» dit"), ("a:b, 12:30", "a:b, 12:30"), ("", ""),
    (" ", " "), ("fin :", "fin\u{A0}:"),
  ]

  @Test(arguments: spaces)
  func frenchGetsItsNoBreakSpaces(_ source: String, _ set: String) {
    let words = Words(source, source)
    #expect(words.french == set)
    #expect(words.english == source)
    #expect(Words(words.french, "").french == set)
  }

  static let runs: [(days: [String], french: String, english: String)] = [
    ([], "", ""), (["2026-10-01"], "1er octobre 2026", "1 October 2026"),
    (["2026-10-02", "2026-10-01"], "1-2 octobre 2026", "1-2 October 2026"),
    (
      ["2026-10-03", "2026-10-04", "2026-10-05", "2026-10-09", "2026-10-30", "2026-10-31"],
      "3-5, 9 et 30-31 octobre 2026", "3-5, 9 and 30-31 October 2026"
    ),
    (
      ["2026-09-30", "2026-10-01", "2026-10-01"], "30 septembre 2026\u{202F}; 1er octobre 2026",
      "30 September 2026; 1 October 2026"
    ),
  ]

  @Test(arguments: runs)
  func daysAreListedInRuns(_ days: [String], _ french: String, _ english: String) throws {
    #expect(dayRuns(try days.map { try Day($0) }) == Words(french, english))
  }

  static let amounts: [(units: Int64, unit: Unit, french: String, english: String)] = [
    (123_456, .cents, "1\u{202F}234,56\u{A0}€", "€1,234.56"),
    (1_250, .wh, "1,250\u{A0}kWh", "1.250\u{A0}kWh"), (1, .shares, "1 part", "1 share"),
    (0, .shares, "0 part", "0 shares"), (-1, .shares, "-1 part", "-1 shares"),
    (2, .shares, "2 parts", "2 shares"),
  ]

  @Test(arguments: amounts)
  func amountsAreWrittenInTheirUnit(
    _ units: Int64, _ unit: Unit, _ french: String, _ english: String
  ) {
    #expect(amount(units, unit) == Words(french, english))
  }

  private static let october = Month(year: 2026, monthOfYear: 10)

  @Test func whatStandsInTheWayIsListedWithItsDays() {
    let missing = CheckItem(
      .productionComplete, "school-1", failing: [october.first, october.first.next])
    let rules = CheckItem(.rulesInForce, "", failing: [], failed: true)
    let told = ClosingRefusal.checklistStandsInTheWay(october, [missing, rules]).explanation
    #expect(
      told.what.french == """
        Le mois d'octobre 2026 ne peut pas être clos\u{202F}; ce qui s'y oppose\u{A0}:
          - production incomplète, compteur school-1\u{A0}: 1-2 octobre 2026 (production-complete)
          - aucune règle de répartition en vigueur (rules-in-force)
        """)
    #expect(told.remedy.english.hasSuffix("--waive production-complete --reason \"…\""))
  }

  @Test func whatIsToldSendsNoCommandToTheTerminal() {
    let place = Place(file: "t", line: 1, column: 2, excerpt: "\u{1B}[2Jé\u{9B}\u{7F}\r\tz")
    let told = Telling(Located(TextRefusal.keyIsMissing("a\u{0}b"), at: place)).text(.english)
    #expect(told.contains("“a␀b”"))
    #expect(told.contains("  | ␛[2Jé\u{FFFD}␡␍\tz\n  |  ^"))
  }

  private var october: Month { Self.october }

  /// One refusal of each make: no sentence is empty, and both languages differ.
  static let refusals: [any Refusal & Worded] = [
    TextRefusal.keyIsMissing("id"), TextRefusal.tomlIsMalformed("x"),
    TextRefusal.textIsNotUTF8, TextRefusal.jsonIsMalformed(offset: 3),
    TextRefusal.numberIsNotWhole(offset: 1), TextRefusal.keyIsRepeated("k"),
    TextRefusal.keyIsUnknown("k", known: ["a"]), TextRefusal.keysExcludeEachOther("k", "l"),
    TextRefusal.valueHasWrongType(key: "k", expected: .day),
    TextRefusal.valueIsNotAllowed(key: "k", value: "v", allowed: ["a"]),
    TextRefusal.numberIsOutOfRange(key: "k", value: 0, 1...9),
    TextRefusal.textHasControlCharacter(key: "k", 0x1B),
    AgreementRefusal.sirenIsWrong("1"), AgreementRefusal.fileHasNoFact,
    AgreementRefusal.rentPercentageIsOutOfRange(Ratio(101, 1)),
    AgreementRefusal.rentFloorExceedsTheCap(floor: Cents(2), cap: Cents(1)),
    AgreementRefusal.electricityPriceIsNegative(Ratio(-1, 3)),
    AgreementRefusal.loanRateIsOutOfRange(Ratio(31, 10)),
    AgreementRefusal.plantAccountIsMalformed("1"),
    AgreementRefusal.depreciationAccountIsMalformed("1"),
    AgreementRefusal.firstYearIsTooLong(first: october.first, last: october.last),
    AgreementRefusal.serialIsShared("1", meters: ["a", "b"]),
    AgreementRefusal.formatIsUnknown("x", known: "y"),
    AgreementRefusal.identifierIsMalformed(""), AgreementRefusal.rentIsIncomplete("x"),
    JournalRefusal.entryIsUnbalanced(.cents, debit: .max, credit: .min),
    JournalRefusal.entryIsTooLarge(.wh), JournalRefusal.entryHasTooFewLines(1),
    JournalRefusal.entryLacks(.voucher),
    JournalRefusal.accountIsUnknown("5"), ClosingRefusal.monthIsNotClosed(october),
    ClosingRefusal.memberHasNoStatement("M1", october), ClosingRefusal.waiverHasNoReason("x"),
    StoreRefusal.guardHeld("entry-is-unbalanced"), StoreRefusal.guardHeld("fact-is-append-only"),
    StoreRefusal.guardHeld("schema-constraint"), StoreRefusal.bookIsBusy("b"),
    StoreRefusal.diskFailed("b", reason: "r"), StoreRefusal.folderIsForeign("f"),
  ]

  @Test(arguments: refusals.indices)
  func everySentenceIsThereInBothLanguages(_ index: Int) {
    let told = Self.refusals[index].explanation
    for words in [told.what, told.why, told.remedy] {
      #expect(words.french.count > 8 && words.english.count > 8)
      #expect(words.french != words.english)
    }
    #expect(told.what.french != Self.refusals[index].code)
  }
}
