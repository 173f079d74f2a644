import Intake
import Journal
import Membership
import Payments
import Store
import TestSupport
import Testing
import Units
import YearEnd

/// What members are owed is paid once, taxed once, and follows from the ledger.
@Suite struct PayingTests {
  private static func day(_ text: String) -> Day { (try? Day(text)) ?? Day(number: 0) }

  /// The tiny book with dividends owed to its three members: a company and two persons.
  private static func owing(
    _ cents: [Int64] = [100_000, 50_000, 1_000], on text: String = "2025-11-03"
  ) throws -> (tiny: TinyBook, paying: Paying) {
    let tiny = try TinyBook()
    try tiny.book.write(at: Tiny.now) { page in try owe(cents, on: text, page) }
    return (tiny, Paying(book: tiny.book, now: Tiny.now))
  }

  private static func owe(_ cents: [Int64], on text: String, _ page: BookWriter) throws {
    let lines = cents.enumerated().filter { $0.element > 0 }
    guard !lines.isEmpty else { return }
    try page.post(
      Entry(
        checking: DraftEntry(
          key: "D-\(text)-\(cents)", date: day(text), journal: .miscellaneous, voucher: "D",
          voucherDate: day(text), label: "Dividende", origin: "essai",
          postings: [.debit("110000", Cents(cents.reduce(0, +)))]
            + lines.map { index, amount in
              .credit(
                "457000", Cents(amount), Analysis(auxiliary: "member:M000\(index + 1)"))
            })))
  }

  private static let december = Month(year: 2025, monthOfYear: 12)
  private static let m2 = "D-1-M0002"

