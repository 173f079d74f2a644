public import Membership
internal import Units

extension MovementRefusal: Worded {
  /// What is wrong, why it matters, what to do; with the article where there is one.
  public var explanation: Explanation {
    let plain = found
    guard let article else { return plain }
    return Explanation(
      what: plain.what, why: plain.why + Words(both: " (\(article))"), remedy: plain.remedy)
  }

  private var found: Explanation {
    switch self {
    case .sharesAreLockedUp, .noticeIsTooShort, .transferIsNotApproved, .approvalComesLate,
      .priceIsNotTheNominal, .releaseTakesTooLong:
      termExplanation
    case .subjectIsMissing, .subjectIsUnknown, .nothingIsOpen, .subjectBelongsToAnother,
      .paymentExceedsWhatIsOpen, .callExceedsWhatIsUncalled, .repaymentComesTooEarly:
      settlingExplanation
    case .correctionComesTooEarly, .correctionIsNotPossible, .movementIsCorrectedAlready,
      .reasonIsMissing:
      correctingExplanation
    case .exitIsPaidBeforeItsEffect, .movementIsInAClosedMonth: dayExplanation
    case .sharesAreNotReleased, .trancheIsInsufficient: trancheExplanation
    case .giftHasAPrice, .amountIsNotPositive, .sharesAreNotExpected, .dueComesBefore,
      .detailIsNotExpected:
      formExplanation
    case .amountIsBeyondSense(let amount):
      Explanation(
        what: Words("Un montant vaut ", "An amount is ") + euros(amount) + Words(both: "."),
        why: Words(
          "Aucune coopérative n'a de telles sommes ; leur total ne tiendrait pas dans le livre.",
          "No cooperative has such sums; their total would not fit into the book."),
        remedy: Words("Vérifiez la saisie.", "Check what was typed."))
    }
  }

  private var termExplanation: Explanation {
    switch self {
    case .sharesAreLockedUp(let member, let day, let free, let needed, _):
      Explanation(
        what: Words("Le ", "On ") + longDay(day)
          + Words(", \(member) peut disposer de ", " \(member) may dispose of ")
          + number(free.units) + Words(" part(s) ; il en faut ", " share(s); needed: ")
          + number(needed.units) + Words(both: "."),
        why: Words(
          "Les autres sont encore inaliénables.", "The others are still locked up."),
        remedy: Words(
          "Attendez la fin du blocage, réduisez le nombre, ou nommez une autre --tranche.",
          "Wait for the end of the lock-up, reduce the number, or name another --tranche."))
    case .noticeIsTooShort(let effect, let earliest, _):
      Explanation(
        what: Words("Le retrait prendrait effet le ", "The withdrawal would take effect on ")
          + longDay(effect) + Words(" ; au plus tôt : ", "; at the earliest: ")
          + longDay(earliest) + Words(both: "."),
        why: Words("Le préavis n'est pas écoulé.", "The notice has not run."),
        remedy: Words("Repoussez la date d'effet.", "Put the effect off."))
    case .approvalComesLate(let approved, let transfer):
      Explanation(
        what: Words("L'agrément est daté du ", "The approval is dated ") + longDay(approved)
          + Words(", la cession du ", ", the transfer ") + longDay(transfer) + Words(both: "."),
        why: Words(
          "Une cession faite avant son agrément est nulle.",
          "A transfer made before its approval is void."),
        remedy: Words("Corrigez l'une des dates.", "Correct one of the dates."))
    case .priceIsNotTheNominal(let price, let nominal, _):
      Explanation(
        what: Words("Le prix de sortie est ", "The exit price is ") + euros(price)
          + Words(" pour un nominal de ", " for a nominal of ") + euros(nominal)
          + Words(both: "."),
        why: Words(
          "Les statuts remboursent au nominal.", "The statutes repay at nominal."),
        remedy: Words(
          "Remboursez le nominal, ou modifiez exit_price des statuts.",
          "Repay the nominal, or change exit_price of the statutes."))
    case .releaseTakesTooLong(let due, let latest):
      Explanation(
        what: Words("Le solde serait dû le ", "The rest would be due on ") + longDay(due)
          + Words(" ; au plus tard : ", "; at the latest: ") + longDay(latest)
          + Words(both: "."),
        why: Words(
          "Un apport en numéraire est libéré dans les cinq ans.",
          "A contribution in cash is paid within five years."),
        remedy: Words("Avancez l'échéance.", "Bring the day forward."))
    default:
      Explanation(
        what: Words(
          "La cession ne dit pas quand elle a été agréée.",
          "The transfer does not say when it was approved."),
        why: Words(
          "Les statuts soumettent les cessions à agrément.",
          "The statutes make transfers subject to approval."),
        remedy: Words(
          "Donnez la date de la décision : --approved, ou colonne approved.",
          "Give the day of the decision: --approved, or the column approved."))
    }
  }

