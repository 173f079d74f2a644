public import Text
public import Units

/// A contract that changes hands: it stays the same contract, with another party from a day on.
///
/// - Source: Code civil art. 1216 (cession de contrat), 1329 (novation).
public struct Novation: Hashable, Sendable {
  /// A balance that the company takes over with the contract.
  public struct Balance: Hashable, Sendable {
    /// The account.
    public let account: String
    /// At the debit, or below zero at the credit.
    public let amount: Cents
    /// The site.
    public let site: String?
    /// The contract.
    public let contract: String?

    init(_ table: TableReader) {
      table.allow(["account", "debit_cents", "credit_cents", "site", "contract"])
      account = table.sixDigits("account", under: "")
      let debit = table.has("debit_cents") ? table.cents("debit_cents") : .zero
      let credit = table.has("credit_cents") ? table.cents("credit_cents") : .zero
      amount = debit - credit
      site = table.optionalText("site")
      contract = table.optionalText("contract")
    }
  }

  /// The identifier.
  public let id: String
  /// The contracts that change hands.
  public let contracts: [String]
  /// The first day with the new party.
  public let day: Day
  /// The party that leaves.
  public let leaves: String
  /// The party that comes, or nothing when it is the company itself.
  public let comes: String?
  /// The reference of the act.
  public let act: String
  /// What the company takes over, when it is the one that comes.
  public let balances: [Balance]
  /// The account of what it owes for that.
  public let counterpart: String

  /// Reads `[[novation]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "contracts", "on", "from", "to", "act", "balance", "counterpart", "valid_from", "note",
    ])
    id = table.identifier()
    contracts = table.texts("contracts")
    day = table.day("on")
    leaves = table.text("from")
    comes = table.optionalText("to")
    act = table.text("act")
    balances = table.tables("balance").map { Balance($0) }
    counterpart =
      table.has("counterpart") ? table.sixDigits("counterpart", under: "4") : "404000"
    if leaves == comes { table.refuse(RoofRefusal.novationChangesNothing(id), at: "to") }
  }
}

extension TableReader {
  /// An account of six digits that begins in a way.
  fileprivate func sixDigits(_ key: String, under heading: String) -> String {
    let number = text(key)
    let isSound =
      number.utf8.count == 6 && number.utf8.allSatisfy { (48...57).contains($0) }
      && number.hasPrefix(heading)
    if has(key), !isSound {
      refuse(RoofRefusal.accountIsMalformed(number, under: heading), at: key)
    }
    return number
  }
}

extension Dossier {
  /// The novations in order of day.
  public var novationsByDay: [Novation] {
    novations.values.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  /// Puts into each contract the party that it has by the novations; what a later version of the
  /// contract says itself stays.
  public mutating func settleNovations() {
    for novation in novationsByDay {
      guard let comes = novation.comes else { continue }
      for id in novation.contracts {
        if conventions[id]?.owner == novation.leaves { conventions[id]?.owner = comes }
        if contracts[id]?.buyer == novation.leaves { contracts[id]?.buyer = comes }
        if services[id]?.supplier == novation.leaves { services[id]?.supplier = comes }
      }
    }
  }

  /// The party a contract is with, its own word and the novations settled; nothing for an unknown one.
  public func party(to contract: String) -> String? {
    conventions[contract]?.owner ?? contracts[contract]?.buyer
      ?? services[contract]?.supplier ?? loans[contract]?.lender
  }

  /// The first day a contract is the company's own, when it came to it by novation.
  public func ownSince(_ contract: String) -> Day? {
    novations.values.filter { $0.comes == nil && $0.contracts.contains(contract) }
      .map(\.day).max()
  }

  /// What of roofs, novations and grants cannot hold together.
  ///
  /// - Parameter members: the numbers of members, who may be parties.
  public func roofContradictions(members: Set<String> = []) -> [any Refusal] {
    var refusals: [any Refusal] = []
    func need(_ kind: String, _ id: String, _ isKnown: Bool, by owner: String) {
      if !isKnown {
        refusals.append(AgreementRefusal.referenceIsUnknown(kind: kind, id: id, neededBy: owner))
      }
    }
    func isParty(_ id: String) -> Bool { parties[id] != nil || members.contains(id) }
    for roof in roofs.values.sorted(by: { $0.id < $1.id }) {
      let owner = "roof \(roof.id)"
      need("party", roof.owner, isParty(roof.owner), by: owner)
      for study in roof.studies { need("party", study.payer, isParty(study.payer), by: owner) }
      guard let site = roof.site else { continue }
      need("site", site, sites[site] != nil, by: owner)
      guard let signed = roof.steps.first(where: { $0.stage == .signed }) else { continue }
      if !conventions.values.contains(where: { $0.site == site }) {
        refusals.append(
          RoofRefusal.stageLacks(roof: roof.id, stage: signed.stage.rawValue, need: "convention"))
      }
    }
    for convention in conventions.values.sorted(by: { $0.id < $1.id }) {
      guard let parent = convention.parent else { continue }
      need("convention", parent, conventions[parent] != nil, by: "convention \(convention.id)")
    }
    for grant in grants.values.sorted(by: { $0.id < $1.id }) {
      need("party", grant.payer, isParty(grant.payer), by: "grant \(grant.id)")
      need("plant", grant.plant, plants[grant.plant] != nil, by: "grant \(grant.id)")
      if let plant = plants[grant.plant], plant.cost < grant.amount {
        refusals.append(
          RoofRefusal.grantExceedsThePlant(id: grant.id, grant: grant.amount, cost: plant.cost))
      }
    }
    for tax in localTaxes.values.sorted(by: { $0.id < $1.id }) {
      if let site = tax.site { need("site", site, sites[site] != nil, by: "local_tax \(tax.id)") }
    }
    return refusals + novationContradictions(isParty)
  }

  private func novationContradictions(_ isParty: (String) -> Bool) -> [any Refusal] {
    var refusals: [any Refusal] = []
    var last: [String: String] = [:]
    for novation in novationsByDay {
      let owner = "novation \(novation.id)"
      for party in [novation.leaves, novation.comes].compactMap(\.self) where !isParty(party) {
        refusals.append(
          AgreementRefusal.referenceIsUnknown(kind: "party", id: party, neededBy: owner))
      }
      for contract in novation.contracts {
        guard party(to: contract) != nil else {
          refusals.append(
            AgreementRefusal.referenceIsUnknown(kind: "contract", id: contract, neededBy: owner))
          continue
        }
        guard let comes = novation.comes else { continue }
        if let holder = last[contract], holder != novation.leaves {
          refusals.append(
            RoofRefusal.novationLeavesNobody(
              id: novation.id, contract: contract, party: novation.leaves, holder: holder))
        }
        last[contract] = comes
      }
    }
    // Once all are settled a contract is with the last that came, or it never was with who left.
    for novation in novationsByDay where novation.comes != nil {
      for contract in novation.contracts {
        guard let holder = party(to: contract), let comes = last[contract], holder != comes,
          novation.comes == comes
        else { continue }
        let refusal = RoofRefusal.novationLeavesNobody(
          id: novation.id, contract: contract, party: novation.leaves, holder: holder)
        if !refusals.contains(where: { $0 as? RoofRefusal == refusal }) { refusals.append(refusal) }
      }
    }
    return refusals
  }
}
