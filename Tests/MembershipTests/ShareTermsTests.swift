import Membership
import Testing
import Units

/// What the statutes and the law ask of the life of shares, rule by rule.
@Suite struct ShareTermsTests {
  /// M1 holds 20 since January, paid; M2 subscribed 4 of which half is paid and counts; M7 left with 2
  /// of its 10 on credit.
  static func filled(_ change: (inout ShareTerms) -> Void = { _ in }) throws -> ShareRegister {
    var terms = ShareTerms()
    terms.releasePercent = 50
    terms.article = "statuts, art. 9"
    change(&terms)
    let bounds = try statutes()
    var register = try ShareRegister(
      statutes: Statutes(
        founded: bounds.founded, nominal: bounds.nominal, floor: bounds.floor,
        ceiling: bounds.ceiling, colleges: bounds.colleges, terms: terms), members: members())
    try register.record(movement("2026-01-10", .subscription, "M1", 20, ref: "S1"))
    try register.record(
      movement("2026-01-10", .subscription, "M2", 4, amount: 100_00, ref: "S2") {
        $0.due = try day("2026-12-31")
      })
    try register.record(movement("2026-01-15", .subscription, "M7", 10, ref: "S7"))
    guard terms.effective == .lastPayment else { return register }
    let notice = terms.noticeMonths
    try register.record(
      movement("2026-04-15", .exclusion, "M7", 2, amount: 0, ref: "X7") {
        $0.price = Cents(100_00)
        $0.effect = try day("2026-05-01").adding(months: notice)
      })
    return register
  }

  typealias Case = (
    terms: @Sendable (inout ShareTerms) -> Void, movement: @Sendable () throws -> Movement,
    codes: [String]
  )

