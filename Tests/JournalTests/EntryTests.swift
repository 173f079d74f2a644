import Journal
import TestSupport
import Testing
import Units

/// A draft of these lines that is otherwise sound.
func draft(_ postings: [Posting], journal: JournalCode = .miscellaneous) -> DraftEntry {
  let day = Day(number: 20_000)
  return DraftEntry(
    key: "k", date: day, journal: journal, voucher: "v", voucherDate: day, label: "l",
    origin: "test", postings: postings)
}

/// What an entry of a draft is refused for.
func refusals(_ draft: DraftEntry) -> [JournalRefusal] {
  do {
    _ = try Entry(checking: draft)
    return []
  } catch { return error.all.compactMap { $0 as? JournalRefusal } }
}

@Suite struct EntryTests {
  private static let pair = [
    Posting(.debit, "512100", 5, .cents), Posting(.credit, "701000", 5, .cents),
  ]

  static let cases: [(postings: [Posting], journal: JournalCode, found: [JournalRefusal])] = [
    (pair, .sales, []),
    ([], .sales, [.entryHasTooFewLines(0)]),
    (
      [Posting(.debit, "512100", 5, .cents)], .sales,
      [.entryHasTooFewLines(1), .entryIsUnbalanced(.cents, debit: 5, credit: 0)]
    ),
    (
      [Posting(.debit, "512100", 5, .cents), Posting(.credit, "701000", 4, .cents)], .sales,
      [.entryIsUnbalanced(.cents, debit: 5, credit: 4)]
    ),
    (
      [Posting(.debit, "512", 5, .cents), Posting(.credit, "701000", 5, .cents)], .sales,
      [.accountIsUnknown("512")]
    ),
    (
      [Posting(.debit, "912000", 5, .wh), Posting(.credit, "911000", 5, .wh)], .sales,
      [
        .accountIsInTheWrongJournal("912000", .sales),
        .accountIsInTheWrongJournal("911000", .sales),
      ]
    ),
    ([Posting(.debit, "912000", 5, .wh), Posting(.credit, "911000", 5, .wh)], .memorandum, []),
    (
      pair, .memorandum,
      [
        .accountIsInTheWrongJournal("512100", .memorandum),
        .accountIsInTheWrongJournal("701000", .memorandum),
      ]
    ),
    (
      [Posting(.debit, "912000", 5, .cents), Posting(.credit, "911000", 5, .cents)], .memorandum,
      [
        .accountHasAnotherUnit("912000", account: .wh, line: .cents),
        .accountHasAnotherUnit("911000", account: .wh, line: .cents),
      ]
    ),
    (
      [Posting(.debit, "512100", 0, .cents), Posting(.credit, "701000", 0, .cents)], .sales,
      [.amountIsNotPositive(line: 1, 0), .amountIsNotPositive(line: 2, 0)]
    ),
    (
      [Posting(.debit, "512100", -5, .cents), Posting(.credit, "701000", -5, .cents)], .sales,
      [.amountIsNotPositive(line: 1, -5), .amountIsNotPositive(line: 2, -5)]
    ),
    (
      [
        Posting(.debit, "512100", 5, .cents), Posting(.credit, "701000", 5, .cents),
        Posting(.debit, "912000", 3, .wh),
      ], .sales,
      [
        .accountIsInTheWrongJournal("912000", .sales),
        .entryIsUnbalanced(.wh, debit: 3, credit: 0),
      ]
    ),
    (
      [
        Posting(.debit, "512100", .max, .cents), Posting(.debit, "512100", .max, .cents),
        Posting(.credit, "701000", 1, .cents),
      ], .sales, [.entryIsTooLarge(.cents)]
    ),
    (
      [
        Posting(.debit, "512100", .max, .cents), Posting(.debit, "512100", 1, .cents),
        Posting(.credit, "701000", .max, .cents), Posting(.credit, "701000", 1, .cents),
      ], .sales, [.entryIsTooLarge(.cents)]
    ),
    (
      [
        Posting(.debit, "512100", Entry.mostUnits - 1, .cents),
        Posting(.debit, "512100", 1, .cents),
        Posting(.credit, "701000", Entry.mostUnits, .cents),
      ], .sales, []
    ),
  ]

  @Test(arguments: cases)
  func aDraftIsRefusedForEverythingThatIsWrong(
    _ postings: [Posting], _ journal: JournalCode, _ found: [JournalRefusal]
  ) {
    #expect(refusals(draft(postings, journal: journal)) == found)
  }

  @Test(arguments: [
    ("member:M1", true), ("supplier:sem", true), ("member", false), (":x", false), ("x:", false),
    ("a:b:c", false), ("", false), (":", false), ("|:x", false), ("x:|", false), ("a|:x", true),
    (" :x", false),
    ("x:\u{7F}", false), ("é:à", true), ("a b:c", true),
  ])
  func anAuxiliaryIsAKindAndAnIdentifier(_ text: String, _ isSound: Bool) {
    let lines = [
      Posting(.debit, "512100", 5, .cents, Analysis(auxiliary: text)), EntryTests.pair[1],
    ]
    #expect(refusals(draft(lines)) == (isSound ? [] : [.auxiliaryIsMalformed(text)]))
  }

