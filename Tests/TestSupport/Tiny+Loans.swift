extension Tiny {
  /// A second loan of the tiny cooperative, and what becomes of the first, by file name.
  public static let loans: [(name: String, text: String)] = [
    ("prets.toml", account + second + early), ("tirage.toml", drawn), ("faux.toml", wrong),
    (
      "trop.toml",
      early.replacing("anticipation", with: "encore").replacing("500000", with: "1968000")
    ),
    ("tard.toml", changed("rate = \"0.0165\"", "rate = \"0.02\"")),
    (
      "compte.toml",
      changed("day_count", "bank_account = \"livret\"\nvalid_from = 2025-02-01\nday_count")
    ),
  ]

  private static let account = """
    [[bank_account]]
    id = "livret"
    iban = "FR7610107001011234567890129"
    account = "512200"
    valid_from = 2025-02-01

    """

  /// Two quarters without principal, days counted, an insurance, a promise, and a lender who changes.
  private static let second = """
    [[loan]]
    id = "relais"
    lender = "ville"
    principal_cents = 1000000
    drawn = 2025-02-10
    method = "constant-capital"
    rate = "0.03"
    instalments = 8
    every_months = 3
    first_due = 2025-02-28
    day_count = "ACT/365"
    deferral = "partial"
    deferred = 2
    insurance_cents = 250
    bank_account = "livret"

    [[loan.covenant]]
    name = "Comptes remis"
    first = 2025-02-20
    every_months = 12

    [[loan.covenant]]
    name = "DSCR ≥ 1,10"
    first = 2025-12-31
    every_months = 12

    [[novation]]
    id = "rachat"
    contracts = ["relais"]
    on = 2026-01-01
    from = "ville"
    to = "acheteur"
    act = "Cession de créance du 2025-12-15"

    """

  private static let early = """
    [[loan_repayment]]
    id = "anticipation"
    loan = "emprunt"
    date = 2025-02-20
    principal_cents = 500000
    indemnity_cents = 7500
    effect = "smaller"

    """

  private static let drawn = """
    [[entry]]
    key = "PRET-2"
    date = 2025-02-10
    journal = "BQ"
    voucher = "PRET-2"
    label = "Déblocage"
    lines = [
      { account = "512200", debit_cents = 1000000 },
      { account = "164000", credit_cents = 1000000, aux = "loan:relais" },
    ]

    """

  /// Four things that no loan can be.
  private static let wrong =
    alone("a").replacing("deferred = 2", with: "deferred = 8")
    + alone("b").replacing("constant-capital", with: "stepped")

  private static func alone(_ id: String) -> String {
    let loan = second.split(separator: "[[novation]]").first.map(String.init) ?? ""
    return loan.replacing("\"relais\"", with: "\"\(id)\"")
  }

  private static func changed(_ old: String, _ new: String) -> String {
    let loan = contracts.split(separator: "[[").map(String.init).first { $0.hasPrefix("loan]]") }
    return "[[" + (loan ?? "").replacing(old, with: new)
  }
}
