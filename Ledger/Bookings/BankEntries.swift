import Units

/// How the entries of what the bank moved are named.
public enum BankEntries {
  /// How the keys of these entries begin.
  public static let prefix = "bank:"

  /// The key of the entry of a bank line.
  public static func key(_ line: Int64, attempt: Int = 1) -> String {
    attempt == 1 ? "\(prefix)\(line)" : "\(prefix)\(line):\(attempt)"
  }

  /// The voucher: the statement of the account, by the line.
  public static func voucher(_ account: String, _ line: Int64) -> String {
    "REL-\(account)-\(line)"
  }

  /// What happened, without a word of the bank's.
  public static func label(_ line: Int64, settling vouchers: [String]) -> String {
    Labels.bankLine(line, settling: vouchers)
  }
}
