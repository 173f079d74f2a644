public import Agreements
import Units

extension BankAccountRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .accountIsMalformed(let account):
      Explanation(
        what: Words(
          "« \(account) » n'est pas un compte de banque.", "“\(account)” is no bank account."),
        why: Words(
          "Chaque compte bancaire a son compte à six chiffres sous 512 (PCG, compte 512).",
          "Each bank account has an account of six digits under 512 (PCG, account 512)."),
        remedy: Words("Donnez par exemple account = \"512100\".", "Give account = \"512100\", say.")
      )
    case .numberIsWrong(let end):
      Explanation(
        what: Words(
          "L'IBAN qui finit par \(end) a une clé fausse.",
          "The IBAN that ends with \(end) has wrong check digits."),
        why: Words(
          "Un chiffre est de trop, manquant ou échangé : les relevés ne seraient pas reconnus.",
          "A digit is missing, added or swapped: no statement would be recognised."),
        remedy: Words("Recopiez-le depuis un RIB.", "Copy it again from the bank's own paper."))
    case .accountIsShared(let account, let ids):
      Explanation(
        what: Words(
          "Le compte \(account) sert à plusieurs comptes bancaires : ",
          "Account \(account) stands for several bank accounts: ") + listed(ids),
        why: Words(
          "Son solde ne pourrait être comparé à celui d'aucun relevé.",
          "Its balance could be compared with that of no statement."),
        remedy: Words(
          "Donnez à chacun le sien : 512100, 512200…", "Give each its own: 512100, 512200…"))
    }
  }
}
