extension Tiny {
  /// Invoices of the buyer and of suppliers, and what they rest on, by name.
  public static let invoices: [(name: String, text: String)] = [
    ("factur-x.xml", facturX),
    (
      "contrats.toml",
      """
      [[index]]
      id = "ichtrev-ts"
      month = "2019-09"
      value = "124.0"
      published = 2020-01-09
      valid_from = 2025-02-01
      source = "indice inventé"

      [[index]]
      id = "ichtrev-ts"
      month = "2024-09"
      value = "139.7"
      published = 2025-01-10
      valid_from = 2025-02-01
      source = "indice inventé"

      [[index]]
      id = "fm0abe0000"
      month = "2024-11"
      value = "131.2"
      published = 2025-01-02
      valid_from = 2025-02-01
      source = "indice inventé"

      [[purchase_contract]]
      id = "oa-nord"
      site = "nord"
      buyer = "acheteur"
      number = "N-1"
      regime = "S17"
      effective = 2020-01-14
      ends = 2040-01-13
      annual_cap_hours = 1600
      price_above_cap = "0.05"
      valid_from = 2025-02-01

      [[purchase_contract.price]]
      from = 2020-01-14
      eur_per_kwh = "0.1151"

      [[purchase_contract.price]]
      from = 2026-01-14
      eur_per_kwh = "0.1194"
      source = "Courrier de l'acheteur"

      [purchase_contract.indexation]
      a = "0.8"
      from = 2026-01-14

      [[purchase_contract.indexation.term]]
      weight = "0.1"
      index = "ichtrev-ts"
      base = "124.0"

      [[purchase_contract.indexation.term]]
      weight = "0.1"
      index = "fm0abe0000"
      base = "104.5"

      [[party]]
      id = "entretien"
      name = "Entretien d'essai"
      valid_from = 2025-01-01

      [[service_contract]]
      id = "maintenance"
      supplier = "entretien"
      account = "615600"
      cents_per_year = 120000
      first = 2025-02-01

      """
    ),
    (
      "prime.toml",
      """
      [[purchase_contract]]
      id = "oa-sud"
      site = "sud"
      buyer = "acheteur"
      number = "S-1"
      effective = 2020-01-14
      ends = 2040-01-13
      valid_from = 2025-03-01

      [[purchase_contract.price]]
      from = 2020-01-14
      eur_per_kwh = "0.1207"

      [[purchase_contract.price]]
      from = 2025-02-11
      eur_per_kwh = "0.1233"

      [purchase_contract.premium]
      cents = 100003
      schedule = "eighty-then-five"

      """
    ),
    (
      "achat-1.toml",
      """
      format = "soleil-invoice/1"

      [[invoice]]
      number = "OA-2025-0001"
      date = 2025-02-05
      contract = "N-1"
      first = 2024-07-14
      last = 2025-01-13
      mandate = "MANDAT-7"
      lines = [{ kwh = "1700.5", eur_per_kwh = "0.1151", cents = 19573 }]
      total_cents = 19573

      """
    ),
    (
      "achat-2.toml",
      """
      [[invoice]]
      number = "OA-2025-0003"
      date = 2025-02-06
      contract = "oa-nord"
      first = 2025-02-01
      last = 2025-02-05
      lines = [{ kwh = "500", eur_per_kwh = "0.1151", cents = 5755 }]
      total_cents = 5755

      """
    ),
    (
      "avance.toml",
      """
      [[invoice]]
      kind = "purchase"
      number = "ASS-2025-7"
      date = 2025-02-10
      party = "ville"
      first = 2025-02-10
      last = 2026-02-09
      lines = [{ cents = 36500, account = "616100" }]
      total_cents = 36500

      """
    ),
    (
      "fournisseurs.csv",
      """
      kind,number,date,party,contract,account,cents,vat_percent,vat_cents,total_cents
      purchase,MNT-31,2025-02-12,entretien,,615600,25003,20,5001,45001
      purchase,MNT-31,2025-02-12,entretien,,606300,12497,20,2500,45001

      """
    ),
    (
      "fausse.toml",
      """
      [[invoice]]
      number = "OA-2025-0002"
      date = 2025-02-06
      contract = "oa-nord"
      first = 2025-01-14
      last = 2025-02-05
      lines = [{ kwh = "500", eur_per_kwh = "0.1151", cents = 5765 }]
      total_cents = 5755

      """
    ),
  ]
}
