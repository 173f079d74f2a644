public import Reports
import Units

extension ReportRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .accountIsNotOpen(let prefix): notOpen(prefix)
    case .accountHasNoLine(let account): withoutLine(account)
    case .sheetDoesNotBalance(let assets, let liabilities): unbalanced(assets, liabilities)
    case .dimensionDoesNotApply(let dimension, let allowed): notApplicable(dimension, allowed)
    case .pageIsMissing(let page, let pages): missing(page, pages)
    }
  }

  private func notOpen(_ prefix: String) -> Explanation {
    Explanation(
      what: Words(
        "Le livre n'a aucun compte qui commence par \(prefix).",
        "The book has no account that begins with \(prefix)."),
      why: Words(
        "Un compte s'ouvre à sa première écriture : sans elle, il n'y a rien à montrer, pas même "
          + "un solde nul.",
        "An account opens with its first entry: without one there is nothing to show, not even a "
          + "balance of zero."),
      remedy: Words(
        "« soleil balance » liste les comptes ouverts.", "“soleil balance” lists the open accounts."
      ))
  }

  private func withoutLine(_ account: String) -> Explanation {
    Explanation(
      what: Words(
        "Le compte \(account) n'a de place ni au bilan ni au compte de résultat.",
        "Account \(account) has no place in the balance sheet or the income statement."),
      why: Words(
        "Un état qui laisserait un compte de côté ne serait pas juste.",
        "A statement that left an account aside would not be true."),
      remedy: Words(
        "Signalez ce numéro : il manque à la table de présentation du programme.",
        "Report this number: the program's table of presentation lacks it."))
  }

  private func unbalanced(_ assets: Int64, _ liabilities: Int64) -> Explanation {
    Explanation(
      what: Words(
        "L'actif fait \(euros(Cents(assets)).french), le passif "
          + "\(euros(Cents(liabilities)).french).",
        "The assets are \(euros(Cents(assets)).english), the liabilities "
          + "\(euros(Cents(liabilities)).english)."),
      why: Words(
        "Chaque écriture est équilibrée : un bilan qui ne l'est pas trahit un livre abîmé ou "
          + "modifié.",
        "Every entry balances: a balance sheet that does not betrays a book that is damaged or "
          + "altered."),
      remedy: Words(
        "Lancez « soleil doctor » ; sinon repartez de votre dernière sauvegarde.",
        "Run “soleil doctor”; else start again from your last backup."))
  }

  private func notApplicable(_ dimension: Dimension, _ allowed: [Dimension]) -> Explanation {
    Explanation(
      what: Words(
        "Cet état ne se ventile pas par \(ViewWords.name(dimension).french.lowercased()).",
        "This view cannot be told apart by \(ViewWords.name(dimension).english.lowercased())."),
      why: Words(
        "Les charges et produits se rattachent à un lieu ou à un contrat, pas à un associé.",
        "Charges and income belong to a place or a contract, not to a member."),
      remedy: Words("Choisissez : ", "Choose: ") + listed(allowed.map(\.rawValue)))
  }

  private func missing(_ page: Int, _ pages: Int) -> Explanation {
    Explanation(
      what: Words(
        "Il n'y a pas de page \(page) : ce journal en a \(pages).",
        "There is no page \(page): this journal has \(pages)."),
      why: Words(
        "Une page vide passerait pour un journal sans écriture.",
        "An empty page would pass for a journal without entries."),
      remedy: Words(
        "Donnez un nombre de 1 à \(pages) après --page.",
        "Give a number from 1 to \(pages) after --page."))
  }
}