  static let refused: [Case] = [
    (
      { $0.lockUpMonths = 12 },
      { try movement("2026-12-01", .transfer, "M1", to: "M2", 3, ref: "R") },
      ["shares-are-locked-up"]
    ),
    (
      { $0.lockUpMonths = 12 },
      { try movement("2027-01-10", .transfer, "M1", to: "M2", 3, ref: "R") }, []
    ),
    (
      { $0.lockUpMonths = 12 },
      { try movement("2026-12-01", .inheritance, "M1", to: "M2", 3, amount: 0, ref: "R") }, []
    ),
    (
      { $0.noticeMonths = 6 },
      {
        try movement("2026-06-15", .withdrawal, "M1", 3, amount: 0, ref: "R") {
          $0.price = Cents(150_00)
          $0.effect = try day("2026-12-14")
        }
      }, ["notice-is-too-short"]
    ),
    (
      { $0.noticeMonths = 6 },
      {
        try movement("2026-06-15", .withdrawal, "M1", 3, amount: 0, ref: "R") {
          $0.price = Cents(150_00)
          $0.effect = try day("2026-12-15")
        }
      }, []
    ),
    (
      { $0.noticeMonths = 6 },
      {
        try movement("2026-06-15", .withdrawal, "M1", 3, amount: 1, ref: "R") {
          $0.price = Cents(150_00)
        }
      }, ["exit-is-paid-before-its-effect"]
    ),
    (
      { _ in },
      {
        try movement("2026-06-15", .exclusion, "M1", 3, ref: "R") {
          $0.effect = try day("2026-06-16")
        }
      }, ["exit-is-paid-before-its-effect"]
    ),
    (
      { $0.transfersNeedApproval = true },
      { try movement("2026-06-15", .transfer, "M1", to: "M2", 3, ref: "R") },
      ["transfer-is-not-approved"]
    ),
    (
      { $0.transfersNeedApproval = true },
      {
        try movement("2026-06-15", .gift, "M1", to: "M2", 3, amount: 0, ref: "R") {
          $0.approved = try day("2026-06-16")
        }
      }, ["approval-comes-late"]
    ),
    (
      { _ in },
      {
        try movement("2026-06-15", .withdrawal, "M1", 3, amount: 0, ref: "R") {
          $0.price = Cents(160_00)
        }
      }, ["price-is-not-the-nominal"]
    ),
    (
      { $0.exitPrice = .netAssets },
      {
        try movement("2026-06-15", .withdrawal, "M1", 3, amount: 0, ref: "R") {
          $0.price = Cents(160_00)
        }
      }, []
    ),
    (
      { _ in }, { try movement("2026-06-15", .gift, "M1", to: "M2", 3, amount: 1, ref: "R") },
      ["gift-has-a-price"]
    ),
    ({ _ in }, { try settle(.payment, "M2", 0, of: "S2") }, ["amount-is-not-positive"]),
    (
      { _ in }, { try settle(.payment, "M2", 1_00, of: "S2", shares: 2) },
      ["shares-are-not-expected"]
    ),
    ({ _ in }, { try settle(.payment, "M2", 1_00, of: nil) }, ["subject-is-missing"]),
    ({ _ in }, { try settle(.payment, "M2", 1_00, of: "S3") }, ["subject-is-unknown"]),
    ({ _ in }, { try settle(.payment, "M1", 1_00, of: "S1") }, ["nothing-is-open"]),
    ({ _ in }, { try settle(.repayment, "M2", 1_00, of: "S2") }, ["nothing-is-open"]),
    ({ _ in }, { try settle(.payment, "M1", 1_00, of: "S2") }, ["subject-belongs-to-another"]),
    (
      { _ in }, { try settle(.payment, "M2", 100_01, of: "S2") }, ["payment-exceeds-what-is-open"]
    ),
    ({ _ in }, { try settle(.payment, "M2", 100_00, of: "S2") }, []),
    (
      { _ in }, { try settle(.repayment, "M7", 100_01, of: "X7") },
      ["payment-exceeds-what-is-open"]
    ),
    (
      { _ in }, { try settle(.repayment, "M7", 1_00, of: "X7", on: "2026-04-30") },
      ["repayment-comes-too-early"]
    ),
    ({ _ in }, { try settle(.call, "M2", 100_01, of: "S2") }, ["call-exceeds-what-is-uncalled"]),
    ({ _ in }, { try settle(.call, "M2", 100_00, of: "S2") }, []),
    (
      { _ in }, { try movement("2026-06-15", .transfer, "M2", to: "M1", 1, ref: "R") },
      ["shares-are-not-released"]
    ),
    (
      { _ in },
      {
        try movement("2026-06-15", .subscription, "M1", 1, amount: 25_00, ref: "R") {
          $0.due = try day("2031-06-16")
        }
      }, ["release-takes-too-long"]
    ),
    (
      { _ in },
      {
        try movement("2026-06-15", .subscription, "M1", 1, amount: 25_00, ref: "R") {
          $0.due = try day("2026-06-14")
        }
      }, ["due-comes-before"]
    ),
    (
      { _ in },
      {
        try movement("2026-06-15", .transfer, "M1", to: "M2", 3, ref: "R") { $0.lot = 3 }
      }, ["tranche-is-insufficient"]
    ),
    (
      { _ in },
      {
        try movement("2026-06-15", .transfer, "M1", to: "M2", 3, ref: "R") {
          $0.premium = Cents(1)
        }
      }, ["detail-is-not-expected"]
    ),
    (
      {
        $0.lockUpMonths = 60; $0.transfersNeedApproval = true
      },
      {
        try movement("2026-06-15", .gift, "M1", to: "M9", 3, amount: 5, ref: "R") {
          $0.price = Cents(5)
        }
      },
      [
        "gift-has-a-price", "detail-is-not-expected", "receiver-is-no-member",
        "transfer-is-not-approved", "shares-are-locked-up",
      ]
    ),
  ]

  private static func settle(
    _ kind: MovementKind, _ member: String, _ amount: Int64, of subject: String?,
    shares: Int64 = 0, on date: String = "2026-06-15"
  ) throws -> Movement {
    try movement(date, kind, member, shares, amount: amount, ref: "R") { $0.subject = subject }
  }

  @Test(arguments: refused.indices)
  func refusesForEveryReasonAtOnce(_ row: Int) throws {
    let (terms, movement, codes) = Self.refused[row]
    var register = try Self.filled(terms)
    do {
      try register.record(movement())
      #expect(codes.isEmpty)
    } catch {
      let refusals = try #require(error as? Refusals)
      #expect(refusals.all.map(\.code) == codes)
    }
  }

