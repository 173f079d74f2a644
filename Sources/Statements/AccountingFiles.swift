public import Journal
import Text
import Units

/// The accounting files of a closing, as bytes.
///
/// Integers in the smallest unit; RFC 4180.
public enum AccountingFiles {
  /// `journal.csv`: every line of the month in the three units.
  ///
  /// The last column is 1 for the lines of an opening that only says again what earlier years left:
  /// they are no movement and not in the totals.
  ///
  /// - Complexity: O(n) in the number of lines.
  public static func journal(_ lines: [JournalLine]) -> [UInt8] {
    var csv = CSVWriter(columns: [
      "series", "number", "line", "date", "journal", "voucher", "voucher_date", "label", "account",
      "unit", "debit", "credit", "auxiliary", "site", "contract", "restates",
    ])
    for line in lines {
      let posting = line.posting
      csv.append([
        .text(line.journal == .memorandum ? "EX" : "GL"), .integer(Int64(line.number)),
        .integer(Int64(line.line)), .text(line.date.description), .text(line.journal.rawValue),
        .text(line.voucher), .text(line.voucherDate.description), .text(line.label),
        .text(posting.account), .text(posting.unit.rawValue), .integer(posting.debit),
        .integer(posting.credit), .text(posting.analysis.auxiliary ?? ""),
        .text(posting.analysis.site ?? ""), .text(posting.analysis.contract ?? ""),
        .integer(line.entry.restates ? 1 : 0),
      ])
    }
    return csv.bytes
  }

  /// `trial-balance.csv`: opening, movements and closing by account; opening and closing are debits
  /// minus credits.
  public static func trialBalance(_ accounts: [AccountLine]) -> [UInt8] {
    var csv = CSVWriter(columns: [
      "account", "label", "unit", "opening", "debit", "credit", "closing",
    ])
    for line in accounts {
      csv.append([
        .text(line.account), .text(line.frenchLabel), .text(line.unit.rawValue),
        .integer(line.opening), .integer(line.debit), .integer(line.credit),
        .integer(line.closing),
      ])
    }
    return csv.bytes
  }
}
