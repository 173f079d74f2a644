public import Text
public import Units

/// A loan repaid in constant monthly instalments.
public struct Loan: Hashable, Sendable {
  /// How the instalments are reckoned.
  public enum Method: String, Sendable, CaseIterable {
    /// The same sum each time: interest falls as principal rises.
    case constantAnnuity = "constant-annuity"
  }

  /// How interest counts days.
  public enum DayCount: String, Sendable, CaseIterable {
    /// Every month a twelfth of a year.
    case thirty360 = "30/360"
  }

  /// The identifier.
  public let id: String
  /// The party that lends.
  public let lender: String
  /// What was lent.
  public let principal: Cents
  /// The day it was drawn.
  public let drawn: Day
  /// The yearly rate.
  public let rate: Ratio
  /// The number of monthly instalments.
  public let instalments: Int
  /// The day the first falls due; the others a month apart.
  public let firstDue: Day

  /// Reads `[[loan]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "lender", "principal_cents", "drawn", "method", "rate", "instalments", "first_due",
      "day_count", "valid_from", "note",
    ])
    id = table.identifier()
    lender = table.text("lender")
    principal = table.cents("principal_cents", in: 1...1_000_000_000_000)
    drawn = table.day("drawn")
    _ = table.choice("method", Method.self)
    _ = table.choice("day_count", DayCount.self)
    rate = table.ratio("rate", from: .zero, through: .one) { .loanRateIsOutOfRange($0) }
    instalments = Int(table.integer("instalments", in: 1...600))
    firstDue = table.day("first_due")
    if firstDue <= drawn {
      table.refuse(AgreementRefusal.endsBeforeItStarts(first: drawn, last: firstDue))
    }
  }
}

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
