import Testing
import Units

@testable import Production

@Suite struct DayCurveTests {
  private func quarters(_ values: [Int64]) -> [DayCurve.Sample] {
    values.enumerated().map { .init(offset: Int64($0) * 900, seconds: 900, value: $1) }
  }

  static let sizes: [(String, [Int64], Int)] = [
    ("no value", [], 3),
    ("a night of zeros", Array(repeating: 0, count: 96), 103),
    ("small steps", (0..<96).map { $0 % 50 }, 103),
    ("a counter in Wh", (0..<96).map { 1_000_000 + $0 * 700 }, 200),
  ]

  @Test(arguments: sizes)
  func `a day takes the bytes it says`(name: String, values: [Int64], size: Int) {
    let curve = DayCurve(nature: .counter, quantum: 1, samples: quarters(values))
    #expect(curve.encoded.count == size, "\(name)")
    #expect(DayCurve(encoded: curve.encoded) == curve)
  }

  @Test func `random days come back sample for sample`() {
    var random = Seeded(state: 7)
    for round in 0..<300 {
      var offset: Int64 = 0
      let samples = (0..<Int.random(in: 0..<120, using: &random)).map { _ -> DayCurve.Sample in
        let seconds: Int64 = Int.random(in: 0..<3, using: &random) == 0 ? 300 : 1_800
        offset += Int.random(in: 0..<9, using: &random) == 0 ? 4_000 : 0
        defer { offset += seconds }
        let most = Int64(1) << Int64.random(in: 1..<49, using: &random)
        return DayCurve.Sample(
          offset: offset, seconds: seconds, value: Int64.random(in: -most...most, using: &random))
      }
      let curve = DayCurve(nature: .meanPower, quantum: 1, samples: samples)
      let back = DayCurve(encoded: curve.encoded)
      #expect(back == curve && back?.samples == samples, "\(round)")
      let sum = samples.reduce(Int64(0)) { $0 + max(0, $1.value) * $1.seconds }
      #expect(curve.milliwattSeconds == sum, "\(round)")
    }
  }

  @Test func `damaged bytes are no curve, or a curve that is written so`() {
    var random = Seeded(state: 8)
    let curve = DayCurve(nature: .counter, quantum: 1_000, samples: quarters([1, 5, 9, 9, 12]))
    for _ in 0..<5_000 {
      var bytes = curve.encoded
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<5, using: &random)) }
      if let found = DayCurve(encoded: bytes) { #expect(found.samples.count == found.count) }
    }
    #expect(DayCurve(encoded: Array(curve.encoded.dropLast())) == nil)
    #expect(DayCurve(encoded: curve.encoded + [0]) == nil)
    #expect(DayCurve(encoded: []) == nil)
  }

  @Test func `each nature sums in its own way`() {
    func sum(_ nature: Column.Nature) -> Int64 {
      DayCurve(nature: nature, quantum: 1_000, samples: quarters([2, -1, 4])).milliwattSeconds
    }
    #expect(sum(.counter) == 2 * 3_600_000)
    #expect(sum(.intervalEnergy) == 6 * 3_600_000)
    #expect(sum(.meanPower) == 6 * 900_000)
  }
}
