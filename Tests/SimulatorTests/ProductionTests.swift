import Foundation
import Testing
import Units

@testable import Simulation

/// The readings mean what `truth.json` says.
@Suite struct ProductionTests {
  private func simulate(_ scale: Scale) -> (files: [TextFile], truths: [MeterTruth]) {
    var files: [TextFile] = []
    let truths = scale.produce { files.append($0) }
    return (files, truths)
  }

  @Test(arguments: ["2025-03", "2025-06", "2025-10"])
  func `files read by other means give the truth, day by day`(month: String) throws {
    let first = try Month(month)
    let (files, truths) = simulate(Scale(months: 1, first: first))
    var readers = PortalReaders()
    for file in files { readers.read(file.text) }
    for truth in truths {
      let found = try #require(readers.days[truth.serial])
      #expect(found.count == first.length)
      let differing = try truth.days.filter { day in
        let read = try #require(found[day.day.description])
        let isWhole = Int64(read.rows) == ParisTime.length(of: day.day) / 1_800
        return Int64(read.wh) != day.energy.units || (truth.portal == .enedis && !isWhole)
      }
      #expect(differing.map(\.day) == [], "\(truth.meter)")
    }
  }

  @Test func `the day files of a month end where its month file does`() throws {
    let (files, _) = simulate(Scale(sites: 2, months: 6))
    let days = files.filter { $0.path.contains("-by-day/") }
    #expect(days.count == 30)
    let month = try #require(files.first { $0.path.contains("2025-06/toit-0002-202506") })
    for (file, row) in zip(days, month.text.split(separator: "\n").dropFirst(8)) {
      let rows = file.text.split(separator: "\n").dropFirst(8)
      #expect(rows.count == 288)
      let last = try #require(rows.last).split(separator: ";")
      #expect(last[1] == row.split(separator: ";")[1])
    }
  }

  @Test func `eight roofs of 450 kWc give 440 MWh in a year, within three percent`() {
    let (_, truths) = simulate(Scale(months: 12))
    let total = truths.reduce(WattHours.zero) { $0 + $1.total }
    #expect((426_800_000...453_200_000).contains(total.units))
    #expect(Scale().roofs.reduce(0) { $0 + $1.peakWatts } == 450_000)
  }

  @Test func `the same seed gives the same bytes on every machine`() {
    let (files, truths) = simulate(Scale(months: 1))
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (files + [truthFile(truths)]).flatMap({ Array($0.text.utf8) }) {
      digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    #expect(String(digest, radix: 16) == "55c4265dfed8d84e")
  }

  @Test func `another seed gives other weather`() {
    #expect(
      simulate(Scale(sites: 1, months: 1)).truths
        != simulate(Scale(seed: 1, sites: 1, months: 1)).truths)
  }

  @Test func `the sine in whole numbers is the sine`() {
    for index in 0..<10_000 {
      let angle = UInt32(index) * 429_496
      let exact = sin(Double(angle) / 4_294_967_296 * 2 * .pi)
      let ours = Double(Trigonometry.sine(angle)) / Double(Trigonometry.one)
      #expect(abs(exact - ours) < 0.000_01, "\(angle)")
      let complement = Double(Trigonometry.complement(Trigonometry.sine(angle)))
      #expect(abs(complement / Double(Trigonometry.one) - (1 - ours * ours).squareRoot()) < 1e-6)
    }
  }

  @Test(arguments: [
    ("2025-06-21", 63.0), ("2025-12-21", 16.2), ("2025-03-20", 39.6),
  ]) func `the sun culminates where an almanac says`(day: String, degrees: Double) throws {
    let noon = ParisTime.start(of: try Day(day))
    let highest = (0..<288).map {
      Sun(noon.split(offset: 7_200).day).clearSky(
        at: noon.adding(seconds: Int64($0) * 300), tilt: 0)
    }.max()
    let sine = sin(degrees / 180 * .pi)
    let expected = 950 * sine / (sine + 0.125) * sine + 110 * sine / (sine + 1 / 7.0)
    #expect(abs(Double(highest ?? 0) - expected) < 15, "within a degree")
  }
}
