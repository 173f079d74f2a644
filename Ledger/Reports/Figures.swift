public import Tables
public import Units

/// What an account has on a day, or moved over a period; of one party when its side matters.
public struct Standing: Hashable, Sendable {
  /// The account.
  public let account: String
  /// Debits minus credits, in cents.
  public let balance: Int64

  /// A balance of an account.
  public init(_ account: String, _ balance: Int64) {
    self.account = account
    self.balance = balance
  }
}

/// A figure of a statement, positive on the natural side of its row.
public struct Figure: Hashable, Sendable {
  /// Before depreciation and impairments, in cents; nothing when only these stand on the row.
  public var gross: Int64?
  /// Depreciation and impairments, in cents; nothing when no such account stands on the row.
  public var less: Int64?
  /// What remains.
  public var net: Int64 { (gross ?? 0) - (less ?? 0) }

  /// A figure.
  public init(gross: Int64? = nil, less: Int64? = nil) {
    self.gross = gross
    self.less = less
  }
}

/// The figures of one column of a statement.
///
/// A row on which no account stands has none, which is not the same as zero.
public struct Figures: Sendable {
  private let layout: Layout
  private var figures: [String: Figure] = [:]

  /// The column of a balance sheet: classes 1 to 5, and 6 and 7 as the result.
  ///
  /// - Throws: ``ReportRefusal/accountHasNoLine(_:)``, ``UnitRefusal/sumIsTooLarge``.
  public init(sheet standings: some Sequence<Standing>, _ layout: Layout) throws {
    self.layout = layout
    for standing in standings {
      if TrialBalance.isOfYear(standing.account) {
        try place(-Int128(standing.balance), on: Layout.result, isContra: false)
      } else {
        try place(standing)
      }
    }
  }

  /// The column of an income statement: classes 6 and 7; others are passed over.
  ///
  /// - Throws: ``ReportRefusal/accountHasNoLine(_:)``, ``UnitRefusal/sumIsTooLarge``.
  public init(income standings: some Sequence<Standing>, _ layout: Layout) throws {
    self.layout = layout
    for standing in standings where TrialBalance.isOfYear(standing.account) {
      try place(standing)
    }
  }

  private mutating func place(_ standing: Standing) throws {
    guard let rule = layout.rule(for: standing.account) else {
      throw ReportRefusal.accountHasNoLine(standing.account)
    }
    // A party whose account is settled stands on neither side.
    if standing.balance == 0, rule.isTwoSided { return }
    let name = standing.balance < 0 ? rule.whenCredit : rule.whenDebit
    guard let line = layout.lines.first(where: { $0.name == name }) else {
      throw ReportRefusal.accountHasNoLine(standing.account)
    }
    let balance = Int128(standing.balance)
    try place(
      line.isDebit != rule.isContra ? balance : -balance, on: name, isContra: rule.isContra)
  }

  private mutating func place(_ amount: Int128, on name: String, isContra: Bool) throws {
    var figure = figures[name] ?? Figure()
    let sum = Int128((isContra ? figure.less : figure.gross) ?? 0) + amount
    guard let narrow = Int64(exactly: sum) else { throw UnitRefusal.sumIsTooLarge }
    if isContra { figure.less = narrow } else { figure.gross = narrow }
    figures[name] = figure
  }

  /// The figure of a row; nothing for a heading, or where no account stands.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func figure(of line: LayoutLine) throws(UnitRefusal) -> Figure? {
    switch line.kind {
    case .heading: nil
    case .item, .line: figures[line.name]
    case .total: try total(line)
    }
  }

  /// Adds the sections that a total names, and takes away those after a minus.
  private func total(_ line: LayoutLine) throws(UnitRefusal) -> Figure? {
    var gross: Int128?
    var less: Int128?
    for word in line.section.split(separator: " ") {
      let sign: Int128 = word.hasPrefix("-") ? -1 : 1
      let section = word.drop { $0 == "-" }
      for part in layout.lines
      where part.statement == line.statement && part.kind != .total && part.section == section {
        guard let figure = figures[part.name] else { continue }
        if let amount = figure.gross { gross = (gross ?? 0) + sign * Int128(amount) }
        if let amount = figure.less { less = (less ?? 0) + sign * Int128(amount) }
      }
    }
    guard gross != nil || less != nil else { return nil }
    guard let total = Int64(exactly: gross ?? 0), let lost = Int64(exactly: less ?? 0),
      !total.subtractingReportingOverflow(lost).overflow
    else { throw .sumIsTooLarge }
    return Figure(gross: gross.map { _ in total }, less: less.map { _ in lost })
  }
}

/// A row of a statement with a figure for each column.
public struct ReportRow: Hashable, Sendable {
  /// The row.
  public let line: LayoutLine
  /// The figures, column by column; nothing where no account stands.
  public let figures: [Figure?]
}

extension Layout {
  /// The rows of a statement that have a figure in any column, and the headings over them.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: PCG art. 811-3: a row without amount in either year may be left out.
  public func rows(of statement: Statement, _ columns: [Figures]) throws(UnitRefusal)
    -> [ReportRow]
  {
    var rows: [ReportRow] = []
    var heading: LayoutLine?
    for line in lines(of: statement) {
      if line.kind != .item { heading = line.kind == .heading ? line : heading }
      var figures: [Figure?] = []
      for column in columns { figures.append(try column.figure(of: line)) }
      guard figures.contains(where: { $0 != nil }) else { continue }
      if line.kind == .item, let above = heading {
        rows.append(ReportRow(line: above, figures: columns.map { _ in nil }))
        heading = nil
      }
      rows.append(ReportRow(line: line, figures: figures))
    }
    return rows
  }
}
