public import Journal
public import Units

/// Corrections of validated entries.
///
/// - Source: PCG, art. 1031-3: a validated entry is corrected by another, never changed.
public enum Correction {
  /// The exact inverse of an entry.
  ///
  /// - Parameters:
  ///   - reference: the entry's name, which the label tells.
  ///   - day: when it is reversed.
  public static func reversal(
    of content: DraftEntry, _ reference: EntryReference, on day: Day, reason: String
  ) -> DraftEntry {
    DraftEntry(
      key: "reverse:\(content.key)", date: day, journal: content.journal,
      voucher: content.voucher, voucherDate: content.voucherDate,
      label: Labels.reversal(reference.description, reason), origin: "reverse",
      postings: content.postings.map { posting in
        Posting(
          posting.side.opposite, posting.account, posting.amount, posting.unit, posting.analysis)
      }, role: .reversal(of: content.key, reason: reason))
  }
}
