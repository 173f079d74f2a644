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

  /// The words by which the label of a late entry begins to tell its real date.
  public static var mention: String { String(Labels.late("", Day(number: 0)).dropLast(11)) }

  /// The real date that the label of a late entry mentions; nothing for any other label.
  public static func trueDay(in label: String) -> Day? {
    guard label.hasSuffix(")"), let start = label.ranges(of: mention).last else { return nil }
    return try? Day(String(label[start.upperBound...].dropLast()))
  }
}
