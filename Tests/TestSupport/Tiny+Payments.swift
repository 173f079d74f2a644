extension Tiny {
  /// Where money goes and who is paid, by the name of the file; every person is invented.
  public static let details: [(name: String, text: String)] = [
    (
      "coordonnees.csv",
      """
      member,name,iban,bic,last_name,first_name,sex,birth_date,birth_department,birth_place,organisation,siret,street,postcode,commune
      M0001,,DE89370400440532013000,,,,,,,,Essai SA,01234567400019,3 rue de l'Essai,62999,Essai
      M0002,,FR76 3000 6000 0112 3456 7890 189,,Durand,Anne,2,1980-05-22,62,Lens,,,4 bis rue du Puits,62999,Essai
      M0003,,FR1420041010050500013M02606,,Petit,Luc,1,1991-11-03,59,Douai,,,,62999,Essai

      """
    ),
    (
      "coordonnees-fausses.csv",
      """
      member,name,iban,bic,last_name,first_name,sex
      M0001,Essai SA,US64SVBKUS6S3300958879,,,,
      M0002,Anne Durand,FR76 3000 6000 0112 3456 7890 188,,Durand,Anne,2

      """
    ),
  ]

  /// What two members lend, and when they did, by the name of the file.
  public static let advances: [(name: String, text: String)] = [
    (
      "conventions.toml",
      """
      [[advance]]
      id = "cca-essai"
      member = "M0001"
      nature = "current-account"
      first = 2025-01-06
      rate = "0.06"
      day_count = "ACT/365"

      [[advance]]
      id = "pret-durand"
      member = "M0002"
      nature = "citizens-loan"
      first = 2025-01-06
      last = 2029-12-31
      rate = "0.02"
      day_count = "30/360"

      """
    ),
    (
      "inconnu.toml",
      """
      [[advance]]
      id = "cca-inconnu"
      member = "M0099"
      nature = "current-account"
      first = 2025-02-01
      rate = "0.06"
      day_count = "ACT/365"

      """
    ),
    (
      "versements.toml",
      """
      [[entry]]
      key = "CCA-1"
      date = 2025-01-06
      journal = "BQ"
      voucher = "CCA-1"
      label = "Avances reçues"
      lines = [
        { account = "512100", debit_cents = 1500000 },
        { account = "455100", credit_cents = 1000000, aux = "member:M0001", contract = "cca-essai" },
        { account = "168100", credit_cents = 500000, aux = "member:M0002", contract = "pret-durand" },
      ]

      """
    ),
  ]
}
