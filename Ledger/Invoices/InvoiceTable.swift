public import Text
public import Units

extension Invoice {
  /// The columns a table of invoices must have.
  static let required = ["number", "date", "cents"]
  /// Those it may have.
  static let optional = [
    "kind", "party", "contract", "first", "last", "line", "kwh", "eur_per_kwh", "account", "site",
    "vat_percent", "vat_cents", "total_cents", "mandate", "corrects",
  ]
  /// What all rows of an invoice must agree on.
  private static let shared = [
    "kind", "date", "party", "contract", "first", "last", "total_cents", "mandate", "corrects",
  ]

  /// The invoices of a table: a row a line, the rows of one invoice together.
  ///
  /// - Throws: ``Refusals`` when the table itself cannot be read.
  public static func read(
    table bytes: [UInt8], file: String, _ faults: Faults
  ) throws(Refusals) -> [(invoice: Invoice, place: Place)] {
    let table = try CSVTable(reading: bytes, file: file, required: required, optional: optional)
    var groups: [[CSVRow]] = []
    for row in table.rows {
      if let first = groups.last?.first, first["number"] == row["number"] {
        groups[groups.count - 1].append(row)
        for column in shared where first[column] != row[column] {
          faults.note(
            Located(InvoiceRefusal.rowsOfInvoiceDiffer(column), at: row.place(of: column)))
        }
      } else if groups.contains(where: { $0[0]["number"] == row["number"] }) {
        faults.note(
          Located(InvoiceRefusal.rowsOfInvoiceDiffer("number"), at: row.place(of: "number")))
      } else {
        groups.append([row])
      }
    }
    return groups.compactMap { rows in
      Invoice(rows, faults).map { ($0, rows[0].place) }
    }
  }

  private init?(_ rows: [CSVRow], _ faults: Faults) {
    let first = rows[0]
    let reader = CellReader(faults: faults)
    let noted = faults.all.count
    let kind = first["kind"].isEmpty ? .sale : Kind(rawValue: first["kind"])
    if kind == nil {
      reader.note(InvoiceRefusal.fieldIsMalformed("kind", first["kind"]), first, "kind")
    }
    let number = first["number"]
    if number.isEmpty { reader.note(InvoiceRefusal.fieldIsMissing("number"), first, "number") }
    let issued = reader.day(first, "date")
    let period =
      first["first"].isEmpty && first["last"].isEmpty
      ? nil : reader.period(first)
    let lines = rows.map { Line($0, reader) }
    let taxes = Tax.sums(rows, lines, reader)
    let sum = (try? Cents.sum(lines.map(\.amount) + taxes.map(\.amount))) ?? .zero
    let total =
      first["total_cents"].isEmpty ? sum : Cents(reader.integer(first, "total_cents") ?? 0)
    guard faults.all.count == noted, let kind, let issued else { return nil }
    func text(_ column: String) -> String? { first[column].isEmpty ? nil : first[column] }
    self.init(
      kind: kind, number: number, issued: issued, party: first["party"],
      contract: text("contract"), period: period, corrects: text("corrects"),
      mandate: text("mandate"), lines: lines, taxes: taxes, total: total)
  }
}

extension Invoice.Line {
  fileprivate init(_ row: CSVRow, _ reader: CellReader) {
    self.init(amount: Cents(reader.integer(row, "cents") ?? 0))
    if !row["kwh"].isEmpty {
      energy = reader.decimal(row, "kwh").flatMap { try? $0.of(1000, .towardZero) }
        .map(WattHours.init)
    }
    if !row["eur_per_kwh"].isEmpty { price = reader.decimal(row, "eur_per_kwh") }
    account = row["account"].isEmpty ? nil : row["account"]
    site = row["site"].isEmpty ? nil : row["site"]
    kind = energy == nil ? .other : .energy
    if !row["line"].isEmpty {
      if let told = Invoice.LineKind(rawValue: row["line"]) {
        kind = told
      } else {
        reader.note(InvoiceRefusal.fieldIsMalformed("line", row["line"]), row, "line")
      }
    }
  }
}

extension Invoice.Tax {
  /// The VAT of the rows, added up by rate.
  fileprivate static func sums(
    _ rows: [CSVRow], _ lines: [Invoice.Line], _ reader: CellReader
  ) -> [Invoice.Tax] {
    var sums: [Ratio: (base: Cents, amount: Cents)] = [:]
    for (row, line) in zip(rows, lines) where !row["vat_percent"].isEmpty {
      guard let percent = reader.decimal(row, "vat_percent"), percent.denominator <= 1000,
        let amount = reader.integer(row, "vat_cents")
      else { continue }
      let rate = Ratio(percent.numerator, percent.denominator * 100)
      let sum = sums[rate] ?? (.zero, .zero)
      sums[rate] = (sum.base + line.amount, sum.amount + Cents(amount))
    }
    return sums.sorted { $0.key < $1.key }.map {
      Invoice.Tax(rate: $0.key, base: $0.value.base, amount: $0.value.amount)
    }
  }
}

/// Reads cells, and notes those that cannot be.
private struct CellReader {
  let faults: Faults

  func note(_ refusal: any Refusal, _ row: CSVRow, _ column: String) {
    faults.note(Located(refusal, at: row.place(of: column)))
  }

  func day(_ row: CSVRow, _ column: String) -> Day? {
    do { return try Day(row[column]) } catch {
      note(error, row, column)
      return nil
    }
  }

  func period(_ row: CSVRow) -> Period? {
    guard let first = day(row, "first"), let last = day(row, "last") else { return nil }
    do { return try Period(checking: first, last) } catch {
      note(error, row, "last")
      return nil
    }
  }

  func integer(_ row: CSVRow, _ column: String) -> Int64? {
    if let number = Int64(row[column]), abs(number) <= 1_000_000_000_000 { return number }
    note(InvoiceRefusal.fieldIsMalformed(column, row[column]), row, column)
    return nil
  }

  /// An exact number, with a point or a comma.
  func decimal(_ row: CSVRow, _ column: String) -> Ratio? {
    do {
      return try Ratio(decimal: String(row[column].map { $0 == "," ? "." : $0 }))
    } catch {
      note(error, row, column)
      return nil
    }
  }
}
