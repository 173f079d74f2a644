import Agreements
import Testing
import Text
import Units

@testable import Closing

/// A sound month of one roof: October 2026, complete, under contract, priced, shared by rules.
struct SoundMonth {
  var meters: [JSON] = [
    meter("school-1", "school", from: "2025-01-01"), meter("school-grid", "school", counts: false),
  ]
  var conventions: [JSON] = [
    [
      "id": "roof", "site": "school", "type": "cot", "owner": "town", "first": "2025-01-01",
      "last": "2044-12-31", "rent": ["kind": "zero"],
    ]
  ]
  var contracts: [JSON] = [contract(from: "2025-01-01", price: "2025-01-01")]
  var readings: [String: [Day: OpenMonth.DayState]] = [
    "school-1": Dictionary(
      uniqueKeysWithValues: october.period.days.map { ($0, .complete) })
  ]
  var shareDays: Int64 = 31
  var hasRules = true
  var energyOfYear: [String: WattHours] = [:]
  var awaitedYear: String?
  var bank = [OpenMonth.BankState(account: "main", toldThrough: october.last, unmatched: [])]

  static let school: JSON = [
    "id": "school", "name": "School", "commune": "Here", "owner": "town", "peak_watts": 9000,
    "area_m2": 50, "commissioned": "2020-01-01",
  ]
  static let october = Month(year: 2026, monthOfYear: 10)

  static func meter(
    _ id: String, _ site: String, from: String = "2025-01-01", removed: String? = nil,
    counts: Bool = true
  ) -> JSON {
    var members: [String: JSON] = [
      "id": .string(id), "site": .string(site), "serial": "1", "kind": "inverter",
      "counts": .boolean(counts), "valid_from": .string(from),
    ]
    members["removed"] = removed.map(JSON.string)
    return .object(members)
  }

  static func contract(from: String, to: String? = nil, price: String) -> JSON {
    var members: [String: JSON] = [
      "id": "sale", "site": "school", "buyer": "edf", "number": "1", "effective": .string(from),
      "price": [["from": .string(price), "eur_per_kwh": "0.1"]], "annual_cap_hours": 1600,
    ]
    members["ends"] = to.map(JSON.string)
    return .object(members)
  }

  var openMonth: OpenMonth {
    var dossier = Dossier()
    let faults = Faults()
    let kinds: [(FactKind, [JSON])] = [
      (.site, [Self.school]), (.meter, meters), (.convention, conventions),
      (.purchaseContract, contracts),
    ]
    for (kind, tables) in kinds {
      for table in tables { dossier.take(kind, TableReader(table, faults: faults)) }
    }
    precondition(faults.all.isEmpty, "\(faults.all)")
    return OpenMonth(
      month: Self.october, dossier: dossier, readings: readings, shareDays: shareDays,
      hasRules: hasRules, energyOfYear: energyOfYear, awaitedYear: awaitedYear, bank: bank)
  }

  func with(_ change: (inout SoundMonth) -> Void) -> SoundMonth {
    var copy = self
    change(&copy)
    return copy
  }
}

@Suite struct ChecklistTests {
  static func day(_ day: Int) -> Day { SoundMonth.october.first.adding(days: day - 1) }

  @Test func aSoundMonthPassesEveryCheckOnce() throws {
    let checklist = SoundMonth().openMonth.check()
    // No energy of this month is shared among participants.
    #expect(checklist.items.map(\.check) == Check.allCases.filter { $0 != .sharingTold })
    #expect(checklist.items.allSatisfy { $0.result == .passed && $0.days.isEmpty })
    try checklist.pass()
  }

