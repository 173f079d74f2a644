import Production
import Units

/// Reads bytes of the engine with every profile.
///
/// What they tell is
/// held against what must always be true; a trap is a finding.
///
/// The first byte chooses how: sniffed, or one of the profiles; the rest is the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = bytes.first else { return 0 }
  let profiles = Profile.builtIn
  let index = Int(choice) % (profiles.count + 1)
  let file = SourceFile(
    path: "plant.csv", bytes: Array(bytes.dropFirst()),
    digest: Digest(Array(repeating: 0, count: 32)))
  let report = readProduction(
    file, profile: index < profiles.count ? profiles[index] : nil, registry: .unchecked,
    today: Day(number: 20_778))
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
  if let curve = DayCurve(encoded: bytes) {
    precondition(curve.samples.count == curve.count, "a curve that miscounts")
    _ = curve.milliwattSeconds
  }
  if choice >= 200 { _ = proposeProfile(Array(bytes.dropFirst()), path: "plant.csv") }
  return 0
}
