import Agreements
public import Allocation
import Bookings
import Store
public import Units

/// A closed month reckoned again: as the closings so far have it, and as it is known now.
public struct MonthCorrection: Sendable {
  /// The month.
  public let month: Month
  /// As the closings so far have it, their own corrections included.
  public let before: SharedPeriod
  /// As it is known now.
  public let after: SharedPeriod

  /// What changes in money, by nature and beneficiary; nothing that stays.
  public var money: [CorrectedPart<Cents>] {
    differences(before.finalShares, after.finalShares)
  }
  /// What changes in energy, by beneficiary; nothing that stays.
  public var energy: [CorrectedPart<WattHours>] {
    differences(before.energyShares, after.energyShares)
  }

  private func differences<Amount>(
    _ before: [Share<Amount>], _ after: [Share<Amount>]
  ) -> [CorrectedPart<Amount>] {
    var sums: [CorrectedPart<Amount>.Key: (before: Amount, after: Amount)] = [:]
    for share in before {
      sums[.init(share), default: (.zero, .zero)].before += share.amount
    }
    for share in after { sums[.init(share), default: (.zero, .zero)].after += share.amount }
    return sums.filter { $0.value.before != $0.value.after }
      .map { CorrectedPart(key: $0.key, before: $0.value.before, after: $0.value.after) }
      .sorted { $0.key < $1.key }
  }
}

extension MonthCorrection {
  /// What one beneficiary had of the month, and has now.
  struct Standing {
    var cents: (before: Cents, after: Cents) = (.zero, .zero)
    var energy: (before: WattHours, after: WattHours) = (.zero, .zero)
    var isSame: Bool { cents.before == cents.after && energy.before == energy.after }
  }

  /// What each beneficiary had of the month and has now, charges left out.
  ///
  /// - Complexity: O(lines).
  var standings: [Beneficiary: Standing] {
    var all: [Beneficiary: Standing] = [:]
    for share in before.finalShares where share.nature != .charge {
      all[share.beneficiary, default: Standing()].cents.before += share.amount
    }
    for share in after.finalShares where share.nature != .charge {
      all[share.beneficiary, default: Standing()].cents.after += share.amount
    }
    for share in before.energyShares {
      all[share.beneficiary, default: Standing()].energy.before += share.amount
    }
    for share in after.energyShares {
      all[share.beneficiary, default: Standing()].energy.after += share.amount
    }
    return all
  }
}

/// What of a closed month is corrected for one beneficiary.
public struct CorrectedPart<Amount: Quantity>: Sendable {
  /// For whom, and what it is in the books.
  public struct Key: Hashable, Comparable, Sendable {
    /// What the part is in the books.
    public let nature: Step.Nature
    /// Who receives it.
    public let beneficiary: Beneficiary

    init(_ share: Share<Amount>) {
      (nature, beneficiary) = (share.nature, share.beneficiary)
    }

    /// Orders by nature, then in canonical order.
    public static func < (left: Key, right: Key) -> Bool {
      left.nature != right.nature
        ? left.nature.rawValue < right.nature.rawValue : left.beneficiary < right.beneficiary
    }
  }

  /// For whom, and what it is.
  public let key: Key
  /// As the closings so far have it.
  public let before: Amount
  /// As it is known now.
  public let after: Amount

  /// What is corrected.
  public var difference: Amount { after - before }
}

extension SharingDesk {
  /// The closed months that turn out to differ once a month takes in what came late, and what they
  /// leave to it.
  ///
  /// Months are reckoned again from the first that differs up to the open one, residues included, so
  /// that everybody has afterwards what would have been theirs had everything been known in time.
  /// - Throws: ``AllocationRefusal/signedMonthDoesNotRecompute(_:)`` when what was signed does not
  ///   follow from the book.
  func revision(before open: Month) throws -> (corrections: [MonthCorrection], carry: Carry) {
    let last = open.adding(-1)
    guard let first = try firstChange(before: open) else {
      return ([], try Carry(residues: page.residues(of: last)))
    }
    let start = try Carry(residues: page.residues(of: first.adding(-1)))
    let before = try share(first...last, knowing: { _ in last }, carry: start)
    let after = try share(first...last, knowing: { _ in open }, carry: start)
    guard let signed = before.last?.shared.carry, let now = after.last?.shared.carry,
      try signed == Carry(residues: page.residues(of: last))
    else { throw AllocationRefusal.signedMonthDoesNotRecompute(last) }
    let corrections = zip(before, after).map { before, after in
      MonthCorrection(month: before.month, before: before.shared, after: after.shared)
    }
    return (corrections.filter { !$0.money.isEmpty || !$0.energy.isEmpty }, now)
  }

  /// The first month that what a month takes in changes; earlier still where an earlier correction
  /// changed the residues that it began with.
  private func firstChange(before open: Month) throws -> Month? {
    let start = yearStart(of: open)
    guard start < open, var first = try earliest(in: open), first < open else { return nil }
    for offset in (0..<start.months(until: open)).reversed() {
      let counted = start.adding(offset)
      guard counted >= first, let earlier = try earliest(in: counted) else { continue }
      first = min(first, earlier)
    }
    return first
  }

  /// The earliest month that something counted in a month belongs to.
  func earliest(in counted: Month) throws -> Month? {
    let entries = try lines(of: counted).map { home(of: $0, in: counted) }
    let readings = adjustments.filter { $0.month == counted }
      .map { home(of: $0.day.month, countedIn: counted) }
    let shares = lateMovements.filter { $0.counted == counted }.map { $0.firstMonth(self) }
    return (entries + readings + shares).filter { $0 < counted }.min()
  }

  /// How a closed month stands in the closings up to one: shared again, with what they knew.
  ///
  /// - Throws: ``AllocationRefusal/signedMonthDoesNotRecompute(_:)`` when that is not what was signed.
  func signed(_ month: Month, asOf closing: Month) throws -> SharedPeriod? {
    let start = yearStart(of: month)
    let earlier = try (0...max(0, start.months(until: closing))).compactMap {
      try earliest(in: start.adding($0))
    }
    let first = min(month, earlier.min() ?? month)
    let carry = try Carry(residues: page.residues(of: first.adding(-1)))
    let shared = try share(first...month, knowing: { _ in closing }, carry: carry).last?.shared
    if closing == month, let shared,
      try shared.carry != Carry(residues: page.residues(of: month))
    {
      throw AllocationRefusal.signedMonthDoesNotRecompute(month)
    }
    return shared
  }
}
