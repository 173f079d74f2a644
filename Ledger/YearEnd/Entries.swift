public import Journal
import Units

/// The entries of a year's end.
public enum YearEndEntries {
  /// The key of the entry that opens the year after a closed one.
  public static func openingKey(_ closed: FiscalYear) -> String {
    "opening:\(closed.following.name)"
  }

  /// The entry that restates the balances on the first day of the next fiscal year; nothing when
  /// there is nothing to restate.
  public static func opening(after closed: FiscalYear, _ lines: [Posting]) -> DraftEntry? {
    guard !lines.isEmpty else { return nil }
    let next = closed.following
    return DraftEntry(
      key: openingKey(closed), date: next.first, journal: .opening,
      voucher: Labels.closingVoucher(closed), voucherDate: closed.last,
      label: Labels.opening(next), origin: "close-year", postings: lines,
      role: .opening)
  }

  /// The entry of an appropriation; nothing when there is no amount to move.
  ///
  /// - Source: PCG, functioning of accounts 106, 11, 12 and 457.
  public static func entry(_ appropriation: Appropriation) -> DraftEntry? {
    let resolution = appropriation.resolution
    let result = appropriation.result
    let carried = appropriation.carriedForward
    let moved: [Posting?] = [
      line(.debit, result.isNegative ? "129000" : "120000", result),
      line(.debit, "110000", resolution.fromCarryForward),
      line(.debit, "106800", resolution.fromOtherReserves),
      line(.credit, "120900", appropriation.distribution.interim),
      line(.credit, "106100", appropriation.legalReserve),
      line(.credit, "106300", resolution.statutoryReserve),
      line(.credit, "106800", resolution.otherReserves),
      line(.credit, "119000", appropriation.lossesCleared),
      line(.credit, carried.isNegative ? "119000" : "110000", carried),
    ]
    let lines = moved.compactMap(\.self) + payable(appropriation.dividends)
    guard !lines.isEmpty else { return nil }
    let name = appropriation.year.name
    return draft(
      resolution, key: "appropriation:\(name)", Labels.appropriation(appropriation.year), lines)
  }

  /// The entry of a dividend in advance.
  ///
  /// - Source: PCG, account 1209.
  public static func entry(_ interim: InterimDividend) -> DraftEntry {
    let lines = [Posting.debit("120900", interim.total)] + payable(interim.dividends)
    return draft(
      interim.resolution, key: "appropriation:\(interim.year.name):interim:\(interim.sequence)",
      Labels.interim(interim.year, interim.sequence), lines)
  }

  private static func draft(
    _ resolution: Resolution, key: String, _ label: String, _ lines: [Posting]
  ) -> DraftEntry {
    let isLate = resolution.entryDate != resolution.date
    return DraftEntry(
      key: key, date: resolution.entryDate, journal: .miscellaneous,
      voucher: resolution.reference, voucherDate: resolution.date,
      label: isLate ? Labels.late(label, resolution.date) : label, origin: "appropriate",
      postings: lines)
  }

  private static func line(_ side: Side, _ account: String, _ amount: Cents) -> Posting? {
    amount == .zero ? nil : .signed(side, account, amount.units, .cents)
  }

  /// What is owed to each member, gross: taxes are withheld when it is paid.
  private static func payable(_ dividends: [MemberDividend]) -> [Posting] {
    dividends.filter { $0.due > .zero }.map { part in
      .credit("457000", part.due, Analysis(auxiliary: "member:\(part.member)"))
    }
  }
}
