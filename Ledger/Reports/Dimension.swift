public import Journal
public import Units

/// What figures are told apart by.
public enum Dimension: String, Hashable, Sendable, CaseIterable {
  /// The site of a line.
  case site
  /// The contract of a line.
  case contract
  /// The college: of the capital account, else of the member the line concerns.
  case college
  /// The commune of the line's site.
  case commune
  /// The auxiliary account.
  case auxiliary
}

/// What the lines of the book do not say themselves: communes of sites, colleges of members.
public struct Directory: Sendable {
  /// The commune of each site.
  public var communes: [String: String]
  /// The college of each capital account.
  public var capitalAccounts: [String: String]
  /// The colleges of each member, `M0042`, each from a day on, in order of days.
  public var colleges: [String: [(from: Day, college: String)]]

  /// A directory.
  public init(
    communes: [String: String] = [:], capitalAccounts: [String: String] = [:],
    colleges: [String: [(from: Day, college: String)]] = [:]
  ) {
    self.communes = communes
    self.capitalAccounts = capitalAccounts
    self.colleges = colleges
  }

  /// The group a line belongs to; nothing when it belongs to none.
  ///
  /// - Complexity: O(1), and O(k) for a member of k colleges.
  public func group(
    of account: String, _ analysis: Analysis, on day: Day, by dimension: Dimension
  ) -> String? {
    switch dimension {
    case .site: analysis.site
    case .contract: analysis.contract
    case .auxiliary: analysis.auxiliary
    case .commune: analysis.site.flatMap { communes[$0] }
    case .college: capitalAccounts[account] ?? college(of: analysis.auxiliary, on: day)
    }
  }

  private func college(of auxiliary: String?, on day: Day) -> String? {
    guard let auxiliary, auxiliary.hasPrefix("member:") else { return nil }
    return colleges[String(auxiliary.dropFirst(7))]?.last { $0.from <= day }?.college
  }
}
