public import Text
public import Units

/// A plant on the balance sheet and the pace at which it is written down.
public struct Plant: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The site it stands on.
  public let site: String
  /// The asset account, of class 2.
  public let account: String
  /// The account of its accumulated depreciation, under 28.
  public let depreciationAccount: String
  /// What it cost.
  public let cost: Cents
  /// The first day of depreciation.
  public let inService: Day
  /// Over how many months it is written down, evenly.
  public let lifeMonths: Int

  /// Reads `[[plant]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "site", "account", "depreciation_account", "cost_cents", "in_service", "life_months",
      "valid_from", "note",
    ])
    id = table.identifier()
    site = table.text("site")
    account = table.account("account", under: "2", but: ["28", "29"]) {
      .plantAccountIsMalformed($0)
    }
    depreciationAccount = table.account("depreciation_account", under: "28") {
      .depreciationAccountIsMalformed($0)
    }
    cost = table.cents("cost_cents", in: 1...1_000_000_000_000)
    inService = table.day("in_service")
    lifeMonths = Int(table.integer("life_months", in: 1...1_200))
  }
}
