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
        if loans[id]?.lender == novation.leaves { loans[id]?.lender = comes }
      }
    }
  }

  /// The party a contract is with, its own word and the novations settled; nothing for an unknown one.
  public func party(to contract: String) -> String? {
    conventions[contract]?.owner ?? contracts[contract]?.buyer
      ?? services[contract]?.supplier ?? loans[contract]?.lender
      ?? grants[contract]?.payer
  }

  /// The first day a contract is the company's own, when it came to it by novation.
  public func ownSince(_ contract: String) -> Day? {
    novations.values.filter { $0.comes == nil && $0.contracts.contains(contract) }
      .map(\.day).max()
  }
}
