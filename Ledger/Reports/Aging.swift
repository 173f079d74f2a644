public import Units

/// How long a line has been open.
public enum Age: Int, Hashable, Sendable, CaseIterable {
  /// Up to 30 days after its voucher: not due yet.
  case notDue
  /// 31 to 60 days.
  case over30
  /// 61 to 90 days.
  case over60
  /// More than 90 days.
  case over90

  /// The age of a voucher on a day; one dated later is not due.
  ///
  /// - Source: C. com. art. L441-10: without another term, payment is due 30 days after delivery.
  public init(of voucher: Day, on day: Day) {
    switch voucher.days(until: day) {
    case ...30: self = .notDue
    case ...60: self = .over30
    case ...90: self = .over60
    default: self = .over90
    }
  }
}

/// What a party owes on an account, or is owed, by age.
public struct AgedBalance: Hashable, Sendable {
  /// The account.
  public let account: String
  /// The party; nothing for lines that name none.
  public let auxiliary: String?
  /// Debits minus credits by age, in cents, in the order of ``Age``.
  public let amounts: [Int64]
  /// Their sum.
  public let total: Int64
}

/// Open lines summed by party and age.
public struct Aging: Sendable {
  private struct Party: Hashable {
    let account: String
    let auxiliary: String?
  }

  private let day: Day
  private var sums: [Party: [Int128]] = [:]

  /// No lines yet.
  public init(on day: Day) { self.day = day }

  /// Adds an open line.
  public mutating func add(
    _ account: String, auxiliary: String?, voucher: Day, balance: Int64
  ) {
    let none = [Int128](repeating: 0, count: Age.allCases.count)
    sums[Party(account: account, auxiliary: auxiliary), default: none][
      Age(of: voucher, on: day).rawValue] += Int128(balance)
  }

  /// The parties in order, those whose lines cancel out in every age left out.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func balances() throws(UnitRefusal) -> [AgedBalance] {
    var found: [AgedBalance] = []
    let open = sums.filter { $0.value.contains { $0 != 0 } }
    for (party, sum) in open.sorted(by: { Aging.precedes($0.key, $1.key) }) {
      guard let total = Int64(exactly: sum.reduce(0, +)) else { throw .sumIsTooLarge }
      let amounts = sum.compactMap { Int64(exactly: $0) }
      guard amounts.count == sum.count else { throw .sumIsTooLarge }
      found.append(
        AgedBalance(
          account: party.account, auxiliary: party.auxiliary, amounts: amounts, total: total))
    }
    return found
  }

  /// By account, then by party; lines without a party come last.
  private static func precedes(_ one: Party, _ other: Party) -> Bool {
    guard one.account == other.account else { return one.account < other.account }
    guard let name = one.auxiliary else { return false }
    return other.auxiliary.map { name < $0 } ?? true
  }
}
