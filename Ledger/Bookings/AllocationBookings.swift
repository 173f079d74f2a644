public import Allocation
public import Journal
public import Units

/// The entries of an allocation: charges in the accounts, everything else in the memorandum, for no
/// law lets a company pay a dividend month by month.
///
/// - Source: C. com. L232-11, L232-12; the appropriation is the general meeting's.
public enum AllocationBookings {
  /// The entries of a month's allocation of its result.
  public static func entries(_ allocation: Allocation, in month: Month) -> [DraftEntry] {
    let shares = allocation.finalShares.filter { $0.amount != .zero }
    let charges = shares.filter { $0.nature == .charge }
    let intended = shares.filter { $0.nature != .charge }
    return [
      entry(month, "charges", .purchases, charges.flatMap(charge)),
      entry(month, "result", .memorandum, intended.map(credit) + [total(intended)]),
    ].compactMap(\.self)
  }

  /// The entry of a month's energy by member.
  public static func energy(_ shares: [Share<WattHours>], in month: Month) -> DraftEntry? {
    let lines = shares.filter { $0.amount != .zero }.map { share in
      Posting.signed(
        .debit, "916000", share.amount.units, .wh, Analysis(auxiliary: auxiliary(share)))
    }
    let total = shares.reduce(WattHours.zero) { $0 + $1.amount }
    guard !lines.isEmpty, total != .zero else { return nil }
    return Accrual.entry(
      month, "energy", "members", journal: .memorandum, label: Labels.energyShared(month),
      lines + [.signed(.credit, "915000", total.units, .wh)])
  }

  private static func entry(
    _ month: Month, _ id: String, _ journal: JournalCode, _ lines: [Posting]
  ) -> DraftEntry? {
    let lines = lines.filter { $0.amount > 0 }
    guard lines.count > 1 else { return nil }
    return Accrual.entry(
      month, "allocation", id, journal: journal, label: Labels.resultShared(month), lines)
  }

  private static func charge(_ share: Share<Cents>) -> [Posting] {
    let supplier: String? =
      if case .party(let party) = share.beneficiary { "supplier:\(party)" } else { nil }
    return [
      .debit("613200", share.amount),
      .credit("408100", share.amount, Analysis(auxiliary: supplier)),
    ]
  }

  private static func credit(_ share: Share<Cents>) -> Posting {
    .credit(account(share.beneficiary), share.amount, Analysis(auxiliary: auxiliary(share)))
  }

  private static func total(_ shares: [Share<Cents>]) -> Posting {
    .debit("931000", shares.reduce(Cents.zero) { $0 + $1.amount })
  }

  private static func account(_ beneficiary: Beneficiary) -> String {
    switch beneficiary {
    case .reserve, .company, .taken, .rest: "934000"
    case .member, .college: "935000"
    case .party: "936000"
    }
  }

  private static func auxiliary(_ share: Share<some Quantity>) -> String? {
    let text = share.beneficiary.description
    return text.contains(":") ? text : nil
  }
}
