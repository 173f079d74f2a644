import Foundation
import Production
import Testing
import Units

/// How the truth of a format is looked for: which profile reads it, which column is which series.
private struct Format: Sendable {
  let folder: String
  /// The profile, when the heading does not choose it.
  var named: String?
  /// The headings of series that are not the one the profile reads.
  var columns: [String: String] = [:]
  /// The name of our meter for a series whose key begins so.
  var meters: [String: String] = [:]
  /// Series that are none of ours: a sum over meters, a net of production and stand-by.
  var others: Set<String> = []
  /// The truth counts days of another clock: hours ahead of UTC, and whether it has summer time.
  var clock: (hours: Int64, hasSummer: Bool)?
}

private let formats: [Format] = [
  Format(folder: "abb-trio", clock: (-8, true)),
  Format(folder: "enedis-account"), Format(folder: "enedis-hdm"), Format(folder: "enphase"),
  Format(folder: "fluvius-be"), Format(folder: "fronius-db"),
  Format(folder: "generic-cumulative-kwh"),
  Format(folder: "generic-kwh-winter-flag", named: "hourly-with-season"),
  Format(
    folder: "generic-power-w", named: "pvdaq-power", others: ["net of negative night power"],
    clock: (-7, false)),
  Format(folder: "huawei-fusionsolar"), Format(folder: "metern-it"),
  Format(folder: "moj-elektro-si", columns: ["A+ withdrawal": "Energija A+"]),
  Format(folder: "monsol-es"), Format(folder: "senec"),
  Format(folder: "sma-long-format", clock: (-8, true)),
  Format(folder: "sma-sunny-explorer"), Format(folder: "sma-webui-csv3"),
  Format(
    folder: "solar-log-js",
    meters: [
      "SB2100": "1-string", "SB4200": "2-strings", "column 1": "column 1", "column 2": "column 2",
    ], others: ["site (both inverters)"]),
  Format(
    folder: "solaredge",
    columns: [
      "Bezug": "ZählerBezugs-Zähler E (Wh)", "Einspeisung": "ZählerEinspeise-Zähler E (Wh)",
    ]),
  Format(
    folder: "solarman",
    columns: [
      "Consumption": "Consumption-Today(kWh)", "Feed-in": "Feed-in Power-Today(kWh)",
      "Purchased": "Energy Purchased-Today(kWh)",
    ]),
  Format(
    folder: "solax",
    columns: [
      "Feed-in": "Feed-in Energy (kWh)", "From grid": "Energy From Grid (kWh)",
      "Consumed": "Consumed Energy (kWh)",
    ]),
  Format(
    folder: "sungrow-isolarcloud",
    columns: [
      "Purchased Energy": "Purchased Energy(kWh)", "Feed-in": "Feed-in(kWh)", "Load": "Load(kWh)",
    ]),
]

/// Files that a person must look at, and why; every other one is accepted.
private let questioned: [String: Set<String>] = [
  "20_20160327_empty.csv": ["file-empty"], "20_20160327_header.csv": ["no-data-row"],
  "20_20160328_missingDate.csv": ["stamp-unreadable"],
]

private struct Truth: Decodable {
  struct Series: Decodable {
    let total_kwh: Double
    let daily_kwh: [String: Double]
  }
  let tolerance_kwh: Double
  let series: [String: Series]
  let incomplete_days: [String: String]?
}

