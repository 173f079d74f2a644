import Allocation
import Bookings
import Journal
public import Store
import Units

/// How a month is shared when it is closed, and what it corrects of the months before.
struct MonthSharing {
  /// How the month's result and energy are shared.
  let shared: SharedPeriod
  /// The closed months that what came late corrects.
  let corrections: [MonthCorrection]

  /// The entries that book both.
  func entries(in month: Month) -> [DraftEntry] {
    let energy = AllocationBookings.energy(shared.energyShares.map(AllocatedPart.init), in: month)
    return AllocationBookings.entries(shared.finalShares.map(AllocatedPart.init), in: month)
      + [energy].compactMap(\.self) + corrections.flatMap { $0.entries(in: month) }
  }
}

extension SharingDesk {
  /// Shares the month that is to be closed next, or one that is closed as it was then.
  ///
  /// - Returns: nothing when no rules are in force.
  /// - Throws: ``AllocationRefusal``, ``UnitRefusal``.
  func sharing(of month: Month) throws -> MonthSharing? {
    let revision = try revision(before: month)
    return try share(month, knowing: month, carry: revision.carry).map {
      MonthSharing(shared: $0, corrections: revision.corrections)
    }
  }
}

extension FurtherCheck {
  /// What each closed month shared, reckoned again from readings, entries, shares and rules.
  public static let sharing = FurtherCheck(.sharing) { page, result in
    let months = try page.closings().map(\.month)
    result.count(.allocations, months.count)
    guard !months.isEmpty else { return }
    let desk = try SharingDesk(page)
    for month in months where try !desk.follows(month) {
      result.note(.sharingDoesNotFollow(month))
    }
  }
}

extension SharingDesk {
  /// Whether what a closing booked of its sharing, and the residues it left, follow from the book.
  fileprivate func follows(_ month: Month) throws -> Bool {
    do {
      guard let sharing = try sharing(of: month),
        try Carry(residues: page.residues(of: month)) == sharing.shared.carry
      else { return false }
      return try sharing.entries(in: month).allSatisfy { draft in
        try page.entry(key: draft.key)?.content.postings == draft.postings
      }
    } catch is AllocationRefusal {
      return false
    }
  }
}

extension MonthCorrection {
  /// The entries by which the open month makes up for it: what is known now less what was signed.
  func entries(in open: Month) -> [DraftEntry] {
    AllocationBookings.corrections(
      money.map { AllocatedPart($0.key.nature, $0.key.beneficiary, $0.difference) },
      energy: energy.map { AllocatedPart($0.key.nature, $0.key.beneficiary, $0.difference) },
      of: month, in: open)
  }
}
