import Agreements
import Bookings
import Intake
import Text
import Units
import Wording

/// The rents of a convention, year by year of its own until it ends, as they are known now.
struct RentTable {
  private struct Row {
    let year: Period
    let due: [Day]
    let rent: Cents?
  }

  private let rows: [Row]

  /// The rents of a convention; of one without an end, twenty years from its first day or the last day
  /// known, whichever comes later.
  init?(_ convention: String, _ book: RoofBook) throws {
    guard let terms = book.terms[convention] else { return nil }
    let latest = terms.latest
    let end = terms.term.last ?? max(terms.term.first, book.today).adding(months: 240)
    var isPart = false
    if case .percentageOfSales = latest.rent { isPart = true }
    let payments = latest.due.payments(
      of: terms.term, in: Period(first: terms.term.first, last: end))
    var rows: [Row] = []
    var first = terms.term.first
    while first <= end {
      let whole = terms.term.year(containing: first)
      let year = Period(first: first, last: min(whole.last ?? end, end))
      rows.append(
        Row(
          year: year, due: payments.filter { year.contains($0.pays.first) }.map(\.due),
          rent: isPart
            ? nil
            : try Accrual.rent(terms, over: year, knownOn: book.today) { _ in .zero }))
      first = (year.last ?? end).next
    }
    self.rows = rows
  }

  var words: Words {
    var table = TextTable([
      .text(RoofWords.from), .text(RoofWords.until), .number(RoofWords.rent),
      .text(RoofWords.what),
    ])
    for row in rows {
      table.add(
        Words(both: row.year.first.description), Words(both: row.year.last?.description ?? ""),
        row.rent.map { euros($0) } ?? RoofWords.partOfSales,
        Words(both: row.due.map(\.description).joined(separator: ", ")))
    }
    return table.words
  }

  var json: JSON {
    .array(
      rows.map { row in
        [
          "first": .string(row.year.first.description),
          "last": (row.year.last?.description).map(JSON.string) ?? .null,
          "cents": row.rent.map { .integer($0.units) } ?? .null,
          "due": .array(row.due.map { .string($0.description) }),
        ]
      })
  }
}

/// The payments of a contract's premium.
struct PremiumTable {
  private let rows: [PremiumInstalment]

  init?(_ contract: PurchaseContract) throws {
    rows = try contract.premiumInstalments()
    if rows.isEmpty { return nil }
  }

  var words: Words {
    var table = TextTable([.text(RoofWords.what), .number(SaleWords.premium)])
    for row in rows { table.add(Words(both: row.due.description), euros(row.amount)) }
    return table.words
  }

  var json: JSON {
    .array(
      rows.map { ["due": .string($0.due.description), "cents": .integer($0.amount.units)] })
  }
}
