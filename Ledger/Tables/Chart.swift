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
  /// Six digits of which the first three at least are an account of the PCG, or the first two where
  /// the PCG goes no further (53, 58); class 9 only as listed.
  public static func account(_ number: String) -> Account? {
    if let account = own[number] { return account }
    guard number.utf8.count == 6, number.utf8.allSatisfy({ (48...57).contains($0) }),
      !number.hasPrefix("9")
    else { return nil }
    for length in stride(from: 6, through: 2, by: -1) {
      let root = String(number.prefix(length))
      guard let label = pcg[root], length > 2 || leaves.contains(root) else { continue }
      return Account(number: number, unit: .cents, frenchLabel: label, englishLabel: label)
    }
    return nil
  }

  /// The unit of an account, or nothing when the chart has none of this number.
  ///
  /// - Complexity: O(1), without making any text: it is asked for every line of every entry.
  public static func unit(ofAccount number: String) -> Unit? {
    var root = 0
    var digits = 0
    for byte in number.utf8 {
      guard (48...57).contains(byte) else { return nil }
      if digits < 3 { root = root * 10 + Int(byte - 48) }
      digits += 1
    }
    guard digits == 6 else { return nil }
    return root < 900 && plainRoots[root] ? .cents : account(number)?.unit
  }

  /// For each three digits whether the PCG has them as an account.
  private static let plainRoots: [Bool] = (0..<1000).map { root in
    let digits = String(root)
    return pcg[String(repeating: "0", count: 3 - digits.utf8.count) + digits] != nil
  }

  /// The two-digit accounts under which the PCG has none.
  private static let leaves: Set<String> = {
    let parents = Set(pcg.keys.filter { $0.utf8.count > 2 }.map { String($0.prefix(2)) })
    return Set(pcg.keys.filter { $0.utf8.count == 2 }).subtracting(parents)
  }()

  static func rows(_ text: String, _ columns: [String]) -> [CSVRow] {
    // The text is our own and a test reads it: a fault in it cannot reach a user.
    let table = try? CSVTable(reading: Array(text.utf8), file: "Tables", required: columns)
    return table.map { Array($0.rows) } ?? []
  }
}
