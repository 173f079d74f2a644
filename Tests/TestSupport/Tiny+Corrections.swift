extension Tiny {
  /// What a treasurer enters after January is closed, by file name.
  public static let corrections: [String: String] = [
    "late.toml": """
    [[entry]]
    key = "F-MAINT-1"
    date = 2025-01-20
    journal = "AC"
    voucher = "F-2025-17"
    label = "Maintenance"
    lines = [
      { account = "615600", debit_cents = 12000, site = "nord" },
      { account = "401000", credit_cents = 12000, aux = "supplier:ville" },
    ]

    """,
    "right.toml": """
    [[entry]]
    key = "F-MAINT-1-BIS"
    date = 2025-02-01
    journal = "AC"
    voucher = "F-2025-17"
    label = "Maintenance, montant rectifié"
    lines = [
      { account = "615600", debit_cents = 10200, site = "nord" },
      { account = "401000", credit_cents = 10200, aux = "supplier:ville" },
    ]

    """,
    "payment.toml": """
    [[entry]]
    key = "VIR-9"
    date = 2025-02-12
    journal = "BQ"
    voucher = "VIR-9"
    label = "Règlement de la maintenance"
    lines = [
      { account = "401000", debit_cents = 10200, aux = "supplier:ville" },
      { account = "512100", credit_cents = 10200 },
    ]

    """,
    "draft.toml": """
    [[entry]]
    key = "F-MAINT-9"
    date = 2025-02-27
    journal = "AC"
    voucher = "F-2025-18"
    label = "Maintenance, devis"
    lines = [ { account = "615600", debit_cents = 9900, site = "nord" } ]

    """,
    "table.csv": """
    key,date,journal,voucher,label,account,aux,debit_cents,credit_cents
    T-1,2025-02-14,BQ,RELEVE-2,Frais,627000,,350,
    T-1,2025-02-14,BQ,RELEVE-2,Frais,512100,,,350
    T-2,2025-02-15,BQ,RELEVE-2,Frais,627000,,450,
    T-2,2025-02-15,BQ,RELEVE-2,Frais,512100,,,450

    """,
    "faulty.csv": """
    key,date,journal,voucher,label,account,aux,debit_cents,credit_cents
    T-3,2025-02-14,BQ,RELEVE-2,Frais,627000,,350,
    T-3,2025-02-14,BQ,RELEVE-2,Frais,512100,,,340
    T-4,2025-02-14,XX,RELEVE-2,Frais,627000,,350,
    T-4,2025-02-14,XX,RELEVE-2,Frais,512100,,,3.50

    """,
    "capital.toml": """
    [[entry]]
    key = "C-1"
    date = 2025-02-14
    journal = "PA"
    voucher = "C-1"
    label = "Apport"
    lines = [
      { account = "512100", debit_cents = 5000 }, { account = "101310", credit_cents = 5000 },
    ]

    """,
    "facture.pdf": "%PDF-1.7 la facture\n",
  ]
}
