import Units

/// What a meter said during one civil day, in as few bytes as it takes.
///
/// A curve is runs of samples a constant step apart. Its bytes are the value that is kept: variable
/// length integers, seven bits a byte, differences folded so that small ones of either sign are
/// short. A quiet five-minute day takes about 300 bytes, a busy one 600.
///
/// The bytes: nature, quantum, number of runs, then a run: the seconds from the end of the run
/// before to its start, its step, its count; then each value as the difference from the one before.
public struct DayCurve: Hashable, Sendable {
  /// One number and when it was said.
  public struct Sample: Hashable, Sendable {
    /// Real seconds since the civil day began; on a day of 25 hours up to 90 000.
    ///
    /// The start of the interval, or the instant a counter stood so.
    public let offset: Int64
    /// How long it holds, in seconds: an interval's length; for a counter the step of its run.
    public let seconds: Int64
    /// In multiples of the curve's quantum.
    public let value: Int64

    /// States a sample.
    public init(offset: Int64, seconds: Int64, value: Int64) {
      self.offset = offset
      self.seconds = seconds
      self.value = value
    }
  }

  /// What a value is: a counter, the energy of its interval, the mean power over it.
  public let nature: Column.Nature
  /// What one unit of a value is worth, in thousandths of a watt-hour, or of a watt for powers.
  public let quantum: Int64
  /// How many values there are.
  public let count: Int
  /// The whole curve as bytes: what a book keeps.
  public let encoded: [UInt8]

  /// Packs samples in the order of time.
  ///
  /// - Complexity: O(n).
  public init(nature: Column.Nature, quantum: Int64, samples: [Sample]) {
    self.nature = nature
    self.quantum = quantum
    count = samples.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 + 2 * samples.count)
    bytes.append(nature.code)
    Varint.append(UInt64(bitPattern: quantum), to: &bytes)
    let runs = DayCurve.runs(samples)
    Varint.append(UInt64(runs.count), to: &bytes)
    var end: Int64 = 0
    for run in runs {
      Varint.append(folding: run.start &- end, to: &bytes)
      Varint.append(UInt64(bitPattern: run.step), to: &bytes)
      Varint.append(UInt64(run.count), to: &bytes)
      end = run.start &+ run.step &* Int64(run.count)
    }
    var last: Int64 = 0
    for sample in samples {
      Varint.append(folding: sample.value &- last, to: &bytes)
      last = sample.value
    }
    encoded = bytes
  }

  /// States readings of a counter a constant step apart, packed already: each as the difference from
  /// the one before.
  init(
    steadyCounter packed: UnsafeBufferPointer<UInt8>, count: Int, from offset: Int64, step: Int64,
    quantum: Int64
  ) {
    nature = .counter
    self.quantum = quantum
    self.count = count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(packed.count + 32)
    bytes.append(nature.code)
    Varint.append(UInt64(bitPattern: quantum), to: &bytes)
    Varint.append(1, to: &bytes)
    Varint.append(folding: offset, to: &bytes)
    Varint.append(UInt64(bitPattern: step), to: &bytes)
    Varint.append(UInt64(count), to: &bytes)
    unsafe bytes.append(contentsOf: packed)
    encoded = bytes
  }

  /// Takes bytes that ``encoded`` gave, or nothing when they are damaged.
  ///
  /// - Complexity: O(n).
  public init?(encoded bytes: [UInt8]) {
    guard let (header, _) = DayCurve.decode(bytes) else { return nil }
    nature = header.nature
    quantum = header.quantum
    count = header.count
    encoded = bytes
  }

  /// The samples in the order of time.
  ///
  /// - Complexity: O(n).
  public var samples: [Sample] { DayCurve.decode(encoded)?.samples ?? [] }

  /// The least and the greatest value; nothing without values.
  public var bounds: ClosedRange<Int64>? {
    let values = samples.map(\.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// The exact energy of the intervals in thousandths of a watt-second; of a counter, its rise.
  ///
  /// What is below zero counts as none, as in ``MeterDay/milliwattSeconds``.
  public var milliwattSeconds: Int64 {
    let all = samples
    let sum =
      switch nature {
      case .counter: 3_600 * (Int128(all.last?.value ?? 0) - Int128(all.first?.value ?? 0))
      case .intervalEnergy: all.reduce(0) { $0 + 3_600 * Int128(max(0, $1.value)) }
      case .dailyCounter: 3_600 * Int128(all.map(\.value).max() ?? 0)
      case .meanPower: all.reduce(0) { $0 + Int128(max(0, $1.value)) * Int128($1.seconds) }
      case .instantPower:
        zip(all, all.dropFirst()).reduce(0) {
          $0 + Int128(max(0, $1.0.value) + max(0, $1.1.value)) * Int128($1.0.seconds) / 2
        }
      }
    return Int64(clamping: sum * Int128(quantum))
  }
}

extension DayCurve {
  private struct Run {
    var start: Int64
    var step: Int64
    var count: Int
  }
  private struct Header {
    let nature: Column.Nature
    let quantum: Int64
    let count: Int
  }
  /// More samples than a day of 25 hours has seconds are damage, not data.
  private static let mostSamples = 90_000
  /// No number of a file is larger in thousandths.
  private static let mostValue = powerOfTen(NumberFormat.mostDigits)

  private static func runs(_ samples: [Sample]) -> [Run] {
    var runs: [Run] = []
    for sample in samples {
      if let last = runs.last, last.step == sample.seconds,
        last.start + last.step * Int64(last.count) == sample.offset
      {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(start: sample.offset, step: sample.seconds, count: 1))
      }
    }
    return runs
  }

  private static func decode(_ bytes: [UInt8]) -> (header: Header, samples: [Sample])? {
    var at = 1
    guard let code = bytes.first, let nature = Column.Nature(code: code),
      let quantum = Varint.read(bytes, &at), let runs = Varint.read(bytes, &at),
      quantum > 0, quantum <= 1_000_000_000, runs <= mostSamples
    else { return nil }
    var places: [(offset: Int64, step: Int64)] = []
    var end: Int64 = 0
    for _ in 0..<runs {
      guard let skip = Varint.readFolded(bytes, &at), let step = Varint.read(bytes, &at),
        let count = Varint.read(bytes, &at), step <= 90_000, (-200_000...200_000).contains(skip),
        count <= UInt64(mostSamples - places.count)
      else { return nil }
      for index in 0..<Int64(count) {
        places.append((end + skip + Int64(step) * index, Int64(step)))
      }
      end += skip + Int64(step) * Int64(count)
    }
    var samples: [Sample] = []
    samples.reserveCapacity(places.count)
    var value: Int64 = 0
    for place in places {
      guard let difference = Varint.readFolded(bytes, &at) else { return nil }
      value &+= difference
      guard (-mostValue...mostValue).contains(value) else { return nil }
      samples.append(Sample(offset: place.offset, seconds: place.step, value: value))
    }
    guard at == bytes.count else { return nil }
    let header = Header(nature: nature, quantum: Int64(quantum), count: samples.count)
    return (header, samples)
  }
}

extension Column.Nature {
  fileprivate var code: UInt8 {
    switch self {
    case .counter: 1
    case .intervalEnergy: 2
    case .meanPower: 3
    case .dailyCounter: 4
    case .instantPower: 5
    }
  }

  fileprivate init?(code: UInt8) {
    switch code {
    case 1: self = .counter
    case 2: self = .intervalEnergy
    case 3: self = .meanPower
    case 4: self = .dailyCounter
    case 5: self = .instantPower
    default: return nil
    }
  }
}