  private var settlingExplanation: Explanation {
    let remedy = Words(
      "Voyez ce qui reste dû : soleil shares due.", "See what is open: soleil shares due.")
    return switch self {
    case .subjectIsMissing(let kind):
      Explanation(
        what: Words(
          "« \(kind.rawValue) » ne dit pas à quel mouvement il se rapporte.",
          "“\(kind.rawValue)” does not say which movement it is about."),
        why: Words("Sans lui, rien ne peut être soldé.", "Without it nothing can be settled."),
        remedy: Words(
          "Donnez sa référence : --of, ou colonne of.",
          "Give its reference: --of, or the column of."))
    case .subjectIsUnknown(let reference):
      Explanation(
        what: Words(
          "Aucun mouvement n'a la référence « \(reference) ».",
          "No movement has the reference “\(reference)”."),
        why: Words("Sans lui, rien ne peut être soldé.", "Without it nothing can be settled."),
        remedy: Words(
          "Voyez les références : soleil shares list.", "See the references: soleil shares list."))
    case .nothingIsOpen(let reference, let kind):
      Explanation(
        what: Words(
          "« \(reference) » ne laisse rien d'ouvert pour « \(kind.rawValue) ».",
          "“\(reference)” leaves nothing open for “\(kind.rawValue)”."),
        why: Words(
          "Ce qui est soldé ne se solde pas deux fois.",
          "What is settled is not settled twice."), remedy: remedy)
    case .subjectBelongsToAnother(let reference, let member):
      Explanation(
        what: Words(
          "« \(reference) » est un mouvement de \(member).",
          "“\(reference)” is a movement of \(member)."),
        why: Words(
          "Chacun paie ou reçoit pour ses propres parts.",
          "Everyone pays or receives for their own shares."), remedy: remedy)
    case .callExceedsWhatIsUncalled(let amount, let uncalled):
      Explanation(
        what: Words("L'appel est de ", "The call is of ") + euros(amount)
          + Words(" ; non appelé : ", "; uncalled: ") + euros(uncalled) + Words(both: "."),
        why: Words(
          "On n'appelle que ce qui ne l'a pas été.",
          "Only what was not called is called."), remedy: remedy)
    case .repaymentComesTooEarly(let day, let from):
      Explanation(
        what: Words("Le remboursement est daté du ", "The repayment is dated ") + longDay(day)
          + Words(" ; la sortie prend effet le ", "; the exit takes effect on ")
          + longDay(from) + Words(both: "."),
        why: Words("La société ne doit rien avant.", "The company owes nothing before."),
        remedy: Words("Corrigez la date.", "Correct the date."))
    case .paymentExceedsWhatIsOpen(let amount, let open):
      Explanation(
        what: Words("Le paiement est de ", "The payment is of ") + euros(amount)
          + Words(" ; reste dû : ", "; open: ") + euros(open) + Words(both: "."),
        why: Words("Un trop-perçu n'est pas du capital.", "What is overpaid is no capital."),
        remedy: remedy)
    default: formExplanation
    }
  }

