import Testing
import Text
import Units

@testable import Agreements

/// Curves of shared energy as tables, written by hand in every manner and read back.
@Suite struct SharedCurvesTests {
  private static func dossier(_ sharing: String) throws -> Dossier {
    let read = try read(SharingTests.contracts + sharing)
    #expect(read.faults.isEmpty)
    return read.dossier
  }

  private static func curves(_ sharing: String = SharingTests.sharing()) throws -> SharedCurves {
    let dossier = try dossier(sharing)
    return SharedCurves(try #require(dossier.sharings["acc"]), in: dossier)
  }

  /// The watt-hours of the steps of a day: a multiple of four, so that quarter hours of watts are whole.
  private static func told(_ day: Day, _ step: Int, _ column: Int) -> Int64 {
    Int64((Int(day.number) * 31 + step * 17 + column * 101) % 500 * 4)
  }

  /// How a table writes time and energy.
  enum Manner: CaseIterable {
    case plain, ends, offset, french, backwards, shuffled, kilowattHours, watts
  }

  private static func stamp(_ instant: Instant, _ manner: Manner) -> String {
    let ahead = ParisTime.offset(at: instant)
    let (day, second) = instant.split(offset: ahead)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(second / 3600)):\(two(second / 60 % 60))"
    let (year, month, number) = day.calendar
    switch manner {
    case .offset, .shuffled: return "\(day)T\(clock):00+0\(ahead / 3600):00"
    case .french: return "\(two(number))/\(two(month))/\(year) \(clock)"
    default: return "\(day) \(clock):00"
    }
  }

  private static func table(_ days: [Day], minutes: Int64, _ manner: Manner) -> String {
    var rows: [String] = []
    for day in days {
      let start = ParisTime.start(of: day)
      for step in 0..<Int(ParisTime.length(of: day) / (minutes * 60)) {
        let shift = (Int64(step) + (manner == .ends ? 1 : 0)) * minutes * 60
        let cells = (0..<3).map { column in
          let energy = told(day, step, column)
          return switch manner {
          case .kilowattHours: "\(energy / 1000),\(String(energy % 1000 + 1000).dropFirst())"
          case .watts: String(energy * 60 / minutes)
          default: String(energy)
          }
        }
        rows.append(([stamp(start.adding(seconds: shift), manner)] + cells).joined(separator: ";"))
      }
    }
    if manner == .backwards { rows.reverse() }
    if manner == .shuffled {
      rows = rows.indices.map { rows[$0 * 11 % rows.count] }
    }
    let heading =
      manner == .french
      ? "Horodatage;Production roof;Consommation hall;Soutirage POOL"
      : "stamp;production.roof;consumption.hall;consumption.pool"
    return ([heading] + rows).joined(separator: "\r\n") + "\r\n"
  }

