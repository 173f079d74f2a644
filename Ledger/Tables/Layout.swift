import Text
public import Units

/// A row of a financial statement: a heading, a figure or a total.
public struct LayoutLine: Hashable, Sendable {
  /// What the row is.
  public enum Kind: String, Hashable, Sendable {
    /// Words over the items below.
    case heading
    /// A figure under a heading.
    case item
    /// A figure by itself.
    case line
    /// A sum of sections.
    case total
  }

  /// The stable name.
  public let name: String
  /// The statement it belongs to.
  public let statement: Layout.Statement
  /// Heading, figure or total.
  public let kind: Kind
  /// Whether a debit stands here as a positive figure; otherwise a credit does.
  public let isDebit: Bool
  /// The section a figure counts in; the sections a total adds, `-` before those it takes away.
  public let section: String
  /// The French label, as the law words it.
  public let frenchLabel: String
  /// The English label.
  public let englishLabel: String
}

/// Where the balance of an account stands, by its side.
public struct LayoutRule: Hashable, Sendable {
  /// The first digits of the accounts meant; of several rules, that of the most digits holds.
  public let prefix: String
  /// The line of a debit balance.
  public let whenDebit: String
  /// The line of a credit balance.
  public let whenCredit: String
  /// Whether the balance lessens the gross figure: depreciation and impairments.
  public let isContra: Bool

  /// Whether the side decides: the balance is then taken party by party.
  public var isTwoSided: Bool { whenDebit != whenCredit }
}

/// The layouts of balance sheet and income statement.
///
/// The rows are those of the models; which account stands in which row is our reading of them.
/// - Source: PCG art. 821-1, 821-2 (models), 811-5 (more detail is allowed).
public struct Layout: Sendable {
  /// The three lists of rows.
  public enum Statement: String, Hashable, Sendable, CaseIterable {
    /// *Actif*.
    case assets
    /// *Passif*.
    case liabilities
    /// *Compte de résultat*.
    case income
  }

  /// The row of the sheet that takes the result of the fiscal year, classes 6 and 7.
  public static let result = "result"

  /// The rows in order.
  public let lines: [LayoutLine]
  /// The rules by prefix.
  public let rules: [String: LayoutRule]

  /// The layouts in force on a day; before the first ones known, those.
  public init(on day: Day) {
    lines = Layout.rows(Embedded.layout, Layout.lineColumns, on: day).compactMap(LayoutLine.init)
    rules = Dictionary(
      uniqueKeysWithValues: Layout.rows(Embedded.presentation, Layout.ruleColumns, on: day)
        .map { ($0["account"], LayoutRule($0)) })
  }

  /// The rule of an account; nothing for one that no statement shows, such as those of class 9.
  ///
  /// - Complexity: O(1).
  public func rule(for account: String) -> LayoutRule? {
    for length in stride(from: account.utf8.count, through: 1, by: -1) {
      if let rule = rules[String(account.prefix(length))] { return rule }
    }
    return nil
  }

  /// The rows of one statement.
  public func lines(of statement: Statement) -> [LayoutLine] {
    lines.filter { $0.statement == statement }
  }

  private static let lineColumns = [
    "line", "statement", "kind", "side", "section", "label_fr", "label_en", "valid_from", "source",
  ]
  private static let ruleColumns = [
    "account", "when_debit", "when_credit", "column", "valid_from", "source",
  ]

  /// The rows of a table on a day: of those with the same first column, the last that is valid.
  private static func rows(_ text: String, _ columns: [String], on day: Day) -> [CSVRow] {
    var chosen: [String: Int] = [:]
    var rows: [CSVRow] = []
    for row in Chart.rows(text, columns) {
      let name = row[columns[0]]
      guard let known = chosen[name] else {
        chosen[name] = rows.count
        rows.append(row)
        continue
      }
      if row["valid_from"] <= day.description { rows[known] = row }
    }
    return rows
  }
}

extension LayoutLine {
  fileprivate init?(_ row: CSVRow) {
    guard let statement = Layout.Statement(rawValue: row["statement"]),
      let kind = Kind(rawValue: row["kind"])
    else { return nil }
    self.init(
      name: row["line"], statement: statement, kind: kind, isDebit: row["side"] == "debit",
      section: row["section"], frenchLabel: row["label_fr"], englishLabel: row["label_en"])
  }
}

extension LayoutRule {
  fileprivate init(_ row: CSVRow) {
    self.init(
      prefix: row["account"], whenDebit: row["when_debit"], whenCredit: row["when_credit"],
      isContra: row["column"] == "less")
  }
}
