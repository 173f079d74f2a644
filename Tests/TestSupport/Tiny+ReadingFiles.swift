import Units

extension Tiny {
  /// Files of readings that come after the month's own, by file name: another value for a day, a day
  /// told twice.
  public static let readingFiles: [String: String] = {
    let january = Month(year: 2025, monthOfYear: 1)
    let (day, later) = (january.first.adding(days: 19), january.first.adding(days: 50))
    return [
      "rectifie-janvier.csv": readings("nord-1", [(day, energy("nord-1", day) + 1_500)]),
      "rectifie-fevrier.csv": readings("nord-1", [(later, energy("nord-1", later) - 40_000)]),
      "encore-fevrier.csv": readings("nord-1", [(later, energy("nord-1", later) - 41_000)]),
      "mars.csv": readings("nord-1", january.adding(2), changing: [:]),
    ]
  }()
}
