public import Markup
import Units

extension MarkupRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .markupIsMalformed(let reason):
      Explanation(
        what: Words(
          "Le document XML est mal formé : \(reason).", "The XML document is malformed: \(reason)."),
        why: Words(
          "Un document coupé ou retouché pourrait taire un mouvement.",
          "A document that was cut or edited could hide a movement."),
        remedy: Words(
          "Téléchargez de nouveau le fichier, sans l'ouvrir ni l'enregistrer.",
          "Download the file again, without opening or saving it."))
    case .markupHasADoctype:
      Explanation(
        what: Words(
          "Le document XML apporte son propre type (DOCTYPE).",
          "The XML document brings a type of its own (DOCTYPE)."),
        why: Words(
          "Un tel type peut lire des fichiers de cette machine ou remplir sa mémoire ; aucune "
            + "banque n'en emploie.",
          "Such a type can read files of this machine or fill its memory; no bank uses one."),
        remedy: Words(
          "Ne faites pas confiance à ce fichier : reprenez-le sur le site de la banque.",
          "Do not trust this file: get it again from the bank's own site."))
    case .markupIsTooDeep(let most):
      Explanation(
        what: Words(
          "Les éléments du document XML s'emboîtent sur plus de \(most) niveaux.",
          "The elements of the XML document lie in one another more than \(most) levels deep."),
        why: Words(
          "Aucun relevé ni aucune facture n'en a besoin.", "No statement or invoice needs that."),
        remedy: Words(
          "Vérifiez que c'est bien le fichier de la banque.", "Check that it is the bank's file."))
    case .markupIsTooLarge(let bytes, let most):
      Explanation(
        what: Words(
          "Le document XML a \(number(bytes).french) octets ; on en lit \(number(most).french).",
          "The XML document has \(number(bytes).english) bytes; \(number(most).english) are read."),
        why: Words(
          "Il est lu d'un seul tenant, pour être pris en entier ou pas du tout.",
          "It is read in one piece, to be taken whole or not at all."),
        remedy: Words(
          "Demandez à la banque un fichier par mois.", "Ask the bank for one file a month."))
    }
  }
}
