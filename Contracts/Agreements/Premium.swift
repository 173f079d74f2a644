import Text
public import Units

/// What is paid towards the plant itself, when its surplus alone is sold.
///
/// - Source: arrêté du 9 mai 2017, art. 7 and annex 3; arrêté du 6 octobre 2021 as amended on
///   8 February 2023. The schedule is the contract's: none is derived.
public struct Premium: Hashable, Sendable {
  /// When it is paid.
  public enum Schedule: String, Hashable, Sendable, CaseIterable {
    /// A fifth a year, five years.
    case fiveEqual = "five-equal"
    /// Four fifths with the first year's bill, then a twentieth four times.
    case eightyThenFive = "eighty-then-five"
    /// All with the first year's bill.
    case once

    /// What each year pays, in hundredths.
    var hundredths: [Int64] {
      switch self {
      case .fiveEqual: [20, 20, 20, 20, 20]
      case .eightyThenFive: [80, 5, 5, 5, 5]
      case .once: [100]
      }
    }
  }

  /// The whole premium.
  public let amount: Cents
  /// When it is paid.
  public let schedule: Schedule

  /// Reads `[purchase_contract.premium]`.
  init(_ table: TableReader) {
    table.allow(["cents", "schedule", "note"])
    amount = table.cents("cents", in: 1...1_000_000_000_000)
    schedule = table.choice("schedule", Schedule.self) ?? .once
  }
}

/// One payment of a premium.
public struct PremiumInstalment: Hashable, Sendable {
  /// The last day of the contract's year with whose bill it comes.
  public let due: Day
  /// The amount.
  public let amount: Cents
}

extension PurchaseContract {
  /// The payments of the premium: they sum to it exactly, each the difference of two rounded sums.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func premiumInstalments() throws(UnitRefusal) -> [PremiumInstalment] {
    guard let premium else { return [] }
    var instalments: [PremiumInstalment] = []
    var paid = Cents.zero
    var hundredths: Int64 = 0
    for (year, part) in premium.schedule.hundredths.enumerated() {
      hundredths += part
      let sum = try Ratio(hundredths, 100).of(premium.amount, .halfAwayFromZero)
      instalments.append(
        PremiumInstalment(
          due: term.first.adding(months: 12 * (year + 1)).previous, amount: sum - paid))
      paid = sum
    }
    return instalments
  }
}
