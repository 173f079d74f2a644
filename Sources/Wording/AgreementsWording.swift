public import Agreements
import Units

extension AgreementRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .identifierIsMalformed, .identifierIsRepeated, .referenceIsUnknown:
      explanationOfIdentifier
    case .endsBeforeItStarts, .contractHasNoPrice, .rentIsIncomplete, .sirenIsWrong:
      explanationOfContent
    case .rentPercentageIsOutOfRange, .rentFloorExceedsTheCap, .electricityPriceIsNegative,
      .loanRateIsOutOfRange:
      explanationOfAmount
    case .plantAccountIsMalformed, .depreciationAccountIsMalformed, .firstYearIsTooLong,
      .firstYearEndsWithinAMonth, .serialIsShared, .energyCountsTwice:
      explanationOfBounds
    case .chargeAccountIsMalformed, .indexIsOutOfRange, .indexIsPublishedBeforeItsMonth,
      .weightIsOutOfRange, .indexationIsNotWhole, .priceIsRepeated, .partsDoNotSum,
      .vatRateIsOutOfRange:
      explanationOfSale
    case .kindIsUnknown, .fileHasNoFact, .formatIsUnknown: explanationOfFile
    }
  }

  private var explanationOfIdentifier: Explanation {
    switch self {
    case .identifierIsRepeated(let kind, let id):
      Explanation(
        what: Words(
          "Les fichiers donnent deux fois \(kind) « \(id) » pour le même jour.",
          "The files give \(kind) “\(id)” twice for the same day."),
        why: Words(
          "Rien ne dit laquelle des deux versions est la bonne.",
          "Nothing says which of the two versions is right."),
        remedy: Words(
          "Retirez l'une, donnez-lui un autre « id », ou une date « valid_from » si elle "
            + "remplace l'autre plus tard.",
          "Remove one, give it another “id”, or a “valid_from” date if it replaces the other "
            + "later."))
    case .referenceIsUnknown(let kind, let id, let neededBy):
      Explanation(
        what: Words(
          "\(neededBy) renvoie à \(kind) « \(id) », que ni les fichiers ni le livre ne "
            + "connaissent.",
          "\(neededBy) refers to \(kind) “\(id)”, which neither the files nor the book know."),
        why: Words(
          "Ses écritures ne pourraient être rattachées à personne, ou à aucun site.",
          "Its entries could be tied to nobody, or to no site."),
        remedy: Words(
          "Corrigez le nom, ou ajoutez une section [[\(kind)]] avec id = \"\(id)\".",
          "Correct the name, or add a section [[\(kind)]] with id = \"\(id)\"."))
    default:
      Explanation(
        what: malformed,
        why: Words(
          "Il sert de nom de fichier et de référence d'écriture, sur toutes les machines.",
          "It serves as a file name and as the reference of entries, on every machine."),
        remedy: Words(
          "N'employez que a-z, 0-9 et le tiret : toit-ecole-2.",
          "Use only a-z, 0-9 and the hyphen: roof-school-2."))
    }
  }

  private var malformed: Words {
    guard case .identifierIsMalformed(let id) = self, !id.isEmpty else {
      return Words("L'identifiant est vide.", "The identifier is empty.")
    }
    return Words(
      "L'identifiant « \(id) » contient autre chose que des minuscules, des chiffres et des "
        + "tirets.",
      "The identifier “\(id)” holds more than lower-case letters, digits and hyphens.")
  }

  private var explanationOfContent: Explanation {
    switch self {
    case .endsBeforeItStarts(let first, let last):
      Explanation(
        what: Words(
          "La fin (\(longDay(last).french)) ne vient pas après le début "
            + "(\(longDay(first).french)).",
          "The end (\(longDay(last).english)) does not come after the beginning "
            + "(\(longDay(first).english))."),
        why: Words(
          "Un contrat qui finit avant de commencer n'est en vigueur aucun jour.",
          "A contract that ends before it begins is in force on no day."),
        remedy: Words("Vérifiez les deux dates.", "Check both dates."))
    case .contractHasNoPrice(let id):
      Explanation(
        what: Words(
          "Le contrat d'achat « \(id) » n'a aucun prix.", "Purchase contract “\(id)” has no price."),
        why: Words(
          "Le prix est celui des conditions particulières signées : il ne se déduit d'aucun "
            + "barème.",
          "The price is that of the signed particular conditions: no tariff table yields it."),
        remedy: Words(
          "Ajoutez [[purchase_contract.price]] avec « from » et « eur_per_kwh ».",
          "Add [[purchase_contract.price]] with “from” and “eur_per_kwh”."))
    case .rentIsIncomplete(let kind):
      Explanation(
        what: Words(
          "« \(kind) » n'est pas une sorte de redevance.", "“\(kind)” is no kind of rent."),
        why: Words(
          "La redevance due au propriétaire du toit se calcule différemment selon sa sorte.",
          "The rent due to the roof's owner is reckoned differently for each kind."),
        remedy: Words("Les sortes connues : ", "The kinds known: ")
          + listed(["zero", "fixed", "per-kwc", "per-m2", "percentage"]))
    default: explanationOfSIREN
    }
  }

  private var explanationOfSIREN: Explanation {
    let text = if case .sirenIsWrong(let text) = self { text } else { "" }
    return Explanation(
      what: Words(
        "« \(text) » n'est pas un SIREN : neuf chiffres, dont le dernier vérifie les autres.",
        "“\(text)” is no SIREN: nine digits, the last of which checks the others."),
      why: Words(
        "Ce numéro figure dans les documents remis à l'administration et aux associés.",
        "This number stands in the documents given to the administration and to members."),
      remedy: Words(
        "Recopiez-le depuis l'extrait Kbis ou l'avis de situation de l'Insee.",
        "Copy it from the company's register extract (Kbis) or the Insee notice."))
  }

  private var explanationOfFile: Explanation {
    if case .formatIsUnknown(let format, let known) = self {
      return Explanation(
        what: Words(
          "Le fichier se dit au format « \(format) », qui n'est pas connu.",
          "The file says its format is “\(format)”, which is not known."),
        why: Words(
          "Dans un autre format, les mêmes mots pourraient dire autre chose.",
          "In another format the same words might say something else."),
        remedy: Words(
          "Écrivez format = \"\(known)\", ou mettez Soleil à jour.",
          "Write format = \"\(known)\", or update Soleil."))
    }
    guard case .kindIsUnknown(let name, let known) = self else {
      return Explanation(
        what: Words("Le fichier ne contient aucun fait.", "The file holds no fact."),
        why: Words(
          "Un fichier vide est le plus souvent un mauvais fichier.",
          "An empty file is most often the wrong file."),
        remedy: Words(
          "Vérifiez le chemin, ou retirez ce fichier de la commande.",
          "Check the path, or leave this file out of the command."))
    }
    return Explanation(
      what: Words("« \(name) » n'est pas une sorte de fait.", "“\(name)” is no kind of fact."),
      why: Words(
        "Une section mal nommée serait ignorée, et ce qu'elle dit perdu.",
        "A misnamed section would be ignored, and what it says lost."),
      remedy: Words("Les sections admises ici : ", "The sections admitted here: ") + listed(known))
  }
}
