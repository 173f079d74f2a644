import Foundation
import Production
import Testing
import Units

/// Where the given samples lie, when they do: beside the package, or where the variable says.
private let shared: URL? = {
  let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let named = ProcessInfo.processInfo.environment["SOLEIL_SHARED"].map { URL(filePath: $0) }
  let folder = named ?? package.appending(path: "../shared").standardizedFileURL
  let samples = folder.appending(path: "samples")
  return FileManager.default.fileExists(atPath: samples.path) ? samples : nil
}()

private let day2026 = Day(number: 20_778)

@Suite("The given samples", .enabled(if: shared != nil, "no samples beside the package"))
struct SharedSamplesTests {
  private static func read(_ path: String, _ registry: MeterRegistry = .unchecked) throws
    -> FileReport
  {
    let url = try #require(shared).appending(path: path)
    let file = SourceFile(
      path: path, bytes: Array(try Data(contentsOf: url)),
      digest: Digest(Array(repeating: 0, count: 32)))
    return readProduction(file, registry: registry, today: day2026)
  }

  private struct Case: Decodable {
    let file: String
    let verdict: String
    let total_kwh: Double?
    let day: String?
    let candidates: [Double]?
  }

  @Test func `every damaged file gets the verdict it deserves`() throws {
    let url = try #require(shared).appending(path: "bad/cases.json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    let plant = KnownMeter(id: "roof", deviceKey: "2100530599", peakWatts: 5_000)
    let grid = KnownMeter(id: "grid", deviceKey: "1429xxxxxxxxxx", peakWatts: 36_000)
    let clean = try Self.read("bad/00-clean.csv", .known([plant]))
    #expect(cases.count > 30)
    for expected in cases {
      var report = try Self.read("bad/\(expected.file)", .known([plant, grid]))
      if expected.file.hasPrefix("20") || expected.file.hasPrefix("21") {
        report = mergeDays([report], known: clean.days).reports[0]
      }
      let verdict = expected.verdict.replacing("accept+warn", with: "accept-with-warning")
      let told = "\(expected.file): \(report.findings.map { "\($0.code.rawValue)×\($0.count)" })"
      #expect(report.verdict.rawValue == verdict, "\(told)")
      guard let total = expected.total_kwh ?? expected.candidates?.first else { continue }
      let days = report.days.filter { day in expected.day.map { Self.day($0) == day.day } ?? true }
      let energy = days.reduce(Int64(0)) { $0 + $1.energy.units }
      #expect(energy == Int64((total * 1_000).rounded()), "\(told)")
      if expected.day != nil { #expect(days.allSatisfy { $0.isComplete }, "\(told)") }
    }
  }

  private static func day(_ text: String) -> Day { (try? Day(text)) ?? day2026 }

  private struct Truth: Decodable {
    struct Series: Decodable {
      let total_kwh: Double
      let daily_kwh: [String: Double]
    }
    let tolerance_kwh: Double
    let series: [String: Series]
    let incomplete_days: [String: String]?
  }

  @Test(arguments: ["sma-sunny-explorer", "huawei-fusionsolar", "enedis-hdm", "enedis-account"])
  func `every good file tells the true days`(format: String) throws {
    let folder = try #require(shared).appending(path: "open/\(format)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }.sorted()
    #expect(!files.isEmpty)
    for name in files {
      let truth = try JSONDecoder().decode(
        Truth.self, from: Data(contentsOf: folder.appending(path: name + ".expected.json")))
      let report = try Self.read("open/\(format)/\(name)")
      let told =
        "\(name): \(report.findings.map { "\($0.code.rawValue)×\($0.count) \($0.place.line ?? 0)" })"
      print(told, report.days.filter { !$0.isComplete }.map { "\($0.day)=\($0.energy)" })
      #expect(report.verdict < .hold, "\(told)")
      let meters = Set(report.days.map(\.meter))
      #expect(meters.count == truth.series.count, "\(told)")
      for (key, series) in truth.series {
        let days = report.days.filter { $0.meter == key || meters.count == 1 }
        let byDay = Dictionary(uniqueKeysWithValues: days.map { ("\($0.day)", $0) })
        let wrong = series.daily_kwh.filter { day, kwh in
          let found = byDay[day]?.energy.units ?? -1
          return abs(Double(found) - kwh * 1_000) > truth.tolerance_kwh * 1_000
        }
        #expect(wrong.isEmpty, "\(name) \(wrong.sorted { $0.key < $1.key }.prefix(5))")
        let exact = days.filter { series.daily_kwh["\($0.day)"] != nil }
          .reduce(Int64(0)) { $0 + $1.milliwattSeconds }
        #expect(abs(Double(exact) / 3_600_000 - series.total_kwh * 1_000) <= 1, "\(name)")
        let strangers = days.filter {
          $0.isComplete && series.daily_kwh["\($0.day)"] == nil
        }
        #expect(strangers.isEmpty, "\(name) \(strangers)")
      }
      for day in (truth.incomplete_days ?? [:]).keys {
        #expect(report.days.allSatisfy { "\($0.day)" != day || !$0.isComplete }, "\(name) \(day)")
      }
    }
  }
}
