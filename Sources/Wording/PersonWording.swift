public import Membership
import Units

extension PersonRefusal: Worded {
  /// What is wrong, why it matters, what to do.
  public var explanation: Explanation {
    switch self {
    case .ibanIsWrong, .bicIsWrong, .bicHasNoAccount, .birthOfNoPerson: detailExplanation
    case .bookHasNoPrivacyKey, .privacyKeyIsAnother: keyExplanation
    case .memberIsErased, .nothingChanges, .versionIsOlder: versionExplanation
    case .relationNamesNobody, .relationNamesTwo, .relationIsToItself,
      .relationEndsBeforeItBegins, .relationDoesNotSuit, .relationIsHeldTwice:
      relationExplanation
    case .erasureIsNotAllowed(let member, let obstacles, let first):
      erasureExplanation(member, obstacles, first)
    }
  }

  private var detailExplanation: Explanation {
    switch self {
    case .ibanIsWrong:
      Explanation(
        what: Words("l'IBAN est faux.", "the IBAN is wrong."),
        why: Words(
          "Sa clé de contrôle (modulo 97, ISO 13616) ou sa longueur ne convient pas : le paiement "
            + "partirait ailleurs ou nulle part.",
          "Its check digits (modulo 97, ISO 13616) or its length do not fit: the payment would go "
            + "elsewhere or nowhere."),
        remedy: Words(
          "Recopiez-le depuis le relevé d'identité bancaire.",
          "Copy it again from the bank's own document."))
    case .bicIsWrong:
      Explanation(
        what: Words("le BIC est faux.", "the BIC is wrong."),
        why: Words(
          "Il compte 8 ou 11 lettres et chiffres (ISO 9362).",
          "It has 8 or 11 letters and digits (ISO 9362)."),
        remedy: Words("Corrigez-le, ou laissez-le vide.", "Correct it, or leave it empty."))
    case .bicHasNoAccount:
      Explanation(
        what: Words("un BIC est donné sans IBAN.", "a BIC is given without an IBAN."),
        why: Words(
          "Le BIC désigne une banque, non un compte.", "The BIC names a bank, not an account."),
        remedy: Words("Donnez l'IBAN.", "Give the IBAN."))
    default:
      Explanation(
        what: Words(
          "une naissance est donnée pour une société ou une collectivité.",
          "a birth is given for a company or public body."),
        why: Words(
          "La déclaration fiscale ne demande la naissance que des personnes.",
          "The tax declaration asks for the birth of persons only."),
        remedy: Words(
          "Videz la cellule, ou corrigez la nature de l'associé.",
          "Empty the cell, or correct the kind of member."))
    }
  }

  private var keyExplanation: Explanation {
    guard case .bookHasNoPrivacyKey = self else {
      return Explanation(
        what: Words(
          "La clé de confidentialité n'est pas celle de ce livre.",
          "The privacy key is not the one of this book."),
        why: Words(
          "Ce qui est chiffré pour une clé ne s'ouvre avec aucune autre.",
          "What is encrypted for one key opens with no other."),
        remedy: Words(
          "Reprenez keys/privacy.key.pem de la sauvegarde qui va avec ce livre.",
          "Take keys/privacy.key.pem from the backup that goes with this book."))
    }
    return Explanation(
      what: Words(
        "Le livre n'a pas de clé de confidentialité : il ne peut garder ni IBAN ni naissance.",
        "The book has no privacy key: it can keep neither IBANs nor births."),
      why: Words(
        "Ces données ne s'écrivent que chiffrées (RGPD, art. 32).",
        "Such data are written encrypted only (GDPR art. 32)."),
      remedy: Words(
        "Créez-la : soleil key create ; sa phrase de passe ne sera demandée que pour lire.",
        "Create it: soleil key create; its passphrase is asked for reading only."))
  }

  private var versionExplanation: Explanation {
    switch self {
    case .memberIsErased(let member):
      Explanation(
        what: Words(
          "L'identité de l'associé \(member) a été effacée.",
          "The identity of member \(member) was erased."),
        why: Words(
          "Un effacement est définitif (RGPD, art. 17) ; le numéro reste pris.",
          "An erasure is for good (GDPR art. 17); the number stays taken."),
        remedy: Words(
          "Si la personne revient, donnez-lui un nouveau numéro.",
          "If the person comes back, give a new number."))
    case .nothingChanges(let member):
      Explanation(
        what: Words(
          "La ligne ne change rien pour l'associé \(member).",
          "The row changes nothing of member \(member)."),
        why: Words(
          "Une version sans changement encombrerait l'historique.",
          "A version without a change would clutter the history."),
        remedy: Words(
          "Supprimez la ligne ; une cellule vide laisse la donnée, un tiret la vide.",
          "Remove the row; an empty cell leaves the datum, a hyphen empties it."))
    case .versionIsOlder(let member, let from, let known):
      Explanation(
        what: Words(
          "Le changement de l'associé \(member) vaudrait du \(longDay(from).french), avant celui du "
            + "\(longDay(known).french).",
          "The change of member \(member) would hold from \(longDay(from).english), before the one "
            + "of \(longDay(known).english)."),
        why: Words(
          "Les versions d'une identité se suivent ; celle d'avant ne se récrit pas.",
          "Versions of an identity follow one another; an earlier one is not rewritten."),
        remedy: Words(
          "Donnez une date d'effet égale ou postérieure.", "Give the same day or a later one."))
    default: keyExplanation
    }
  }