@Suite("The given good samples", .enabled(if: shared != nil, "no samples beside the package"))
struct OpenSamplesTests {
  @Test func `every format that is given is looked at`() throws {
    let folder = try #require(shared).appending(path: "open")
    let given = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(given) == Set(formats.map(\.folder)))
  }

  @Test(arguments: formats.map(\.folder))
  func `every good file tells the true days`(folder: String) throws {
    let format = try #require(formats.first { $0.folder == folder })
    let place = try #require(shared).appending(path: "open/\(folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
      .filter { !$0.hasSuffix(".expected.json") }.sorted()
    #expect(!names.isEmpty)
    for name in names {
      let truth = try JSONDecoder().decode(
        Truth.self, from: Data(contentsOf: place.appending(path: name + ".expected.json")))
      for (key, series) in truth.series where !format.others.contains(key) {
        try compare(format, name, key, series, truth)
      }
    }
  }

  private func compare(
    _ format: Format, _ name: String, _ key: String, _ series: Truth.Series, _ truth: Truth
  ) throws {
    let path = "open/\(format.folder)/\(name)"
    var report = try SharedSamplesTests.read(path, profile: format.named.flatMap(Profile.named))
    if let profile = report.profile.flatMap(Profile.named), let other = other(profile, format, key)
    {
      report = try SharedSamplesTests.read(path, profile: other)
    }
    let told =
      "\(name) \(key): \(report.findings.map { "\($0.code.rawValue)×\($0.count) \($0.place.line ?? 0)" })"
    if let why = questioned[name] {
      #expect(!report.codes.isDisjoint(with: why), "\(told)")
      #expect(report.days.isEmpty, "\(told)")
      return
    }
    #expect(report.verdict < .hold, "\(told)")
    let meter = format.meters.first { key.hasPrefix($0.key) }?.value
    let meters = Set(report.days.map(\.meter))
    let days = report.days.filter { $0.meter == (meter ?? key) || meters.count == 1 }
    let found = energies(days, format.clock)
    let wrong = series.daily_kwh.filter { day, kwh in
      abs((found[day] ?? -1_000) - kwh) > truth.tolerance_kwh + 0.000_501
    }
    #expect(
      wrong.isEmpty,
      "\(told) \(wrong.sorted { $0.key < $1.key }.prefix(5).map { ($0, found[$0.key] ?? -1) })")
    let total = found.filter { series.daily_kwh[$0.key] != nil }.values.reduce(0, +)
    #expect(abs(total - series.total_kwh) <= truth.tolerance_kwh + 0.001, "\(told) \(total)")
    let strangers = days.filter { $0.isComplete && series.daily_kwh["\($0.day)"] == nil }
    #expect(strangers.isEmpty || format.clock != nil, "\(told) \(strangers.map(\.day))")
    for day in (truth.incomplete_days ?? [:]).keys {
      #expect(report.days.allSatisfy { "\($0.day)" != day || !$0.isComplete }, "\(told) \(day)")
    }
  }

  /// The profile that reads another column of the same file.
  private func other(_ profile: Profile, _ format: Format, _ key: String) -> Profile? {
    var profile = profile
    if let column = format.columns[key] {
      profile.value.heading = Name([column])
    } else if key == "Afname" {
      profile.rules[0].kind = .reads(["Afname Dag", "Afname Nacht"])
    } else {
      return nil
    }
    return profile
  }

  /// Kilowatt-hours a day: of France, or of another clock by the samples of the curves.
  private func energies(
    _ days: [MeterDay], _ clock: (hours: Int64, hasSummer: Bool)?
  ) -> [String: Double] {
    guard let clock else {
      return Dictionary(
        days.map { ("\($0.day)", Double($0.milliwattSeconds) / 3_600_000_000) }
      ) { $0 + $1 }
    }
    var found: [String: Double] = [:]
    for day in days {
      let start = ParisTime.start(of: day.day).seconds
      for sample in day.curve?.samples ?? [] {
        let instant = start + sample.offset
        let ahead = clock.hours * 3_600 + (clock.hasSummer && isSummer(instant) ? 3_600 : 0)
        let local = Instant(seconds: instant).split(offset: ahead).day
        let quantum = Double(day.curve?.quantum ?? 0)
        found["\(local)", default: 0] +=
          Double(max(0, sample.value)) * quantum * Double(sample.seconds) / 3_600_000_000
      }
    }
    return found
  }

  /// Second Sunday of March to first Sunday of November, roughly at 10:00 UTC.
  private func isSummer(_ instant: Int64) -> Bool {
    let day = Instant(seconds: instant - 36_000).split(offset: 0).day
    let year = day.calendar.year
    func sunday(_ month: Int, _ n: Int) -> Day {
      let first = Day(year: year, month: month, day: 1) ?? day
      return first.adding(days: (7 - first.weekday) % 7 + 7 * (n - 1))
    }
    return day >= sunday(3, 2) && day < sunday(11, 1)
  }
}
