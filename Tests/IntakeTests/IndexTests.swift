import Intake
import Production
import Store
import TestSupport
import Testing
import Units

/// Readings between two index dates sum to the difference of the indexes, or somebody learns why not.
@Suite struct IndexTests {
  private let tiny: TinyBook
  private let january = TinyBook.january

  init() throws { tiny = try TinyBook(.produced) }

  private func apply(_ text: String) throws {
    let file = InputFile(
      path: "compteur.toml", bytes: Array("format = \"soleil-facts/1\"\n\(text)".utf8))
    _ = try Intake.apply([file], to: tiny.book, now: Tiny.now)
  }

  private func reconcile(
    _ from: Int64, _ to: Int64, _ first: String = "2025-01-01", _ last: String = "2025-02-01",
    meter: String = "nord-1", tolerance: Int64? = nil
  ) throws -> IndexReconciliation {
    try tiny.book.read { page in
      try reconcileIndexes(
        of: meter, IndexReading(day: Day(first), index: WattHours(from)),
        IndexReading(day: Day(last), index: WattHours(to)),
        tolerance: tolerance.map { WattHours($0) }, on: page)
    }
  }

  private var energy: Int64 {
    january.period.days.reduce(0) { $0 + Tiny.energy("nord-1", $1) }
  }

  @Test(
    arguments: [
      (0, nil, IndexReconciliation.Verdict.agrees), (16, nil, .agrees), (17, nil, .differs),
      (-16, nil, .agrees), (-17, nil, .differs), (1, 0, .differs), (0, 0, .agrees),
      (2_000, 2_000, .agrees), (2_001, 2_000, .differs),
    ] as [(Int64, Int64?, IndexReconciliation.Verdict)])
  func `a sum agrees within the tolerance and no further`(
    off: Int64, tolerance: Int64?, verdict: IndexReconciliation.Verdict
  ) throws {
    let found = try reconcile(5_000_000, 5_000_000 + energy + off, tolerance: tolerance)
    #expect(found.sum.units == energy && found.difference.units == energy + off)
    #expect(found.gap.units == -off && found.days == 31 && found.lacking.isEmpty)
    #expect(found.verdict == verdict)
    let difference = ReadingRefusal.curveContradictsIndex(
      "nord-1", sum: found.sum, difference: found.difference)
    #expect(found.refusal == (verdict == .differs ? difference : nil))
  }

  @Test func `the day of the second index is not part of the sum`() throws {
    let found = try reconcile(0, Tiny.energy("nord-1", january.first), "2025-01-01", "2025-01-02")
    #expect(found.verdict == .agrees && found.days == 1)
  }

  @Test func `days that lack leave the question open, whatever the figures`() throws {
    let found = try reconcile(0, energy, "2024-12-30", "2025-02-01")
    #expect(found.lacking.map(\.description) == ["2024-12-30", "2024-12-31"])
    #expect(found.gap == .zero && found.verdict == .undetermined)
    #expect(found.refusal == ReadingRefusal.daysLackBetweenIndexes("nord-1", 2))
  }

