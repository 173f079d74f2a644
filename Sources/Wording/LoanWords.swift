import Units

/// What the amortisation table of a loan says.
public enum LoanWords {
  /// The number of an instalment.
  public static let number = Words("Nº", "No.")
  /// What is paid back.
  public static let principal = Words("Capital", "Principal")
  /// What is paid for it.
  public static let interest = Words("Intérêts", "Interest")
  /// The insurance.
  public static let insurance = Words("Assurance", "Insurance")
  /// What the lender takes for being repaid early.
  public static let indemnity = Words("Indemnité", "Indemnity")
  /// What is paid in all.
  public static let total = Words("Échéance", "Instalment")
  /// What is owed afterwards.
  public static let left = Words("Reste dû", "Owed")
  /// Something repaid before its time.
  public static let early = Words("anticipé", "early")
  /// All rows together.
  public static let sum = Words("total", "total")
}
