extension Tiny {
  /// Files about people as treasurers make them, under `people/`.
  public static let people = [
    (
      "excel.csv",
      "\u{FEFF}Numéro d'associé;Collège;Nature;Date d'entrée;Nom;Prénom;Date de naissance;"
        + "Lieu de naissance;IBAN;Raison sociale;Code postal;Commune;;\r\n"
        + "M0004;citizens;Personne;05/01/2025;Lœuillet;Zoé;31/03/2012;Exempleville;"
        + "FR14 2004 1010 0505 0001 3M02 606;;=\"01000\";Exempleville;;\r\n"
        + "M0005;companies;Société;05/01/2025;;;;;;Atelier Noël;'01000;Exempleville;;\r\n;;;;;;;;;;;;;\r\n"
    ),
    (
      "fautes.csv",
      "Numéro;Collège;Nature;Entrée;Nom;Né(e) le;IBAN\n"
        + "M0006;citizens;personne;05/01/25;Roux;;\n"
        + "M0007;citizens;personne;05/01/2025;Roux;31/02/1980;FR1420041010050500013M02607\n"
        + "M0008;citizens;cousin;#REF!;Roux;;\nM 9;citizens;personne;1,2E+05;;;\nTotal;;;;4;;\n"
    ),
    (
      "changements.csv",
      "Numéro;À partir du;Adresse;Courriel\nM0002;01/06/2025;2 rue Neuve;anne@example.org\n"
    ),
    ("rien.csv", "Numéro;Adresse\nM0002;2 rue Neuve\nM0404;1 rue\n"),
    (
      "liens.csv",
      "Numéro;Relation;Numéro de l'autre;Nom;Prénom;À partir du;Jusqu'au\n"
        + "M0004;représentant légal;;Lœuillet;Dominique;05/01/2025;30/03/2030\n"
        + "M0002;usufruitier;M0003;;;05/01/2025;\nM0004;payeur;M0003;;;05/01/2025;\n"
    ),
    ("tiers.csv", "Numéro;Tiers\nM0001;ville\n"),
  ]
}
