extension Tiny {
  /// `statutes.toml` with a first fiscal year of January and February 2025.
  public static let shortYear = statutes.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0 == "first_end = 2025-12-31" ? "first_end = 2025-02-28" : $0 }
    .joined(separator: "\n")

  /// What meetings might decide of that year, by the name of the file.
  public static let resolutions: [(name: String, text: String)] = [
    (
      "affectation.toml",
      """
      format = "soleil-resolution/1"
      reference = "AG-2025-1"
      date = 2025-03-20
      other_reserves_cents = 5000
      dividend_per_share = "0.50"
      payment_date = 2025-04-15

      """
    ),
    (
      "fautes.toml",
      """
      format = "soleil-facts/1"
      reference = ""
      date = 2025-03-20
      legal_reserve = 100
      dividend_cents = 100
      dividend_per_share = "0.50"
      payment_date = "avril"

      """
    ),
    (
      "trop.toml",
      """
      format = "soleil-resolution/1"
      reference = "AG-2025-1"
      date = 2025-03-20
      legal_reserve_cents = 100
      from_other_reserves_cents = 1
      dividend_cents = 99999999
      payment_date = 2025-11-29

      """
    ),
    (
      "acompte.toml",
      """
      format = "soleil-resolution/1"
      kind = "interim"
      reference = "CA-2025-1"
      date = 2025-09-10
      dividend_cents = 1000
      payment_date = 2025-09-30

      """
    ),
  ]
}
