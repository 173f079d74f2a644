public import Membership
internal import Units

extension MembershipRefusal: Worded {
  /// What is wrong, why it matters, what to do; with the article where there is one.
  public var explanation: Explanation {
    let plain = found
    guard let article else { return plain }
    return Explanation(
      what: plain.what, why: plain.why + Words(both: " (\(article))"), remedy: plain.remedy)
  }

  private var found: Explanation {
    switch self {
    case .memberNumberIsMalformed, .collegeIDIsMalformed, .memberKindIsUnknown,
      .languageIsUnknown, .personHasNoName, .organisationHasNoName,
      .memberIsRepeated, .memberHasOtherContent, .referenceIsMissing:
      fileExplanation
    case .nominalIsNotPositive, .floorExceedsTheCeiling, .ceilingIsTooLarge,
      .collegeIsDescribedTwice, .capitalAccountIsMalformed, .collegeWeightIsNegative:
      statutesExplanation
    case .referenceHasOtherContent, .sharesAreNotPositive, .amountIsNotTheNominal,
      .priceIsNegative, .transferHasNoReceiver, .transferGoesToTheGiver,
      .counterpartyIsNotExpected:
      movementExplanation
    case .companyDoesNotExistYet, .memberIsUnknown, .receiverIsNoMember, .memberHadNotJoined,
      .collegeIsUnknown, .kindIsNotAdmitted:
      partyExplanation
    case .holdingIsInsufficient, .capitalFallsBelowTheFloor, .capitalExceedsTheCeiling:
      boundsExplanation
    }
  }

  private var fileExplanation: Explanation {
    switch self {
    case .memberNumberIsMalformed(let text):
      Explanation(
        what: Words("« \(text) » n'est pas un numéro d'associé.", "“\(text)” is no member number."),
        why: Words(
          "Il sert de nom de fichier et remplace le nom dans tous les documents.",
          "It serves as a file name and stands for the name in every document."),
        remedy: Words(
          "Écrivez M et 1 à 9 chiffres : M0042.", "Write M and 1 to 9 digits: M0042."))
    case .collegeIDIsMalformed(let text): malformed(text, Words("nom de collège", "college name"))
    case .memberKindIsUnknown(let text): unknown(text, "person, company, public-body")
    case .languageIsUnknown(let text): unknown(text, "fr, en")
    case .memberIsRepeated(let number):
      Explanation(
        what: Words("L'associé \(number) figure deux fois.", "Member \(number) is given twice."),
        why: Words(
          "Un numéro ne désigne qu'un associé, pour toujours.",
          "A number stands for one member, for ever."),
        remedy: Words(
          "Donnez un autre numéro ou supprimez la ligne.", "Give another number or remove the row.")
      )
    case .memberHasOtherContent(let number):
      Explanation(
        what: Words(
          "Le livre connaît déjà l'associé \(number), avec un autre contenu.",
          "The book already knows member \(number), with other content."),
        why: Words(
          "Un numéro ne désigne qu'un associé, et un import n'écrase rien.",
          "A number stands for one member, and an import overwrites nothing."),
        remedy: Words(
          "Pour une nouvelle adresse ou un nouveau nom : soleil members update FICHIER ; pour un autre "
            + "associé, un autre numéro.",
          "For a new address or name: soleil members update FILE; for another member, another number."
        ))
    case .personHasNoName(let number), .organisationHasNoName(let number):
      Explanation(
        what: Words("L'associé \(number) n'a pas de nom.", "Member \(number) has no name."),
        why: Words(
          "Le registre doit permettre de retrouver chaque titulaire.",
          "The register must lead back to every holder."),
        remedy: Words(
          "Remplissez last_name pour une personne, organisation sinon.",
          "Fill in last_name for a person, organisation otherwise."))
    default:
      Explanation(
        what: Words("Le mouvement n'a pas de référence.", "The movement has no reference."),
        why: Words(
          "La référence évite d'enregistrer deux fois le même mouvement.",
          "The reference keeps one movement from being recorded twice."),
        remedy: Words(
          "Donnez-lui une référence unique, comme 2026-014.",
          "Give it a reference of its own, such as 2026-014."))
    }
  }

  private func malformed(_ text: String, _ name: Words) -> Explanation {
    Explanation(
      what: Words("« \(text) » n'est pas un ", "“\(text)” is not a ") + name + Words(both: "."),
      why: Words(
        "On y attend 1 à 32 lettres sans accent, chiffres, « . », « _ » ou « - ».",
        "It has 1 to 32 plain letters, digits, “.”, “_” or “-”."),
      remedy: Words("Corrigez la cellule.", "Correct the cell."))
  }

  private func unknown(_ text: String, _ known: String) -> Explanation {
    Explanation(
      what: Words("« \(text) » n'est pas prévu ici.", "“\(text)” is not expected here."),
      why: Words(
        "La suite dépend de cette valeur ; elle n'est pas devinée.",
        "What follows depends on this value; it is not guessed."),
      remedy: Words("Valeurs possibles : \(known).", "Possible values: \(known)."))
  }

  private var statutesExplanation: Explanation {
    let remedy = Words("Corrigez le fichier des statuts.", "Correct the file of the statutes.")
    return switch self {
    case .nominalIsNotPositive(let nominal):
      Explanation(
        what: Words("La valeur nominale est ", "The nominal value is ") + euros(nominal)
          + Words(both: "."),
        why: Words("Une part vaut plus que zéro.", "A share is worth more than zero."),
        remedy: remedy)
    case .floorExceedsTheCeiling(let floor, let ceiling):
      Explanation(
        what: Words("Le plancher du capital est ", "The floor of the capital is ") + euros(floor)
          + Words(", son plafond ", ", its ceiling ") + euros(ceiling) + Words(both: "."),
        why: Words(
          "Le capital varie entre un plancher et un plafond.",
          "The capital varies between a floor and a ceiling."),
        remedy: remedy)
    case .ceilingIsTooLarge(let ceiling):
      Explanation(
        what: Words("Le plafond du capital est ", "The ceiling of the capital is ")
          + euros(ceiling) + Words(both: "."),
        why: Words(
          "Il permettrait plus de parts que le registre n'en compte.",
          "It would allow more shares than the register can count."),
        remedy: remedy)
    case .collegeIsDescribedTwice(let college):
      Explanation(
        what: Words(
          "Le collège \(college) est décrit deux fois pour un même jour.",
          "The college \(college) is described twice for one day."),
        why: Words(
          "Rien ne dit laquelle des deux descriptions vaut.",
          "Nothing says which of the two holds."),
        remedy: remedy)
    case .capitalAccountIsMalformed(let account):
      Explanation(
        what: Words(
          "« \(account) » n'est pas un compte de capital.", "“\(account)” is no capital account."),
        why: Words(
          "Les parts d'un collège se portent au capital : six chiffres commençant par 101 (PCG).",
          "A college's shares are posted to capital: six digits beginning with 101 (PCG)."),
        remedy: Words("Écrivez par exemple 101310.", "Write for example 101310."))
    case .collegeWeightIsNegative(let key, let weight):
      Explanation(
        what: Words(
          "« \(key) » vaut \(decimal(weight).french).", "“\(key)” is \(decimal(weight).english)."),
        why: Words(
          "Un poids négatif retirerait des voix ou du résultat à un collège.",
          "A negative weight would take votes or result away from a college."),
        remedy: Words("Donnez zéro ou plus.", "Give zero or more."))
    default: fileExplanation
    }
  }
}
