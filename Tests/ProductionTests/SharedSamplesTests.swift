import Foundation
import Production
import Testing
import Units

/// Where the given samples lie, when they do: beside the package, or where the variable says.
let shared: URL? = {
  let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let named = ProcessInfo.processInfo.environment["SOLEIL_SHARED"].map { URL(filePath: $0) }
  let folder = named ?? package.appending(path: "../shared").standardizedFileURL
  let samples = folder.appending(path: "samples")
  return FileManager.default.fileExists(atPath: samples.path) ? samples : nil
}()

let day2026 = Day(number: 20_778)

@Suite("The given samples", .enabled(if: shared != nil, "no samples beside the package"))
struct SharedSamplesTests {
  static func read(
    _ path: String, _ registry: MeterRegistry = .unchecked, profile: Profile? = nil
  ) throws -> FileReport {
    let url = try #require(shared).appending(path: path)
    let file = SourceFile(
      path: path, bytes: Array(try Data(contentsOf: url)),
      digest: Digest(Array(repeating: 0, count: 32)))
    return readProduction(file, profile: profile, registry: registry, today: day2026)
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
}
