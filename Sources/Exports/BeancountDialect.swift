import Journal
import Units

/// The language of `beancount`, whose names are of capitals and digits and whose labels are metadata.
struct BeancountDialect: PlainDialect {
  var bytes: [UInt8] = []
  private let names: [String: [UInt8]]

  init(_ scope: PlainScope) {
    names = scope.accounts.keys.reduce(into: [:]) { names, number in
      let steps = AccountTree.path(number, label: "", memorandum: "").map(\.0)
      let name = ([AccountRoot(number).rawValue] + steps).joined(separator: ":")
      names[number] = Array(name.utf8)
    }
    for line in scope.words.head.split(separator: "\n") { bytes.append("; \(line)\n") }
    bytes.append("option \"title\" \(quoted(scope.organisation))\n")
    bytes.append("option \"operating_currency\" \"EUR\"\n")
    for commodity in ["EUR", "WH", "PART"] {
      bytes.append("\(scope.first) commodity \(commodity)\n")
    }
    for (number, name) in names.sorted(by: { $0.key < $1.key }) {
      bytes.append("\(scope.first) open ")
      bytes += name
      bytes.append("\n  label: \(quoted(scope.accounts[number] ?? ""))\n")
    }
  }

  mutating func begin(_ entry: JournalLine.Heading) {
    begin(on: entry.date, code: entry.reference.description, label: entry.label)
    bytes.append("  journal: \(quoted(entry.journal.rawValue))\n")
    bytes.append("  voucher: \(quoted(entry.voucher))\n")
    bytes.append("  voucher-date: \(entry.voucherDate)\n")
    bytes.append("  validated: \(ParisTime.day(of: entry.validatedAt))\n")
  }

  mutating func begin(on day: Day, code: String, label: String) {
    bytes.append("\n\(day) * \(quoted(label))\n  code: \(quoted(code))\n")
  }

  mutating func add(_ line: JournalLine) {
    let posting = line.posting
    add(posting.account, posting.debit - posting.credit, posting.unit)
    let analysis = posting.analysis
    if let auxiliary = analysis.auxiliary { bytes.append("    auxiliary: \(quoted(auxiliary))\n") }
    if let site = analysis.site { bytes.append("    site: \(quoted(site))\n") }
    if let contract = analysis.contract { bytes.append("    contract: \(quoted(contract))\n") }
    guard let letters = line.letters else { return }
    bytes.append("    letters: \(quoted(letters.code))\n    lettered: \(letters.day)\n")
  }

  mutating func add(_ account: String, _ balance: Int64, _ unit: Unit) {
    bytes.append("  ")
    bytes += names[account] ?? Array(account.utf8)
    bytes.append("  ")
    bytes.append(balance, unit)
    bytes.append(unit == .cents ? " EUR\n" : unit == .wh ? " WH\n" : " PART\n")
  }

  private func quoted(_ text: String) -> String {
    let escaped = plain(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
