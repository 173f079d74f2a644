internal import Text
internal import Units

/// Reads cells into values and gathers what it refuses.
struct Cells {
  private var refusals: [Located] = []

  /// The value of a cell, or nothing once its refusal is noted.
  mutating func read<Value, Reason: Refusal>(
    _ row: CSVRow, _ column: String, _ parse: (String) throws(Reason) -> Value
  ) -> Value? {
    do {
      return try parse(row[column])
    } catch {
      refusals.append(Located(error, at: row.place(of: column)))
      return nil
    }
  }

  /// Notes a refusal of a cell.
  mutating func refuse(_ reason: MembershipRefusal, _ row: CSVRow, _ column: String) {
    refusals.append(Located(reason, at: row.place(of: column)))
  }

  /// Throws what was gathered.
  func finish() throws(Refusals) {
    if !refusals.isEmpty { throw Refusals(refusals) }
  }
}
