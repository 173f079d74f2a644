public import Journal

/// What the lines of the journal do not say themselves: labels.
public struct BookNames: Sendable {
  /// The labels of accounts by number.
  public var accounts: [String: String]
  /// The labels of journals.
  public var journals: [JournalCode: String]
  /// The labels of auxiliaries by `kind:id`, where names may be shown.
  public var auxiliaries: [String: String]
  /// What the kinds of auxiliaries are called: `member` is « Associé ».
  public var kinds: [String: String]

  /// Labels; an auxiliary without its own is named by kind and id.
  public init(
    accounts: [String: String], journals: [JournalCode: String],
    auxiliaries: [String: String] = [:], kinds: [String: String] = [:]
  ) {
    self.accounts = accounts
    self.journals = journals
    self.auxiliaries = auxiliaries
    self.kinds = kinds
  }

  /// The number and label of an auxiliary in the tax file.
  ///
  /// A member goes by the number alone; the others by `kind:id`, for a party can be both supplier
  /// and lender.
  func auxiliary(_ name: String) -> (number: String, label: String) {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return (name, auxiliaries[name] ?? name) }
    let label = auxiliaries[name] ?? "\(kinds[parts[0]] ?? parts[0]) \(parts[1])"
    return (parts[0] == "member" ? parts[1] : name, label)
  }
}
