import Store

extension StoreRefusal {
  /// What a guard of the database says: it held because the program, or another hand, tried what
  /// the book forbids.
  func explanationOfGuard(_ name: String) -> Explanation {
    Explanation(
      what: StoreRefusal.forbidden(by: name)
        + Words(" La base du livre l'a refusé.", " The book's database refused it."),
      why: Words(
        "Le livre se défend lui-même, même contre une erreur du programme : ce qui est validé ne "
          + "change plus (PCG, art. 1031-3). Rien n'a été changé.",
        "The book defends itself, even against a fault of the program: what is validated never "
          + "changes (PCG, art. 1031-3). Nothing was changed."),
      remedy: Words(
        "Si vous n'avez fait qu'employer soleil, c'est une erreur du programme : signalez-la avec "
          + "la commande tapée et le nom « \(name) ».",
        "If all you did was use soleil, this is a fault of the program: report it with the "
          + "command you typed and the name “\(name)”."))
  }

  private static func forbidden(by name: String) -> Words {
    if let words = guards[name] { return words }
    if let table = kept(name) {
      return Words("\(table) ne fait que croître.", "\(table) only grows.")
    }
    return Words(
      "Une valeur contraire au schéma du livre (\(name)).",
      "A value against the schema of the book (\(name)).")
  }

  /// The table of a guard named `table-is-append-only`.
  private static func kept(_ name: String) -> String? {
    let ending = "-is-append-only"
    return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : nil
  }

  private static let guards: [String: Words] = [
    "leaf-out-of-order": Words(
      "Une feuille du journal scellé serait hors de sa place.",
      "A leaf of the sealed log would be out of place."),
    "validated-entry-is-immutable": Words(
      "Une écriture validée serait modifiée ou effacée.",
      "A validated entry would be changed or deleted."),
    "entry-is-unbalanced": Words(
      "Une écriture ne serait pas équilibrée.", "An entry would not balance."),
    "entry-has-too-few-lines": Words(
      "Une écriture aurait moins de deux lignes.", "An entry would have fewer than two lines."),
    "entry-mixes-memorandum": Words(
      "Une écriture mêlerait la comptabilité et les comptes de suivi (classe 9).",
      "An entry would mix the accounts and the memorandum (class 9)."),
    "entry-has-other-lines": Words(
      "Une écriture n'aurait pas le nombre de lignes qu'elle dit.",
      "An entry would not have as many lines as it says."),
    "order-number-is-not-next": Words(
      "Un mouvement de parts n'aurait pas le numéro d'ordre qui suit.",
      "A movement of shares would not have the next order number."),
    "tranches-are-not-the-shares": Words(
      "Les tranches d'un mouvement ne feraient pas ses parts.",
      "The tranches of a movement would not make up its shares."),
    "capital-is-outside-its-journals": Words(
      "Un compte de capital bougerait hors des journaux PA et AN.",
      "A capital account would move outside journals PA and AN."),
    "account-has-another-unit": Words(
      "Un compte de la comptabilité se tiendrait dans une autre unité que le centime.",
      "An account outside the memorandum would be kept in another unit than cents."),
    "energy-does-not-add-up": Words(
      "L'énergie livrée, autoconsommée et perdue ne ferait pas l'énergie produite.",
      "Energy delivered, self-consumed and lost would not make the energy produced."),
    "opening-restates-balances-only": Words(
      "Des à-nouveaux porteraient un compte de gestion ou de suivi.",
      "An opening would carry an account of result or memorandum."),
    "account-is-closed": Words(
      "Une écriture entrerait dans un compte fermé.", "An entry would enter a closed account."),
    "opening-is-written-by-the-year-end": Words(
      "Des à-nouveaux seraient écrits à la main.", "An opening would be written by hand."),
    "entry-is-reversed-already": Words(
      "Une écriture serait contrepassée deux fois.", "An entry would be reversed twice."),
    "entry-is-a-reversal": Words(
      "Une contrepassation serait contrepassée.", "A reversal would be reversed."),
    "reversal-is-not-exact": Words(
      "Une contrepassation ne serait pas l'inverse exact de son écriture.",
      "A reversal would not be the exact inverse of its entry."),
    "capital-differs-from-register": Words(
      "Le capital et le registre des parts se contrediraient.",
      "The capital and the share register would contradict each other."),
    "letter-mixes-accounts": Words(
      "Un lettrage joindrait des lignes de comptes différents, ou changerait.",
      "Letters would join lines of different accounts, or change."),
    "year-is-open": Words(
      "Un exercice serait clos avant son dernier mois.",
      "A fiscal year would be closed before its last month."),
    "year-before-is-open": Words(
      "Un mois serait clos avant l'exercice qui le précède : soleil close-year.",
      "A month would be closed before the fiscal year ahead of it: soleil close-year."),
    "month-is-closed": Words(
      "Une écriture entrerait dans un mois clos.", "An entry would enter a closed month."),
    "days-are-closed": Words(
      "Un relevé entrerait dans un mois clos.", "A reading would enter a closed month."),
    "fact-reaches-into-closed-months": Words(
      "Un fait changerait ce dont des mois clos ont été calculés.",
      "A fact would change what closed months were reckoned from."),
    "date-is-outside-fiscal-years": Words(
      "Une écriture serait hors de son exercice.", "An entry would lie outside its fiscal year."),
    "number-is-not-next": Words(
      "Un numéro d'écriture serait sauté ou repris.",
      "An entry's number would be skipped or used again."),
    "account-is-append-only": Words(
      "Un compte changerait de numéro ou d'unité.", "An account would change number or unit."),
    "closing-out-of-order": Words(
      "Une clôture ne suivrait pas la précédente.", "A closing would not follow the one before."),
  ]
}
