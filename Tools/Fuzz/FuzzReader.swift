import Production
import Units

/// Reads bytes of the engine with every profile; what they tell is held against what must always
/// be true.
///
/// A trap is a finding. A first byte below the number of profiles names the one to read the rest
/// with, 31 makes one up from the four bytes behind it, and any other is the file's own: its
/// profile is told by its headings. So the seeds are plain files.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  let builtIn = Profile.builtIn
  if Int(first) < builtIn.count {
    read(bytes.dropFirst(), with: builtIn[Int(first)])
  } else if first == 31, count > 5 {
    read(bytes.dropFirst(5), with: Profile(fuzzed: bytes[1], bytes[2], bytes[3], bytes[4]))
  } else {
    read(bytes[...], with: nil)
    _ = proposeProfile(bytes, path: "plant.csv")
  }
  if let curve = DayCurve(encoded: bytes) {
    precondition(curve.samples.count == curve.count, "a curve that miscounts")
    _ = curve.milliwattSeconds
  }
  return 0
}

/// Reads a file and judges what it tells.
private func read(_ bytes: ArraySlice<UInt8>, with profile: Profile?) {
  let file = SourceFile(
    path: "plant.csv", bytes: Array(bytes), digest: Digest(Array(repeating: 0, count: 32)))
  let report = readProduction(
    file, profile: profile, registry: .unchecked, today: Day(number: 20_778))
  precondition(report.verdict < .refuse || report.days.isEmpty, "a refused file tells days")
  for day in report.days {
    precondition(day.milliwattSeconds >= 0, "a day below zero")
    precondition(day.coveredSeconds <= day.expectedSeconds, "a day longer than it is")
    if day.quality == .measured {
      precondition(day.coveredSeconds == day.expectedSeconds, "a measured day with a hole")
    }
    if let curve = day.curve {
      precondition(DayCurve(encoded: curve.encoded) == curve, "a curve that does not come back")
    }
  }
}

extension Profile {
  /// A profile such as a person may write: what the reader of profile files accepts, no more.
  fileprivate init(fuzzed shape: UInt8, _ time: UInt8, _ energy: UInt8, _ rest: UInt8) {
    let delimiters: [Delimiter] = [.semicolon, .comma, .tab, .bar]
    let patterns = [
      "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ssXXX", "dd/MM/yy", "yyyyMMddHHmm",
      "MM.dd.yyyy HH:mm:ss",
      "yyyy-MM-dd", "'D'dd-MM-yyyy HH:mm", "yyyy-MM-ddXXX",
    ]
    let natures: [(Column.Nature, [Stamp.Meaning])] = [
      (.counter, [.instant, .date]), (.dailyCounter, [.instant]), (.instantPower, [.instant]),
      (.intervalEnergy, [.start, .end, .date]), (.meanPower, [.start, .end]),
    ]
    let (nature, meanings) = natures[Int(energy) % natures.count]
    let isPower = nature == .meanPower || nature == .instantPower
    let units: [MeasuredUnit] = isPower ? [.watts, .kilowatts] : [.wattHours, .kilowattHours]
    let isBare = shape & 4 != 0
    self.init(
      name: "fuzzed", delimiter: delimiters[Int(shape & 3)],
      decimalMark: shape & 8 == 0 ? .comma : .point,
      heading: isBare ? .none(columns: ["t", "v", "d"]) : .row(first: ["t", "v"]),
      stamp: Stamp(
        column: "t", patterns: [patterns[Int(time & 7)]],
        meaning: meanings[Int(time >> 3) % meanings.count]),
      value: Column("v", units[Int(energy >> 4) % 2], nature),
      device: rest & 1 != 0 ? .column("d") : rest & 2 != 0 && !isBare ? .line("SN") : .fileName)
    hasUnitsRow = !isBare && shape & 16 != 0
    encoding = shape & 32 == 0 ? .utf8 : .latin1
    if time & 64 != 0 { stamp.zone = .fixed(minutes: -60) }
    if time & 128 != 0, !isBare { stamp.timeColumn = "h" }
    if rest & 4 != 0 { nights = .silent }
    if rest & 8 != 0 { missing = ["NaN", "--"] }
    if rest & 16 != 0 { endsBefore = "Total" }
    if rest & 32 != 0 { rules.append(RowRule("d", .estimates(["E"]))) }
    if rest & 64 != 0 { rules.append(RowRule("d", .needs)) }
    if rest & 128 != 0 { stamp.season = .init("d", summer: "S", winter: "W") }
  }
}
