import Agreements
import Intake
import Store
import TestSupport
import Testing
import Text
import Units

/// What a site gave stands beside what it should have given; what is not known is named by its days.
@Suite struct SiteYieldTests {
  private let january = TinyBook.january

  private func view(
    _ tiny: TinyBook, _ period: Period, today: String = "2025-12-01"
  ) throws -> ProductionView {
    try tiny.book.read { try ProductionView($0, over: period, today: Day(today)) }
  }

  @Test func `energy, yield and availability of each site, reckoned apart`() throws {
    let tiny = try TinyBook(.produced)
    let rows = try view(tiny, january.period).yields(byMonth: false)
    #expect(rows.map(\.site.id) == ["nord", "sud"])
    for row in rows {
      let sum = january.period.days.reduce(Int64(0)) {
        $0 + Tiny.energy("\(row.site.id)-1", $1)
      }
      #expect(row.energy.units == sum)
      let thousandths = Int128(sum) * 1_000
      let yield = Int128(row.specificYield.units) * Int128(row.site.peakWatts)
      #expect((yield - thousandths).magnitude * 2 <= Int128(row.site.peakWatts))
      #expect(row.coveredSeconds == 31 * 86_400 && row.expectedSeconds == 31 * 86_400)
      #expect(row.wholeDays == 31 && row.days == 31 && row.target == nil)
    }
  }

  @Test func `the months of a period sum to the period; nothing is expected of today`() throws {
    let tiny = try TinyBook(.produced)
    let period = Period(first: january.first, last: january.adding(2).last)
    let whole = try view(tiny, period, today: "2025-03-11").yields(byMonth: false)
    let months = try view(tiny, period, today: "2025-03-11").yields(byMonth: true)
    for row in whole {
      let parts = months.filter { $0.site.id == row.site.id }
      #expect(parts.map(\.days) == [31, 28, 10] && parts.map(\.wholeDays) == [31, 28, 0])
      #expect(parts.reduce(.zero) { $0 + $1.energy } == row.energy)
      #expect(parts.reduce(0) { $0 + $1.expectedSeconds } == row.expectedSeconds)
    }
  }

  @Test(arguments: [
    ("2025-01-01", "2025-12-31", 78_000_000), ("2025-01-01", "2025-01-31", 1_000_000),
    ("2025-02-01", "2025-02-14", 1_000_000), ("2025-01-31", "2025-02-01", 32_258 + 71_429),
    ("2024-02-01", "2024-02-01", 68_966),
  ]) func `a yield study expects of some days their part of the month`(
    first: String, last: String, expected: Int64
  ) throws {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let rows = names.enumerated().map { "\($1) = \(($0 + 1) * 1_000)" }.joined(separator: "\n")
    let document = try TOMLDocument(reading: Array(rows.utf8), file: "étude.toml")
    let faults = Faults()
    let study = YieldStudy(TableReader(document, faults: faults))
    try faults.check()
    let period = Period(first: try Day(first), last: try Day(last))
    #expect(study.energy(over: period, through: try Day(last)).units == expected)
  }

  @Test func `days that no file tells, or only in part, or twice, are gaps`() throws {
    let tiny = try TinyBook(.produced)
    let day = try Day("2025-01-20")
    _ = try importProduction(
      [TinyBook.file("autre.csv", Tiny.readings("nord-1", [(day, 5)]))], to: tiny.book,
      options: ReadingOptions(), now: Tiny.now)
    let period = Period(first: january.first, last: try Day("2025-03-02"))
    let march = [try Day("2025-03-01"), try Day("2025-03-02")]
    let gaps = try view(tiny, period).gaps()
    #expect(gaps.map(\.meter) == ["nord-1", "nord-1", "sud-1"])
    #expect(gaps.map(\.kind) == [.missing, .waiting, .missing])
    #expect(gaps.map(\.days) == [march, [day], march])
    #expect(try view(tiny, january.period, today: "2025-01-01").gaps().isEmpty)
  }
}
