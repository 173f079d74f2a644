internal import Text
public import Units

/// What a party is to the cooperative, through a contract or by declaration, and when.
public struct PartyRole: Hashable, Sendable {
  /// The kinds of role.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Holds shares.
    case shareholder
    /// Owns a building with a roof of ours.
    case roofOwner = "roof-owner"
    /// Grants the right to produce on public ground.
    case concedingAuthority = "conceding-authority"
    /// Delivers goods or services.
    case supplier
    /// Lends money.
    case lender
    /// Buys electricity.
    case buyer
  }

  /// The kind.
  public let kind: Kind
  /// What it is about: the identifier of a contract or site; empty for a role that was declared.
  public let subject: String
  /// The days it holds.
  public let period: Period

  /// A role.
  public init(kind: Kind, subject: String, period: Period) {
    self.kind = kind
    self.subject = subject
    self.period = period
  }

  /// Reads one of the `roles` of a `[[party]]`: those that no contract tells.
  init?(_ table: TableReader) {
    table.allow(["role", "first", "last"])
    let kind = table.choice("role", Kind.self)
    let period = table.period("first", "last")
    guard let kind else { return nil }
    self.init(kind: kind, subject: "", period: period)
  }
}

extension Dossier {
  /// The roles of a party, from its contracts and its own declaration, by first day.
  ///
  /// A grantor of public ground is a conceding authority, any other an owner of the roof.
  /// - Complexity: O(contracts).
  public func roles(of party: String) -> [PartyRole] {
    guard !party.isEmpty else { return [] }
    var roles = parties[party]?.roles ?? []
    for convention in conventions.values where convention.owner == party {
      roles.append(
        PartyRole(
          kind: convention.kind.isPublic ? .concedingAuthority : .roofOwner,
          subject: convention.id, period: convention.term))
    }
    for site in sites.values where site.owner == party {
      roles.append(
        PartyRole(
          kind: .roofOwner, subject: site.id, period: Period(first: site.commissioned, last: nil)))
    }
    for contract in contracts.values where contract.buyer == party {
      roles.append(PartyRole(kind: .buyer, subject: contract.id, period: contract.term))
    }
    for service in services.values where service.supplier == party {
      roles.append(PartyRole(kind: .supplier, subject: service.id, period: service.term))
    }
    for loan in loans.values where loan.lender == party {
      roles.append(
        PartyRole(
          kind: .lender, subject: loan.id,
          period: Period(first: loan.drawn, last: loan.due(loan.instalments))))
    }
    return roles.sorted { one, other in
      (one.period.first.number, one.kind.rawValue, one.subject)
        < (other.period.first.number, other.kind.rawValue, other.subject)
    }
  }
}

extension Convention.Kind {
  /// Whether it opens public ground.
  fileprivate var isPublic: Bool {
    switch self {
    case .concession, .cot, .aot: true
    case .lease, .privateLease: false
    }
  }
}
