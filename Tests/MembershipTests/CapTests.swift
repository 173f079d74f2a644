import Membership
import Testing
import Units

/// Caps on the capital and the votes, for members, colleges and public bodies.
@Suite struct CapTests {
  /// Citizens M1 to M4 of college a, the towns M7 and M8 of college b: 50, 30, 10, 10, 60 and 40.
  static func register(
    a: College.Caps = College.Caps(), b: College.Caps = College.Caps(),
    kinds: KindCaps = KindCaps(), votes: College.Votes = .byMember
  ) throws -> ShareRegister {
    let day = try Day("2026-01-01")
    let always = Period(first: day, last: nil)
    let (one, two) = (try CollegeID("a"), try CollegeID("b"))
    let statutes = try Statutes(
      founded: day,
      capitalTerms: [
        CapitalTerms(
          from: day, nominal: Cents(50_00), floor: .zero, ceiling: Cents(1_000_000_000),
          caps: kinds)
      ],
      colleges: [
        College(
          id: one, frenchName: "A", englishName: "A", capitalAccount: "101310", kinds: [.person],
          votingWeight: Ratio(60, 1), revenueWeight: .one, votes: votes, caps: a, valid: always),
        College(
          id: two, frenchName: "B", englishName: "B", capitalAccount: "101320",
          kinds: [.publicBody], votingWeight: Ratio(40, 1), revenueWeight: .zero, caps: b,
          valid: always),
      ])
    let holdings = [("M1", 50), ("M2", 30), ("M3", 10), ("M4", 10), ("M7", 60), ("M8", 40)]
    var register = try ShareRegister(
      statutes: statutes,
      members: holdings.map { text, _ in
        let isTown = ["M7", "M8"].contains(text)
        return Member(
          number: try MemberNumber(text), kind: isTown ? .publicBody : .person,
          college: isTown ? two : one, joined: day)
      })
    for (text, shares) in holdings {
      register.take(
        HoldingChange(from: day, member: try MemberNumber(text), shares: Int64(shares)))
    }
    register.addUp()
    return register
  }

  static func caps(_ build: (inout College.Caps) -> Void) -> College.Caps {
    var caps = College.Caps()
    build(&caps)
    return caps
  }

  static let member30 = caps { $0.memberCapital = Ratio(30, 100) }
  static let college50 = caps { $0.capital = Ratio(50, 100) }
  static let votes16 = caps { $0.memberVotes = Ratio(16, 100) }
  static let votes31 = caps { $0.memberVotes = Ratio(31, 100) }

  struct Case: Sendable {
    var a = College.Caps()
    var b = College.Caps()
    var kinds = KindCaps()
    var votes = College.Votes.byMember
    let changes: [String: Int64]
    let codes: [String]
  }

  static let cases: [Case] = [
    Case(changes: ["M1": 1_000_000], codes: []),
    // 60 of 200 are 30 % exactly: allowed, and one more is not.
    Case(b: member30, changes: ["M7": 0], codes: []),
    Case(b: member30, changes: ["M7": 1], codes: ["member-holds-too-much"]),
    Case(b: member30, changes: ["M7": 1, "M8": -1], codes: ["member-holds-too-much"]),
    // Others leave: the part of M7 grows, but it gains nothing.
    Case(b: member30, changes: ["M1": -50], codes: []),
    Case(kinds: KindCaps(each: [.person: Ratio(1, 4)]), changes: ["M2": 20], codes: []),
    Case(
      kinds: KindCaps(each: [.person: Ratio(1, 4)]), changes: ["M1": 1],
      codes: ["member-holds-too-much"]),
    Case(
      kinds: KindCaps(each: [.publicBody: Ratio(1, 4)]), changes: ["M8": 15],
      codes: ["member-holds-too-much"]),
    // Each college holds half.
    Case(b: college50, changes: ["M7": -1, "M8": 1], codes: []),
    Case(b: college50, changes: ["M8": 1], codes: ["college-holds-too-much"]),
    Case(b: college50, changes: ["M1": -1], codes: ["college-holds-too-much"]),
    Case(
      kinds: KindCaps(publicBodies: Ratio(1, 2)), changes: ["M7": 1],
      codes: ["public-bodies-hold-too-much"]),
    Case(kinds: KindCaps(publicBodies: Ratio(1, 2)), changes: ["M1": 1], codes: []),
    // One of four citizens casts 15 % of the votes; by share M1 casts 30 %, and 31 % with four more.
    Case(a: votes16, changes: ["M1": 1000], codes: []),
    Case(a: votes16, votes: .byShare, changes: ["M1": 1], codes: ["member-votes-too-much"]),
    Case(a: votes31, votes: .byShare, changes: ["M1": 3], codes: []),
    Case(a: votes31, votes: .byShare, changes: ["M1": 4], codes: ["member-votes-too-much"]),
    // All at once.
    Case(
      b: caps {
        $0.memberCapital = Ratio(30, 100)
        $0.capital = Ratio(50, 100)
      }, kinds: KindCaps(publicBodies: Ratio(1, 2)), changes: ["M7": 1],
      codes: [
        "college-holds-too-much", "public-bodies-hold-too-much", "member-holds-too-much",
      ]),
  ]