  /// One change to the sound month, and the failures it makes: check, subject, days.
  static let cases:
    [(name: String, change: @Sendable (inout SoundMonth) -> Void, found: [String])] = [
      (
        "a day missing", { $0.readings["school-1"]?[day(3)] = nil },
        ["production-complete school-1 3"]
      ),
      (
        "two days in part",
        {
          $0.readings["school-1"]?[day(9)] = .incomplete
          $0.readings["school-1"]?[day(31)] = .incomplete
        }, ["production-complete school-1 9,31"]
      ),
      (
        "a movement of the bank that nobody matched, and one of the next month",
        {
          $0.bank = [
            OpenMonth.BankState(
              account: "main", toldThrough: SoundMonth.october.last,
              unmatched: [day(9), day(9), day(32)])
          ]
        }, ["bank-matched main 9"]
      ),
      (
        "a statement that ends too early",
        {
          $0.bank = [OpenMonth.BankState(account: "main", toldThrough: day(29), unmatched: [])]
        }, ["bank-told main 30,31"]
      ),
      ("a zero day is a day", { $0.readings["school-1"]?[day(3)] = .complete }, []),
      ("a held day", { $0.readings["school-1"]?[day(4)] = .held }, ["readings-held school-1 4"]),
      (
        "no readings", { $0.readings = [:] },
        ["production-complete school-1 \((1...31).map(String.init).joined(separator: ","))"]
      ),
      (
        "a meter removed in the month",
        {
          $0.meters = [SoundMonth.meter("school-1", "school", removed: "2026-10-02")]
          $0.readings["school-1"] = [day(1): .complete]
        }, ["production-complete school-1 2"]
      ),
      (
        "a meter of another time",
        { $0.meters.append(SoundMonth.meter("new", "school", from: "2026-11-01")) }, []
      ),
      (
        "a roof without anything",
        { $0.meters.append(SoundMonth.meter("gym-1", "gym", from: "2026-10-30")) },
        [
          "production-complete gym-1 30,31", "convention-in-force gym 30,31",
          "contract-in-force gym 30,31",
        ]
      ),
      (
        "a convention that ends",
        { $0.conventions = [SoundMonth().conventions[0].replacing("last", "2026-10-29")] },
        ["convention-in-force school 30,31"]
      ),
      (
        "a contract that begins",
        { $0.contracts = [SoundMonth.contract(from: "2026-10-03", price: "2026-10-01")] },
        ["contract-in-force school 1,2"]
      ),
      (
        "a price that comes late",
        { $0.contracts = [SoundMonth.contract(from: "2026-01-01", price: "2026-10-02")] },
        ["price-known sale 1"]
      ),
      (
        "a price that never comes, for a contract of three days",
        {
          $0.contracts.append(
            SoundMonth.contract(from: "2026-10-01", to: "2026-10-03", price: "2027-01-01")
              .replacing("id", "other"))
        }, ["contract-alone school 1,2,3", "price-known other 1,2,3"]
      ),
      (
        "the same energy sold twice",
        {
          $0.contracts.append(
            SoundMonth.contract(from: "2026-10-30", price: "2026-01-01").replacing("id", "other"))
        }, ["contract-alone school 30,31"]
      ),
      ("as much as a year may sell", { $0.energyOfYear = ["sale": WattHours(1_600 * 9_000)] }, []),
      (
        "a watt-hour above the yearly cap",
        { $0.energyOfYear = ["sale": WattHours(1_600 * 9_000 + 1)] }, ["cap-respected sale"]
      ),
      ("nobody holds shares", { $0.shareDays = 0 }, ["shares-held "]),
      ("no rules", { $0.hasRules = false }, ["rules-in-force "]),
      ("the year before is open", { $0.awaitedYear = "2025" }, ["year-closed 2025"]),
    ]

  @Test(arguments: cases.indices)
  func eachCheckFailsAlone(_ index: Int) {
    let checklist = SoundMonth().with(Self.cases[index].change).openMonth.check()
    let found = checklist.failures.map { item in
      let days = item.days.map { String($0.calendar.day) }.joined(separator: ",")
      return "\(item.check.rawValue) \(item.subject)\(days.isEmpty ? "" : " ")\(days)"
    }
    #expect(found == Self.cases[index].found, "\(Self.cases[index].name)")
  }

