public import Text
public import Units

/// An account of the cooperative at a bank.
public struct BankAccount: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The bank's international number of it, without spaces.
  public let iban: String
  /// The account of the journal on which its movements stand, under 512.
  public let account: String
  /// The party that keeps it, if told.
  public let bank: String?

  /// Reads `[[bank_account]]`.
  public init(_ table: TableReader) {
    table.allow(["id", "iban", "account", "bank", "valid_from", "note"])
    id = table.identifier()
    iban = table.text("iban").filter { !$0.isWhitespace }.uppercased()
    account = table.text("account")
    bank = table.optionalText("bank")
    if table.json["iban"]?.stringValue != nil, !BankAccount.isSound(iban) {
      table.refuse(BankAccountRefusal.numberIsWrong(endsWith: String(iban.suffix(4))), at: "iban")
    }
    let isSound =
      account.utf8.count == 6 && account.hasPrefix("512")
      && account.utf8.allSatisfy { (48...57).contains($0) }
    if table.json["account"]?.stringValue != nil, !isSound {
      table.refuse(BankAccountRefusal.accountIsMalformed(account), at: "account")
    }
  }

  /// The codes of the bank and its branch and the number there, of a French account.
  ///
  /// - Source: ISO 13616 registry, France: five digits, five digits, eleven signs, a key.
  public var domestic: (bank: String, branch: String, number: String)? {
    guard iban.hasPrefix("FR"), iban.utf8.count == 27 else { return nil }
    let rest = iban.dropFirst(4)
    return (
      String(rest.prefix(5)), String(rest.dropFirst(5).prefix(5)),
      String(rest.dropFirst(10).prefix(11))
    )
  }

  /// Whether the check digits agree.
  ///
  /// - Source: ISO 13616-1; ISO 7064, MOD 97-10.
  static func isSound(_ iban: String) -> Bool {
    let signs = Array(iban.utf8)
    guard (15...34).contains(signs.count) else { return false }
    var remainder = 0
    for sign in signs[4...] + signs[..<4] {
      switch sign {
      case 48...57: remainder = (remainder * 10 + Int(sign - 48)) % 97
      case 65...90: remainder = (remainder * 100 + Int(sign - 55)) % 97
      default: return false
      }
    }
    return remainder == 1
  }
}

/// What a bank account of the cooperative is refused for.
public enum BankAccountRefusal: Refusal, Equatable {
  /// The account is not six digits under 512, banks.
  case accountIsMalformed(String)
  /// The check digits of the number do not agree; at most its last four signs are told.
  case numberIsWrong(endsWith: String)
  /// One account of the journal stands for two accounts at banks.
  case accountIsShared(String, by: [String])

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .accountIsMalformed: "bank-account-is-malformed"
    case .numberIsWrong: "bank-account-number-is-wrong"
    case .accountIsShared: "bank-account-is-shared"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}

extension Dossier {
  /// The accounts of the journal that stand for two accounts at banks.
  public var sharedBankAccounts: [BankAccountRefusal] {
    Dictionary(grouping: bankAccounts.values, by: \.account).filter { $0.value.count > 1 }
      .sorted { $0.key < $1.key }
      .map { .accountIsShared($0.key, by: $0.value.map(\.id).sorted()) }
  }
}
