import Production
import Units

/// The days of one meter from one file as a leaf of the log: everything the rows hold, in bytes of fixed
/// places, so that writing it costs no more than writing the rows.
///
/// A heading in text, ended by a line feed, says what it is: `days/1`, the meter, the file, whether the
/// days wait. Then, for each day and big end first: the day's number (4 bytes), version (4), energy in Wh
/// (8) and exactly (8), seconds covered (4), quality (1), whether there is a register (1) and its two
/// readings (8 each), first and last line (8 each), the length of the curve (4, all ones without one)
/// and the curve.
struct ReadingsLeaf {
  /// The bytes so far.
  private(set) var content: [UInt8] = []

  /// Begins a leaf that will have so many bytes or so.
  init(meter: String, source: Digest, waits: Bool, room: Int = 0) {
    content.reserveCapacity(200 + room)
    content += Array("days/1 \(meter) \(source.hex) \(waits ? "waits" : "counts")\n".utf8)
  }

  mutating func add(_ day: MeterDay, version: Int64, curve: [UInt8]?) {
    put(Int64(day.day.number), 4)
    put(version, 4)
    put(day.energy.units, 8)
    put(day.milliwattSeconds, 8)
    put(day.coveredSeconds, 4)
    content.append(UInt8(Quality.allCases.firstIndex(of: day.quality) ?? 255))
    content.append(day.register == nil ? 0 : 1)
    put(day.register?.lowerBound.units ?? 0, 8)
    put(day.register?.upperBound.units ?? 0, 8)
    put(Int64(day.firstLine), 8)
    put(Int64(day.lastLine), 8)
    put(curve.map { Int64($0.count) } ?? -1, 4)
    if let curve { content += curve }
  }

  private mutating func put(_ number: Int64, _ count: Int) {
    for place in stride(from: 8 * (count - 1), through: 0, by: -8) {
      content.append(UInt8(truncatingIfNeeded: number >> Int64(place)))
    }
  }
}