  @Test func aRefusalNamesTheArticleOfTheStatutes() throws {
    var register = try Self.filled { $0.lockUpMonths = 12 }
    let refusals = try #require(throws: Refusals.self) {
      try register.record(movement("2026-12-01", .withdrawal, "M1", 3, ref: "R"))
    }
    let reason = try #require(refusals.all.first as? MovementRefusal)
    #expect(reason.article == "statuts, art. 9" && reason.outcome == .refused)
  }

  static let rules: [(rule: ShareTerms.EffectiveRule, effect: String)] = [
    (.lastPayment, "2026-03-20"), (.nextMonth, "2026-04-01"), (.nextJanuary, "2027-01-01"),
    (.yearLater, "2027-03-20"),
  ]

  /// Half at once, the rest in two parts: the shares count from the payment that covers them, under
  /// each of the four rules.
  @Test(arguments: rules.indices)
  func paidInPartsSharesCountAsTheRuleSays(_ row: Int) throws {
    let (rule, text) = Self.rules[row]
    var register = try Self.filled {
      $0.releasePercent = 100
      $0.effective = rule
    }
    let owed = try #require(register.state.subscriptions[2])
    #expect(owed.open == Cents(100_00) && owed.effective == nil)
    try register.record(pay("2026-02-01", 40_00, "P1"))
    #expect(register.holding(of: try number("M2"), on: try day("2029-01-01")) == .zero)
    let last = try register.record(pay("2026-03-20", 60_00, "P2"))
    let effect = try day(text)
    #expect(last.effective == effect && last.moved == Shares(4))
    #expect(register.holding(of: try number("M2"), on: effect.previous) == .zero)
    #expect(register.holding(of: try number("M2"), on: effect) == Shares(4))
    #expect(register.state.subscriptions.isEmpty)
  }

  private func pay(_ date: String, _ amount: Int64, _ reference: String) throws -> Movement {
    try movement(date, .payment, "M2", 0, amount: amount, ref: reference) { $0.subject = "S2" }
  }

  @Test func tranchesGoOldestFirstNewestFirstOrAsNamed() throws {
    for (rule, named, expected) in [
      (ShareTerms.LotRule.oldestFirst, nil, [1]), (.newestFirst, nil, [5, 1]),
      (.oldestFirst, 5, [5]),
    ] as [(ShareTerms.LotRule, Int?, [Int])] {
      var register = try Self.filled { $0.lots = rule }
      try register.record(movement("2026-03-01", .subscription, "M1", 2, ref: "S5"))
      let sold = try movement(
        "2026-06-15", .transfer, "M1", to: "M7", named == nil ? 3 : 2, ref: "T"
      ) {
        $0.lot = named
      }
      try register.record(sold)
      // What M7 has now tells which tranches came: undoing asks for the same ones.
      let lots = register.movements.last.map { $0.lots.map(\.origin).sorted() } ?? []
      #expect(lots.isEmpty ? rule == .oldestFirst && named == nil : lots == expected.sorted())
    }
  }

  @Test func lockUpFollowsTheTranche() throws {
    var register = try Self.filled { $0.lockUpMonths = 12 }
    try register.record(
      movement("2026-06-15", .inheritance, "M1", to: "M2", 5, amount: 0, ref: "H"))
    // Paid shares of M2 are those it inherited, a year old on 10 January.
    let early = try movement(
      "2027-01-09", .transfer, "M2", to: "M1", 5, ref: "T1"
    ) { $0.lot = 1 }
    #expect(throws: Refusals.self) { try register.record(early) }
    try register.record(
      movement("2027-01-10", .transfer, "M2", to: "M1", 5, ref: "T2") { $0.lot = 1 })
  }

  @Test func aCorrectionGivesBackTheSameTranches() throws {
    var register = try Self.filled()
    try register.record(movement("2026-06-15", .transfer, "M1", to: "M7", 5, ref: "T"))
    let undo = try movement("2026-06-16", .transfer, "M7", to: "M1", 5, ref: "C") {
      $0.subject = "T"
      $0.corrects = true
      $0.reason = "mauvais cessionnaire"
    }
    let done = try register.record(undo)
    #expect(done.subject == 5 && done.lots == [MovedLot(origin: 1, shares: Shares(5))])
    for offset in 0..<3 {
      let on = try day("2026-06-15").adding(days: offset)
      #expect(register.holding(of: try number("M1"), on: on) == Shares(20))
    }
  }

  /// The half that came back is part of the same tranche, which leaves and comes back as one.
  @Test func aTrancheThatCameBackInPartsIsCorrectedAsOne() throws {
    var register = try Self.filled()
    try register.record(movement("2026-03-20", .transfer, "M1", to: "M7", 1, ref: "Q6"))
    try register.record(Self.undo("Q6", "2026-03-21", .transfer, "M7", to: "M1", 1))
    try register.record(movement("2026-03-22", .withdrawal, "M1", 20, ref: "Q8"))
    let back = try register.record(Self.undo("Q8", "2026-03-23", .subscription, "M1", 20))
    #expect(back.lots == [MovedLot(origin: 1, shares: Shares(20))])
    #expect(register.holding(of: try number("M1"), on: try day("2026-03-23")) == Shares(20))
  }

  @Test func aCorrectedExitKeepsItsSeniority() throws {
    var register = try Self.filled { $0.lockUpMonths = 12 }
    try register.record(movement("2027-02-01", .withdrawal, "M1", 5, ref: "W"))
    try register.record(Self.undo("W", "2027-02-05", .subscription, "M1", 5))
    try register.record(movement("2027-02-10", .transfer, "M1", to: "M7", 20, ref: "T"))
  }

  /// M3 has 5 of its own, locked up to July, and 5 it inherited after, free since January.
  @Test(arguments: ShareTerms.LotRule.allCases)
  func ofSeveralTranchesThoseThatAreNotLockedUpGoFirst(_ rule: ShareTerms.LotRule) throws {
    var register = try Self.filled {
      $0.lockUpMonths = 12
      $0.lots = rule
    }
    try register.record(movement("2026-07-01", .subscription, "M3", 5, ref: "S5"))
    try register.record(
      movement("2026-08-01", .inheritance, "M1", to: "M3", 5, amount: 0, ref: "H"))
    try register.record(movement("2026-09-01", .subscription, "M3", 5, ref: "S6"))
    let sold = try register.record(
      movement("2027-02-01", .transfer, "M3", to: "M7", 4, ref: "T"))
    #expect(sold.lots == [MovedLot(origin: 1, shares: Shares(4))])
    for (shares, lot) in [(2, nil), (1, 5)] as [(Int64, Int?)] {
      let refusals = try #require(throws: Refusals.self) {
        try register.record(
          movement("2027-02-01", .transfer, "M3", to: "M7", shares, ref: "U") { $0.lot = lot })
      }
      #expect(refusals.all.map(\.code) == ["shares-are-locked-up"])
    }
  }

  private static func undo(
    _ subject: String, _ date: String, _ kind: MovementKind, _ member: String,
    to counterparty: String? = nil, _ shares: Int64
  ) throws -> Movement {
    try movement(date, kind, member, to: counterparty, shares, ref: "C-\(subject)") {
      $0.subject = subject
      $0.corrects = true
      $0.reason = "essai"
    }
  }

  static let corrections: [(subject: String?, date: String, reason: String?, codes: [String])] = [
    ("S1", "2026-06-15", nil, ["reason-is-missing"]),
    ("S9", "2026-06-15", "erreur", ["subject-is-unknown"]),
    ("X7", "2026-04-30", "erreur", ["correction-comes-too-early"]),
    ("P", "2026-06-15", "erreur", ["shares-are-not-positive", "correction-is-not-possible"]),
    ("S2", "2026-06-15", "erreur", ["correction-is-not-possible"]),
  ]

  @Test(arguments: corrections.indices)
  func aCorrectionIsJudgedToo(_ row: Int) throws {
    let (subject, date, reason, codes) = Self.corrections[row]
    var register = try Self.filled()
    try register.record(pay("2026-05-01", 40_00, "P"))
    let wrong = register.movements.first { $0.movement.reference == subject }
    let kind: MovementKind = wrong?.movement.kind == .exclusion ? .subscription : .withdrawal
    let undo = try movement(
      date, kind, wrong?.movement.member.description ?? "M1",
      wrong?.movement.shares.units ?? 1, ref: "C"
    ) {
      $0.subject = subject
      $0.corrects = true
      $0.reason = reason
    }
    let refusals = try #require(throws: Refusals.self) { try register.record(undo) }
    #expect(refusals.all.map(\.code) == codes)
  }

  @Test func sellerAndBuyerOfHalfTheYearArePaidAFullYear() throws {
    var register = try Self.filled()
    try register.record(movement("2027-06-30", .gift, "M1", to: "M2", 5, amount: 0, ref: "G"))
    let year = Period(first: try day("2027-01-01"), last: try day("2027-12-31"))
    let giver = register.shareDays(of: try number("M1"), in: year)
    let receiver = register.shareDays(of: try number("M2"), in: year)
    #expect(giver + receiver == (20 + 4) * 365 && receiver == 4 * 365 + 5 * 184)
  }
}
