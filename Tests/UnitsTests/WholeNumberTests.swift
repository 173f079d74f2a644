import Foundation
import TestSupport
import Testing
import Units

/// Whole numbers of any size against the integers and fractions of Python 3, in `Vectors/whole-*.csv`.
@Suite struct WholeNumberTests {
  private func rows(_ name: String) throws -> [[Substring]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test func `sums, differences, products and quotients are Python's`() throws {
    let rows = try rows("whole-numbers.csv")
    #expect(rows.count == 150)
    for row in rows {
      let (a, b) = (try #require(WholeNumber(row[0])), try #require(WholeNumber(row[1])))
      #expect(a.description == row[0] && b.description == row[1])
      #expect((a + b).description == row[2])
      #expect((a - b).description == row[3])
      #expect((a * b).description == row[4])
      #expect(a.dividedDown(by: b.magnitude).description == row[5])
      #expect((a < b) == (a - b).isNegative)
    }
  }

  @Test func `numbers of any size are divided as by exact fractions`() throws {
    let rows = try rows("whole-apportionment.csv")
    #expect(rows.count == 60)
    for row in rows {
      let numbers = try row.dropFirst().map {
        try $0.split(separator: " ").map { try #require(WholeNumber($0)) }
      }
      let amount = try #require(WholeNumber(row[0]))
      let divided = WholeApportionment(amount, weights: numbers[0], owed: numbers[1])
      let done = try #require(divided)
      #expect(done.parts == numbers[2], "\(row)")
      #expect(done.owed == numbers[3], "\(row)")
    }
  }

  /// 100,000 random divisions, in chains of 240 months: the two engines agree, sums are exact, nobody
  /// has a part of the other sign, and nobody ever has more than one unit too many.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a hundred thousand divisions agree and keep the promises`(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for chain in 0..<105 {
      let parties = Int.random(in: 1...5, using: &random)
      let most: Int64 = [3, 1_000, 1_000_000_000][chain % 3]
      let weights = (0..<parties).map { _ in Int64.random(in: 1...most, using: &random) }
      var key = try Apportionment(weights: weights)
      var sums = weights.map { _ in Int128(0) }
      var whole = Int128(0)
      for month in 0..<240 {
        let largest: Int64 = month % 2 == 0 ? 12 : 1_000_000_000
        let amount = Int64.random(in: 0...largest, using: &random)
        let owed = key.owed
        let parts = key.divide(amount) ?? []
        whole += Int128(amount)
        for index in parts.indices { sums[index] += Int128(parts[index]) }
        var sound = parts.reduce(0, +) == amount && parts.allSatisfy { $0 >= 0 }
        for index in parts.indices {
          let exact = whole * Int128(weights[index])
          let drift = sums[index] * key.total - exact
          sound = sound && drift <= key.total && 2 * -drift <= 3 * key.total
        }
        if month % 24 == 0 {
          let slow = WholeApportionment(
            WholeNumber(amount), weights: weights.map(WholeNumber.init),
            owed: owed.compactMap { WholeNumber("\($0)") })
          sound = sound && slow?.parts.map(\.narrow) == parts
        }
        if !sound { Issue.record("\(weights) \(amount) \(parts)") }
      }
    }
  }

  @Test(arguments: ["", "-", "+", "1a", "1.5", " 1", "--1"])
  func `other texts are no whole numbers`(_ text: String) { #expect(WholeNumber(text) == nil) }

  @Test func `what cannot be divided is not`() {
    let one = WholeNumber(1)
    #expect(WholeApportionment(one, weights: []) == nil)
    #expect(WholeApportionment(one, weights: [.zero]) == nil)
    #expect(WholeApportionment(one, weights: [-one, one + one]) == nil)
    #expect(WholeApportionment(one, weights: [one], owed: [one]) == nil)
    let odd = WholeApportionment(
      one, weights: [one, one], owed: [WholeNumber(-1_000_000_001), WholeNumber(1_000_000_001)])
    #expect(odd?.parts == [.zero, one])
    #expect(WholeNumber("-0") == .zero && WholeNumber(Int64.min).narrow == .min)
  }
}