  @Test(arguments: cases) func `a movement stays within every cap, and all reasons are given`(
    case one: Case
  ) throws {
    let register = try Self.register(a: one.a, b: one.b, kinds: one.kinds, votes: one.votes)
    var changes: [MemberNumber: Int64] = [:]
    for (text, change) in one.changes { changes[try MemberNumber(text)] = change }
    let found = register.capReasons(after: changes, on: try Day("2026-02-01"))
    #expect(found.map(\.code) == one.codes)
  }

  @Test func `a cap is asked on each later day on which recorded holdings change`() throws {
    var register = try Self.register(b: Self.college50)
    let (m1, m8) = (try MemberNumber("M1"), try MemberNumber("M8"))
    register.take(HoldingChange(from: try Day("2026-03-01"), member: m1, shares: 10))
    register.take(HoldingChange(from: try Day("2026-04-01"), member: m1, shares: -10))
    register.addUp()
    // Ten more would do in March, not in April.
    #expect(
      register.capReasons(after: [m8: 10], on: try Day("2026-03-01")) == [
        .collegeHoldsTooMuch(
          try CollegeID("b"), on: try Day("2026-04-01"), part: Ratio(11, 21), cap: Ratio(1, 2))
      ])
  }

  @Test func `what is exceeded already is told by day and stands against no one who lessens it`()
    throws
  {
    let register = try Self.register(a: Self.caps { $0.memberCapital = Ratio(1, 5) })
    let (day, m1, m2) = (try Day("2026-02-01"), try MemberNumber("M1"), try MemberNumber("M2"))
    #expect(
      register.exceededCaps(on: day) == [
        .memberHoldsTooMuch(m1, on: day, part: Ratio(1, 4), cap: Ratio(1, 5))
      ])
    #expect(register.capReasons(after: [m1: -5, m2: 5], on: day) == [])
    #expect(register.exceededCaps(on: try Day("2025-12-31")) == [])
    let uses = register.capUses(on: day)
    #expect(uses.map(\.rule) == [.memberCapital(m1)])
    #expect(uses.map(\.margin) == [Ratio(-1, 20)])
  }

  @Test func `a college takes nobody in beyond its cap`() throws {
    let register = try Self.register(a: Self.caps { $0.capital = Ratio(1, 2) })
    let town = try #require(register.member(try MemberNumber("M8")))
    let passing = town.told([
      Standing(
        member: town.number, aspect: .college(try CollegeID("a")), from: try Day("2026-02-01"),
        reference: "AG")
    ])
    #expect(
      register.capReasons(becoming: passing, on: try Day("2026-02-01")).map(\.code)
        == ["college-holds-too-much"])
    #expect(register.capReasons(becoming: town, on: try Day("2026-02-01")) == [])
  }
}
