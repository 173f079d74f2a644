import Agreements
import Testing
import Text
import Units

@testable import Bookings

/// The heat network of Lens in 2016, a fixed and a variable term: R1 = 40.951 + 0.157 + 0.632 €/MWh,
/// R2 = 3.166 + 11.367 + 2.341 + 8.870 + 0.926 €/kW, 43 240.91 MWh to 23 992 kW.
///
/// - Source: yearly report of the network, as published by the municipality.
@Suite struct HeatContractTests {
  private func contract(_ change: (String, String)? = nil) -> (PurchaseContract, Faults) {
    var r1: [String: JSON] = ["lbe": "0.040951", "co2": "0.000157", "tax": "0.000632"]
    if let change { r1[change.0] = .string(change.1) }
    let faults = Faults()
    let contract = PurchaseContract(
      TableReader(
        [
          "id": "heat", "site": "boiler", "buyer": "network", "number": "DSP",
          "effective": "2016-01-01", "ends": "2016-12-31", "mode": "heat", "vat_percent": "5.5",
          "price": [["from": "2016-01-01", "eur_per_kwh": "0.04174", "parts": .object(r1)]],
          "fixed_term": [
            [
              "from": "2016-01-01", "kw": "23992", "eur_per_kw_year": "26.67",
              "parts": [
                "electricity": "3.166", "operation": "11.367", "renewal": "2.341",
                "financing": "8.87", "authority": "0.926",
              ],
            ]
          ],
        ], faults: faults))
    return (contract, faults)
  }

  @Test func `R1 and R2 of 2016 recompute`() throws {
    let (contract, faults) = contract()
    #expect(faults.all.isEmpty && contract.vat.rate == Ratio(55, 1000))
    let total: Int64 = 43_240_910_000
    var variable: Int64 = 0
    var fixed: Int64 = 0
    var sold: Int64 = 0
    for number in 1...12 {
      let month = Month(year: 2016, monthOfYear: number)
      // Heat is sold in winter: what each month has is its part of a made-up curve that sums exactly.
      let parts: [Int64] = [18, 16, 13, 8, 4, 1, 1, 1, 2, 8, 12, 16]
      let energy = number == 12 ? total - sold : total * parts[number - 1] / 100
      sold += energy
      let lines = try Accrual.sales(
        contract, [SiteDay(site: "boiler", day: month.last, energy: WattHours(energy))],
        over: month.period)
      #expect(lines.map(\.kind) == [.energy, .fixed])
      variable += lines[0].amount.units
      fixed += lines[1].amount.units
    }
    // 23 992 kW × 26.67 € and 43 240.91 MWh × 41.74 €, by a calculator; twelve months round twelve times.
    #expect(fixed == 639_866_64 && sold == total)
    #expect(abs(variable - 1_804_875_58) <= 6)
    let year = try Accrual.sales(
      contract, [SiteDay(site: "boiler", day: Day("2016-06-30"), energy: WattHours(total))],
      over: contract.term)
    #expect(year.map(\.amount.units) == [1_804_875_58, 639_866_64])
  }

  @Test func `parts that do not sum to the price are refused`() {
    let found = contract(("co2", "0.000158")).1.all
      .compactMap { ($0 as? Located)?.reason as? AgreementRefusal }
    #expect(found == [.partsDoNotSum(Ratio(2_087, 50_000))])
  }

  /// A new fixed price from 1 July: 182 of 366 days at the first, 184 at the second.
  @Test func `a fixed term changes with its day`() throws {
    let contract = PurchaseContract(
      table([
        "id": "heat", "site": "boiler", "buyer": "network", "number": "1",
        "effective": "2016-01-01", "ends": "2017-12-31", "mode": "heat",
        "price": [["from": "2016-01-01", "eur_per_kwh": "0"]],
        "fixed_term": [
          ["from": "2016-01-01", "kw": "10", "eur_per_kw_year": "36.60"],
          ["from": "2016-07-01", "kw": "20", "eur_per_kw_year": "36.60"],
        ],
      ]))
    var sums: [Int64] = []
    for number in 1...12 {
      let month = Month(year: 2016, monthOfYear: number)
      let lines = try Accrual.sales(contract, [], over: month.period)
      sums.append(lines.reduce(0) { $0 + $1.amount.units })
    }
    #expect([sums[0], sums[5], sums[6]] == [3_100, 3_000, 6_200])
    // 182 days at a euro a day, 184 at two.
    #expect(sums.reduce(0, +) == 55_000)
    // Days that an invoice took in earn nothing again.
    let invoiced = Period(first: try Day("2016-01-11"), last: try Day("2016-01-20"))
    let january = try Accrual.sales(
      contract, [], over: Month(year: 2016, monthOfYear: 1).period, except: [invoiced])
    #expect(january.map(\.amount.units) == [2_100])
  }
}
