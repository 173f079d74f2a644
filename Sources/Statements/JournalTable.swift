public import Journal
public import Text
import Units

/// The journal as a table, line by line.
///
/// The last column is 1 for the lines of an opening that only says again what earlier years left:
/// they are no movement and not in the totals.
public struct JournalTable: Sendable {
  private var csv: CSVWriter
  private let style: CSVStyle

  /// A table with its heading.
  ///
  /// In the style of spreadsheets, cents are euros with two decimals, and the unit says so.
  public init(style: CSVStyle = .plain) {
    self.style = style
    csv = CSVWriter(
      columns: [
        "series", "number", "line", "date", "journal", "voucher", "voucher_date", "label",
        "account", "unit", "debit", "credit", "auxiliary", "site", "contract", "restates",
      ], style: style)
  }

  /// How many bytes wait to be taken.
  public var pending: Int { csv.bytes.count }

  /// Hands over what was written since the last time.
  public mutating func take() -> [UInt8] { csv.take() }

  /// Adds a line.
  public mutating func append(_ line: JournalLine) {
    let posting = line.posting
    let decimals = posting.unit == .cents ? 2 : 0
    csv.append([
      .text(line.journal == .memorandum ? "EX" : "GL"), .integer(Int64(line.number)),
      .integer(Int64(line.line)), .text(line.date.description), .text(line.journal.rawValue),
      .text(line.voucher), .text(line.voucherDate.description), .text(line.label),
      .text(posting.account), .text(unit(posting.unit)), .fixed(posting.debit, decimals: decimals),
      .fixed(posting.credit, decimals: decimals), .text(posting.analysis.auxiliary ?? ""),
      .text(posting.analysis.site ?? ""), .text(posting.analysis.contract ?? ""),
      .integer(line.entry.restates ? 1 : 0),
    ])
  }

  private func unit(_ unit: Unit) -> String {
    style == .excelFrench && unit == .cents ? "EUR" : unit.rawValue
  }
}
