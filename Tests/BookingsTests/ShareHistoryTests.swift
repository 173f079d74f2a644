import Bookings
import Journal
import Membership
import TestSupport
import Testing
import Units

/// Random lives of shares: the register against shares told one by one, and the accounts against both.
@Suite struct ShareHistoryTests {
  private static let founded = Day(year: 2025, month: 1, day: 1) ?? Day(number: 0)
  private static let nominal: Int64 = 50_01

  private static func statutes(_ random: inout SplitMix) throws -> Statutes {
    var terms = ShareTerms()
    terms.effective = ShareTerms.EffectiveRule.allCases.randomElement(using: &random) ?? .nextMonth
    terms.releasePercent = [50, 67, 100].randomElement(using: &random) ?? 100
    terms.lockUpMonths = [0, 0, 6].randomElement(using: &random) ?? 0
    terms.noticeMonths = [0, 0, 3].randomElement(using: &random) ?? 0
    terms.lots = ShareTerms.LotRule.allCases.randomElement(using: &random) ?? .oldestFirst
    terms.exitPrice = .netAssets
    let always = Period(first: founded, last: nil)
    let colleges = try [("a", "101310"), ("b", "101320")].map { id, account in
      College(
        id: try CollegeID(id), frenchName: id, englishName: id, capitalAccount: account,
        kinds: [.person], votingWeight: Ratio(1, 2), revenueWeight: Ratio(1, 2), valid: always)
    }
    return try Statutes(
      founded: founded, nominal: Cents(nominal), floor: Cents(nominal * 5),
      ceiling: Cents(nominal * 60), colleges: colleges, terms: terms)
  }

  private static func members() throws -> [Member] {
    try (1...5).map { index in
      Member(
        number: try MemberNumber("M\(index)"), kind: .person,
        college: try CollegeID(index < 4 ? "a" : "b"), joined: founded)
    }
  }

  /// A movement that may well be refused.
  private static func movement(
    _ step: Int, _ members: [Member], _ known: [RecordedMovement], _ random: inout SplitMix
  ) -> Movement {
    let kinds: [MovementKind] = [
      .subscription, .subscription, .payment, .payment, .call, .transfer, .transfer, .gift,
      .inheritance, .withdrawal, .exclusion, .death, .repayment,
    ]
    let kind = kinds.randomElement(using: &random) ?? .subscription
    let day = max(
      founded, founded.adding(days: step * 2 + Int.random(in: -30...40, using: &random)))
    let giver = Int.random(in: 0..<5, using: &random)
    var member = members[giver].number
    var more = MovementParticulars()
    var shares = Int64.random(in: 1...5, using: &random)
    let nominal = shares * nominal
    var amount = nominal
    switch kind {
    case .subscription:
      more.premium = Cents([0, 0, 7_00].randomElement(using: &random) ?? 0)
      amount += more.premium.units
      if Bool.random(using: &random) {
        more.due = day.adding(days: 90)
        amount = Int64.random(in: 0...amount, using: &random)
      }
    case .payment, .call, .repayment:
      let fitting = known.suffix(30).filter {
        kind == .repayment ? $0.movement.kind.isExit : $0.movement.kind == .subscription
      }
      let subject = fitting.randomElement(using: &random)
      more.subject = subject?.movement.reference ?? "nothing"
      member = subject?.movement.member ?? member
      shares = 0
      amount = Int64.random(in: 1...150_00, using: &random)
    case .gift, .inheritance: amount = 0
    case .withdrawal, .exclusion, .death:
      more.price = Cents(nominal + Int64.random(in: -20_00...20_00, using: &random))
      amount = Bool.random(using: &random) ? 0 : more.price?.units ?? 0
      if Int.random(in: 0..<3, using: &random) == 0 {
        more.effect = day.adding(days: Int.random(in: 0...120, using: &random))
      }
    default: break
    }
    let receiver = members[(giver + Int.random(in: 1...4, using: &random)) % 5].number
    return Movement(
      date: max(day, founded), kind: kind, member: member,
      counterparty: kind.isTransfer ? receiver : nil, shares: Shares(shares),
      amount: Cents(amount), reference: "R\(step)", more: more)
  }