  @Test(arguments: Manner.allCases, [("2026-03", Int64(15)), ("2026-10", 30), ("2026-02", 60)])
  func `a month is the same in whatever manner it is written`(
    _ manner: Manner, _ month: (String, Int64)
  ) throws {
    let (name, minutes) = (try Month(month.0), month.1)
    let days = Array(name.period.days)
    let found = try Self.curves().months(
      reading: Array(Self.table(days, minutes: minutes, manner).utf8), file: "t.csv",
      unit: manner == .kilowattHours ? .kilowattHours : manner == .watts ? .watts : .wattHours)
    #expect(found.map(\.month) == [name])
    let faults = Faults()
    let read = SharedMonth(TableReader(try #require(found.first).body, faults: faults))
    #expect(faults.all.isEmpty && read.days.map(\.day) == days)
    for day in read.days {
      let steps = Int(ParisTime.length(of: day.day) / (minutes * 60))
      let series = (0..<3).map { column in (0..<steps).map { Self.told(day.day, $0, column) } }
      #expect(day.production == ["roof": series[0]])
      #expect(day.consumption == ["hall": series[1], "pool": series[2]])
    }
  }

  /// A third of a watt-hour a step: the running sum is rounded, and the day is right.
  @Test func `what is no whole watt-hour is rounded as the sum of its day`() throws {
    let rows = (0..<24).map { "2026-02-01 \($0 < 10 ? "0" : "")\($0):00,0.0015,0.333333,0" }
    let text = "stamp,production.roof,consumption.hall,consumption.pool\n"
    let found = try Self.curves().months(
      reading: Array((text + rows.joined(separator: "\n")).utf8), file: "t.csv",
      unit: .kilowattHours)
    let read = SharedMonth(TableReader(try #require(found.first).body, faults: Faults()))
    let told = try #require(read.days.first)
    // 1.5 Wh an hour: 2, 1, 1 (4.5 is 4), 2, and 36 in all; 333.333 Wh an hour: 7 999.992 is 8 000.
    #expect(told.production["roof"]?.prefix(4) == [2, 1, 1, 2])
    #expect(told.production["roof"]?.reduce(0, +) == 36)
    #expect(told.consumption["hall"]?.reduce(0, +) == 8000)
  }

  @Test func `keys and deliveries have columns of their own`() throws {
    func table(_ heading: String, _ rows: [String]) -> [UInt8] {
      Array(([heading] + rows).joined(separator: "\n").utf8)
    }
    let keys = "stamp;production.roof;consumption.hall;consumption.pool;clé roof/hall;clé roof/pool"
    let hours = (0..<24).map { "2026-01-05 \($0):00;9;5;5;0,25;\($0 == 0 ? "0" : "0.5")" }
    let full = try Self.curves(SharingTests.sharing("full"))
      .months(reading: table(keys, hours), file: "t", unit: .wattHours)
    let day = try #require(
      full.first.map { SharedMonth(TableReader($0.body, faults: Faults())) }?.days.first)
    #expect(day.keys["roof/hall"] == Array(repeating: 250_000, count: 24))
    #expect(day.keys["roof/pool"]?.prefix(2) == [0, 500_000])

    // A private line: a row a day, or a row an hour.
    let metered = try Self.curves(SharingTests.sharing("metered"))
    let daily = table("date;livré a;livré b", ["05/01/2026;5;7", "2026-02-01;1;2"])
    let months = try metered.months(reading: daily, file: "t", unit: .wattHours)
    #expect(months.map(\.month) == [try Month("2026-01"), try Month("2026-02")])
    let hourly = table("date;livré a;livré b", (0..<24).map { "2026-01-05 \($0):00;5;7" })
    for (body, expected) in [
      (months[0].body, ["a": Int64(5), "b": 7]),
      (
        try metered.months(reading: hourly, file: "t", unit: .wattHours)[0].body,
        ["a": 120, "b": 168]
      ),
    ] {
      let faults = Faults()
      let read = SharedMonth(TableReader(body, faults: faults))
      #expect(faults.all.isEmpty && read.days.map(\.delivered) == [expected])
    }
  }

  @Test func `what no table of curves may hold is refused at its cell`() throws {
    let heading = "stamp;production.roof;consumption.hall;consumption.pool\n"
    func hours(_ change: (Int) -> String) -> String {
      (0..<24).map { change($0) + "\n" }.joined()
    }
    func plain(_ hour: Int) -> String { "2026-01-05 \(hour):00;1;1;1" }
    let (first, last) = (
      ParisTime.start(of: try Day("2026-01-05")), ParisTime.start(of: try Day("2026-01-06"))
    )
    let cases: [(String, SharingRefusal)] = [
      (
        hours { "\(plain($0))\($0 == 3 ? "\n2026-01-05 3:00;1;1;1" : "")" },
        .stampIsRepeated("2026-01-05 3:00")
      ),
      (
        hours { $0 == 3 ? "2026-01-05 24:00;1;1;1" : plain($0) },
        .stampIsUnreadable("2026-01-05 24:00")
      ),
      (hours { "2026-03-29 \($0):00;1;1;1" }, .stampIsUnreadable("2026-03-29 2:00")),
      (
        hours { "2026-01-05 \($0):00\($0 == 5 ? "+1" : "");1;1;1" },
        .stampIsUnreadable("2026-01-05 5:00+1")
      ),
      (hours { $0 == 3 ? "2026-01-05 3:00;1;-1;1" : plain($0) }, .energyIsOutOfRange(Ratio(-1, 1))),
      (
        hours { $0 == 3 ? "" : plain($0) },
        .stepsAreNotTheDay(try Day("2026-01-05"), told: 23, expected: 24)
      ),
      (
        hours { $0 < 2 ? "" : plain($0) },
        .stampsTellNoWholeDays(first.adding(seconds: 7200), first.adding(seconds: 82_800))
      ),
      (hours(plain) + "2026-01-06 0:00;1;1;1\n", .stampsTellNoWholeDays(first, last)),
      (
        hours { "2026-01-05 \($0):0\($0 == 23 ? 7 : 0);1;1;1" },
        .stampsTellNoWholeDays(first, first.adding(seconds: 83_220))
      ),
      (hours { "2026-01-05 0:\($0 < 10 ? "0" : "")\($0);1;1;1" }, .stepIsUnknown(minutes: 1)),
      ("", .stepIsUnknown(minutes: 0)),
    ]
    for (rows, expected) in cases {
      let found = #expect(throws: Refusals.self) {
        try Self.curves().months(reading: Array((heading + rows).utf8), file: "t", unit: .wattHours)
      }
      let reasons = found?.all.compactMap { refusal -> SharingRefusal? in
        let reason = (refusal as? Located)?.reason ?? refusal
        return (reason as? InCell)?.reason as? SharingRefusal ?? reason as? SharingRefusal
      }
      #expect(reasons == [expected], "\(rows)")
    }
    let share = try Self.curves(SharingTests.sharing("dynamic"))
    let found = #expect(throws: Refusals.self) {
      try share.months(
        reading: Array((share.headings.joined(separator: ";") + "\n2026-01-05;1;1;1;1.5;0").utf8),
        file: "t", unit: .wattHours)
    }
    #expect(found?.all.map(\.code) == ["share-is-out-of-range"])
    // A column that is missing or strange is told by the layer that all tables share.
    let missing = #expect(throws: Refusals.self) {
      try share.months(reading: Array(heading.utf8), file: "t", unit: .wattHours)
    }
    #expect(missing?.all.map(\.code) == ["csv-column-is-missing", "csv-column-is-missing"])
  }

  @Test func `a corrected month is told by day and series`() throws {
    func month(_ change: (Int) -> Int64) -> SharedMonth {
      let day = { (day: String, figures: [Int64]) -> JSON in
        [
          "day": .string(day), "production": ["roof": .array(figures.map(JSON.integer))],
          "consumption": ["hall": .array(figures.map { _ in 1 })],
        ]
      }
      let figures = (0..<24).map(change)
      return SharedMonth(
        TableReader(
          [
            "sharing": "acc", "month": "2026-01", "minutes": 60,
            "day": [day("2026-01-05", figures), day("2026-01-06", figures.map { _ in 2 })],
          ], faults: Faults()))
    }
    let before = month { Int64($0) }
    #expect(before.differences(from: before).isEmpty)
    #expect(
      month { $0 == 4 ? 14 : Int64($0) }.differences(from: before).map(\.text)
        == ["2026-01-05 production.roof (1/24): 276 → 286"])
    #expect(
      month { Int64($0 == 4 ? 5 : $0 == 5 ? 4 : $0) }.differences(from: before).map(\.text)
        == ["2026-01-05 production.roof (2/24): 276 → 276"])
  }
}
