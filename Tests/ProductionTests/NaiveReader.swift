import Units

/// A second reader that shares nothing with the first: it splits text and adds numbers.
///
/// It knows one table of made-up rows and one layout at a time, and nothing of blocks, varints,
/// slots or findings. Offsets from UTC are written out by a table of the two changes a year.
struct NaiveReader {
  let delimiter: Character
  let decimalMark: Character
  /// Where year, month, day, hour and minute begin in a stamp.
  let places: [Int]
  let stampColumn: Int
  let valueColumn: Int
  let deviceColumn: Int?
  /// Thousandths of a watt or watt-hour that one unit is worth.
  let worth: Int

  /// The energy a device and date, in thousandths of a watt-second, of start-stamped mean powers.
  func powers(_ text: String, step: Int) -> [String: [String: Int]] {
    sum(text) { $0 * step }
  }

  /// The same of interval energies.
  func energies(_ text: String) -> [String: [String: Int]] {
    sum(text) { $0 * 3_600 }
  }

  private func sum(_ text: String, _ weigh: (Int) -> Int) -> [String: [String: Int]] {
    var sums: [String: [String: Int]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: delimiter, omittingEmptySubsequences: false)
        .map { String($0.filter { $0 != "\"" && $0 != "\r" && $0 != " " || $0 == " " }) }
      let stamp = Array(cells[stampColumn])
      let date =
        String(stamp[places[0]..<places[0] + 4]) + "-" + String(stamp[places[1]..<places[1] + 2])
        + "-" + String(stamp[places[2]..<places[2] + 2])
      guard let value = number(cells[valueColumn]) else { continue }
      sums[deviceColumn.map { cells[$0] } ?? "", default: [:]][date, default: 0] +=
        weigh(max(0, value))
    }
    return sums
  }

  /// A decimal number as an integer of thousandths.
  private func number(_ text: String) -> Int? {
    guard !text.isEmpty, text != "--" else { return nil }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: decimalMark)
    var units = 0
    for digit in parts[0] { units = units * 10 + (digit.wholeNumberValue ?? 0) }
    var rest = worth
    var decimals = 0
    for digit in parts.count > 1 ? parts[1] : "" {
      rest /= 10
      decimals += (digit.wholeNumberValue ?? 0) * rest
    }
    let value = units * worth + decimals
    return isNegative ? -value : value
  }
}
