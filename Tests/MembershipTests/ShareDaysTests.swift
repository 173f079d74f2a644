import Membership
import TestSupport
import Testing
import Units

/// Shares over time: the published vector, and a register of plain arrays that judges ours.
@Suite struct ShareDaysTests {
  /// Tranches, the last day included, and the holdings they make: vector of the allocation
  /// specification, part 2.
  @Test func tranchesMakeThePublishedHoldings() throws {
    let tranches: [(first: String, last: String, shares: Int64)] = [
      ("2026-02-10", "2026-02-22", 3), ("2026-01-11", "2026-02-11", 5),
      ("2026-02-13", "2026-02-14", 7), ("2026-02-16", "2026-02-24", 11),
    ]
    var register = try ShareRegister(statutes: statutes(floor: 0), members: members())
    for (index, tranche) in tranches.enumerated() {
      try register.record(
        movement(tranche.first, .subscription, "M1", tranche.shares, ref: "S\(index)"))
      let end = try day(tranche.last)
      let kind: Movement.Kind = index.isMultiple(of: 2) ? .transfer : .withdrawal
      // A transfer leaves its day to the giver; a withdrawal takes effect on its day.
      try register.record(
        movement(
          kind == .transfer ? end.description : end.next.description, kind, "M1",
          to: kind == .transfer ? "M2" : nil, tranche.shares, ref: "E\(index)"))
    }
    let expected: [(String, Int64)] = [
      ("2026-02-11", 8), ("2026-02-12", 3), ("2026-02-13", 10), ("2026-02-14", 10),
      ("2026-02-15", 3), ("2026-02-16", 14), ("2026-02-22", 14), ("2026-02-23", 11),
      ("2026-02-24", 11), ("2026-02-25", 0), ("2027-01-01", 0),
    ]
    for (text, shares) in expected {
      #expect(register.holding(of: try number("M1"), on: try day(text)) == Shares(shares))
    }
    let february = register.shareDays(of: try number("M1"), in: try Month("2026-02").period)
    // 5·10 + 8·1 + … by hand: 1–9: 5, 10–11: 8, 12: 3, 13–14: 10, 15: 3, 16–22: 14, 23–24: 11.
    #expect(february == 5 * 9 + 8 * 2 + 3 + 10 * 2 + 3 + 14 * 7 + 11 * 2)
  }

  /// Holdings by day in plain arrays, recounted from the whole list each time.
  struct PlainRegister {
    let first: Day
    let length = 12
    var accepted: [Movement] = []

    func holding(_ member: MemberNumber, _ index: Int) -> Int64 {
      let day = first.adding(days: index)
      return accepted.reduce(0) { sum, movement in
        let counts = movement.kind == .transfer ? movement.date < day : movement.date <= day
        guard counts else { return sum }
        let gain = movement.kind == .subscription ? movement.member : movement.counterparty
        let loss = movement.kind == .subscription ? nil : Optional(movement.member)
        return sum + (gain == member ? movement.shares.units : 0)
          - (loss == member ? movement.shares.units : 0)
      }
    }

    func admits(_ movement: Movement, members: [MemberNumber]) -> Bool {
      let from = first.days(until: movement.date)
      let total = { index in members.reduce(0) { $0 + holding($1, index) } }
      let shares = movement.shares.units
      return (from..<length).allSatisfy { index in
        switch movement.kind {
        case .subscription: total(index) + shares <= 8
        case .transfer: holding(movement.member, index) >= shares
        case .withdrawal: holding(movement.member, index) >= shares && total(index) - shares >= 2
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func randomHistoriesAgreeWithPlainArrays(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let numbers = try ["M1", "M2", "M7"].map(number)
    let bounds = try statutes(floor: 2 * 50_00, ceiling: 8 * 50_00)
    var (taken, turnedDown) = (0, 0)
    for history in 0..<60 {
      var register = try ShareRegister(statutes: bounds, members: members())
      var plain = PlainRegister(first: bounds.founded)
      for step in 0..<25 {
        let kind = Movement.Kind.allCases.randomElement(using: &random) ?? .subscription
        let giver = Int.random(in: 0..<3, using: &random)
        let receiver = (giver + Int.random(in: 1...2, using: &random)) % 3
        let shares = Int64.random(in: 1...4, using: &random)
        let movement = Movement(
          date: plain.first.adding(days: Int.random(in: 0..<10, using: &random)), kind: kind,
          member: numbers[giver], counterparty: kind == .transfer ? numbers[receiver] : nil,
          shares: Shares(shares), amount: Cents(shares * 50_00), reference: "\(history)/\(step)")
        let admitted = plain.admits(movement, members: numbers)
        let recorded = (try? register.record(movement)) != nil
        #expect(recorded == admitted)
        if admitted { plain.accepted.append(movement) }
        if admitted { taken += 1 } else { turnedDown += 1 }
      }
      for number in numbers {
        let daily = (0..<plain.length).map { plain.holding(number, $0) }
        let read = (0..<plain.length).map {
          register.holding(of: number, on: plain.first.adding(days: $0)).units
        }
        #expect(read == daily)
        for first in 0..<plain.length {
          for last in first..<plain.length {
            let period = Period(
              first: plain.first.adding(days: first), last: plain.first.adding(days: last))
            let sum = daily[first...last].reduce(0, +)
            #expect(register.shareDays(of: number, in: period) == sum)
          }
        }
      }
    }
    #expect(taken > 300 && turnedDown > 300)
  }
}
