import Production
import Testing
import Units

/// A made-up layout: a profile, the way the naive reader sees it, and how its rows are written.
private struct MadeUp {
  let profile: Profile
  let naive: NaiveReader
  let step: Int64
  let write: (Day, Int, String, String) -> String
  let heading: String
}

private func madeUp(_ random: inout Seeded) -> MadeUp {
  let isFrench = Bool.random(using: &random)
  let hasDevice = Bool.random(using: &random)
  let isPower = Bool.random(using: &random)
  let isKilo = Bool.random(using: &random)
  let isQuoted = Bool.random(using: &random)
  let isSwapped = Bool.random(using: &random)
  let steps: [Int64] = [300, 600, 900, 1_800, 3_600]
  let step = steps[Int.random(in: 0..<5, using: &random)]
  let delimiter: Delimiter = isFrench ? .semicolon : .comma
  let cut = delimiter == .semicolon ? ";" : ","
  let unit: MeasuredUnit =
    isPower ? (isKilo ? .kilowatts : .watts) : (isKilo ? .kilowattHours : .wattHours)
  var profile = Profile(
    name: "made-up", delimiter: delimiter, decimalMark: isFrench ? .comma : .point,
    heading: .row(first: ["When", "What"]),
    stamp: Stamp(
      column: "When", patterns: [isFrench ? "dd/MM/yyyy HH:mm" : "yyyy-MM-dd HH:mm"],
      meaning: .start),
    value: Column("What", unit, isPower ? .meanPower : .intervalEnergy),
    device: hasDevice ? .column("Who") : .fileName)
  profile.missing = ["--"]
  profile.steps = [step]
  let quote = isQuoted ? "\"" : ""
  let order = isSwapped ? ["What", "When"] : ["When", "What"]
  let extra = hasDevice ? ["Who"] : []
  let naive = NaiveReader(
    delimiter: delimiter == .semicolon ? ";" : ",", decimalMark: isFrench ? "," : ".",
    places: isFrench ? [6, 3, 0] : [0, 5, 8], stampColumn: isSwapped ? 1 : 0,
    valueColumn: isSwapped ? 0 : 1, deviceColumn: hasDevice ? 2 : nil,
    worth: isKilo ? 1_000_000 : 1_000)
  return MadeUp(
    profile: profile, naive: naive, step: step,
    write: { day, minute, value, device in
      let (year, month, date) = day.calendar
      let clock = "\(two(minute / 60)):\(two(minute % 60))"
      let stamp =
        isFrench
        ? "\(two(date))/\(two(month))/\(year) \(clock)"
        : "\(year)-\(two(month))-\(two(date)) \(clock)"
      let cells = (isSwapped ? [value, stamp] : [stamp, value]) + (hasDevice ? [device] : [])
      return cells.map { quote + $0 + quote }.joined(separator: cut)
    }, heading: (order + extra).joined(separator: cut))
}

@Suite struct NaiveReaderTests {
  @Test(arguments: 0..<150)
  func `random files of random layouts tell both readers the same`(seed: Int) {
    var random = Seeded(state: UInt64(seed) &+ 77_000)
    let layout = madeUp(&random)
    let devices = layout.naive.deviceColumn == nil ? [""] : ["roof A", "roof B", "7700123"]
    let first = day(["2025-06-10", "2025-02-27", "2025-12-30"][seed % 3])
    let mark = layout.naive.decimalMark
    var lines = [layout.heading]
    let minutes = Int(layout.step / 60)
    for number in 0..<2 {
      for minute in stride(from: 0, to: 1_440, by: minutes) {
        for device in devices {
          let units = Int.random(in: 0..<900, using: &random)
          let text: String
          switch Int.random(in: 0..<12, using: &random) {
          case 0: text = "--"
          case 1: text = ""
          case 2: text = "0"
          case 3: text = "-\(units % 9)\(mark)5"
          case 4: text = "+\(units)"
          default: text = "\(units)\(mark)\(Int.random(in: 0..<10, using: &random))\(units % 10)1"
          }
          lines.append(layout.write(first.adding(days: number), minute, text, device))
        }
      }
    }
    let ending = ["\n", "\r\n", "\r\r\n"][seed % 3]
    let text = lines.joined(separator: ending) + ending
    let report = read(text, profile: layout.profile)
    let isPower = layout.profile.value.nature == .meanPower
    let plain = lines.joined(separator: "\n")
    let truth =
      isPower
      ? layout.naive.powers(plain, step: Int(layout.step)) : layout.naive.energies(plain)
    #expect(report.verdict < .refuse, "\(seed) \(report.codes)")
    for found in report.days {
      let device = layout.naive.deviceColumn == nil ? "" : found.meter
      let sum = truth[device]?["\(found.day)"] ?? 0
      #expect(found.milliwattSeconds == Int64(sum), "\(seed) \(found.meter) \(found.day)")
      #expect(found.curve?.milliwattSeconds == found.milliwattSeconds, "\(seed)")
    }
    #expect(report.days.count == truth.values.reduce(0) { $0 + $1.count }, "\(seed)")
  }
}
