import Agreements
import Journal
import Text
import Units

func day(_ text: String) throws -> Day { try Day(text) }
func month(_ text: String) throws -> Month { try Month(text) }

/// A table as a file would hold it.
func table(_ value: JSON) -> TableReader { TableReader(value, faults: Faults()) }

func loan(
  _ cents: Int64, rate: String, _ instalments: Int, drawn: String = "2025-01-15",
  firstDue: String = "2025-02-15"
) -> Loan {
  Loan(
    table([
      "id": "bank", "lender": "bank", "principal_cents": .integer(cents), "drawn": .string(drawn),
      "method": "constant-annuity", "rate": .string(rate),
      "instalments": .integer(Int64(instalments)), "first_due": .string(firstDue),
      "day_count": "30/360",
    ]))
}

func plant(_ cents: Int64, inService: String, months: Int64) -> Plant {
  Plant(
    table([
      "id": "panels", "site": "school", "account": "215340", "depreciation_account": "281534",
      "cost_cents": .integer(cents), "in_service": .string(inService),
      "life_months": .integer(months),
    ]))
}

let school = Site(
  table([
    "id": "school", "name": "School", "commune": "Ici", "owner": "town", "peak_watts": 36_250,
    "area_m2": 181, "commissioned": "2024-01-01",
  ]))

func convention(_ rent: JSON, first: String, last: String? = nil) -> Convention {
  var members: [String: JSON] = [
    "id": "roof", "site": "school", "type": "cot", "owner": "town", "first": .string(first),
    "rent": rent,
  ]
  members["last"] = last.map(JSON.string)
  return Convention(table(.object(members)))
}

func contract(_ prices: [(from: String, price: String)], ends: String? = nil) -> PurchaseContract {
  var members: [String: JSON] = [
    "id": "sale", "site": "school", "buyer": "edf", "number": "1", "effective": "2026-01-10",
    "price": .array(prices.map { ["from": .string($0.from), "eur_per_kwh": .string($0.price)] }),
  ]
  members["ends"] = ends.map(JSON.string)
  return PurchaseContract(table(.object(members)))
}

/// The months from one to another.
func months(_ first: String, _ count: Int) throws -> [Month] {
  let start = try month(first)
  return (0..<count).map { start.adding($0) }
}

/// Debits minus credits by account, of drafts that must all be sound entries.
func balances(_ drafts: [DraftEntry]) throws -> [String: Int64] {
  var balances: [String: Int64] = [:]
  for draft in drafts {
    for line in try Entry(checking: draft).draft.postings {
      balances[line.account, default: 0] += line.debit - line.credit
    }
  }
  return balances
}
