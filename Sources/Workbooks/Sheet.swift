public import Units

/// A sheet of a workbook: what stands in its cells, in rows.
public struct Sheet: Hashable, Sendable {
  /// A row that holds something.
  public struct Row: Hashable, Sendable {
    /// Its number in the sheet, from 1.
    public let number: Int
    /// Its cells from the first column on.
    public let cells: [Cell]
  }

  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A text, as it is written.
    case text(String)
    /// A number, written out with a point and without an exponent.
    case number(String)
    /// A day, a time of day, or both: no zone, as spreadsheets have none.
    case moment(Day?, seconds: Int)
  }

  /// Its name.
  public let name: String
  /// Its rows in order; empty ones may be left out.
  public let rows: [Row]
}
