import Membership
import TestSupport
import Testing
import Units

/// Random histories of holdings, passages and declarations against plain counts, day by day.
@Suite struct DatedWorldTests {
  static let first = Day(number: 20_454)
  static let length = 40
  static let colleges = ["a", "b", "c"]

  /// All that happens, in plain lists that are recounted for every question.
  struct Plain {
    var changes: [(day: Int, member: Int, shares: Int64)] = []
    var passages: [(told: Int, day: Int, member: Int, college: String)] = []
    var declared: [(day: Int, member: Int, isHeld: Bool)] = []

    func holding(_ member: Int, _ day: Int) -> Int64 {
      changes.reduce(0) { $0 + ($1.member == member && $1.day <= day ? $1.shares : 0) }
    }

    /// The passage with the latest day; of these the one told last, among those told by then.
    func college(_ member: Int, _ day: Int, toldBefore told: Int = .max) -> String {
      var found = (day: -1, college: colleges[member % 3])
      for passage in passages where passage.member == member && passage.told < told {
        if passage.day <= day, passage.day >= found.day { found = (passage.day, passage.college) }
      }
      return found.college
    }

    func isNatural(_ member: Int, _ day: Int) -> Bool {
      if member % 2 == 0 { return true }
      var found = (day: -1, isHeld: false)
      for one in declared where one.member == member && one.day <= day && one.day >= found.day {
        found = (one.day, one.isHeld)
      }
      return found.isHeld
    }
  }

  static let members = 7
  static func number(_ member: Int) throws -> MemberNumber { try MemberNumber("M\(member + 1)") }
  static func day(_ index: Int) -> Day { first.adding(days: index) }

  static func statutes() throws -> Statutes {
    try Statutes(
      founded: first, nominal: Cents(50_00), floor: .zero, ceiling: Cents(1_000_000_000),
      colleges: colleges.enumerated().map { index, id in
        College(
          id: try CollegeID(id), frenchName: id, englishName: id,
          capitalAccount: "1013\(index + 1)0", kinds: Set(MemberKind.allCases),
          votingWeight: Ratio(1, 3), revenueWeight: Ratio(1, 3),
          valid: Period(first: first, last: nil))
      })
  }

  static func register(_ plain: Plain, toldBefore told: Int = .max) throws -> ShareRegister {
    let members = try (0..<Self.members).map { member in
      Member(
        number: try number(member), kind: member % 2 == 0 ? .person : .company,
        college: try CollegeID(colleges[member % 3]), joined: first
      ).told(
        try plain.passages.filter { $0.member == member && $0.told < told }.map {
          Standing(
            member: try number(member), aspect: .college(try CollegeID($0.college)),
            from: day($0.day), reference: "P")
        }
          + plain.declared.filter { $0.member == member }.map {
            Standing(
              member: try number(member), aspect: .heldByPersons($0.isHeld), from: day($0.day),
              reference: "D")
          })
    }
    var register = try ShareRegister(statutes: statutes(), members: members)
    for change in plain.changes {
      register.take(
        HoldingChange(
          from: day(change.day), member: try number(change.member), shares: change.shares))
    }
    register.addUp()
    return register
  }

