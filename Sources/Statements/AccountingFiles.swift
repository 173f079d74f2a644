public import Journal
import Text
import Units

/// The accounting files of a closing, as bytes.
///
/// Integers in the smallest unit; RFC 4180.
public enum AccountingFiles {
  /// `journal.csv`: every line of the month in the three units.
  ///
  /// - Complexity: O(n) in the number of lines.
  public static func journal(_ lines: [JournalLine]) -> [UInt8] {
    var table = JournalTable()
    for line in lines { table.append(line) }
    return table.take()
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
