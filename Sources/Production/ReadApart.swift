import Dispatch
import Synchronization
import Units

/// What was read of one device.
struct ReadSeries: Sendable {
  var days: [MeterDay]
  var log: FindingLog
}

extension FileReading {
  /// Rows that two threads read faster than one.
  private static let many = 50_000

  /// Reads each series by itself: what one finds changes nothing for the others, so that the order
  /// in which they are read, and by whom, cannot be told from the result.
  func readApart(_ series: [(rows: RawSeries, known: ReadSeries?)]) -> [ReadSeries] {
    let rows = series.reduce(0) { $0 + $1.rows.rows.count }
    guard series.count > 1, rows >= FileReading.many else {
      return series.map { readWhole($0.rows, $0.known) }
    }
    let results = Mutex<[ReadSeries?]>(Array(repeating: nil, count: series.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < series.count else { return }
        let read = readWhole(series[index].rows, series[index].known)
        results.withLock { $0[index] = read }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Reads one series and lets its rows go.
  private func readWhole(_ series: RawSeries, _ known: ReadSeries?) -> ReadSeries {
    var log = FindingLog()
    let days = read(series, known, log: &log)
    series.rows.removeAll()
    return ReadSeries(days: days, log: log)
  }
}
