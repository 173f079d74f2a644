public import Tables
import Units

/// A balance sheet: what the company owns, less what it has lost in value, and where it comes from.
///
/// - Source: PCG art. 821-1.
public struct BalanceSheet: Sendable {
  /// The assets; two columns when there is an earlier year.
  public let assets: [ReportRow]
  /// Equity and liabilities, in the same columns.
  public let liabilities: [ReportRow]

  /// Assets net of depreciation on the day, in cents; nothing in an empty book.
  public var total: Int64? { assets.last?.figures.first??.net }
  /// The result of the fiscal year, in cents; nothing when no charge or income was posted.
  public var result: Int64? {
    liabilities.first { $0.line.name == Layout.result }?.figures.first??.net
  }

  /// Lays out the balances of a day, and those at the end of the year before.
  ///
  /// - Parameters:
  ///   - standings: classes 1 to 7 of cents; party by party where the side decides.
  ///   - previous: the same a year before; nothing when there is no such year.
  /// - Throws: ``ReportRefusal``, ``UnitRefusal/sumIsTooLarge``.
  public init(_ standings: [Standing], previous: [Standing]?, _ layout: Layout) throws {
    var columns = [try Figures(sheet: standings, layout)]
    if let previous { columns.append(try Figures(sheet: previous, layout)) }
    assets = try layout.rows(of: .assets, columns)
    liabilities = try layout.rows(of: .liabilities, columns)
    for column in columns.indices {
      let one = assets.last?.figures[column]?.net ?? 0
      let other = liabilities.last?.figures[column]?.net ?? 0
      guard one == other else {
        throw ReportRefusal.sheetDoesNotBalance(assets: one, liabilities: other)
      }
    }
  }
}

/// An income statement in list form: charges and income of a period, step by step to the result.
///
/// - Source: PCG art. 821-2; art. 621-10 wants the result of each concession told apart.
public struct IncomeStatement: Sendable {
  /// The group of each column after the first ones; nothing for lines without a group.
  public let groups: [String?]
  /// The rows: the total, the period before when there is one, then a column for each group.
  public let rows: [ReportRow]
  /// Whether the second column is the period before.
  public let hasPrevious: Bool

  /// The result of the period, in cents; nothing when no charge or income was posted.
  public var result: Int64? { rows.last?.figures.first??.net }

  /// Lays out what moved in classes 6 and 7.
  ///
  /// - Parameters:
  ///   - total: all of it.
  ///   - previous: the period before; nothing when there is none.
  ///   - groups: the parts that sum to the total.
  /// - Throws: ``ReportRefusal/accountHasNoLine(_:)``, ``UnitRefusal/sumIsTooLarge``.
  public init(
    _ total: [Standing], previous: [Standing]?, groups: [(name: String?, standings: [Standing])],
    _ layout: Layout
  ) throws {
    self.groups = groups.map(\.name)
    hasPrevious = previous != nil
    let parts = [total] + (previous.map { [$0] } ?? []) + groups.map(\.standings)
    rows = try layout.rows(of: .income, parts.map { try Figures(income: $0, layout) })
  }
}
