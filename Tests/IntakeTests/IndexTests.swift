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
  }

  @Test func `the day of the second index is not part of the sum`() throws {
    let found = try reconcile(0, Tiny.energy("nord-1", january.first), "2025-01-01", "2025-01-02")
    #expect(found.verdict == .agrees && found.days == 1)
  }

  @Test func `days that lack leave the question open, whatever the figures`() throws {
    let found = try reconcile(0, energy, "2024-12-30", "2025-02-01")
    #expect(found.lacking.map(\.description) == ["2024-12-30", "2024-12-31"])
    #expect(found.gap == .zero && found.verdict == .undetermined)
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

  @Test func `a change of a meter that nobody declared is refused`() throws {
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
