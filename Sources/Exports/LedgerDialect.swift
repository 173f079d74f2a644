import Journal
import Units

/// The language of `ledger`, and of `hledger`, which took it over.
struct LedgerDialect: PlainDialect {
  var bytes: [UInt8] = []
  private let names: [String: [UInt8]]
  private static let commodities: [(unit: Unit, name: String)] = [
    (.cents, "EUR"), (.wh, "Wh"), (.shares, "PART"),
  ]
  private static let tags = [
    "auxiliary", "contract", "journal", "lettered", "letters", "site", "validated", "voucher",
    "voucher-date",
  ]

  init(_ scope: PlainScope, isHledger: Bool) {
    names = scope.accounts.reduce(into: [:]) { names, account in
      let path = AccountTree.path(
        account.key, label: account.value, memorandum: scope.words.memorandum)
      names[account.key] = Array(path.map(LedgerDialect.name).joined(separator: ":").utf8)
    }
    for line in scope.words.head.split(separator: "\n") { bytes.append("; \(line)\n") }
    for commodity in LedgerDialect.commodities {
      // Each of the two wants a sample of its own where there are no decimals.
      let sample = commodity.unit == .cents ? "1000.00" : isHledger ? "1000." : "1000"
      bytes.append("commodity \(commodity.name)\n  format \(sample) \(commodity.name)\n")
    }
    if !isHledger { for tag in LedgerDialect.tags { bytes.append("tag \(tag)\n") } }
    for (number, name) in names.sorted(by: { $0.key < $1.key }) {
      bytes.append("account ")
      bytes += name
      if isHledger, let type = LedgerDialect.type(number) { bytes.append("  ; type: \(type)") }
      bytes.append("\n")
    }
  }

  mutating func begin(_ entry: JournalLine.Heading) {
    begin(on: entry.date, code: entry.reference.description, label: entry.label)
    tag("journal", entry.journal.rawValue)
    tag("voucher", entry.voucher)
    tag("voucher-date", entry.voucherDate.description)
    tag("validated", ParisTime.day(of: entry.validatedAt).description)
  }

  mutating func begin(on day: Day, code: String, label: String) {
    bytes.append("\n\(day) * (\(code)) \(plain(label, alsoForbidden: ";|"))\n")
  }

  mutating func add(_ line: JournalLine) {
    let posting = line.posting
    add(posting.account, posting.debit - posting.credit, posting.unit)
    if let auxiliary = posting.analysis.auxiliary { tag("auxiliary", auxiliary) }
    if let site = posting.analysis.site { tag("site", site) }
    if let contract = posting.analysis.contract { tag("contract", contract) }
    guard let letters = line.letters else { return }
    tag("letters", letters.code)
    tag("lettered", letters.day.description)
  }

  mutating func add(_ account: String, _ balance: Int64, _ unit: Unit) {
    bytes.append("  ")
    bytes += names[account] ?? Array(account.utf8)
    bytes.append("  ")
    bytes.append(balance, unit)
    bytes.append(unit == .cents ? " EUR\n" : unit == .wh ? " Wh\n" : " PART\n")
  }

  /// A comma would end the value, a bracket begin a date.
  private mutating func tag(_ name: String, _ value: String) {
    bytes.append("    ; \(name): \(plain(value, alsoForbidden: ",;|[]"))\n")
  }

  private static func name(_ step: (String, String)) -> String {
    plain("\(step.0) \(step.1)", alsoForbidden: ":;|")
  }

  /// Asset, liability, equity, revenue, expense: what statements are made of.
  private static func type(_ number: String) -> String? {
    switch AccountRoot(number) {
    case .assets: "A"
    case .liabilities: "L"
    case .equity: "E"
    case .income: "R"
    case .expenses: "X"
    }
  }
}

/// The five kinds of accounts that plain-text programs know.
enum AccountRoot: String {
  case assets = "Assets"
  case liabilities = "Liabilities"
  case equity = "Equity"
  case income = "Income"
  case expenses = "Expenses"

  /// By the number's first digits; which side a third party stands on is told by its balance.
  init(_ number: String) {
    switch number.first {
    case "1": self = ["15", "16", "17", "18"].contains(number.prefix(2)) ? .liabilities : .equity
    case "2", "3", "5": self = .assets
    case "4":
      self = ["41", "46", "47", "48", "49"].contains(number.prefix(2)) ? .assets : .liabilities
    case "6": self = .expenses
    case "7": self = .income
    default: self = .equity
    }
  }
}
