import Journal
import Units

extension BenchJournal {
  /// The columns of the file that `soleil post` takes.
  static let columns =
    "key,date,journal,voucher,voucher_date,label,account,aux,site,contract,debit_cents,"
    + "credit_cents,debit_wh,credit_wh,debit_shares,credit_shares"

  /// Writes the journal for `ledger`.
  func writeLedger(_ path: String) throws {
    let file = try StreamedFile(path)
    try forEach { entry in
      var text = "\(entry.date) * (\(entry.voucher)) \(entry.label)\n"
      for line in entry.postings {
        text += "    \(line.account)  \(line.side == .credit ? "-" : "")\(euros(line.amount)) EUR\n"
      }
      try file.write(text)
    }
    try file.close()
  }

  /// Writes the journal for `soleil post`.
  func writeCSV(_ path: String) throws {
    let file = try StreamedFile(path)
    try file.write(Self.columns + "\n")
    try forEach { entry in
      let head = "\(entry.key),\(entry.date),\(entry.journal.rawValue),\(entry.voucher),,"
      for line in entry.postings {
        let amounts = line.side == .debit ? "\(line.amount)," : ",\(line.amount)"
        try file.write("\(head)\(entry.label),\(line.account),,,,\(amounts),,,,\n")
      }
    }
    try file.close()
  }

  private func euros(_ cents: Int64) -> String {
    let rest = cents % 100
    return "\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
