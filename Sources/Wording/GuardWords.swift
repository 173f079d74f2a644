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
    "entry-starts-as-draft": Words(
      "Une écriture naîtrait validée, sans contrôle.",
      "An entry would be born validated, unchecked."),
    "account-has-another-unit": Words(
      "Une ligne serait dans une autre unité que son compte.",
      "A line would be in another unit than its account."),
    "entry-is-unbalanced": Words(
      "Une écriture ne serait pas équilibrée.", "An entry would not balance."),
    "entry-has-too-few-lines": Words(
      "Une écriture aurait moins de deux lignes.", "An entry would have fewer than two lines."),
    "entry-mixes-memorandum": Words(
      "Une écriture mêlerait la comptabilité et les comptes de suivi (classe 9).",
      "An entry would mix the accounts and the memorandum (class 9)."),
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
