extension DayDecision {
  /// Decides about a day of a file.
  public init(_ kind: Kind, _ day: MeterDay, ofFile file: Int, against: MeterDay? = nil) {
    self.init(file: file, day: day, kind: kind, against: against)
  }
}

extension MergedDays {
  /// An import as somebody judged it who knows more than two values of a day.
  public init(_ reports: [FileReport], _ decisions: [DayDecision]) {
    self.init(reports: reports, decisions: decisions)
  }
}