  @Test func `dates that do not follow, unknown meters and indexes that go back are refused`()
    throws
  {
    let (first, last) = (try Day("2025-02-01"), try Day("2025-01-01"))
    #expect(throws: ReadingRefusal.indexDatesDoNotFollow(first: first, last: last)) {
      try reconcile(0, 1, "2025-02-01", "2025-01-01")
    }
    #expect(throws: IntakeRefusal.meterIsUnknown("lune")) { try reconcile(0, 1, meter: "lune") }
    #expect(
      throws: ReadingRefusal.indexGoesBack("nord-1", first: WattHours(9), last: WattHours(8))
    ) { try reconcile(9, 8) }
  }

  @Test func `a declared change of meter joins what two devices counted`() throws {
    try apply(
      """
      [[meter_change]]
      id = "pose"
      meter = "nord-1"
      valid_from = "2025-01-15"
      last_old_wh = 9_000_000
      first_new_wh = 12
      """)
    let found = try reconcile(8_000_000, 12 + energy - 1_000_000)
    #expect(found.difference.units == energy && found.verdict == .agrees)
    // A change on the day of the second index comes after it was read.
    let before = try reconcile(8_000_000, 8_000_100, "2025-01-01", "2025-01-15")
    #expect(before.difference.units == 100)
  }

  /// Two days of 20 kWh; the device is replaced between 11:00 and 12:00 of the second, 1 kWh either side,
  /// by one that shows 5 kWh, or so many more.
  private func counter(_ more: Int, from first: Int) -> InputFile {
    let rows = (first...48).map { hour -> String in
      let today = 2 * min(max(hour % 24 - 8, 0), 10)
      let new = more + (hour < 48 ? 6 + today - 8 : 18)
      let shown = hour < 36 ? 9_000 + 20 * (hour / 24) + today : new
      let (day, clock) = (3 + hour / 24, hour % 24)
      return "2025-03-0\(day) \(clock < 10 ? "0" : "")\(clock):00:00,\(shown)"
    }
    let text = (["Time,kWh.first"] + rows).joined(separator: "\n") + "\n"
    return InputFile(path: "compteur.csv", bytes: Array(text.utf8))
  }

  private func imported(_ more: Int = 0, from first: Int = 0) throws -> ProductionImport {
    try importProduction(
      [counter(more, from: first)], to: tiny.book,
      options: ReadingOptions(profile: "grafana-counter", meter: "nord-1"), now: Tiny.now)
  }

  private func march() throws -> [Int64] {
    let days = Period(first: try Day("2025-03-03"), last: try Day("2025-03-04"))
    return try tiny.book.read { try $0.meterDays(in: days, of: "nord-1") }
      .filter(\.reading.isComplete).map(\.reading.energy.units)
  }

  @Test func `what was read as a curve is summed to the watt-hour, midnight included`() throws {
    let rows = (0...48).map { hour in
      "2025-03-0\(3 + hour / 24) \(hour % 24 < 10 ? "0" : "")\(hour % 24):00:00,\(9_000 + hour)"
    }
    let text = (["Time,kWh.first"] + rows).joined(separator: "\n") + "\n"
    _ = try importProduction(
      [TinyBook.file("courbe.csv", text)], to: tiny.book,
      options: ReadingOptions(profile: "grafana-counter", meter: "nord-1"), now: Tiny.now)
    for (end, verdict) in [(9_048_001, IndexReconciliation.Verdict.agrees), (9_048_002, .differs)] {
      let found = try reconcile(9_000_000, Int64(end), "2025-03-03", "2025-03-05")
      #expect(found.curves == 2 && found.tolerance.units == 1)
      #expect(found.sum.units == 48_000 && found.verdict == verdict)
    }
  }

  @Test func `a fall of the counter waits, unless its change of meter is declared`() throws {
    #expect(try imported().waiting == 1)
    #expect(try march() == [20_000])
  }

  @Test(arguments: [0, 9_021, 9_022, 9_030, 60_000])
  func `with its change declared the day counts what both devices measured`(more: Int) throws {
    try apply(
      """
      [[meter_change]]
      id = "pose"
      meter = "nord-1"
      valid_from = "2025-03-04"
      last_old_wh = 9_027_000
      first_new_wh = \(5_000 + 1_000 * more)
      """)
    #expect(try imported(more).waiting == 0)
    #expect(try march() == [20_000, 20_000])
  }

  @Test func `a file that begins with the new device is not joined to the old`() throws {
    try apply(
      """
      [[meter_change]]
      id = "pose"
      meter = "nord-1"
      valid_from = "2025-03-04"
      last_old_wh = 9_027_000
      first_new_wh = 5_000
      """)
    #expect(try imported(from: 37).waiting == 0)
    let day = Period(first: try Day("2025-03-04"), last: try Day("2025-03-04"))
    let known = try tiny.book.read { try $0.meterDays(in: day, of: "nord-1") }
    #expect(known.map(\.reading.energy.units) == [10_000])
  }

  @Test func `a register of known size begins anew at zero, and only there`() throws {
    let sites = Tiny.sites.replacing(
      "serial = \"1001\"", with: "serial = \"1001\"\nregister_wraps_at_wh = 10_000_000")
    _ = try Intake.apply([TinyBook.file("sites.toml", sites)], to: tiny.book, now: Tiny.now)
    let found = try reconcile(10_000_000 - 1, energy - 1)
    #expect(found.difference.units == energy && found.verdict == .agrees)
    #expect(
      throws: ReadingRefusal.indexGoesBack(
        "nord-1", first: WattHours(10_000_000), last: WattHours(5))
    ) { try reconcile(10_000_000, 5) }
  }

  @Test func `a change of a meter that is not in the book is refused`() throws {
    #expect(throws: (any Error).self) {
      try apply(
        """
        [[meter_change]]
        id = "pose"
        meter = "lune"
        valid_from = "2025-01-15"
        last_old_wh = 1
        first_new_wh = 0
        """)
    }
  }
}
