/// What the tables of a closing say, added up apart, to be held against each other and the manifest.
///
/// A signature says who wrote the figures; this says whether they can all be true together.
struct Figures {
  static let names = [
    "allocation.csv", "journal.csv", "production.csv", "register.csv", "trial-balance.csv",
  ]

  /// An account in one unit.
  struct Account: Hashable {
    let number: String
    let unit: String
  }

  /// Debits and credits.
  struct Movement: Equatable {
    var debit = 0
    var credit = 0
    var balance: Int { debit &- credit }
  }

  /// What an account stood at before and after the month.
  struct Balance {
    let opening: Int
    let movement: Movement
    let closing: Int
  }

  /// Movements by account; nothing when the journal is not there.
  private(set) var journal: [Account: Movement]?
  /// Balances by account.
  private(set) var balances: [Account: Balance]?
  /// What each member is entitled to, in cents.
  private(set) var entitlements: [String: Int]?
  /// The energy of each member, in watt-hours.
  private(set) var energies: [String: Int]?
  /// The shares of each member.
  private(set) var shares: [String: Int]?
  private var capitalCents = 0
  private var producedWh: Int?
  private var entries = 0
  /// The tables that contradict themselves or cannot be read.
  private(set) var faulty: Set<String> = []

  /// Reads the tables that are there.
  init(_ files: [String: [UInt8]]) {
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let isSound =
        switch name {
        case "allocation.csv": readAllocation(bytes)
        case "journal.csv": readJournal(bytes)
        case "production.csv": readProduction(bytes)
        case "register.csv": readRegister(bytes)
        case "trial-balance.csv": readBalance(bytes)
        default: true
        }
      if !isSound { faulty.insert(name) }
    }
  }

  /// The tables that contradict the manifest or each other.
  func contradicting(_ totals: Totals) -> Set<String> {
    var found = faulty
    if let journal, !faulty.contains("journal.csv") {
      let cents = journal.filter { $0.key.unit == "cents" }.values
      let sum = cents.reduce(into: Movement()) {
        $0.debit &+= $1.debit; $0.credit &+= $1.credit
      }
      let produced = journal[Account(number: "911000", unit: "wh")] ?? Movement()
      if sum != Movement(debit: totals.debitCents, credit: totals.creditCents)
        || entries != totals.entries || -produced.balance != totals.wh
      {
        found.insert("journal.csv")
      }
    }
    if let producedWh, producedWh != totals.wh { found.insert("production.csv") }
    if let balances, !faulty.contains("trial-balance.csv") {
      if let journal, !faulty.contains("journal.csv"),
        journal.contains(where: { $0.value != balances[$0.key]?.movement ?? Movement() })
          || balances.contains(where: { $0.value.movement != journal[$0.key] ?? Movement() })
      {
        found.insert("trial-balance.csv")
      }
      let capital = balances.filter { $0.key.number.hasPrefix("101") && $0.key.unit == "cents" }
        .reduce(0) { $0 &- $1.value.closing }
      if shares != nil, capital != capitalCents { found.insert("register.csv") }
    }
    return found
  }

  /// Whether the balances begin where those of the month before ended.
  ///
  /// A new fiscal year begins without charges and income: what they left stands in the results (12).
  func follow(_ earlier: Figures) -> Bool {
    guard let balances, let before = earlier.balances, faulty.isEmpty, earlier.faulty.isEmpty else {
      return true
    }
    var left: [Account: Int] = [:]
    for (account, balance) in balances { left[account.carried, default: 0] &+= balance.opening }
    for (account, balance) in before { left[account.carried, default: 0] &-= balance.closing }
    return left.values.allSatisfy { $0 == 0 }
  }
}

extension Figures.Account {
  /// The account, or one name for all that a year's end turns into results.
  fileprivate var carried: Self {
    let isResult = number.hasPrefix("6") || number.hasPrefix("7") || number.hasPrefix("12")
    return isResult ? Self(number: "results", unit: unit) : self
  }
}

extension Figures {
  private mutating func readJournal(_ bytes: [UInt8]) -> Bool {
    let columns = ["series", "number", "account", "unit", "debit", "credit", "restates"]
    guard let table = CSVTable(bytes, columns) else { return false }
    var movements: [Account: Movement] = [:]
    var left: [[String]: Int] = [:]
    var found: Set<[String]> = []
    for row in table.rows {
      guard let debit = Int(row[4]), let credit = Int(row[5]) else { return false }
      left[[row[0], row[1], row[3]], default: 0] &+= debit &- credit
      found.insert([row[0], row[1]])
      // What says balances again at the turn of a year moves nothing.
      guard row[6] == "0" else { continue }
      movements[Account(number: row[2], unit: row[3]), default: Movement()].debit &+= debit
      movements[Account(number: row[2], unit: row[3]), default: Movement()].credit &+= credit
    }
    journal = movements
    entries = found.count
    return left.values.allSatisfy { $0 == 0 }
  }

  private mutating func readBalance(_ bytes: [UInt8]) -> Bool {
    let columns = ["account", "unit", "opening", "debit", "credit", "closing"]
    guard let table = CSVTable(bytes, columns) else { return false }
    var balances: [Account: Balance] = [:]
    var sums: [String: Int] = [:]
    for row in table.rows {
      guard let opening = Int(row[2]), let debit = Int(row[3]), let credit = Int(row[4]),
        let closing = Int(row[5]), opening &+ debit &- credit == closing
      else { return false }
      let balance = Balance(
        opening: opening, movement: Movement(debit: debit, credit: credit), closing: closing)
      let account = Account(number: row[0], unit: row[1])
      guard balances.updateValue(balance, forKey: account) == nil else { return false }
      sums[row[1], default: 0] &+= closing
    }
    self.balances = balances
    return sums.values.allSatisfy { $0 == 0 }
  }

  private mutating func readProduction(_ bytes: [UInt8]) -> Bool {
    guard let table = CSVTable(bytes, ["meter", "day", "wh"]) else { return false }
    let energies = table.rows.compactMap { Int($0[2]) }
    producedWh = energies.reduce(0, &+)
    return energies.count == table.rows.count
  }

  private mutating func readAllocation(_ bytes: [UInt8]) -> Bool {
    let columns = ["division", "beneficiary", "unit", "divided", "amount", "final"]
    guard let table = CSVTable(bytes, columns) else { return false }
    var (cents, energy, left) = ([String: Int](), [String: Int](), [[String]: Int]())
    for row in table.rows {
      guard let divided = Int(row[3]), let amount = Int(row[4]) else { return false }
      left[[row[0], row[3]], default: divided] &-= amount
      guard row[5] == "yes", row[1].hasPrefix("member:") else { continue }
      let member = String(row[1].dropFirst(7))
      if row[2] == "wh" { energy[member, default: 0] &+= amount }
      if row[2] == "cents" { cents[member, default: 0] &+= amount }
    }
    (entitlements, energies) = (cents, energy)
    return left.values.allSatisfy { $0 == 0 }
  }

  private mutating func readRegister(_ bytes: [UInt8]) -> Bool {
    guard let table = CSVTable(bytes, ["member", "shares", "capital_cents"]) else { return false }
    var shares: [String: Int] = [:]
    for row in table.rows {
      guard let held = Int(row[1]), let cents = Int(row[2]) else { return false }
      shares[row[0], default: 0] &+= held
      capitalCents &+= cents
    }
    self.shares = shares
    return true
  }
}
