import Foundation
import Units

/// Reads the simulator's files again with other means than it wrote them by: Foundation's zone of
/// Paris, text split by hand, energies summed anew.
struct PortalReaders {
  /// Watt-hours by device key and day, and how many values each day had.
  private(set) var days: [String: [String: (wh: Int, rows: Int)]] = [:]
  private let calendar: Calendar

  init() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
    self.calendar = calendar
  }

  mutating func read(_ text: String) {
    if text.hasPrefix("sep=;") {
      readExplorer(text)
    } else if text.hasPrefix("\u{FEFF}") {
      readLoadCurve(text)
    } else {
      readFusion(text)
    }
  }

  private mutating func readExplorer(_ text: String) {
    let lines = text.components(separatedBy: "\n")
    let serials = lines[5].components(separatedBy: ";").dropFirst()
    for line in lines.dropFirst(9) where !line.isEmpty {
      let fields = line.components(separatedBy: ";")
      let day = fields[0].components(separatedBy: ".").reversed().joined(separator: "-")
      for (column, serial) in serials.enumerated() where column % 2 == 1 {
        let energy = Int(fields[column + 1].replacingOccurrences(of: ",", with: "")) ?? -1
        days[serial, default: [:]][day] = (energy, 1)
      }
    }
  }

  private mutating func readFusion(_ text: String) {
    let lines = text.components(separatedBy: "\r\n")
    let width = lines[3].components(separatedBy: ",").count
    for line in lines.dropFirst(4) where !line.isEmpty {
      // Only the first field, a name, may hold a comma.
      let fields = line.components(separatedBy: ",").suffix(width - 1).map(\.self)
      let energy = Int(((Double(fields[5]) ?? -1) * 1000).rounded())
      let day = String(fields[2].prefix(10))
      let before = days[fields[1]]?[day] ?? (0, 0)
      days[fields[1], default: [:]][day] = (max(energy, before.wh), before.rows + 1)
    }
  }

  private mutating func readLoadCurve(_ text: String) {
    let lines = text.components(separatedBy: "\n")
    let serial = lines[1].components(separatedBy: ";")[0]
    var watts: [String: (wh: Int, rows: Int)] = [:]
    for line in lines.dropFirst(3) where !line.isEmpty {
      let fields = line.components(separatedBy: ";")
      guard let end = try? Date(fields[0], strategy: .iso8601) else { continue }
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: end.addingTimeInterval(-1800))
      let day = String(
        format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
      let before = watts[day] ?? (0, 0)
      watts[day] = (before.wh + (Int(fields[1]) ?? -1), before.rows + 1)
    }
    for (day, sum) in watts { days[serial, default: [:]][day] = (sum.wh / 2, sum.rows) }
  }
}
