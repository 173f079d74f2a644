public import Text
public import Units

/// The kinds of dated facts, each a table or list of tables in a file.
public enum FactKind: String, Hashable, Sendable, CaseIterable {
  /// The company: `[organisation]`.
  case organisation
  /// The capital's terms: `[capital]`.
  case capital
  /// The fiscal calendar: `[fiscal_year]`.
  case fiscalYear = "fiscal_year"
  /// A college of shareholders: `[[college]]`.
  case college
  /// The life of shares: `[shares]`.
  case shares
  /// A party: `[[party]]`.
  case party
  /// A site: `[[site]]`.
  case site
  /// A meter: `[[meter]]`.
  case meter
  /// A device put in the place of another under the same number: `[[meter_change]]`.
  case meterChange = "meter_change"
  /// A roof convention: `[[convention]]`.
  case convention
  /// A purchase contract: `[[purchase_contract]]`.
  case purchaseContract = "purchase_contract"
  /// A roof's energy that several buy: `[[sharing]]`.
  case sharing
  /// A month of what several consumed: `[[shared_energy]]`.
  case sharedEnergy = "shared_energy"
  /// What an index was, as published: `[[index]]`.
  case index
  /// A service that is paid by the year: `[[service_contract]]`.
  case serviceContract = "service_contract"
  /// A loan: `[[loan]]`.
  case loan
  /// Principal of a loan repaid before its time: `[[loan_repayment]]`.
  case loanRepayment = "loan_repayment"
  /// Money that a member lends: `[[advance]]`.
  case advance
  /// An account at a bank: `[[bank_account]]`.
  case bankAccount = "bank_account"
  /// A plant: `[[plant]]`.
  case plant
  /// The life of a roof: `[[roof]]`.
  case roof
  /// A contract that changes hands: `[[novation]]`.
  case novation
  /// A grant towards a plant: `[[grant]]`.
  case grant
  /// A local tax of a year: `[[local_tax]]`.
  case localTax = "local_tax"
  /// The allocation rules: `[[rules]]`.
  case rules
  /// A movement that counts from an earlier day: `[[late_movement]]`.
  case lateMovement = "late_movement"

  /// The kinds that the statutes hold, and only they.
  public static let ofStatutes: [FactKind] = [
    .organisation, .capital, .fiscalYear, .college, .shares,
  ]

  /// The kinds that are contracts: signed with somebody, for a time.
  public static let contracts: [FactKind] = [
    .convention, .purchaseContract, .serviceContract, .loan, .advance, .grant,
  ]

  /// Whether statutes may say nothing of it.
  public var mayBeMissing: Bool { self == .shares }

  /// Whether a file holds one of it rather than a list.
  public var isSingle: Bool { [.organisation, .capital, .fiscalYear, .shares].contains(self) }

  /// The key under which versions of one fact are the same fact.
  func key(of table: TableReader) -> String {
    switch self {
    case .organisation, .capital, .fiscalYear, .shares: rawValue
    case .rules: table.text("name")
    case .index: IndexValue.key(of: table)
    case .sharedEnergy: SharedMonth.key(of: table)
    case .lateMovement: table.text("movement")
    default: table.text("id")
    }
  }

  /// From which day a version holds.
  ///
  /// What is not said otherwise holds from its own beginning, or from the beginning of all.
  func validFrom(of table: TableReader) -> Day {
    if table.has("valid_from") { return table.day("valid_from") }
    if self == .localTax, let year = table.json["year"]?.integerValue {
      return Month(year: Int(year), monthOfYear: 1).first
    }
    if self == .sharedEnergy { return table.month("month").first }
    guard let start = startKey, table.has(start) else { return Fact.always }
    return table.day(start)
  }

  /// The key under which a contract says when it begins.
  private var startKey: String? {
    switch self {
    case .convention, .advance, .serviceContract, .sharing: "first"
    case .novation: "on"
    case .grant: "granted"
    case .purchaseContract: "effective"
    case .index: "published"
    case .loan: "drawn"
    case .loanRepayment: "date"
    case .plant: "in_service"
    default: nil
    }
  }
}