  static func world(_ random: inout SplitMix) -> Plain {
    var plain = Plain()
    for step in 0..<30 {
      let day = Int.random(in: 1..<length - 2, using: &random)
      let member = Int.random(in: 0..<members, using: &random)
      switch Int.random(in: 0...5, using: &random) {
      case 0, 1: plain.changes.append((day, member, Int64.random(in: 1...9, using: &random)))
      case 2, 3:
        let other = Int.random(in: 0..<members, using: &random)
        let least = (day..<length).map { plain.holding(member, $0) }.min() ?? 0
        guard least > 0, other != member else { continue }
        let shares = Int64.random(in: 1...least, using: &random)
        plain.changes.append((day, member, -shares))
        plain.changes.append((day, other, shares))
      case 4:
        plain.passages.append((step, day, member, colleges.randomElement(using: &random) ?? "a"))
      default:
        plain.declared.append((day, member | 1, Bool.random(using: &random)))
      }
    }
    // A member beyond the list declares nothing.
    plain.declared.removeAll { $0.member >= members }
    return plain
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `the register is what a plain count says, by college and on every day`(_ seed: UInt64) throws
  {
    var random = SplitMix(seed: seed)
    let plain = Self.world(&random)
    let register = try Self.register(plain)
    for index in 0..<Self.length {
      let day = Self.day(index)
      var sums: [String: Int64] = [:]
      for member in 0..<Self.members {
        let held = plain.holding(member, index)
        sums[plain.college(member, index), default: 0] += held
        #expect(register.holding(of: try Self.number(member), on: day).units == held)
      }
      let totals = register.colleges(on: day)
      for total in totals {
        #expect(total.shares.units == sums[total.college.description, default: 0])
        #expect(total.capital.units == total.shares.units * 50_00)
      }
      let all = totals.reduce(Int64(0)) { $0 + $1.shares.units }
      #expect(all == register.totalShares(on: day).units)
    }
    let period = Period(first: Self.first, last: Self.day(Self.length - 1))
    for weight in register.shareDays(in: period) {
      let member = register.members.firstIndex { $0.number == weight.member } ?? 0
      let expected = (0..<Self.length).reduce(Int64(0)) { sum, index in
        plain.college(member, index) == weight.college.description
          ? sum + plain.holding(member, index) : sum
      }
      // A college may come back: its stays are told apart, and make up its days together.
      let told = register.shareDays(in: period)
        .filter { $0.member == weight.member && $0.college == weight.college }
        .reduce(Int64(0)) { $0 + $1.weight }
      #expect(told == expected)
    }
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `what passes between accounts keeps ledger and register together on every day`(
    _ seed: UInt64
  ) throws {
    var random = SplitMix(seed: seed &+ 100)
    let plain = Self.world(&random)
    // The entries of the movements, each in the account of its day as first known; then, passage by
    // passage, what each made move.
    var moved: [String: [Day: Int64]] = [:]
    for change in plain.changes {
      let college = plain.college(change.member, change.day, toldBefore: 0)
      let account = "1013\((Self.colleges.firstIndex(of: college) ?? 0) + 1)0"
      moved[account, default: [:]][Self.day(change.day), default: 0] += change.shares * 50_00
    }
    for passage in plain.passages {
      let before = try Self.register(plain, toldBefore: passage.told)
      let after = try Self.register(plain, toldBefore: passage.told + 1)
      let other = try #require(after.member(try Self.number(passage.member)))
      for change in before.reclassifications(to: other) {
        #expect(change.day >= Self.day(passage.day))
        #expect(change.changes.values.reduce(Cents.zero, +) == .zero)
        for (account, cents) in change.changes {
          moved[account, default: [:]][change.day, default: 0] += cents.units
        }
      }
    }
    let register = try Self.register(plain)
    for index in 0..<Self.length {
      let day = Self.day(index)
      for total in register.colleges(on: day) {
        let account = register.statutes.capitalAccount(of: total.college) ?? ""
        let balance = (moved[account] ?? [:]).reduce(Int64(0)) {
          $0 + ($1.key <= day ? $1.value : 0)
        }
        #expect(balance == total.capital.units, "\(account) \(day)")
      }
    }
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `natural persons hold on every day what a plain count says`(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed &+ 200)
    let plain = Self.world(&random)
    let register = try Self.register(plain)
    let from = Int.random(in: 0..<10, using: &random)
    let to = Int.random(in: 20..<Self.length, using: &random)
    let runs = register.naturalHoldings(in: Period(first: Self.day(from), last: Self.day(to)))
    for index in 0..<Self.length {
      let total = (0..<Self.members).reduce(Int64(0)) { $0 + plain.holding($1, index) }
      let natural = (0..<Self.members).reduce(Int64(0)) {
        $0 + (plain.isNatural($1, index) ? plain.holding($1, index) : 0)
      }
      let run = runs.first { $0.days.contains(Self.day(index)) }
      guard (from...to).contains(index), total > 0 else {
        #expect(run == nil)
        continue
      }
      #expect(run?.natural.units == natural && run?.total.units == total)
      #expect(run?.reaches(75) == (natural * 4 >= total * 3))
    }
  }
}
