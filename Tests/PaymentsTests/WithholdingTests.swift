import Journal
import Membership
import Payments
import Tables
import Testing
import Text
import Units

/// What is withheld, and from whom.
@Suite struct WithholdingTests {
  /// Income tax, CSG, CRDS, solidarity levy, in cents.
  static let cases:
    [(gross: Int64, status: TaxStatus, paid: String, withheld: [Int64], net: Int64)] = [
      // The rates of a year are those of the day of payment.
      (100_000, .person, "2025-12-31", [12_800, 9_200, 500, 7_500], 70_000),
      (100_000, .person, "2026-01-01", [12_800, 10_600, 500, 7_500], 68_600),
      (100_000, .exempt, "2026-01-01", [0, 10_600, 500, 7_500], 81_400),
      (100_000, .organisation, "2026-01-01", [0, 0, 0, 0], 100_000),
      (200, .person, "2019-01-01", [26, 18, 1, 15], 140),
      // Each levy is rounded by itself, a half up: 12.8, 10.6, 0.5 and 7.5 cents.
      (100, .person, "2026-06-30", [13, 11, 1, 8], 67),
      // 0.128, 0.106, 0.005 and 0.075 cents.
      (1, .person, "2026-06-30", [0, 0, 0, 0], 1),
      (9_999, .person, "2026-06-30", [1_280, 1_060, 50, 750], 6_859),
      (
        1_000_000_000_000, .person, "2026-06-30",
        [128_000_000_000, 106_000_000_000, 5_000_000_000, 75_000_000_000], 686_000_000_000
      ),
    ]

  @Test(arguments: cases) func `each levy is reckoned on the gross amount of the day of payment`(
    gross: Int64, status: TaxStatus, paid: String, withheld: [Int64], net: Int64
  ) throws {
    let found = try Withheld(from: Cents(gross), status, on: day(paid))
    #expect(Levy.allCases.map { found[$0].units } == withheld)
    #expect(gross - found.total.units == net)
    #expect(found.incomeTax + found.social == found.total)
  }

  @Test func `no rate is guessed before the first that is known`() {
    #expect(throws: PaymentsRefusal.rateIsUnknown(.incomeTax, day("2018-12-31"))) {
      try Withheld(from: Cents(100), .person, on: day("2018-12-31"))
    }
    #expect(throws: Never.self) {
      try Withheld(from: Cents(100), .organisation, on: day("1999-01-01"))
    }
  }

  @Test func `a sum beyond 64 bits is refused`() {
    #expect(throws: PaymentsRefusal.sumIsTooLarge) {
      try PaymentBatch.paying(
        [due(1, .max, .organisation), due(2, .max, .organisation)], reference: "X",
        kind: .dividend, on: day("2026-06-30"))
    }
  }

  @Test func `the tables agree with the totals of the law`() throws {
    for (paid, total) in [("2025-12-31", Ratio(30, 100)), ("2026-01-01", Ratio(314, 1000))] {
      let thousandths = try Levy.allCases.map { levy in
        try #require(Levies.rate(levy, on: day(paid))).rate.of(1000, .halfToEven)
      }
      #expect(Ratio(thousandths.reduce(0, +), 1000) == total)
    }
    #expect(Levies.all.count == 5 && TaxForms.lines.count == 4 && TaxForms.editions.count == 2)
    #expect(AverageRates.mean(ofYear: 2025) == Ratio(455, 10_000))
    #expect(AverageRates.mean(ofYear: 2022) == Ratio(221, 10_000))
    #expect(AverageRates.mean(ofYear: 2026) == nil)
  }

  /// Seeded worlds against the naive model: one fraction at a time, in thousandths of a cent.
  @Test func `net and taxes sum to gross, by member and by batch`() throws {
    var state: UInt64 = 42
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let permille: [Int64] = [128, 106, 5, 75]
    for _ in 0..<200 {
      let statuses = TaxStatus.allCases
      let dues = (1...20).map { number in
        due(number, Int64(next(1_000_000) + 1), statuses[Int(next(3))])
      }
      let batch = try batch(dues)
      for payment in batch.payments {
        let naive = permille.enumerated().map { place, rate -> Int64 in
          let isTaken =
            payment.status == .person || payment.status == .exempt && place > 0
          return isTaken ? (payment.gross.units * rate + 500) / 1000 : 0
        }
        #expect(Levy.allCases.map { payment.withheld[$0].units } == naive)
        #expect(payment.net + payment.withheld.total == payment.gross)
      }
      #expect(batch.net + batch.withheld.total == batch.gross)
      let entry = PaymentEntries.entry(batch)
      let debit = entry.postings.reduce(0) { $0 + $1.debit }
      #expect(debit == entry.postings.reduce(0) { $0 + $1.credit })
      let read = PaymentBatch(
        reference: batch.reference, kind: batch.kind, paidOn: batch.paidOn,
        body: try JSON(reading: batch.body.canonical))
      #expect(read == batch)
    }
  }
}
