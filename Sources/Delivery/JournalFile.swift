import Journal
import Statements
public import Store
public import Text
public import Units

extension Book {
  /// Writes the journal of a period in the layout of a closing's `journal.csv`.
  ///
  /// - Throws: ``StoreRefusal``.
  public func exportJournal(
    over period: Period, scope: String, style: CSVStyle, to destination: Destination, now: Instant
  ) throws -> Delivered {
    let traits = style == .excelFrench ? ["excel-fr"] : []
    return try deliver("csv", scope: scope, traits: traits, to: destination, now: now) {
      page, outlet in
      var table = JournalTable(style: style)
      var rows = 0
      try page.eachLine(over: period) { line in
        table.append(line)
        rows += 1
        if table.pending > 1 << 18 { try outlet.write(table.take()) }
      }
      try outlet.write(table.take())
      return rows
    }
  }
}