  @Test func `each rule of paying is refused under its own name`() throws {
    let (tiny, paying) = try Self.owing()
    defer { withExtendedLifetime(tiny) {} }
    let day = Self.day
    let two = try MemberNumber("M0002")
    _ = try paying.prepare(.dividend, reference: "D-1", on: day("2025-12-10"))
    func told(_ kind: Attestation.Kind, _ received: String) -> Attestation {
      Attestation(member: two, kind: kind, year: 2026, received: day(received), paper: nil)
    }
    #expect(try paying.record(told(.dividend, "2025-11-20")))
    #expect(try !paying.record(told(.dividend, "2025-11-20")))
    let refusals: [(PaymentsRefusal, () throws -> Void)] = [
      (
        .batchReferenceIsTaken("D-1"),
        { _ = try paying.prepare(.dividend, reference: "D-1", on: day("2025-12-11")) }
      ),
      (.batchIsUnknown("D-9", known: ["D-1"]), { _ = try paying.cancel("D-9", reason: "x") }),
      (
        .paymentIsUnknown("D-1-M0009"),
        { _ = try paying.comeBack("D-1-M0009", reason: "x", on: day("2025-12-12")) }
      ),
      (
        .returnIsBeforeThePayment(day("2025-12-09"), paid: day("2025-12-10")),
        { _ = try paying.comeBack(Self.m2, reason: "x", on: day("2025-12-09")) }
      ),
      (
        .returnIsBeforeThePayment(day("2025-12-31"), paid: day("2025-12-31")),
        { _ = try paying.payTaxes(of: Self.december, on: day("2025-12-31")) }
      ),
      (
        .attestationIsKnown(two, year: 2026),
        { _ = try paying.record(told(.dividend, "2025-11-21")) }
      ),
      (
        .attestationIsToCome(day("2025-12-02"), today: day("2025-12-01")),
        { _ = try paying.record(told(.interest, "2025-12-02")) }
      ),
      (
        .nothingIsPrescribed(two, on: day("2030-11-02")),
        { _ = try paying.prescribe(two, on: day("2030-11-02")) }
      ),
      (
        .detailsAreMissing(of: "M0002"),
        { _ = try PaymentDirectory().details(of: two) }
      ),
    ]
    for (refusal, body) in refusals {
      #expect(throws: refusal, "\(refusal.code)") { try body() }
    }
    _ = try paying.comeBack(Self.m2, reason: "AC04", on: day("2025-12-12"))
    #expect(throws: PaymentsRefusal.paymentCameBackAlready(Self.m2)) {
      try paying.comeBack(Self.m2, reason: "AC04", on: day("2025-12-13"))
    }
    #expect(throws: PaymentsRefusal.paymentCameBackAlready(Self.m2)) {
      try paying.cancel("D-1", reason: "x")
    }
    _ = try paying.payTaxes(of: Self.december, on: day("2026-01-15"))
    for body in [
      { _ = try paying.payTaxes(of: Self.december, on: day("2026-01-15")) },
      { _ = try paying.prepare(.dividend, reference: "D-2", on: day("2025-12-30")) },
      { _ = try paying.cancel("D-1", reason: "x") },
    ] as [() throws -> Void] {
      #expect(throws: PaymentsRefusal.monthIsDeclared(Self.december)) { try body() }
    }
  }

  @Test func `a payment dated before another pays nothing twice`() throws {
    let (tiny, paying) = try Self.owing()
    defer { withExtendedLifetime(tiny) {} }
    _ = try paying.prepare(.dividend, reference: "D-1", on: Self.day("2025-12-10"))
    #expect(throws: PaymentsRefusal.nothingToPay(Self.day("2025-11-20"))) {
      try paying.prepare(.dividend, reference: "D-2", on: Self.day("2025-11-20"))
    }
    _ = try paying.cancel("D-1", reason: "essai")
    let again = try paying.prepare(.dividend, reference: "D-2", on: Self.day("2025-11-20"))
    #expect(again.batch.gross == Cents(151_000))
  }

  @Test func `who lives abroad holds up nobody but is never paid by mistake`() throws {
    let (tiny, paying) = try Self.owing()
    defer { withExtendedLifetime(tiny) {} }
    let two = try MemberNumber("M0002")
    _ = try paying.record(
      Attestation(
        member: two, kind: .abroad, year: 2025, received: Self.day("2025-01-05"), paper: nil))
    let day = Self.day("2025-12-10")
    #expect(
      codes { _ = try paying.prepare(.dividend, reference: "D-1", on: day) } == ["member-is-abroad"]
    )
    let others = try [MemberNumber("M0001"), MemberNumber("M0003")]
    let paid = try paying.prepare(.dividend, reference: "D-1", on: day, only: others)
    #expect(paid.batch.payments.map(\.member) == others)
  }

  @Test func `after five years what is left goes to the State`() throws {
    let (tiny, paying) = try Self.owing()
    defer { withExtendedLifetime(tiny) {} }
    let three = try MemberNumber("M0003")
    // A payment the program could not post so far ahead is asked for only.
    #expect(
      codes { _ = try paying.prescribe(three, on: Self.day("2030-11-03")) }
        == ["date-is-outside-fiscal-years"])
    #expect(try paying.unclaimed().map(\.amount.units) == [100_000, 50_000, 1_000])
  }

  /// Dividends, payments, returns and cancellations in a random order against a model that counts
  /// gross owed and net owed again, member by member.
  @Test(arguments: 1...4) func `random histories keep what is owed, paid and withheld in balance`(
    seed: UInt64
  ) throws {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let (tiny, paying) = try Self.owing([0, 0, 0])
    var gross = [Int64](repeating: 0, count: 4)
    var back = gross
    var taxes: Int64 = 0
    var live: [PaymentBatch] = []
    var returned: Set<String> = []
    var day = Self.day("2025-11-01")
    func index(_ payment: MemberPayment) -> Int {
      Int(payment.member.description.dropFirst()) ?? 0
    }
    for step in 1...40 {
      if step.isMultiple(of: 2), day < Self.day("2025-12-30") { day = day.next }
      switch next(4) {
      case 0:
        let cents = (0..<3).map { _ in Int64(next(20_000)) }
        try tiny.book.write(at: Tiny.now) { try Self.owe(cents, on: "\(day)", $0) }
        for (place, amount) in cents.enumerated() { gross[place + 1] += amount }
      case 1:
        guard let done = try? paying.prepare(.dividend, reference: "R\(step)", on: day) else {
          #expect(zip(gross, back).allSatisfy { $0 + $1 == 0 })
          continue
        }
        for payment in done.batch.payments {
          let member = index(payment)
          #expect(payment.gross.units == gross[member] && payment.repaid.units == back[member])
          (gross[member], back[member]) = (0, 0)
        }
        taxes += done.batch.withheld.total.units
        live.append(done.batch)
      case 2:
        guard let batch = live.last else { continue }
        let payment = batch.payments[next(batch.payments.count)]
        let name = batch.endToEnd(payment)
        guard returned.insert(name).inserted else { continue }
        _ = try paying.comeBack(name, reason: "AC04", on: day)
        back[index(payment)] += payment.net.units
      default:
        guard let batch = live.last,
          !batch.payments.contains(where: { returned.contains(batch.endToEnd($0)) })
        else { continue }
        _ = try paying.cancel(batch.reference, reason: "essai")
        live.removeLast()
        taxes -= batch.withheld.total.units
        for payment in batch.payments {
          gross[index(payment)] += payment.gross.units
          back[index(payment)] += payment.repaid.units
        }
      }
    }
    let owed = try tiny.book.read { try $0.owed(on: ["457000"], by: Day.endOfTime) }
    #expect(
      owed.reduce(0) { $0 + $1.balance.units } == zip(gross, back).reduce(0) { $0 + $1.0 + $1.1 })
    let held = try tiny.book.read { page in
      try page.standings(through: Day.endOfTime).filter { $0.account.hasPrefix("442") }
        .reduce(0) { $0 - $1.balance.units }
    }
    #expect(held == taxes)
  }
}
