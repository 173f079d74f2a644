import Journal
import Membership
import Payments
import Testing
import Units

/// What is paid together, what waits, and what came back.
@Suite struct BatchTests {
  @Test func `what came back is paid again without a second tax`() throws {
    let payment = try #require(batch([due(1, 168_600, returned: 68_600)]).payments.first)
    #expect(payment.gross == Cents(100_000) && payment.repaid == Cents(68_600))
    #expect(payment.withheld.total == Cents(31_400))
    #expect(payment.net == Cents(68_600 + 68_600))
    let again = try #require(batch([due(1, 68_600, returned: 68_600)]).payments.first)
    #expect(again.net == Cents(68_600) && again.withheld == .nothing)
  }

  @Test func `small amounts wait until they reach the least`() throws {
    let (batch, waiting) = try PaymentBatch.paying(
      [due(1, 1_000), due(2, 100, .organisation), due(3, 145)], reference: "D", kind: .dividend,
      on: day("2026-06-30"), least: Cents(100))
    #expect(batch.payments.map(\.member) == [member(1), member(2)])
    #expect(waiting.map(\.member) == [member(3)] && waiting.map(\.net) == [Cents(99)])
  }

  @Test func `nothing owed is nothing to pay, and a debt of a member is no payment`() {
    for dues in [[], [due(1, 0)], [due(1, -5)]] {
      #expect(throws: PaymentsRefusal.nothingToPay(day("2026-06-30"))) { try batch(dues) }
    }
  }

  @Test func `an account that shows less than what came back is looked at first`() {
    #expect(
      throws: PaymentsRefusal.balanceIsBelowTheReturned(
        member(1), balance: Cents(5), returned: Cents(6))
    ) { try batch([due(1, 5, returned: 6)]) }
  }

  @Test(arguments: ["", "É", "a b", "a/b", String(repeating: "x", count: 21)])
  func `a reference is what a bank takes`(text: String) {
    #expect(throws: PaymentsRefusal.referenceIsMalformed(text)) {
      try batch([due(1, 5)], reference: text)
    }
  }

  @Test func `the entry takes from what was owed, and owes the taxes by month`() throws {
    let entry = PaymentEntries.entry(
      try batch([due(1, 100_000), due(2, 50_000, .exempt), due(3, 25_000, .organisation)]))
    let lines = entry.postings.map { posting in
      "\(posting.account) \(posting.debit) \(posting.credit) \(posting.analysis.auxiliary ?? "-")"
    }
    #expect(
      lines == [
        "457000 100000 0 member:M0001", "457000 50000 0 member:M0002",
        "457000 25000 0 member:M0003", "512100 0 134300 -", "442200 0 12800 tax:2026-06",
        "442300 0 27900 tax:2026-06",
      ])
    #expect(throws: Never.self) { try Entry(checking: entry) }
    #expect(entry.key == "payment:batch:DIV-2025" && entry.journal == .bank)
  }

  @Test func `two agreements of one member are two transfers`() throws {
    let batch = try batch(
      [
        due(1, 100, account: "455800", contract: "b"),
        due(1, 200, account: "168800", contract: "a"),
      ],
      .interest)
    #expect(batch.payments.map(batch.endToEnd) == ["DIV-2025-M0001-1", "DIV-2025-M0001-2"])
  }
}

/// Attestations: who is spared the advance, and until when one may ask.
@Suite struct AttestationTests {
  private func person(_ joined: String, _ kind: MemberKind = .person) throws -> Member {
    Member(
      number: member(1), kind: kind, college: try CollegeID("citizens"), joined: day(joined))
  }

  private func attestation(
    _ kind: Attestation.Kind, _ year: Int, _ received: String
  ) -> Attestation {
    Attestation(
      member: member(1), kind: kind, year: year, received: day(received), paper: nil)
  }

  static let cases: [(joined: String, received: String, isInTime: Bool)] = [
    ("2025-01-02", "2025-11-30", true), ("2025-01-02", "2025-12-01", false),
    ("2026-03-01", "2026-03-01", true), ("2026-03-01", "2026-03-02", false),
    ("2025-12-15", "2025-12-15", true), ("2025-11-30", "2025-12-01", false),
  ]

  @Test(arguments: cases) func `an attestation for 2026 comes by 30 November or on subscribing`(
    joined: String, received: String, isInTime: Bool
  ) throws {
    let found = attestation(.dividend, 2026, received)
    let about = try person(joined)
    if isInTime {
      #expect(throws: Never.self) { try found.check(about) }
    } else {
      #expect(
        throws: PaymentsRefusal.attestationIsLate(
          member(1), received: day(received),
          limit: Attestation.limit(2026, joined: day(joined)))
      ) { try found.check(about) }
    }
  }

  @Test func `a company asks for nothing`() throws {
    #expect(throws: PaymentsRefusal.attestationIsForPersons(member(1))) {
      try attestation(.interest, 2026, "2025-01-01").check(person("2025-01-01", .company))
    }
  }

  @Test func `each kind of income has its own attestation, for one year`() throws {
    let told = Attestations([attestation(.dividend, 2026, "2025-11-01")])
    let who = try person("2025-01-02")
    #expect(try told.status(of: who, .dividend, on: day("2026-06-30")) == .exempt)
    #expect(try told.status(of: who, .interest, on: day("2026-06-30")) == .person)
    #expect(try told.status(of: who, .dividend, on: day("2027-06-30")) == .person)
    #expect(
      try told.status(of: person("2025-01-02", .publicBody), .dividend, on: day("2026-06-30"))
        == .organisation)
  }

  @Test func `who lives abroad is refused by name until back`() throws {
    let told = Attestations([
      attestation(.abroad, 2026, "2026-01-10"), attestation(.resident, 2028, "2028-01-10"),
    ])
    let who = try person("2025-01-02")
    #expect(try told.status(of: who, .dividend, on: day("2025-06-30")) == .person)
    for year in [2026, 2027] {
      #expect(throws: PaymentsRefusal.memberIsAbroad(member(1))) {
        try told.status(of: who, .dividend, on: day("\(year)-06-30"))
      }
    }
    #expect(try told.status(of: who, .dividend, on: day("2028-06-30")) == .person)
  }
}

/// What nobody claimed.
@Suite struct UnclaimedTests {
  private func movement(_ text: String, _ cents: Int64) -> Unclaimed.Movement {
    Unclaimed.Movement(day: day(text), amount: Cents(cents))
  }

  @Test func `the oldest dividend is paid first, and the rest goes to the State in five years`() {
    let left = Unclaimed.left(
      of: member(1),
      [
        movement("2021-06-30", 100), movement("2022-06-30", 200), movement("2022-07-15", -150),
        movement("2023-06-30", 50), movement("2023-06-30", 7),
      ])
    #expect(left.map(\.payable) == [day("2022-06-30"), day("2023-06-30")])
    #expect(left.map(\.amount) == [Cents(150), Cents(57)])
    #expect(left.map(\.prescribedOn) == [day("2027-06-30"), day("2028-06-30")])
  }

  @Test func `what was overpaid is nothing to claim`() {
    #expect(
      Unclaimed.left(of: member(1), [movement("2021-06-30", 5), movement("2021-07-30", -9)]) == [])
  }
}
