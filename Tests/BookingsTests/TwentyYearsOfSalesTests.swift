import Agreements
import Journal
import TestSupport
import Testing
import Text
import Units

@testable import Bookings

/// Twenty years of a purchase contract, month by month: every bill comes once, every accrual is trued up,
/// every index counts from its anniversary, and a naive model finds the same cents.
@Suite struct TwentyYearsOfSalesTests {
  struct Case: Sendable {
    let name: String
    let first: String
    let watts: Int64
    let hours: Int64
    let billing: Int
    let isIndexed: Bool
  }

  static let cases = [
    Case(
      name: "29 February, half-yearly, indexed, above the cap now and then", first: "2020-02-29",
      watts: 50_500, hours: 950, billing: 6, isIndexed: true),
    Case(
      name: "the 31st, yearly, indexed", first: "2020-08-31", watts: 17_370, hours: 1_600,
      billing: 12, isIndexed: true),
    Case(
      name: "monthly, surplus that stays as it is", first: "2021-01-30", watts: 120_000,
      hours: 900, billing: 1, isIndexed: false),
  ]

  private struct World {
    let contract: PurchaseContract
    var naive: NaiveSales
    let energy: [Int32: Int64]

    init(_ row: Case, _ chance: inout SplitMix) throws {
      let first = try Day(row.first)
      let last = first.adding(months: 240).previous
      var energy: [Int32: Int64] = [:]
      for number in first.number...last.number {
        // Summer has more than winter; about 980 hours a year, some years above the cap.
        let season = abs(Int64(Day(number: number).month.monthOfYear) * 2 - 13)
        let hours = Int64.random(in: 400...3_200, using: &chance) + (11 - season) * 170
        energy[number] = row.watts * hours / 1_000
      }
      var figures: [NaiveSales.Figure] = []
      for (series, start) in [("work", Int64(1_240)), ("goods", 1_045)] {
        var value = start
        for step in 0..<85 {
          value += Int64.random(in: -6...14, using: &chance)
          let month = Month(year: 2019, monthOfYear: 12).adding(3 * step)
          let delay = Int.random(in: 40...150, using: &chance)
          figures.append(
            NaiveSales.Figure(
              series: series, month: Int(month.number), tenths: value,
              known: month.last.adding(days: delay).number))
        }
      }
      let told = [first.adding(months: 60).number: Int64(11_111)]
      self.energy = energy
      naive = NaiveSales(
        first: first, initial: 1_079, figures: figures, isIndexed: row.isIndexed,
        bases: (1_238, 1_042), told: row.isIndexed ? told : [:],
        cap: row.hours * row.watts, energy: energy)
      naive.reckon()
      contract = try World.contract(row, first, last, figures)
    }

    private static func contract(
      _ row: Case, _ first: Day, _ last: Day, _ figures: [NaiveSales.Figure]
    ) throws -> PurchaseContract {
      var prices: [JSON] = [["from": .string(row.first), "eur_per_kwh": "0.1079"]]
      var members: [String: JSON] = [
        "id": "sale", "site": "school", "buyer": "edf", "number": "1",
        "effective": .string(row.first), "ends": .string(last.description),
        "peak_watts": .integer(row.watts), "annual_cap_hours": .integer(row.hours),
        "price_above_cap": "0.05", "mode": row.isIndexed ? "total-sale" : "surplus",
      ]
      if row.isIndexed {
        prices.append([
          "from": .string(first.adding(months: 60).description), "eur_per_kwh": "0.11111",
        ])
        members["indexation"] = [
          "a": "0.8",
          "term": [
            ["weight": "0.1", "index": "work", "base": "123.8"],
            ["weight": "0.1", "index": "goods", "base": "104.2"],
          ],
        ]
      }
      members["price"] = .array(prices)
      var dossier = Dossier()
      let faults = Faults()
      dossier.take(.purchaseContract, TableReader(.object(members), faults: faults))
      for figure in figures {
        let month = Month(
          year: figure.month / 12, monthOfYear: figure.month % 12 + 1)
        dossier.take(
          .index,
          TableReader(
            [
              "id": .string(figure.series), "month": .string(month.description),
              "value": .string("\(figure.tenths / 10).\(figure.tenths % 10)"),
              "published": .string(Day(number: figure.known).description),
            ], faults: faults))
      }
      try faults.check()
      dossier.settle()
      return try #require(dossier.contracts["sale"])
    }

