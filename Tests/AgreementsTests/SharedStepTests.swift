import Agreements
import TestSupport
import Testing
import Units

/// Steps of collective self-consumption held against what the formula says, A = min(C, k·P), by whole
/// numbers and no division of the code tried.
@Suite struct SharedStepTests {
  private func share(
    _ production: [Int64], _ consumption: [Int64], _ key: SharingKey
  ) throws -> SharedStep {
    let step = try SharedStep(production: production, consumption: consumption, key: key)
    #expect(step.parts.count == production.count)
    for (producer, produced) in production.enumerated() {
      let given = step.parts[producer].reduce(0, +)
      #expect(given + step.surplus[producer] == produced && step.surplus[producer] >= 0)
      #expect(step.parts[producer].allSatisfy { $0 >= 0 })
    }
    for (consumer, consumed) in consumption.enumerated() {
      #expect(step.parts.reduce(0) { $0 + $1[consumer] } <= consumed)
    }
    return step
  }

  private func given(_ step: SharedStep, _ consumer: Int) -> Int64 {
    step.parts.reduce(0) { $0 + $1[consumer] }
  }

  /// Whether a part is the numerator over the denominator, to less than one unit either way.
  private func isNear(_ part: Int64, _ numerator: Int128, _ denominator: Int128) -> Bool {
    let apart = Int128(part) * denominator - numerator
    return apart < denominator && apart > -denominator
  }

  private func checkProportional(_ production: [Int64], _ consumption: [Int64]) throws {
    let step = try share(production, consumption, .proportional)
    let (produced, consumed) = (production.reduce(0, +), consumption.reduce(0, +))
    // As much as there is is used, as much as is wanted is given.
    #expect(step.parts.joined().reduce(0, +) == min(produced, consumed))
    for (consumer, wanted) in consumption.enumerated() {
      let part = given(step, consumer)
      if produced >= consumed {
        #expect(part == wanted)
      } else {
        #expect(isNear(part, Int128(produced) * Int128(wanted), Int128(consumed)))
      }
    }
  }

  private func checkPooled(
    _ production: [Int64], _ consumption: [Int64], _ shares: [Int64]
  ) throws {
    let step = try share(production, consumption, .pooled(shares))
    let produced = Int128(production.reduce(0, +))
    for (consumer, wanted) in consumption.enumerated() {
      let (due, part) = (produced * Int128(shares[consumer]), given(step, consumer))
      #expect(part == wanted || isNear(part, due, 1_000_000))
      #expect(part < wanted || due > Int128(wanted - 1) * 1_000_000)
    }
  }

  private func checkPaired(
    _ production: [Int64], _ consumption: [Int64], _ shares: [[Int64]]
  ) throws {
    let step = try share(production, consumption, .paired(shares))
    for (consumer, wanted) in consumption.enumerated() {
      let dues = production.indices.map {
        Int128(production[$0]) * Int128(shares[$0][consumer])
      }
      if given(step, consumer) < wanted {
        for producer in production.indices {
          #expect(isNear(step.parts[producer][consumer], dues[producer], 1_000_000))
        }
      } else {
        let slack = Int128(production.count) * 1_000_000
        #expect(dues.reduce(0, +) + slack > Int128(wanted) * 1_000_000)
      }
    }
  }

  @Test func `every step of a small world is shared to the watt-hour`() throws {
    let shares: [[Int64]] = [
      [0, 0], [500_000, 500_000], [333_333, 666_667], [250_000, 0], [1_000_000, 0], [1, 999_998],
    ]
    for first in Int64(0)...4 {
      for second in Int64(0)...3 {
        for one in Int64(0)...4 {
          for other in Int64(0)...4 {
            try checkProportional([first, second], [one, other])
            for share in shares {
              try checkPooled([first, second], [one, other], share)
              try checkPaired([first, second], [one, other], [share, share.reversed()])
            }
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `large steps of many keep every margin`(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (producers, consumers) = (Int.random(in: 1...5, using: &random), 9)
    for _ in 0..<50 {
      let production = (0..<producers).map { _ in Int64.random(in: 0...50_000, using: &random) }
      let consumption = (0..<consumers).map { _ in Int64.random(in: 0...20_000, using: &random) }
      func key() -> [Int64] {
        (0..<consumers).map { _ in Int64.random(in: 0...111_111, using: &random) }
      }
      try checkProportional(production, consumption)
      try checkPooled(production, consumption, key())
      try checkPaired(production, consumption, production.map { _ in key() })
    }
  }

  /// Two schools and a hall on one roof of 1,000 Wh in a step, by hand.
  @Test func `the four keys on one step, by hand`() throws {
    let wanted: [Int64] = [600, 300, 300]
    let cases: [(SharingKey, [Int64], surplus: Int64)] = [
      (.proportional, [500, 250, 250], 0),
      (.pooled([400_000, 400_000, 200_000]), [400, 300, 200], 100),
      (.pooled([700_000, 100_000, 100_000]), [600, 100, 100], 200),
      (.paired([[500_000, 250_000, 0]]), [500, 250, 0], 250),
    ]
    for (key, parts, surplus) in cases {
      let step = try share([1000], wanted, key)
      #expect(step.parts == [parts] && step.surplus == [surplus])
    }
  }
}
