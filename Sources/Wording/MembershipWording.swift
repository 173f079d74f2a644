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
      .movementKindIsUnknown, .languageIsUnknown, .personHasNoName, .organisationHasNoName,
      .memberIsRepeated, .referenceIsMissing:
      fileExplanation
    case .nominalIsNotPositive, .floorExceedsTheCeiling, .ceilingIsTooLarge,
      .collegeIsDescribedTwice:
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
      malformed(text, Words("numéro de membre", "member number"))
    case .collegeIDIsMalformed(let text): malformed(text, Words("nom de collège", "college name"))
    case .memberKindIsUnknown(let text): unknown(text, "person, company, public-body")
    case .movementKindIsUnknown(let text): unknown(text, "subscription, transfer, withdrawal")
    case .languageIsUnknown(let text): unknown(text, "fr, en")
    case .memberIsRepeated(let number):
      Explanation(
        what: Words("Le membre \(number) figure deux fois.", "Member \(number) is given twice."),
        why: Words(
          "Un numéro ne désigne qu'un membre, pour toujours.",
          "A number stands for one member, for ever."),
        remedy: Words(
          "Donnez un autre numéro ou supprimez la ligne.", "Give another number or remove the row.")
      )
    case .personHasNoName(let number), .organisationHasNoName(let number):
      Explanation(
        what: Words("Le membre \(number) n'a pas de nom.", "Member \(number) has no name."),
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
    default: fileExplanation
    }
  }
}
