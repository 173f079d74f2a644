import Text
public import Units

/// An account of the chart: number, unit and label.
public struct Account: Hashable, Sendable {
  /// Six digits, the first of which follow the PCG; class 9 holds memorandum accounts.
  public let number: String
  /// The unit of its postings.
  public let unit: Unit
  /// The French label, as the tax file shows it.
  public let frenchLabel: String
  /// The English label.
  public let englishLabel: String

  /// An account.
  public init(number: String, unit: Unit, frenchLabel: String, englishLabel: String) {
    self.number = number
    self.unit = unit
    self.frenchLabel = frenchLabel
    self.englishLabel = englishLabel
  }
}

/// The chart of accounts: what Soleil posts to by name, and the PCG for everything else.
///
/// - Source: PCG, règlement ANC 2014-03 as in force on 1 January 2026 (`SOURCES.md`).
public enum Chart {
  /// The accounts that Soleil itself posts to.
  public static let own: [String: Account] = {
    var accounts: [String: Account] = [:]
    for row in rows(Embedded.accounts, ["number", "unit", "label_fr", "label_en", "use"]) {
      guard let unit = Unit(rawValue: row["unit"]) else { continue }
      accounts[row["number"]] = Account(
        number: row["number"], unit: unit, frenchLabel: row["label_fr"],
        englishLabel: row["label_en"])
    }
    return accounts
  }()

  /// The labels of the PCG by account number, two digits or more.
  public static let pcg: [String: String] = {
    var labels: [String: String] = [:]
    for row in rows(Embedded.pcg, ["number", "label", "valid_from", "source"]) {
      labels[row["number"]] = row["label"]
    }
    return labels
  }()

  /// The account of this number: one of our own, or one under an account of the PCG.
  ///
  /// Six digits of which the first three at least are an account of the PCG; class 9 only as listed.
  public static func account(_ number: String) -> Account? {
    if let account = own[number] { return account }
    guard number.utf8.count == 6, number.utf8.allSatisfy({ (48...57).contains($0) }),
      !number.hasPrefix("9")
    else { return nil }
    for length in stride(from: 6, through: 3, by: -1) {
      guard let label = pcg[String(number.prefix(length))] else { continue }
      return Account(number: number, unit: .cents, frenchLabel: label, englishLabel: label)
    }
    return nil
  }

  static func rows(_ text: String, _ columns: [String]) -> [CSVRow] {
    // The text is our own and a test reads it: a fault in it cannot reach a user.
    let table = try? CSVTable(reading: Array(text.utf8), file: "Tables", required: columns)
    return table.map { Array($0.rows) } ?? []
  }
}
