import Agreements
import Bookings
import Text
import Units
import Wording

/// The amortisation table of a loan, on the screen and for programs.
struct LoanTable {
  private let rows: [Instalment]

  init(_ loan: Loan) throws { rows = try loan.schedule() }

  /// What is nowhere due has no column.
  var words: Words {
    let hasInsurance = rows.contains { $0.insurance != .zero }
    let hasIndemnity = rows.contains { $0.indemnity != .zero }
    var table = TextTable(
      [
        .number(LoanWords.number), .text(RoofWords.what), .number(LoanWords.principal),
        .number(LoanWords.interest),
      ] + (hasInsurance ? [.number(LoanWords.insurance)] : [])
        + (hasIndemnity ? [.number(LoanWords.indemnity)] : [])
        + [.number(LoanWords.total), .number(LoanWords.left)])
    func add(_ number: Words, _ day: String, _ sums: Sums, _ left: Words) {
      table.add(
        row: [number, Words(both: day), euros(sums.principal), euros(sums.interest)]
          + (hasInsurance ? [euros(sums.insurance)] : [])
          + (hasIndemnity ? [euros(sums.indemnity)] : []) + [euros(sums.total), left])
    }
    for row in rows {
      add(
        row.repayment == nil ? Words(both: String(row.number)) : LoanWords.early,
        row.due.description, Sums([row]), euros(row.left))
    }
    add(LoanWords.sum, "", Sums(rows), Words(both: ""))
    return table.words
  }

  var json: JSON {
    .array(
      rows.map { row in
        [
          "number": row.repayment == nil ? .integer(Int64(row.number)) : .null,
          "repayment": row.repayment.map(JSON.string) ?? .null,
          "due": .string(row.due.description), "principalCents": .integer(row.principal.units),
          "interestCents": .integer(row.interest.units),
          "insuranceCents": .integer(row.insurance.units),
          "indemnityCents": .integer(row.indemnity.units),
          "totalCents": .integer(row.total.units), "leftCents": .integer(row.left.units),
        ]
      })
  }

  /// What some rows amount to.
  private struct Sums {
    let principal: Cents
    let interest: Cents
    let insurance: Cents
    let indemnity: Cents
    var total: Cents { principal + interest + insurance + indemnity }

    init(_ rows: [Instalment]) {
      func sum(_ part: KeyPath<Instalment, Cents>) -> Cents {
        rows.reduce(.zero) { $0 + $1[keyPath: part] }
      }
      principal = sum(\.principal)
      interest = sum(\.interest)
      insurance = sum(\.insurance)
      indemnity = sum(\.indemnity)
    }
  }
}
