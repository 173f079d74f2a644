import Text

extension BankTableHead {
  /// The columns by any name French banks give them, and those that say nothing here.
  static let layout = SpreadsheetLayout(
    name: "bank",
    columns: [
      SpreadsheetColumn(
        "date",
        [
          "dateoperation", "datedeloperation", "datedoperation", "datecomptable",
          "datedecomptabilisation", "dateop", "bookingdate", "jour",
        ], .day, required: true),
      SpreadsheetColumn(
        "value_date", ["datedevaleur", "datevaleur", "dateval", "valeur", "valuedate"], .day),
      SpreadsheetColumn(
        "label",
        [
          "libelle", "libellesimplifie", "libelleoperation", "libelledeloperation", "operation",
          "intitule", "description", "nature", "motif",
        ]),
      SpreadsheetColumn(
        "details",
        [
          "detail", "informationscomplementaires", "informationcomplementaire",
          "libellecomplementaire", "commentaire", "libelledetaille", "detaildelecriture",
        ]),
      SpreadsheetColumn(
        "party",
        ["tiers", "contrepartie", "beneficiaire", "donneurdordre", "nomdutiers", "counterparty"]),
      SpreadsheetColumn(
        "reference", ["ref", "numerodoperation", "noperation", "numero", "referenceoperation"]),
      SpreadsheetColumn(
        "amount_cents",
        ["amount", "montant", "montanteuros", "montanteneuros", "montanteur", "somme"], .cents),
      SpreadsheetColumn(
        "debit_cents",
        ["debit", "debiteuros", "debiteur", "debiteneuros", "retrait", "sortie", "depense"],
        .cents),
      SpreadsheetColumn(
        "credit_cents",
        ["credit", "crediteuros", "crediteur", "crediteneuros", "depot", "entree", "recette"],
        .cents),
      SpreadsheetColumn(
        "balance_cents",
        ["balance", "solde", "soldeeuros", "soldeeneuros", "soldeprogressif", "soldecourant"],
        .cents),
      // Columns that repeat or classify.
      SpreadsheetColumn("francs", ["montantfrancs"]),
      SpreadsheetColumn("category", ["categorie", "souscategorie", "typeoperation", "type"]),
      SpreadsheetColumn("currency", ["devise", "monnaie"]),
      SpreadsheetColumn("ticked", ["pointage", "pointageoperation", "rapproche"]),
    ])
}