  @Test func anEntryNeedsLabelVoucherAndKey() {
    var empty = draft(EntryTests.pair)
    empty.label = ""
    empty.voucher = ""
    empty.key = ""
    #expect(refusals(empty) == [.entryLacks(.label), .entryLacks(.voucher), .entryLacks(.key)])
    #expect(
      refusals(empty).map(\.code) == [
        "entry-lacks-label", "entry-lacks-voucher", "entry-lacks-key",
      ])
  }

  /// Every entry of up to three lines on three accounts of two units with amounts 0…2: it is built
  /// just when signed sums vanish in each unit, reckoned here one line at a time.
  @Test func noUnbalancedEntryCanBeBuiltInASmallWorld() {
    let lines: [Posting] = [("911000", Unit.wh), ("912000", .wh), ("901000", .shares)].flatMap {
      account, unit in
      [Side.debit, .credit].flatMap { side in
        (0...2).map { Posting(side, account, Int64($0), unit) }
      }
    }
    var built = 0
    for count in 0...3 {
      var picks = [Int](repeating: 0, count: count)
      repeat {
        let postings = picks.map { lines[$0] }
        var sums: [Unit: Int64] = [:]
        for line in postings {
          sums[line.unit, default: 0] += line.side == .debit ? line.amount : -line.amount
        }
        let isSound =
          count >= 2 && sums.values.allSatisfy { $0 == 0 } && postings.allSatisfy { $0.amount > 0 }
        #expect(refusals(draft(postings, journal: .memorandum)).isEmpty == isSound)
        built += isSound ? 1 : 0
      } while advance(&picks, lines.count)
    }
    // Two lines: 16 in watt-hours, 4 in shares; three, 2 against 1 and 1: 48 and 6.
    #expect(built == 20 + 54)
  }

  private func advance(_ digits: inout [Int], _ base: Int) -> Bool {
    for index in digits.indices {
      digits[index] += 1
      if digits[index] < base { return true }
      digits[index] = 0
    }
    return false
  }

  @Test func aRandomBalancedEntryIsBuiltAndOneCentMoreIsNot() {
    var random = SplitMix(seed: 7)
    for _ in 0..<200 {
      var lines = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Posting(.debit, "613200", Int64.random(in: 1...1_000_000_000, using: &random), .cents)
      }
      let total = lines.reduce(0) { $0 + $1.amount }
      lines.append(Posting(.credit, "408100", total, .cents))
      lines.shuffle(using: &random)
      #expect(refusals(draft(lines)) == [])
      let place = Int.random(in: lines.indices, using: &random)
      let line = lines[place]
      lines[place] = Posting(line.side, line.account, line.amount + 1, .cents)
      #expect(refusals(draft(lines)).count == 1)
    }
  }

  @Test(arguments: [
    (Int64(5), Side.debit, Int64(5)), (-5, .credit, 5), (0, .debit, 0),
  ])
  func aNegativeAmountStandsOnTheOtherSide(_ amount: Int64, _ side: Side, _ magnitude: Int64) {
    let line = Posting.debit("512100", Cents(amount))
    #expect(line.side == side)
    #expect(line.amount == magnitude)
    #expect(Posting.credit("512100", Cents(amount)).side == (amount < 0 ? .debit : .credit))
    #expect(line.debit - line.credit == amount)
  }
}

@Suite struct FiscalYearTests {
  static let years: [(day: String, first: String?)] = [
    ("2024-08-31", nil), ("2024-09-01", "2024-09-01"), ("2025-12-31", "2024-09-01"),
    ("2026-01-01", "2026-01-01"), ("2028-02-29", "2028-01-01"), ("2028-12-31", "2028-01-01"),
  ]

  @Test(arguments: years)
  func aDayLiesInTheYearThatHoldsIt(_ day: String, _ first: String?) throws {
    let year = FiscalYear(first: try Day("2024-09-01"), last: try Day("2025-12-31"))
    #expect(year.containing(try Day(day))?.first.description == first)
  }

  /// Years follow each other without gap or overlap, whatever day of the month they end on.
  @Test(arguments: ["2024-12-31", "2024-06-30", "2024-02-29", "2023-02-28", "2024-03-15"])
  func yearsFollowWithoutGap(_ last: String) throws {
    var year = FiscalYear(first: try Day(last).adding(days: -200), last: try Day(last))
    for _ in 0..<12 {
      let next = year.following
      #expect(next.first == year.last.next)
      #expect((365...366).contains(next.period.length ?? 0))
      year = next
    }
    #expect(year.name == String(year.last.calendar.year))
  }
}
