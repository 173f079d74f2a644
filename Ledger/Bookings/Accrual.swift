import Journal
import Units

/// The arithmetic and the frame that all monthly accruals share.
public enum Accrual {
  /// Days from one day to another where every month has thirty.
  ///
  /// - Source: the 30/360 convention ("bond basis"), ISDA 2006 definitions § 4.16(f).
  static func days360(from start: Day, to end: Day) -> Int {
    let (y1, m1, d1) = start.calendar
    let (y2, m2, d2) = end.calendar
    let first = min(d1, 30)
    let second = d2 == 31 && first == 30 ? 30 : d2
    return 360 * (y2 - y1) + 30 * (m2 - m1) + second - first
  }

  /// An entry of the closing of a month, dated its last day.
  static func entry(
    _ month: Month, _ kind: String, _ id: String, journal: JournalCode, label: String,
    on day: Day? = nil, _ postings: [Posting]
  ) -> DraftEntry {
    DraftEntry(
      key: "close:\(month):\(kind):\(id)", date: day ?? month.last, journal: journal,
      voucher: "CL-\(month)-\(kind)-\(id)", voucherDate: day ?? month.last, label: label,
      origin: "close \(month)", postings: postings)
  }
}