  @Test func whatStandsInTheWayIsNamedWhole() {
    let month = SoundMonth().with {
      $0.shareDays = 0
      $0.hasRules = false
    }
    let checklist = month.openMonth.check()
    #expect(
      throws: ClosingRefusal.checklistStandsInTheWay(SoundMonth.october, checklist.failures)
    ) { try checklist.pass() }
    #expect(checklist.failures.count == 2)
  }

  @Test func aHeldReadingAloneLeavesTheMonthUndetermined() {
    let held = SoundMonth().with { $0.readings["school-1"]?[Self.day(4)] = .held }
    let both = held.with { $0.hasRules = false }
    #expect(outcome(held) == .undetermined)
    #expect(outcome(both) == .refused)
  }

  private func outcome(_ month: SoundMonth) -> Outcome? {
    do {
      try month.openMonth.check().pass()
      return nil
    } catch { return error.outcome }
  }

  @Test func aWaiverLetsThroughWhatAPersonDecided() throws {
    let month = SoundMonth().with { $0.readings["school-1"]?[Self.day(3)] = nil }
    let waived = try month.openMonth.check().waiving(["production-complete"], reason: "storm")
    try waived.pass()
    let item = try #require(waived.items.first)
    #expect(item.result == .waived && item.reason == "storm" && item.days == [Self.day(3)])
    #expect(waived.items.dropFirst().allSatisfy { $0.result == .passed && $0.reason == nil })
  }

  @Test func aWaiverOfAnotherCheckChangesNothing() throws {
    let month = SoundMonth().with { $0.readings["school-1"]?[Self.day(3)] = nil }
    let checklist = month.openMonth.check()
    let other = SoundMonth().openMonth.check()
    #expect(try other.waiving(["production-complete"], reason: "storm") == other)
    #expect(try checklist.waiving([], reason: nil) == checklist)
  }

  @Test(arguments: Check.allCases)
  func onlySomeChecksCanBeWaived(_ check: Check) {
    let checklist = SoundMonth().openMonth.check()
    // Nobody may produce on a roof without a title: that one is never waived.
    let known = ["production-complete", "bank-told", "bank-matched"]
    let isWaivable = known.contains(check.rawValue)
    let refusal = ClosingRefusal.waiverIsUnknown(check.rawValue, known: known)
    if isWaivable {
      #expect(throws: Never.self) { try checklist.waiving([check.rawValue], reason: "r") }
      for reason in [nil, ""] {
        #expect(throws: ClosingRefusal.waiverHasNoReason(check.rawValue)) {
          try checklist.waiving([check.rawValue], reason: reason)
        }
      }
    } else {
      #expect(throws: refusal) { try checklist.waiving([check.rawValue], reason: "r") }
    }
  }
}

extension JSON {
  /// The same object with one text replaced.
  func replacing(_ key: String, _ text: String) -> JSON {
    var members = objectValue ?? [:]
    members[key] = .string(text)
    return .object(members)
  }
}

@Suite struct CalendarTests {
  private static let first = Month(year: 2026, monthOfYear: 9)
  private static let october = Month(year: 2026, monthOfYear: 10)

  /// What is closed so far, the month asked for, the day it is, and the answer.
  static let cases: [(closed: Month?, asked: Month, today: String, found: ClosingRefusal?)] = [
    (nil, first, "2026-10-01", nil),
    (nil, first, "2026-09-30", .monthHasNotEnded(first, today: Day(number: 20_726))),
    (nil, october, "2026-11-01", .earlierMonthIsOpen(october, next: first)),
    (nil, october, "2026-10-31", .monthHasNotEnded(october, today: Day(number: 20_757))),
    (nil, first.previous, "2026-11-01", .monthIsBeforeTheBook(first.previous, first: first)),
    (first, first, "2026-11-01", .monthIsAlreadyClosed(first)),
    (first, first.previous, "2026-11-01", .monthIsBeforeTheBook(first.previous, first: first)),
    (first, october, "2026-11-01", nil),
    (october, first, "2026-12-01", .monthIsAlreadyClosed(first)),
  ]

  @Test(arguments: cases)
  func monthsAreClosedInOrderOnceEachAfterTheyEnd(
    _ closed: Month?, _ asked: Month, _ today: String, _ found: ClosingRefusal?
  ) throws {
    let calendar = ClosingCalendar(first: Self.first, lastClosed: closed)
    let today = try Day(today)
    do {
      try calendar.admit(asked, today: today)
      #expect(found == nil)
    } catch {
      #expect(error == found)
    }
  }
}
