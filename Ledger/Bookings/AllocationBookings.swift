public import Allocation
public import Journal
public import Units

/// What somebody receives of what is shared, and what it is in the books.
public struct AllocatedPart<Amount: Quantity>: Hashable, Sendable {
  /// What the part is in the books.
  public let nature: Step.Nature
  /// Who receives it.
  public let beneficiary: Beneficiary
  /// What is received.
  public let amount: Amount

  /// A part.
  public init(_ nature: Step.Nature, _ beneficiary: Beneficiary, _ amount: Amount) {
    self.nature = nature
    self.beneficiary = beneficiary
    self.amount = amount
  }

  /// The part that a line of an allocation gives.
  public init(_ share: Share<Amount>) {
    self.init(share.nature, share.beneficiary, share.amount)
  }
}

/// The entries of an allocation: charges in the accounts, everything else in the memorandum, for no
/// law lets a company pay a dividend month by month.
///
/// - Source: C. com. L232-11, L232-12; the appropriation is the general meeting's.
public enum AllocationBookings {
  /// The entries of a month's allocation of its result.
  public static func entries(_ parts: [AllocatedPart<Cents>], in month: Month) -> [DraftEntry] {
    entries(parts, in: month, "allocation", "", Labels.resultShared(month))
  }

  /// The entry of a month's energy by member.
  public static func energy(
    _ parts: [AllocatedPart<WattHours>], in month: Month
  ) -> DraftEntry? {
    energy(parts, in: month, "energy", "members", Labels.energyShared(month))
  }

  /// The entries by which the open month corrects what a closed one shared.
  ///
  /// - Source: PCG, art. 1031-4: recorded in the open period, with express mention of the real date.
  public static func corrections(
    _ money: [AllocatedPart<Cents>], energy: [AllocatedPart<WattHours>], of closed: Month,
    in open: Month
  ) -> [DraftEntry] {
    entries(
      money, in: open, "allocation-correction", ":\(closed)",
      Labels.resultSharedAgain(closed))
      + [
        self.energy(
          energy, in: open, "allocation-correction", "energy:\(closed)",
          Labels.energySharedAgain(closed))
      ].compactMap(\.self)
  }

  private static func entries(
    _ parts: [AllocatedPart<Cents>], in month: Month, _ kind: String, _ suffix: String,
    _ label: String
  ) -> [DraftEntry] {
    let parts = parts.filter { $0.amount != .zero }
    let charges = parts.filter { $0.nature == .charge }
    let intended = parts.filter { $0.nature != .charge }
    return [
      entry(month, kind, "charges\(suffix)", .purchases, label, charges.flatMap(charge)),
      entry(
        month, kind, "result\(suffix)", .memorandum, label,
        intended.map(credit) + [total(intended)]),
    ].compactMap(\.self)
  }

  private static func energy(
    _ parts: [AllocatedPart<WattHours>], in month: Month, _ kind: String, _ id: String,
    _ label: String
  ) -> DraftEntry? {
    let lines = parts.filter { $0.amount != .zero }.map { part in
      Posting.signed(
        .debit, "916000", part.amount.units, .wh, Analysis(auxiliary: auxiliary(part)))
    }
    let total = parts.reduce(WattHours.zero) { $0 + $1.amount }
    guard !lines.isEmpty else { return nil }
    let whole = total == .zero ? [] : [Posting.signed(.credit, "915000", total.units, .wh)]
    return Accrual.entry(month, kind, id, journal: .memorandum, label: label, lines + whole)
  }

  private static func entry(
    _ month: Month, _ kind: String, _ id: String, _ journal: JournalCode, _ label: String,
    _ lines: [Posting]
  ) -> DraftEntry? {
    let lines = lines.filter { $0.amount > 0 }
    guard lines.count > 1 else { return nil }
    return Accrual.entry(month, kind, id, journal: journal, label: label, lines)
  }

  private static func charge(_ part: AllocatedPart<Cents>) -> [Posting] {
    let supplier: String? =
      if case .party(let party) = part.beneficiary { "supplier:\(party)" } else { nil }
    return [
      .debit("613200", part.amount),
      .credit("408100", part.amount, Analysis(auxiliary: supplier)),
    ]
  }

  private static func credit(_ part: AllocatedPart<Cents>) -> Posting {
    .credit(account(part.beneficiary), part.amount, Analysis(auxiliary: auxiliary(part)))
  }

  private static func total(_ parts: [AllocatedPart<Cents>]) -> Posting {
    .debit("931000", parts.reduce(Cents.zero) { $0 + $1.amount })
  }

  private static func account(_ beneficiary: Beneficiary) -> String {
    switch beneficiary {
    case .reserve, .company, .taken, .rest, .step, .from: "934000"
    case .member, .college: "935000"
    case .party: "936000"
    }
  }

  private static func auxiliary(_ part: AllocatedPart<some Quantity>) -> String? {
    let text = part.beneficiary.description
    return text.contains(":") ? text : nil
  }
}