  @Test(arguments: 1...16 as ClosedRange<UInt64>)
  func registerAccountsAndSingleSharesAgree(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let statutes = try Self.statutes(&random)
    let members = try Self.members()
    var register = try ShareRegister(statutes: statutes, members: members)
    var naive = NaiveShares(
      terms: statutes.terms(on: Day.endOfTime), nominal: Self.nominal, floor: Self.nominal * 5,
      ceiling: Self.nominal * 60)
    var entries: [DraftEntry] = []
    var (taken, refused) = (0, 0)
    for step in 0..<250 {
      let movement = Self.movement(step, members, register.movements, &random)
      let recorded = try? register.record(movement)
      let admitted = naive.take(
        movement, order: register.movements.count + (recorded == nil ? 1 : 0))
      #expect((recorded != nil) == admitted, "\(movement) \(statutes.terms(on: Day.endOfTime))")
      guard let recorded, admitted else {
        if recorded != nil || admitted { return }
        refused += 1
        continue
      }
      taken += 1
      for draft in ShareBookings.entries(recorded, register) {
        _ = try Entry(checking: draft)
        entries.append(draft)
      }
    }
    #expect(taken > 15 && refused > 20, "\(taken) taken, \(refused) refused")
    try compare(register, naive, entries)
    // What was recorded is told again without being judged, and says the same.
    var again = try ShareRegister(statutes: statutes, members: members)
    for recorded in register.movements { again.apply(recorded) }
    for day in naive.days.sorted() {
      #expect(again.holders(on: day) == register.holders(on: day))
    }
    #expect(again.state.subscriptions == register.state.subscriptions)
    #expect(again.state.exits == register.state.exits)
  }

  private func compare(
    _ register: ShareRegister, _ naive: NaiveShares, _ entries: [DraftEntry]
  ) throws {
    for day in Set(naive.days.flatMap { [$0.previous, $0] } + entries.map(\.date)).sorted() {
      var booked: [String: Int64] = [:]
      var held: [String: Int64] = [:]
      for entry in entries where entry.date <= day {
        for line in entry.postings {
          let amount = line.side == .debit ? line.amount : -line.amount
          booked[String(line.account.prefix(3)), default: 0] += amount
          if line.account == "902000" { held[line.analysis.auxiliary ?? "", default: 0] += amount }
          if line.account.hasPrefix("456") { booked[line.account, default: 0] += amount }
        }
      }
      let total = naive.total(day)
      #expect(register.totalShares(on: day).units == total, "\(day)")
      #expect(-(booked["101"] ?? 0) == total * Self.nominal, "capital on \(day)")
      #expect(total * Self.nominal <= Self.nominal * 60)
      for member in register.members {
        let number = member.number
        let count = naive.holding(number, day)
        #expect(register.holding(of: number, on: day).units == count, "\(number) \(day)")
        #expect(held["member:\(number)", default: 0] == count)
      }
      // What waits: paid for shares that do not count yet, or not paid for those that do.
      var (waiting, unpaid) = (Int64(0), Int64(0))
      for debt in naive.debts.values {
        let paid = debt.payments.filter { $0.day <= day }.reduce(0) { $0 + $1.cents }
        if let counts = debt.counts, counts <= day {
          unpaid += debt.all - paid
        } else {
          waiting += paid
        }
      }
      #expect(-(booked["456300"] ?? 0) == waiting, "4563 on \(day)")
      #expect((booked["109"] ?? 0) + (booked["456200"] ?? 0) == unpaid, "109, 4562 on \(day)")
    }
    let owed = naive.exits.values.reduce(Int64(0)) { $0 + $1.open }
    let lines = entries.flatMap(\.postings).filter { $0.account == "456700" }
    #expect(lines.reduce(0) { $0 + ($1.side == .credit ? $1.amount : -$1.amount) } == owed)
  }
}