  private var correctingExplanation: Explanation {
    switch self {
    case .correctionComesTooEarly(let day, let earliest):
      Explanation(
        what: Words("La correction est datée du ", "The correction is dated ") + longDay(day)
          + Words(" ; au plus tôt : ", "; at the earliest: ") + longDay(earliest)
          + Words(both: "."),
        why: Words(
          "On n'annule pas ce qui n'a pas encore eu lieu.",
          "What has not happened yet is not undone."),
        remedy: Words("Repoussez la date.", "Put the date off."))
    case .correctionIsNotPossible(let reference):
      Explanation(
        what: Words("« \(reference) » ne s'annule pas.", "“\(reference)” is not undone."),
        why: Words(
          "C'est un paiement, une correction, ou un mouvement déjà suivi de paiements.",
          "It is a payment, a correction, or a movement that payments follow."),
        remedy: Words(
          "Enregistrez le mouvement inverse à sa date.", "Record the opposite movement at its date."
        ))
    case .movementIsCorrectedAlready(let reference):
      Explanation(
        what: Words("« \(reference) » est déjà corrigé.", "“\(reference)” is corrected already."),
        why: Words("On n'annule qu'une fois.", "One undoes once."),
        remedy: Words(
          "Enregistrez de nouveau le mouvement juste.", "Record the right movement anew."))
    default:
      Explanation(
        what: Words("La correction n'a pas de motif.", "The correction has no reason."),
        why: Words("Le registre dit pourquoi il est corrigé.", "The register says why."),
        remedy: Words("Donnez un motif : --reason.", "Give a reason: --reason."))
    }
  }

  private var trancheExplanation: Explanation {
    switch self {
    case .sharesAreNotReleased(let order, let open):
      Explanation(
        what: Words(
          "Les parts de l'ordre \(order) ne sont pas libérées ; reste dû : ",
          "The shares of order \(order) are not paid in full; open: ") + euros(open)
          + Words(both: "."),
        why: Words(
          "Cédant et cessionnaire en répondraient tous deux.",
          "Giver and receiver would both answer for it."),
        remedy: Words("Encaissez d'abord le solde.", "Take in the rest first."))
    case .trancheIsInsufficient(let order, let held, let needed):
      Explanation(
        what: Words("De l'ordre \(order) sont détenues ", "Of order \(order) are held ")
          + number(held.units) + Words(" part(s) ; il en faut ", " share(s); needed: ")
          + number(needed.units) + Words(both: "."),
        why: Words("La tranche nommée ne suffit pas.", "The named tranche does not suffice."),
        remedy: Words("Nommez une autre tranche, ou aucune.", "Name another tranche, or none."))
    default: formExplanation
    }
  }

  private var formExplanation: Explanation {
    let remedy = Words("Corrigez le mouvement.", "Correct the movement.")
    return switch self {
    case .giftHasAPrice(let amount):
      Explanation(
        what: Words("Le mouvement a un prix : ", "The movement has a price: ") + euros(amount)
          + Words(both: "."),
        why: Words(
          "Don, succession et reprise se font sans prix.",
          "Gift, inheritance and opening have no price."), remedy: remedy)
    case .amountIsNotPositive(let amount):
      Explanation(
        what: Words("Le montant est ", "The amount is ") + euros(amount) + Words(both: "."),
        why: Words("Un paiement est d'un centime au moins.", "A payment is of a cent at least."),
        remedy: remedy)
    case .sharesAreNotExpected(let kind, let shares):
      Explanation(
        what: Words(
          "« \(kind.rawValue) » porte sur ", "“\(kind.rawValue)” is of ") + number(shares.units)
          + Words(" part(s).", " share(s)."),
        why: Words("Il ne déplace pas de parts.", "It moves no shares."), remedy: remedy)
    case .dueComesBefore(let due, let date):
      Explanation(
        what: Words("L'échéance, le ", "What is due on ") + longDay(due)
          + Words(", précède le mouvement, le ", " comes before the movement, on ")
          + longDay(date) + Words(both: "."),
        why: Words("Rien n'est dû avant.", "Nothing is due before."), remedy: remedy)
    case .detailIsNotExpected(let name, let kind):
      Explanation(
        what: Words(
          "« \(name) » ne va pas avec « \(kind.rawValue) ».",
          "“\(name)” does not go with “\(kind.rawValue)”."),
        why: Words("Il resterait sans effet.", "It would have no effect."), remedy: remedy)
    default:
      Explanation(what: Words(both: code), why: Words(both: ""), remedy: remedy)
    }
  }
}
