import Foundation
import TestSupport
import Testing
import Units

@Suite struct ApportionmentTests {
  struct Vector: CustomTestStringConvertible {
    let amount: Int64
    let weights: [Int64]
    let expected: [Int64]
    var testDescription: String { "\(amount) by \(weights)" }
  }

  /// The published vectors, with their sources, in `Vectors/apportionment.csv`.
  static let vectors: [Vector] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/apportionment.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",")
      let numbers = { (cell: Substring) in cell.split(separator: " ").compactMap { Int64($0) } }
      return Vector(
        amount: Int64(cells[0]) ?? 0, weights: numbers(cells[1]), expected: numbers(cells[2]))
    }
  }()

  @Test func thereAreVectors() { #expect(Self.vectors.count == 9) }

  @Test(arguments: vectors)
  func dividesAsPublished(_ vector: Vector) throws {
    var key = try Apportionment(weights: vector.weights)
    #expect(key.divide(vector.amount) == vector.expected)
    #expect(key.owed.reduce(0, +) == 0)
  }

  @Test func aMillionAmongSixHundredEquals() throws {
    var key = try Apportionment(weights: Array(repeating: 1, count: 600))
    let parts = key.divide(1_000_000) ?? []
    #expect(parts.count { $0 == 1667 } == 400)
    #expect(parts.count { $0 == 1666 } == 200)
  }

  @Test func twentyFourHoursOverThreeLoseNothing() throws {
    var key = try Apportionment(weights: [1, 1, 1])
    var sums: [Int64] = [0, 0, 0]
    for _ in 0..<24 { sums = zip(sums, key.divide(1000) ?? []).map(+) }
    #expect(sums == [8000, 8000, 8000])
  }

  @Test func aDeficitIsWorkedOffNotForgotten() throws {
    var key = try Apportionment(weights: [1, 99], owed: [-12_000 * 100, 12_000 * 100])
    for _ in 0..<25 { #expect(key.divide(1000) == [0, 1000]) }
    #expect(key.owed[0] == -11_750 * 100)
  }

  @Test func withoutWeightNothingIsDivided() throws {
    var none = try Apportionment(weights: [])
    var zeros = try Apportionment(weights: [0, 0])
    #expect(none.divide(5) == nil)
    #expect(zeros.divide(5) == nil)
  }

  @Test func weightsOutOfBoundsAreRefused() {
    #expect(throws: UnitRefusal.weightIsNegative(-1)) { try Apportionment(weights: [1, -1]) }
    #expect(throws: UnitRefusal.sumIsTooLarge) { try Apportionment(weights: [.max, 1]) }
  }

  /// The rule in fractions of plain numbers: the oracle of the small worlds.
  ///
  /// Instead of floors and remainders it hands out one unit at a time to whoever is owed most, and
  /// never takes one back.
  static func oneByOne(_ owed: [Int128], _ weights: [Int64], _ amount: Int64) -> [Int64] {
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    let sign: Int128 = amount < 0 ? -1 : 1
    var due = zip(owed, weights).map { $0 * sign + Int128(amount) * sign * Int128($1) }
    var parts = weights.map { _ in Int64(0) }
    for _ in 0..<amount.magnitude {
      let best = due.indices.max { due[$0] != due[$1] ? due[$0] < due[$1] : $0 > $1 } ?? 0
      due[best] -= total
      parts[best] += 1
    }
    return parts.map { $0 * Int64(sign) }
  }

  /// All worlds of up to 4 parties with weights up to 3, 3 periods and amounts of −6 to 6.
  @Test(arguments: 1...4)
  func everySmallWorldKeepsThePromises(_ parties: Int) throws {
    var worlds = 0
    for code in 1..<(1 << (2 * parties)) {
      let weights = (0..<parties).map { Int64(code >> (2 * $0) & 3) }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      for periods in 0..<(7 * 7 * 7) {
        let amounts = [periods % 7, periods / 7 % 7, periods / 49].map(Int64.init)
        try check(weights, amounts)
        worlds += 1
      }
    }
    #expect(worlds == ((1 << (2 * parties)) - 1) * 343)
  }

  private func check(_ weights: [Int64], _ amounts: [Int64]) throws {
    var key = try Apportionment(weights: weights)
    var mirror = key
    for amount in amounts {
      let before = key.owed
      let parts = key.divide(amount) ?? []
      let sound =
        parts.reduce(0, +) == amount && parts.allSatisfy { $0 >= 0 }
        && key.owed.reduce(0, +) == 0 && key.owed.allSatisfy { abs($0) <= key.total }
        && zip(parts, weights).allSatisfy { $0 == 0 || $1 > 0 }
        && mirror.divide(-amount) == parts.map { -$0 } && mirror.owed == key.owed.map { -$0 }
        && parts == Self.oneByOne(before, weights, amount)
      if !sound { Issue.record("\(weights) \(amounts): \(parts)") }
    }
  }

  /// Mixed signs over many periods: exact sums and the bound of one unit, for every seed.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func randomWorldsKeepThePromises(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<300 {
      let parties = Int.random(in: 1...30, using: &random)
      let most = Int64(1) << Int64.random(in: 0...40, using: &random)
      let weights = (0..<parties).map { _ in Int64.random(in: 0...most, using: &random) }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      var key = try Apportionment(weights: weights)
      for _ in 0..<40 {
        let amount = Int64.random(in: 0...200, using: &random)
        let parts = key.divide(amount) ?? []
        let sound =
          parts.reduce(0, +) == amount && parts.allSatisfy { $0 >= 0 }
          && key.owed.reduce(0, +) == 0 && key.owed.allSatisfy { abs($0) <= key.total }
        if !sound { Issue.record("\(weights) \(amount)") }
      }
    }
  }

  @Test func equalWeightsDifferOnlyByRankAndOrderOnlyMovesTheParts() throws {
    var random = SplitMix(seed: 4)
    for _ in 0..<200 {
      let weights = (0..<7).map { _ in Int64.random(in: 1...1_000_000, using: &random) }
      guard Set(weights).count == 7 else { continue }
      let order = weights.indices.shuffled(using: &random)
      var key = try Apportionment(weights: weights)
      var moved = try Apportionment(weights: order.map { weights[$0] })
      for amount: Int64 in [1, 999, 12_345] {
        let parts = key.divide(amount) ?? []
        #expect(moved.divide(amount) == order.map { parts[$0] })
      }
    }
  }

  @Test func moreWeightNeverGivesLess() throws {
    for heavier: Int64 in 1...60 {
      var less = try Apportionment(weights: [heavier, 20, 7])
      var more = try Apportionment(weights: [heavier + 1, 20, 7])
      for amount: Int64 in 0...40 {
        less = try Apportionment(weights: less.weights)
        more = try Apportionment(weights: more.weights)
        let (low, high) = (less.divide(amount) ?? [], more.divide(amount) ?? [])
        #expect(low[0] <= high[0])
      }
    }
  }

  static let extremes: [(amount: Int64, weights: [Int64])] = [
    (.max, [1, 1]), (.min, [1, 1]), (.max, [.max]), (.min, [.max]), (.min, [.max - 1, 1]),
    (.max, [.max / 2, .max / 2]), (.min, [.max / 3, .max / 3, .max / 3]), (1, [.max - 1, 1]),
    (-1, [1, .max - 1]), (.max, Array(repeating: 3, count: 1000)),
  ]

  @Test(arguments: extremes)
  func extremesNeverWrap(_ amount: Int64, _ weights: [Int64]) throws {
    var key = try Apportionment(weights: weights)
    for _ in 0..<3 {
      let parts = key.divide(amount) ?? []
      #expect(parts.reduce(Int128(0)) { $0 + Int128($1) } == Int128(amount))
      #expect(key.owed.allSatisfy { abs($0) <= key.total })
    }
  }
}
