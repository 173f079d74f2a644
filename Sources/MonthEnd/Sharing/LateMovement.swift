import Agreements
import Membership
import Store
import Text
import Units

/// A movement of shares that reached the register after months were closed, and counts in what they
/// share from an earlier day than the register shows it.
struct LateMovement {
  /// The reference of the movement.
  let reference: String
  /// The first day on which it counts.
  let from: Day
  /// The last day before the register shows it.
  let until: Day
  /// What it changes in the holding of each member.
  let changes: [(member: MemberNumber, shares: Int64)]
  /// The month that takes it in.
  let counted: Month

  /// The days of a period that it adds to: those of the fiscal year that takes it in.
  func days(in period: Period, _ desk: SharingDesk) -> Period? {
    let start = max(from, desk.yearStart(of: counted).first)
    guard start <= until else { return nil }
    return Period(first: start, last: until).overlap(period)
  }

  /// The first month of those that it changes.
  func firstMonth(_ desk: SharingDesk) -> Month {
    max(from.month, desk.yearStart(of: counted))
  }
}

extension BookReader {
  /// The movements that count from an earlier day, the last word on each.
  func lateMovements() throws -> [LateMovement] {
    let facts = try versions(of: [.lateMovement])
    guard !facts.isEmpty else { return [] }
    let recorded = Dictionary(
      try movements().map { ($0.movement.reference, $0) }, uniquingKeysWith: { first, _ in first })
    return facts.compactMap { fact -> LateMovement? in
      guard let movement = recorded[fact.key], let effective = movement.effective,
        let from = fact.body["from"]?.stringValue.flatMap({ try? Day($0) }), from < effective
      else { return nil }
      let members = [movement.movement.member, movement.movement.counterparty].compactMap(\.self)
      let changes = members.map { (member: $0, shares: movement.change(for: $0)) }
      return LateMovement(
        reference: fact.key, from: from, until: effective.previous,
        changes: changes.filter { $0.shares != 0 }, counted: fact.validFrom.month)
    }
  }
}