  private var relationExplanation: Explanation {
    switch self {
    case .relationNamesNobody:
      relation(
        Words("la ligne ne nomme personne.", "the row names nobody."),
        Words(
          "Donnez le numéro d'un associé, ou un nom.", "Give a member's number, or a name."))
    case .relationNamesTwo:
      relation(
        Words(
          "la ligne donne à la fois un numéro et un nom.",
          "the row gives both a number and a name."),
        Words("Gardez le numéro seul.", "Keep the number alone."))
    case .relationIsToItself(let member):
      relation(
        Words(
          "l'associé \(member) serait lié à lui-même.", "member \(member) would be tied to itself."),
        Words("Donnez le numéro de l'autre.", "Give the other's number."))
    case .relationEndsBeforeItBegins(let from, let until):
      relation(
        Words(
          "la fin (\(longDay(until).french)) précède le début (\(longDay(from).french)).",
          "the end (\(longDay(until).english)) comes before the beginning "
            + "(\(longDay(from).english))."),
        Words("Corrigez l'une des deux dates.", "Correct one of the two dates."))
    case .relationDoesNotSuit(let member, let kind):
      relation(
        Words(
          "« \(kind.words.french) » ne convient pas à l'associé \(member).",
          "“\(kind.words.english)” does not suit member \(member)."),
        Words(
          "Un mineur ou majeur protégé a un représentant légal, une société ou une collectivité un "
            + "représentant.",
          "A minor or protected adult has a legal representative, a company or public body a "
            + "representative."))
    case .relationIsHeldTwice(let member, let kind, let day):
      relation(
        Words(
          "l'associé \(member) aurait deux fois « \(kind.words.french) » le "
            + "\(longDay(day).french).",
          "member \(member) would have two of “\(kind.words.english)” on \(longDay(day).english)."),
        Words(
          "Terminez d'abord la première relation (colonne « Jusqu'au »).",
          "End the first relation first (column “Until”)."))
    default: keyExplanation
    }
  }

  private func relation(_ what: Words, _ remedy: Words) -> Explanation {
    Explanation(
      what: what,
      why: Words(
        "Il faut savoir sans doute possible qui vote et qui est payé (C. civ., art. 1844).",
        "It must be beyond doubt who votes and who is paid (C. civ. art. 1844)."),
      remedy: remedy)
  }

  private func erasureExplanation(
    _ member: MemberNumber, _ obstacles: [ErasureObstacle], _ first: Day?
  ) -> Explanation {
    let reasons = obstacles.map(\.words)
    let list = Words(
      reasons.map(\.french).joined(separator: " ; "),
      reasons.map(\.english).joined(separator: "; "))
    return Explanation(
      what: Words(
        "L'identité de l'associé \(member) ne peut pas encore être effacée : ",
        "The identity of member \(member) cannot be erased yet: ") + list + Words(both: "."),
      why: Words(
        "L'effacement cède devant une obligation de conserver (RGPD, art. 17, § 3, b).",
        "Erasure yields to a duty to keep (GDPR art. 17(3)(b))."),
      remedy: first.map { day in
        Words(
          "Redemandez à partir du \(longDay(day).french).",
          "Ask again from \(longDay(day).english).")
      }
        ?? Words(
          "Réglez d'abord ces points ; le délai court ensuite.",
          "Settle these points first; the time runs from then."))
  }
}

extension ErasureObstacle {
  /// The reason, as part of a sentence.
  var words: Words {
    switch self {
    case .holdsShares(let shares):
      Words("il détient \(shares.units) part(s)", "it holds \(shares.units) share(s)")
    case .heldSharesUntil(let day, let until):
      Words(
        "il a détenu des parts jusqu'au \(longDay(day).french), à conserver jusqu'au "
          + "\(longDay(until).french) (C. com., art. L231-6 ; C. civ., art. 2224)",
        "it held shares until \(longDay(day).english), to be kept until \(longDay(until).english) "
          + "(C. com. art. L231-6; C. civ. art. 2224)")
    case .accountIsOpen(let account, let balance):
      Words("le compte \(account) porte ", "account \(account) stands at ") + euros(balance)
    case .wasPaidIn(let year, let until):
      Words(
        "un revenu lui a été payé en \(year), à justifier jusqu'au \(longDay(until).french) (LPF, "
          + "art. L169)",
        "income was paid to it in \(year), to be justified until \(longDay(until).english) (LPF "
          + "art. L169)")
    case .standsFor(let member, let kind):
      Words(
        "il est « \(kind.words.french) » de \(member)",
        "it is “\(kind.words.english)” of \(member)")
    case .isPartyTo(let name):
      Words("il est partie à « \(name) »", "it is a party to “\(name)”")
    }
  }
}

extension RelationKind {
  /// What people call it.
  public var words: Words {
    switch self {
    case .legalRepresentative: Words("représentant légal", "legal representative")
    case .representative: Words("représentant", "representative")
    case .jointHolder: Words("indivisaire", "joint holder")
    case .commonRepresentative:
      Words("mandataire de l'indivision", "common representative")
    case .usufructuary: Words("usufruitier", "usufructuary")
    case .payer: Words("payeur", "payer")
    case .payee: Words("bénéficiaire du paiement", "payee")
    }
  }
}
