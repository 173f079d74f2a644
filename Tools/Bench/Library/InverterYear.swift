import Units

/// A year of inverters in one file, a row every five minutes each, in the layout of a portal whose rows
/// come in the order of time; every figure follows from the seed.
public struct InverterYear: Sendable {
  /// The seed of the clouds.
  public let seed: UInt64
  /// How many inverters.
  public let devices: Int
  /// How many steps of five minutes, from the beginning of 2025 in France; a year has 105,120.
  public let steps: Int

  /// A year, or a part of it.
  public init(seed: UInt64, devices: Int, steps: Int) {
    self.seed = seed
    self.devices = devices
    self.steps = steps
  }

  /// How many rows the file has.
  public var rows: Int { devices * steps }
  /// The peak power of each inverter, in watts.
  static let peakWatts: Int64 = 30_000

  private static let start: Int64 = 1_735_686_000
  private static let summer: Range<Int64> = 1_743_296_400..<1_761_440_400

  /// The name of an inverter, as the file writes it.
  static func name(_ device: Int) -> String { "A" + (device < 10 ? "0" : "") + String(device) }

  /// The facts that a book needs to know the inverters.
  var facts: String {
    let meters = (0..<devices).map { device in
      """

      [[meter]]
      id = "a\(device)"
      site = "parc"
      serial = "\(InverterYear.name(device))"
      kind = "inverter"
      counts = true
      valid_from = 2025-01-01

      """
    }
    return """
      [[party]]
      id = "ville"
      name = "Ville"
      kind = "public-body"
      valid_from = 2025-01-01

      [[site]]
      id = "parc"
      name = "Parc"
      commune = "Ville"
      owner = "ville"
      peak_watts = \(Int64(devices) * InverterYear.peakWatts)
      area_m2 = 1000
      commissioned = 2025-01-01
      valid_from = 2025-01-01

      """ + meters.joined()
  }

  /// Writes the file; answers what each inverter gave, in hundredths of a kilowatt-hour.
  ///
  /// - Throws: ``BenchFault``.
  func write(_ path: String) throws(BenchFault) -> [Int64] {
    let file = try StreamedFile(path)
    try file.write("Site Name,ManageObject,Start Time,Cumulative energy(kWh)\n")
    var counters = (0..<devices).map { 1_000_000 + Int64($0) * 7_919 }
    let first = counters
    var clouds = seed
    let names = (0..<devices).map { Array("S,\(InverterYear.name($0)),".utf8) }
    var line: [UInt8] = []
    line.reserveCapacity(64 * devices)
    for step in 0..<steps {
      let instant = InverterYear.start + 300 * Int64(step)
      let stamp = InverterYear.stamp(instant)
      let sun = InverterYear.sun(instant)
      for device in 0..<devices {
        clouds = clouds &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        line += names[device]
        line += stamp
        InverterYear.append(counters[device], to: &line)
        counters[device] += sun * Int64(64 + clouds >> 58) / 128
      }
      try file.write(line)
      line.removeAll(keepingCapacity: true)
    }
    try file.close()
    return zip(counters, first).map { $0 - $1 }
  }

  /// The energy of five clear minutes in hundredths of a kilowatt-hour: an arch from six to eighteen.
  private static func sun(_ instant: Int64) -> Int64 {
    let minute = (instant + 3_600) / 60 % 1_440 - 360
    guard (0..<720).contains(minute) else { return 0 }
    return 250 * minute * (720 - minute) / (360 * 360)
  }

  private static func stamp(_ instant: Int64) -> [UInt8] {
    let isSummer = summer.contains(instant)
    let local = instant + (isSummer ? 7_200 : 3_600)
    let day = Day(number: Int32(local / 86_400))
    let minutes = local / 60 % 1_440
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Array(
      "\(day) \(two(minutes / 60)):\(two(minutes % 60)):00\(isSummer ? " DST" : ""),".utf8)
  }

  private static func append(_ counter: Int64, to line: inout [UInt8]) {
    line += String(counter / 100).utf8
    line.append(UInt8(ascii: "."))
    line.append(UInt8(48 + counter / 10 % 10))
    line.append(UInt8(48 + counter % 10))
    line.append(UInt8(ascii: "\n"))
  }
}
