public import Journal
public import Membership
import Units

/// The entries of a member's passage from one college to another.
public enum CollegeBookings {
  /// What moves between the capital accounts on one day; the capital itself stays what it is.
  ///
  /// - Parameter number: the number of what was told, which no other entry bears.
  public static func entry(
    _ change: Reclassification, of standing: Standing, number: Int64
  ) -> DraftEntry {
    let analysis = Analysis(auxiliary: "member:\(standing.member)")
    let lines = change.changes.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map {
      account, cents in
      cents.isNegative
        ? Posting.debit(account, -cents, analysis) : Posting.credit(account, cents, analysis)
    }
    return DraftEntry(
      key: "shares:college:\(number):\(change.day)", date: change.day, journal: .shares,
      voucher: standing.reference, voucherDate: standing.from, label: Labels.passage,
      origin: "shares", postings: lines)
  }
}
