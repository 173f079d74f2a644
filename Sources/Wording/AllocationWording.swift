public import Allocation
internal import Units

extension AllocationRefusal: Worded {
  /// What is wrong, why it matters, what to do.
  public var explanation: Explanation {
    switch self {
    case .nothingTakesTheRemainder, .remainderIsNotLast, .stepIsRepeated, .stepIDIsMalformed,
      .percentageIsOutOfRange, .fixedAmountIsNegative:
      rulesExplanation
    case .priceIsOutOfRange, .capIsBelowTheFloor, .stepLooksAhead, .roundingGroupIsBroken:
      corrected(takingSentences)
    case .keyDoesNotFit, .reserveIsNoReserve, .chargeServesNoParty: corrected(servingSentences)
    case .groupIsUnknown, .groupIsRepeated, .groupIsEmpty, .partHasNoWeight:
      corrected(groupSentences)
    case .nameIsUnknown, .versionIsNotNew, .rulesBeginTogether, .adoptionIsMissing:
      adoptionExplanation
    case .movementIsNotLate, .signedMonthDoesNotRecompute: lateExplanation
    case .beneficiaryIsMalformed, .collegeIsUnknown, .collegeIsRepeated, .memberIsRepeated,
      .weightIsNegative, .sumIsTooLarge, .residuesDoNotSumToZero:
      inputExplanation
    }
  }

  private var rulesExplanation: Explanation {
    let remedy = Words(
      "Corrigez les règles de répartition, puis appliquez-les de nouveau.",
      "Correct the allocation rules, then apply them again.")
    return switch self {
    case .remainderIsNotLast(let step):
      Explanation(
        what: Words(
          "L'étape « \(step) » prend le reste sans être la dernière.",
          "The step “\(step)” takes the remainder without being the last."),
        why: Words(
          "Les étapes suivantes ne recevraient jamais rien.",
          "Later steps would never receive anything."),
        remedy: remedy)
    case .stepIsRepeated(let step):
      Explanation(
        what: Words(
          "Deux étapes portent le nom « \(step) ».", "Two steps are named “\(step)”."),
        why: Words(
          "Chaque reste reporté est retrouvé par le nom de son étape.",
          "Each residue carried is found by the name of its step."),
        remedy: remedy)
    case .stepIDIsMalformed(let step):
      Explanation(
        what: Words(
          "« \(step) » ne peut pas nommer une étape.", "“\(step)” cannot name a step."),
        why: Words(
          "Un nom d'étape a des lettres sans accent, des chiffres, « . », « _ » ou « - » ; "
            + "« energy », « split », « result », « sales », « entitlement » et « deficit » sont "
            + "réservés.",
          "A step's name has plain letters, digits, “.”, “_” or “-”; “energy”, “split”, “result”, "
            + "“sales”, “entitlement” and “deficit” are reserved."),
        remedy: remedy)
    case .percentageIsOutOfRange(let step, let ratio):
      Explanation(
        what: Words(
          "L'étape « \(step) » prend la part \(ratio.decimalDescription).",
          "The step “\(step)” takes the part \(ratio.decimalDescription)."),
        why: Words("Une part va de 0 à 1.", "A part is from 0 to 1."), remedy: remedy)
    case .fixedAmountIsNegative(let step, let amount):
      Explanation(
        what: Words("L'étape « \(step) » prend ", "The step “\(step)” takes ") + euros(amount)
          + Words(both: "."),
        why: Words(
          "Un montant fixe négatif créerait de l'argent.",
          "A negative fixed amount would create money."),
        remedy: remedy)
    default:
      Explanation(
        what: Words(
          "Aucune dernière étape ne prend le reste.", "No last step takes the remainder."),
        why: Words(
          "Chaque centime de la base doit avoir un bénéficiaire.",
          "Every cent of the base must have a beneficiary."),
        remedy: remedy)
    }
  }

  private var inputExplanation: Explanation {
    switch self {
    case .beneficiaryIsMalformed(let text):
      Explanation(
        what: Words(
          "« \(text) » ne désigne aucun bénéficiaire.", "“\(text)” names no beneficiary."),
        why: Words(
          "Un bénéficiaire s'écrit reserve:…, party:…, college:…, member:… ou company.",
          "A beneficiary is written reserve:…, party:…, college:…, member:… or company."),
        remedy: Words("Corrigez le texte.", "Correct the text."))
    case .collegeIsUnknown(let step, let college):
      Explanation(
        what: Words(
          "L'étape « \(step) » sert le collège « \(college) », qui n'existe pas à cette date.",
          "The step “\(step)” serves the college “\(college)”, which does not exist then."),
        why: Words(
          "Sa part n'aurait pas de destinataire décidé.",
          "Its part would have no decided recipient."),
        remedy: Words(
          "Ajoutez le collège aux statuts ou changez l'étape.",
          "Add the college to the statutes or change the step."))
    case .collegeIsRepeated(let college): repeated(college)
    case .memberIsRepeated(let member, _): repeated(member)
    case .weightIsNegative(let name):
      Explanation(
        what: Words("Le poids de \(name) est négatif.", "The weight of \(name) is negative."),
        why: Words(
          "Une clé n'a que des poids nuls ou positifs.", "A key has weights of zero or more only."),
        remedy: Words(
          "Vérifiez le registre des parts et les poids des collèges.",
          "Check the share register and the weights of the colleges."))
    case .residuesDoNotSumToZero(let division):
      Explanation(
        what: Words(
          "Les restes reportés de « \(division) » ne s'annulent pas.",
          "The residues carried in “\(division)” do not sum to zero."),
        why: Words(
          "Le livre a été modifié hors de Soleil, ou abîmé.",
          "The book was changed outside Soleil, or damaged."),
        remedy: Words(
          "Lancez « soleil doctor », puis reprenez une sauvegarde.",
          "Run “soleil doctor”, then go back to a backup."))
    default:
      Explanation(
        what: Words(
          "Les poids ou les montants dépassent 64 bits.",
          "The weights or amounts do not fit into 64 bits."),
        why: Words(
          "Une somme tronquée serait fausse sans que rien ne le montre.",
          "A truncated sum would be wrong without showing it."),
        remedy: Words(
          "Vérifiez les parts, les poids et la base.", "Check the shares, the weights and the base."
        ))
    }
  }

  private func repeated(_ name: String) -> Explanation {
    Explanation(
      what: Words("\(name) figure deux fois.", "\(name) is given twice."),
      why: Words("Sa part serait comptée deux fois.", "Its part would be counted twice."),
      remedy: Words("Supprimez l'une des deux mentions.", "Remove one of the two."))
  }
}
