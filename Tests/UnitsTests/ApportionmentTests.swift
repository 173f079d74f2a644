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

  /// The oracle of the small worlds.
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
      let key = try Apportionment(weights: (0..<parties).map { Int64(code >> (2 * $0) & 3) })
      worlds += walk(key, mirror: key, periods: 3)
    }
    #expect(worlds == ((1 << (2 * parties)) - 1) * 343)
  }

  /// Divides 0 to 6 units in every way over the periods left; the mirror receives the opposite.
  private func walk(_ key: Apportionment, mirror: Apportionment, periods: Int) -> Int {
    guard periods > 0 else { return 1 }
    return (0...6 as ClosedRange<Int64>).reduce(0) { worlds, amount in
      var (after, opposite) = (key, mirror)
      let parts = after.divide(amount) ?? []
      let sound =
        parts.reduce(0, +) == amount && parts.allSatisfy { $0 >= 0 }
        && after.owed.reduce(0, +) == 0 && after.owed.allSatisfy { abs($0) <= key.total }
        && zip(parts, key.weights).allSatisfy { $0 == 0 || $1 > 0 }
        && opposite.divide(-amount) == parts.map { -$0 }
        && opposite.owed == after.owed.map { -$0 }
        && parts == Self.oneByOne(key.owed, key.weights, amount)
      if !sound { Issue.record("\(key.weights) \(key.owed) \(amount): \(parts)") }
      return worlds + walk(after, mirror: opposite, periods: periods - 1)
    }
  }

  /// 420 keys over 240 months, 100,800 allocations: exact sums, no part of the other sign, nobody
  /// further than one unit from the exact share of the month and of all the months together; the
  /// opposite amounts give the opposite parts; and who weighs more first receives no less.
  ///
  /// Every share is a unit or more: one unit is the bound, whatever the signs.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7] as [UInt64])
  func withAUnitForEverybodyNobodyIsFurtherThanOne(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<60 {
      let parties = Int.random(in: 1...30, using: &random)
      let most = Int64(1) << Int64.random(in: 0...20, using: &random)
      let weights = (0..<parties).map { _ in Int64.random(in: 1...most, using: &random) }
      var key = try Apportionment(weights: weights)
      var mirror = key
      let least = Int64(key.total) / (weights.min() ?? 1) + 1
      var sums = weights.map { _ in Int128(0) }
      var whole = Int128(0)
      for month in 1...240 {
        let magnitude = Int64.random(in: least...(least * 50), using: &random)
        let amount = Bool.random(using: &random) ? magnitude : -magnitude
        let before = key.owed
        let parts = key.divide(amount) ?? []
        whole += Int128(amount)
        var sound = parts.reduce(0, +) == amount && key.owed.reduce(0, +) == 0
        for place in weights.indices {
          sums[place] += Int128(parts[place])
          let due = Int128(amount) * Int128(weights[place]) + before[place]
          let drift = whole * Int128(weights[place]) - sums[place] * key.total
          sound =
            sound && (parts[place] == 0 || (parts[place] < 0) == (amount < 0))
            && abs(due - Int128(parts[place]) * key.total) <= key.total
            && abs(drift) <= key.total && drift == key.owed[place]
        }
        sound = sound && mirror.divide(-amount) == parts.map { -$0 }
        if month == 1 {
          let bySize = weights.indices.sorted { weights[$0] < weights[$1] }
          sound =
            sound
            && zip(bySize, bySize.dropFirst()).allSatisfy { light, heavy in
              weights[light] == weights[heavy]
                || abs(parts[light]) <= abs(parts[heavy])
            }
        }
        if !sound { Issue.record("\(weights) \(amount)") }
      }
    }
  }

  /// Fewer units than parties: never more than one too many, and owed little more than one.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func withFewUnitsNobodyEverHasMoreThanOneTooMany(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<100 {
      let parties = Int.random(in: 1...30, using: &random)
      let weights = (0..<parties).map { _ in Int64.random(in: 0...60, using: &random) }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      var key = try Apportionment(weights: weights)
      for _ in 0..<40 {
        let parts = key.divide(Int64.random(in: 0...6, using: &random)) ?? []
        let sound =
          parts.allSatisfy { $0 >= 0 } && key.owed.reduce(0, +) == 0
          && key.owed.allSatisfy { -key.total <= $0 && 2 * $0 <= 3 * key.total }
        if !sound { Issue.record("\(weights) \(key.owed)") }
      }
    }
  }

  /// The smallest known world in which somebody is owed more than one unit.
  @Test func fewUnitsAmongManyMayLeaveALittleMoreThanOneOwed() throws {
    var key = try Apportionment(weights: [1, 1, 1, 1, 3, 3, 3, 3])
    for amount: Int64 in [6, 2, 3] { #expect(key.divide(amount) != nil) }
    #expect(key.owed.max() == 17)
    #expect(key.total == 16)
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
