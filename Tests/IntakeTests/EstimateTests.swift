import Intake
import Production
import Store
import TestSupport
import Testing
import Units

/// When a logger died, somebody declares what the day was: it counts, and says that it is an estimate.
@Suite struct EstimateTests {
  private let tiny: TinyBook

  init() throws { tiny = try TinyBook(.produced) }

  private func declare(
    _ energy: Int64, _ meter: String = "nord-1", _ day: String = "2025-03-05",
    reason: String = "panne"
  ) throws -> ReadingDecision {
    try declareEstimate(
      WattHours(energy), meter: meter, on: Day(day), reason: reason, in: tiny.book, now: Tiny.now)
  }

  private func days(_ day: String = "2025-03-05") throws -> [StoredDay] {
    let day = try Day(day)
    return try tiny.book.read { try $0.meterDays(in: Period(first: day, last: day), of: "nord-1") }
  }

  @Test func `a declared day counts as an estimate, with its reason, once`() throws {
    #expect(try declare(12_500).decided.map(\.reason) == ["panne"])
    #expect(try days().map(\.reading.energy.units) == [12_500])
    #expect(try days().map(\.reading.quality) == [.estimated])
    let before = try tiny.dump()
    #expect(try declare(12_500).decided.isEmpty)
    #expect(try tiny.dump() == before)
    _ = try declare(13_000, reason: "d'après le site voisin")
    #expect(try days().map(\.reading.energy.units) == [13_000])
  }

  @Test func `a measure that comes later waits for a decision against the estimate`() throws {
    _ = try declare(12_500)
    let day = try Day("2025-03-05")
    let done = try importProduction(
      [TinyBook.file("mars.csv", Tiny.readings("nord-1", [(day, 90_000)]))], to: tiny.book,
      options: ReadingOptions(), now: Tiny.now)
    #expect(done.waiting == 1)
    #expect(try days().map(\.reading.energy.units) == [12_500])
    _ = try Intake.decide(
      .confirmed, [.day(meter: "nord-1", day, version: nil)], reason: "mesure retrouvée",
      in: tiny.book, now: Tiny.now)
    #expect(try days().map(\.reading.quality) == [.measured])
  }

  @Test(arguments: [
    ("nord-1", "2025-01-20", 5, "day-is-measured"),
    ("nord-1", "2025-03-05", -1, "estimate-is-impossible"),
    ("nord-1", "2025-03-05", 99_000_000_000, "estimate-is-impossible"),
    ("nord-1", "2025-12-01", 5, "day-is-not-over"),
    ("nord-1", "2019-03-05", 5, "meter-does-not-serve"),
    ("lune-1", "2025-03-05", 5, "meter-is-unknown"),
  ]) func `what cannot be estimated is refused by name`(
    meter: String, day: String, energy: Int64, expected: String
  ) throws {
    let before = try tiny.dump()
    #expect(codes { _ = try declare(energy, meter, day) } == [expected])
    #expect(try tiny.dump() == before)
  }
}
