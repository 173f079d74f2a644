import Units

/// Everything the cooperative is bound by on one day, as known on one day: typed and keyed.
public struct Dossier: Sendable {
  /// The company.
  public var organisation: Organisation?
  /// The capital's terms.
  public var capital: Capital?
  /// The fiscal calendar.
  public var fiscalCalendar: FiscalCalendar?
  /// The parties by identifier.
  public var parties: [String: Party] = [:]
  /// The sites by identifier.
  public var sites: [String: Site] = [:]
  /// The meters by identifier.
  public var meters: [String: Meter] = [:]
  /// The devices that took the place of others, by identifier.
  public var meterChanges: [String: DeclaredChange] = [:]
  /// The roof conventions by identifier.
  public var conventions: [String: Convention] = [:]
  /// The purchase contracts by identifier.
  public var contracts: [String: PurchaseContract] = [:]
  /// The roofs whose energy several buy, by identifier.
  public var sharings: [String: Sharing] = [:]
  /// The months of what they consumed, by sharing and month.
  public var sharedMonths: [String: SharedSource] = [:]
  /// What the sharings deliver, once settled.
  var sharedParts: SharedParts?
  /// The indices by series.
  public var indices = Indices()
  /// The services paid by the year, by identifier.
  public var services: [String: ServiceContract] = [:]
  /// The loans by identifier.
  public var loans: [String: Loan] = [:]
  /// What is repaid of loans before its time, by identifier.
  public var loanRepayments: [String: LoanRepayment] = [:]
  /// What members lend, by identifier.
  public var advances: [String: Advance] = [:]
  /// The accounts at banks, by identifier.
  public var bankAccounts: [String: BankAccount] = [:]
  /// The plants by identifier.
  public var plants: [String: Plant] = [:]
  /// The lives of roofs by identifier.
  public var roofs: [String: RoofLife] = [:]
  /// The novations by identifier.
  public var novations: [String: Novation] = [:]
  /// The grants by identifier.
  public var grants: [String: Grant] = [:]
  /// The local taxes by identifier.
  public var localTaxes: [String: LocalTax] = [:]

  /// Nothing yet.
  public init() {}

  /// What in the facts cannot hold together: names that lead nowhere, meters that no file could
  /// tell apart.
  ///
  /// - Parameter members: the numbers of members, who may be parties without a `[[party]]`: what
  ///   names a person belongs in the identity tables alone.
  /// - Complexity: O(n log n) in the number of facts.
  public func contradictions(members: Set<String> = []) -> [AgreementRefusal] {
    danglingReferences(members) + sharedSerials() + energyCountedTwice()
  }

  /// Meters that serve on a common day under one serial number, two by two.
  private func sharedSerials() -> [AgreementRefusal] {
    let inOrder = meters.values.sorted { one, other in
      (one.serial, one.service.first, one.id) < (other.serial, other.service.first, other.id)
    }
    return zip(inOrder, inOrder.dropFirst()).compactMap { one, other in
      guard one.serial == other.serial, one.service.overlap(other.service) != nil else {
        return nil
      }
      return .serialIsShared(one.serial, meters: [one.id, other.id])
    }
  }

  /// Sites where an inverter and the grid operator's meter count on a common day: they measure the same
  /// energy, and only one is the authority.
  private func energyCountedTwice() -> [AgreementRefusal] {
    let counting = meters.values.filter(\.counts).sorted { $0.id < $1.id }
    return counting.filter { $0.kind == .grid }.flatMap { grid in
      counting.filter { other in
        other.kind == .inverter && other.site == grid.site
          && other.service.overlap(grid.service) != nil
      }.map { .energyCountsTwice(site: grid.site, meters: [grid.id, $0.id]) }
    }
  }

  private func danglingReferences(_ members: Set<String>) -> [AgreementRefusal] {
    var refusals: [AgreementRefusal] = []
    func isParty(_ id: String) -> Bool { parties[id] != nil || members.contains(id) }
    func need(_ kind: String, _ id: String, _ known: Bool, by owner: String) {
      if !known { refusals.append(.referenceIsUnknown(kind: kind, id: id, neededBy: owner)) }
    }
    for site in sites.values.sorted(by: { $0.id < $1.id }) {
      need("party", site.owner, isParty(site.owner), by: "site \(site.id)")
    }
    for meter in meters.values.sorted(by: { $0.id < $1.id }) {
      need("site", meter.site, sites[meter.site] != nil, by: "meter \(meter.id)")
    }
    for change in meterChanges.values.sorted(by: { $0.id < $1.id }) {
      need("meter", change.meter, meters[change.meter] != nil, by: "meter_change \(change.id)")
    }
    for convention in conventions.values.sorted(by: { $0.id < $1.id }) {
      let owner = "convention \(convention.id)"
      need("site", convention.site, sites[convention.site] != nil, by: owner)
      need("party", convention.owner, isParty(convention.owner), by: owner)
    }
    for contract in contracts.values.sorted(by: { $0.id < $1.id }) {
      let owner = "purchase_contract \(contract.id)"
      need("site", contract.site, sites[contract.site] != nil, by: owner)
      need("party", contract.buyer, isParty(contract.buyer), by: owner)
      for term in contract.indexation?.terms ?? [] {
        need("index", term.index, indices.series[term.index] != nil, by: owner)
      }
    }
    for service in services.values.sorted(by: { $0.id < $1.id }) {
      let owner = "service_contract \(service.id)"
      need("party", service.supplier, isParty(service.supplier), by: owner)
      if let site = service.site { need("site", site, sites[site] != nil, by: owner) }
    }
    for loan in loans.values.sorted(by: { $0.id < $1.id }) {
      need("party", loan.lender, isParty(loan.lender), by: "loan \(loan.id)")
      guard let account = loan.bankAccount else { continue }
      need("bank_account", account, bankAccounts[account] != nil, by: "loan \(loan.id)")
    }
    for repayment in loanRepayments.values.sorted(by: { $0.id < $1.id }) {
      let owner = "loan_repayment \(repayment.id)"
      need("loan", repayment.loan, loans[repayment.loan] != nil, by: owner)
    }
    for plant in plants.values.sorted(by: { $0.id < $1.id }) {
      need("site", plant.site, sites[plant.site] != nil, by: "plant \(plant.id)")
    }
    for account in bankAccounts.values.sorted(by: { $0.id < $1.id }) {
      guard let bank = account.bank else { continue }
      need("party", bank, isParty(bank), by: "bank_account \(account.id)")
    }
    return refusals
  }
}
