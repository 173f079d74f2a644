public import Journal
public import Units

/// Operations of a month that is closed already.
///
/// - Source: PCG, art. 1031-4: what is dated in a frozen period is recorded on the first day of the
///   open one, with express mention of its real date.
public enum LateEntry {
  /// Why a reading that came after the closing of its month counts in the open one.
  public static let reasonOfReading = Labels.lateReading

  /// The same entry on a later day, its real date in its label.
  public static func entered(_ draft: DraftEntry, on day: Day) -> DraftEntry {
    var late = draft
    late.date = day
    late.label = Labels.late(draft.label, draft.date)
    return late
  }
}
