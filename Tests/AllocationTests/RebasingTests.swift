import Allocation
import TestSupport
import Testing
import Units

/// What happens to residues when holdings change, judged by exact sums kept beside.
@Suite struct RebasingTests {
  let all = Result { try rules([step("all", .remainder, .members)]) }

  @Test func monthsOfDifferentLengthAreOneKey() throws {
    var carry = Carry()
    for days: Int64 in [31, 28, 31, 30] {
      let month = try waterfall(
        base: Cents(100), rules: all.get(), groups: groups(["M1": 3 * days, "M2": 4 * days]),
        carry: carry)
      #expect(
        month.shares.map(\.residueIn)
          == (carry.residues.isEmpty ? [0, 0] : carry.residues.map(\.owed)))
      #expect(month.shares.map(\.weight) == [3, 4])
      carry = month.carry
    }
    // 400 cents at 3/7 and 4/7: 171.43 and 228.57.
    #expect(carry.residues.map(\.owed) == [3, -3])
  }

  @Test func whoLeavesReleasesItsResidue() throws {
    // 100 among three: M1 received 34 and owes 2/3; M2 and M3 are owed 1/3 each.
    let first = try waterfall(
      base: Cents(100), rules: all.get(), groups: groups(["M1": 1, "M2": 1, "M3": 1]),
      carry: Carry())
    #expect(first.shares.map(\.residueOut) == [-2, 1, 1])
    let without1 = try waterfall(
      base: .zero, rules: all.get(), groups: groups(["M2": 5, "M3": 7]), carry: first.carry)
    #expect(without1.shares.map(\.residueIn) == [0, 0])
    let without3 = try waterfall(
      base: .zero, rules: all.get(), groups: groups(["M1": 1, "M2": 5]), carry: first.carry)
    // The smaller side is 1/3 of a cent: 2/6 of the new key.
    #expect(without3.shares.map(\.residueIn) == [-2, 2])
    let with4 = try waterfall(
      base: .zero, rules: all.get(), groups: groups(["M1": 1, "M2": 1, "M3": 1, "M4": 9]),
      carry: first.carry)
    #expect(with4.shares.map(\.residueIn) == [-8, 4, 4, 0])
  }

  /// Every state of a small key against every small new key: zero sum, no growth, no change of side.
  @Test func everySmallResidueIsBroughtToEverySmallKey() throws {
    let rules = try all.get()
    for weights: [Int64] in [[1, 1, 1], [1, 2, 3], [2, 3, 5], [1, 1, 7]] {
      let total = weights.reduce(0, +)
      for a in -total...total {
        for b in -total...total where abs(a + b) <= total {
          let rows = zip(zip(weights, [a, b, -a - b]), ["M1", "M2", "M3"]).map {
            Residue(
              division: "all/members", beneficiary: .member($1), weight: $0.0, owed: Int128($0.1))
          }
          let carry = try Carry(residues: rows)
          for new: [Int64] in [
            [1, 1, 1], [0, 1, 1], [1, 0, 5], [3, 4, 0], [7, 1, 1], [0, 0, 1],
          ] {
            let names = zip(["M1", "M2", "M3"], new)
            let next = try waterfall(
              base: .zero, rules: rules, groups: groups(Dictionary(uniqueKeysWithValues: names)),
              carry: carry)
            #expect(next.shares.reduce(0) { $0 + $1.residueIn } == 0)
            for share in next.shares {
              let old = rows.first { $0.beneficiary == share.beneficiary }?.owed ?? 0
              #expect(
                abs(share.residueIn) * Int128(total) < abs(old) * Int128(share.totalWeight)
                  + Int128(total))
              #expect(share.residueIn == 0 || share.residueIn.signum() == old.signum())
              #expect(abs(share.residueIn) <= Int128(share.totalWeight))
            }
          }
        }
      }
    }
  }

  @Test func hugeKeysAreReBasedExactly() throws {
    let rows = [
      Residue(
        division: "all/members", beneficiary: .member("M1"), weight: .max - 5,
        owed: Int128(Int64.max) - 7),
      Residue(
        division: "all/members", beneficiary: .member("M2"), weight: 5, owed: 7 - Int128(Int64.max)),
    ]
    let next = try waterfall(
      base: .zero, rules: all.get(), groups: groups(["M1": .max / 3, "M2": .max / 3 + 1]),
      carry: Carry(residues: rows))
    let total = Int128(Int64.max / 3) * 2 + 1
    let expected = (Int128(Int64.max) - 7) * total / Int128(Int64.max)
    #expect(next.shares.map(\.residueIn) == [expected, -expected])
  }

  /// 240 months in which shares are bought, sold and given up: the drift of every member who stays.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func drift(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let members = 40
    var shares = (0..<members).map { _ in Int64.random(in: 0...20, using: &random) }
    var carry = Carry()
    // Exact due less received since the member's present stay began, in 1/2^40 of a cent.
    var drift = Array(repeating: Int128(0), count: members)
    var (released, leavers) = (Int128(0), 0)
    var worst = Int128(0)
    let fine = Int128(1) << 40
    for _ in 0..<240 {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let index = Int.random(in: 0..<members, using: &random)
        shares[index] = Bool.random(using: &random) ? 0 : Int64.random(in: 1...20, using: &random)
      }
      let total = shares.reduce(0, +)
      let base = Int64.random(in: -500...5000, using: &random)
      let names = (0..<members).map { ("M\($0 + 10)", shares[$0] * 30) }
      let month = try waterfall(
        base: Cents(base), rules: all.get(),
        groups: groups(Dictionary(uniqueKeysWithValues: names)),
        carry: carry)
      try expectSound(month)
      let before = carry.residues
      let staying = Set(month.shares.map(\.beneficiary))
      for residue in before where !staying.contains(residue.beneficiary) {
        released += abs(residue.owed) * fine / before.reduce(0) { $0 + Int128($1.weight) }
        leavers += 1
      }
      for share in month.shares {
        #expect(abs(share.residueOut) <= Int128(share.totalWeight))
        guard case .member(let name) = share.beneficiary, let index = Int(name.dropFirst()) else {
          continue
        }
        drift[index - 10] +=
          Int128(base) * Int128(shares[index - 10]) * fine / Int128(total)
          - Int128(share.amount.units) * fine
      }
      for index in 0..<members where shares[index] == 0 { drift[index] = 0 }
      for index in 0..<members { worst = max(worst, abs(drift[index])) }
      carry = month.carry
    }
    // One cent, and what all who left over twenty years released, however it fell on one member.
    #expect(worst <= fine + released)
    // Measured: 1.27 cents at worst over the six seeds.
    #expect(worst < 3 * fine / 2)
    #expect(leavers > 50)
  }

  @Test func residuesThatDoNotSumToZeroAreRefused() {
    let row = Residue(division: "d", beneficiary: .rest, weight: 1, owed: 1)
    #expect(throws: AllocationRefusal.residuesDoNotSumToZero(division: "d")) {
      _ = try Carry(residues: [row])
    }
  }
}
