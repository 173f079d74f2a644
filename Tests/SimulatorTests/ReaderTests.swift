import Production
import Simulation
import Testing
import Units

/// The ledger's reader and the simulator, written apart, mean the same watt-hours.
@Suite struct ReaderTests {
  @Test(arguments: ["2025-01", "2025-03", "2025-06", "2025-10"])
  func `the reader finds the truth in every file, day by day`(month: String) throws {
    let scale = Scale(months: 1, first: try Month(month))
    var files: [TextFile] = []
    let truths = scale.produce { files.append($0) }
    let meters = scale.roofs.flatMap { roof in
      zip(roof.meters, roof.serials).map {
        KnownMeter(id: $0, deviceKey: $1, peakWatts: roof.peakWatts)
      }
    }
    let reports = files.filter { !$0.path.contains("-by-day/") }.map { file in
      readProduction(
        SourceFile(
          path: file.path, bytes: Array(file.text.utf8),
          digest: Digest(Array(repeating: 0, count: 32))),
        registry: .known(meters), today: scale.first.next.first)
    }
    for report in reports {
      #expect(report.verdict <= .acceptWithWarning, "\(report.path): \(report.findings)")
      #expect(report.days.allSatisfy { $0.isComplete }, "\(report.path)")
    }
    let read = Dictionary(grouping: reports.flatMap(\.days), by: \.meter)
    for truth in truths {
      let days = (read[truth.meter] ?? []).sorted { $0.day < $1.day }
      #expect(days.map(\.day) == scale.first.period.days, "\(truth.meter)")
      #expect(days.map(\.energy) == truth.days.map(\.energy), "\(truth.meter)")
    }
  }
}