/// A dated fact: one version of one thing somebody declared, as canonical JSON.
public struct Fact: Hashable, Sendable {
  /// The day that stands for "from the beginning".
  public static let always = Day(number: -25_567)

  /// Its kind.
  public let kind: FactKind
  /// Which one of its kind.
  public let key: String
  /// From which day this version holds.
  public let validFrom: Day
  /// What it says.
  public let body: JSON
  /// Where it was read: file and line, or empty.
  public let origin: String

  /// A fact.
  public init(kind: FactKind, key: String, validFrom: Day, body: JSON, origin: String) {
    self.kind = kind
    self.key = key
    self.validFrom = validFrom
    self.body = body
    self.origin = origin
  }

  /// All the facts of a file, each decoded once so that its faults are noted.
  ///
  /// - Parameter format: what `format` says when the file gives it.
  /// - Parameter kinds: the kinds the file may hold.
  /// - Parameter check: decodes a table of a kind and notes its faults.
  public static func read(
    _ document: TOMLDocument, format: String = "soleil-facts/1", kinds: [FactKind],
    faults: Faults,
    check: (FactKind, TableReader) -> Void
  ) -> [Fact] {
    let root = TableReader(document, faults: faults)
    checkFormat(root, format)
    let known = kinds.map(\.rawValue)
    for name in (document.root.objectValue ?? [:]).keys.sorted() where name != "format" {
      if !known.contains(name) {
        root.refuse(AgreementRefusal.kindIsUnknown(name, known: known), at: name)
      }
    }
    let tables = kinds.filter { root.has($0.rawValue) }.flatMap { kind in
      (kind.isSingle ? [root.table(kind.rawValue)] : root.tables(kind.rawValue)).map { (kind, $0) }
    }
    if tables.isEmpty { root.refuse(AgreementRefusal.fileHasNoFact) }
    return tables.compactMap { kind, table in
      let noted = faults.all.count
      check(kind, table)
      // A faulty table is told of once: its key is not read a second time.
      guard faults.all.count == noted else { return nil }
      return Fact(
        kind: kind, key: kind.key(of: table), validFrom: kind.validFrom(of: table),
        body: table.json, origin: table.place().origin)
    }
  }
}

extension Dossier {
  /// Takes a fact in; a fact of a kind that another room reads is passed over.
  public mutating func take(_ kind: FactKind, _ table: TableReader) {
    switch kind {
    case .organisation: organisation = Organisation(table)
    case .capital: capital = Capital(table)
    case .fiscalYear: fiscalCalendar = FiscalCalendar(table)
    case .party: keep(Party(table), \.id, in: &parties)
    case .site: keep(Site(table), \.id, in: &sites)
    case .meter: keep(Meter(table), \.id, in: &meters)
    case .meterChange: keep(DeclaredChange(table), \.id, in: &meterChanges)
    case .convention: keep(Convention(table), \.id, in: &conventions)
    case .purchaseContract: keep(PurchaseContract(table), \.id, in: &contracts)
    case .sharing: keep(Sharing(table), \.id, in: &sharings)
    case .sharedEnergy:
      let month = SharedMonth(table)
      sharedMonths[month.id] = .read(month)
    case .index: indices.take(IndexValue(table))
    case .serviceContract: keep(ServiceContract(table), \.id, in: &services)
    case .loan: keep(Loan(table), \.id, in: &loans)
    case .loanRepayment: keep(LoanRepayment(table), \.id, in: &loanRepayments)
    case .advance: keep(Advance(table), \.id, in: &advances)
    case .bankAccount: keep(BankAccount(table), \.id, in: &bankAccounts)
    case .plant: keep(Plant(table), \.id, in: &plants)
    case .roof: keep(RoofLife(table), \.id, in: &roofs)
    case .novation: keep(Novation(table), \.id, in: &novations)
    case .grant: keep(Grant(table), \.id, in: &grants)
    case .localTax: keep(LocalTax(table), \.id, in: &localTaxes)
    case .college, .shares, .rules, .lateMovement: break
    }
  }

  private func keep<Thing>(
    _ thing: Thing, _ id: KeyPath<Thing, String>, in things: inout [String: Thing]
  ) { things[thing[keyPath: id]] = thing }
}