    func days(_ period: Period) -> [SiteDay] {
      period.days.map {
        SiteDay(site: "school", day: $0, energy: WattHours(energy[$0.number] ?? 0))
      }
    }

    func before(_ day: Day) -> WattHours {
      let start = contract.term.year(containing: max(day, contract.term.first)).first
      guard start < day else { return .zero }
      return WattHours(
        (start.number..<day.number).reduce(0) { $0 + (energy[$1] ?? 0) })
    }
  }

  @Test(arguments: cases.indices) func `twenty years true up to the cent`(_ index: Int) throws {
    let row = Self.cases[index]
    var chance = SplitMix(seed: UInt64(2_025 + index))
    let world = try World(row, &chance)
    let contract = world.contract
    let term = contract.term
    let last = try #require(term.last)
    // Bills start at the first day plus so many months, and follow one another without a gap.
    let bills = contract.billingPeriods(through: last)
    #expect(bills.count == 240 / row.billing)
    #expect(contract.billed.months == row.billing)
    for (number, bill) in bills.enumerated() {
      #expect(bill.first == term.first.adding(months: number * row.billing))
    }
    var balance: Int64 = 0
    var sold: Int64 = 0
    var invoiced: [Period] = []
    var billed: Int64 = 0
    var capped = 0
    var closedThrough: Day?
    var month = term.first.month
    var awaited = bills[...]
    var due = bills.map { bill in
      (bill.last ?? last).adding(days: Int.random(in: 1...40, using: &chance))
    }[...]
    while !awaited.isEmpty || month <= last.month {
      // A bill comes in an open month, once every month before it is closed.
      while let bill = awaited.first, let day = due.first, day.month <= month {
        let sales = ContractSales(
          contract, balance: Cents(balance), invoiced: invoiced, closedThrough: closedThrough
        ) { world.days($0) }
        let accrued = try sales.accrued(through: bill)
        let pending = try sales.pending(in: bill)
        let open = closedThrough.map { $0.next } ?? term.first
        let naivePending = Dictionary(
          grouping: bill.days.filter { $0 >= open }, by: \.month
        ).values.reduce(0) { $0 + world.naive.cents($1) }
        #expect(pending.units == naivePending)
        // The buyer's meter tells a little more or less than ours.
        let amount =
          accrued.units + pending.units + Int64.random(in: -500...500, using: &chance)
        let difference = amount - accrued.units - pending.units
        balance -= accrued.units
        sold += pending.units + difference
        billed += amount
        invoiced.append(bill)
        awaited = awaited.dropFirst()
        due = due.dropFirst()
        // What is left on 4181 is what closed days after the bill earned, and nothing else.
        let after = try #require(bill.last).next
        let days = term.days.filter { day in
          day >= after && closedThrough.map { day <= $0 } ?? false
        }
        let naiveLeft = Dictionary(grouping: days, by: \.month).values
          .reduce(0) { $0 + world.naive.cents($1) }
        #expect(balance == naiveLeft, "\(row.name), \(bill)")
      }
      if let days = term.overlap(month.period) {
        let lines = try Accrual.sales(
          contract, world.days(days), before: world.before(days.first), over: days,
          except: invoiced)
        let accrued = lines.reduce(Int64(0)) { $0 + $1.amount.units }
        capped += lines.count { $0.kind == .aboveCap }
        let open = days.days.filter { day in !invoiced.contains { $0.contains(day) } }
        #expect(accrued == world.naive.cents(open), "\(row.name), \(month)")
        balance += accrued
        sold += accrued
      }
      closedThrough = month.last
      month = month.next
    }
    #expect(balance == 0)
    #expect(sold == billed)
    #expect(invoiced == bills)
    let reachesTheCap = row.hours < 1_600
    #expect(reachesTheCap == (capped > 5), "\(capped)")
  }

  @Test(arguments: cases.indices) func `every day has the price of its anniversary`(
    _ index: Int
  ) throws {
    var chance = SplitMix(seed: UInt64(2_025 + index))
    let world = try World(Self.cases[index], &chance)
    var seen: Set<Int64> = []
    for day in world.contract.term.days {
      let price = try #require(world.contract.price(on: day))
      let naive = world.naive.price(day)
      seen.insert(naive)
      guard price != Ratio(naive, 100_000) else { continue }
      #expect(Bool(false), "\(day): \(price.decimalDescription), \(naive)")
      return
    }
    let isIndexed = Self.cases[index].isIndexed
    #expect(isIndexed == (seen.count > 15), "\(seen.count)")
    #expect(isIndexed == seen.contains(11_111))
  }
}
