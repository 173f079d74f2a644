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
}
