import Units
import YearEnd

extension YearEndRefusal {
  var explanationOfPayment: Explanation {
    switch self {
    case .paymentIsTooLate(let day, let limit):
      Explanation(
        what: Words(
          "Le paiement est prévu le \(longDay(day).french), après le \(longDay(limit).french).",
          "Payment is set for \(longDay(day).english), after \(longDay(limit).english)."),
        why: Words(
          "Un dividende se paie dans les neuf mois de la clôture, sauf délai donné en justice (C. com., art. L232-13).",
          "A dividend is paid within nine months of the year's end, unless a court grants more (C. com., art. L232-13)."
        ),
        remedy: Words("Avancez payment_date au ", "Move payment_date to ") + longDay(limit)
          + Words(" au plus tard.", " at the latest."))
    case .paymentIsBeforeTheMeeting(let day, let meeting):
      Explanation(
        what: Words(
          "Le paiement du \(longDay(day).french) précède la décision du \(longDay(meeting).french).",
          "The payment of \(longDay(day).english) precedes the decision of \(longDay(meeting).english)."
        ),
        why: Words(
          "Avant la décision rien n'est dû.", "Before the decision nothing is owed."),
        remedy: Words("Corrigez payment_date.", "Mend payment_date."))
    default:
      Explanation(
        what: Words(
          "Le jour du paiement du dividende manque.", "The day the dividend is paid is missing."),
        why: Words(
          "L'assemblée le fixe, dans les neuf mois de la clôture (C. com., art. L232-13).",
          "The meeting sets it, within nine months of the year's end (C. com., art. L232-13)."),
        remedy: Words(
          "Ajoutez payment_date = AAAA-MM-JJ à la résolution.",
          "Add payment_date = YYYY-MM-DD to the resolution."))
    }
  }

  var explanationOfInterim: Explanation {
    switch self {
    case .dividendIsBelowTheInterim(let dividend, let interim):
      Explanation(
        what: Words(
          "Le dividende de \(euros(dividend).french) est inférieur à l'acompte versé, "
            + "\(euros(interim).french).",
          "The dividend of \(euros(dividend).english) is less than the advance paid, "
            + "\(euros(interim).english)."),
        why: Words(
          "L'acompte est une part du dividende de l'exercice (C. com., art. L232-12).",
          "The advance is part of the year's dividend (C. com., art. L232-12)."),
        remedy: Words(
          "Votez un dividende d'au moins cet acompte, au besoin sur les réserves libres.",
          "Vote a dividend of at least that advance, from free reserves if need be."))
    case .certifiedBalanceIsMissing:
      Explanation(
        what: Words(
          "L'acompte ne repose sur aucun bilan certifié.",
          "The advance rests on no certified balance sheet."),
        why: Words(
          "Sans bilan certifié par un commissaire aux comptes, un acompte est un dividende fictif (C. com., art. L232-12).",
          "Without a balance sheet that an auditor certified, an advance is a fictitious dividend (C. com., art. L232-12)."
        ),
        remedy: Words(
          "Ajoutez [certified_balance] avec file, auditor, date et profit_cents.",
          "Add [certified_balance] with file, auditor, date and profit_cents."))
    case .certifiedBalanceIsMisdated(let day, let first, let last):
      Explanation(
        what: Words(
          "Le bilan certifié est au \(longDay(day).french), hors de la période du "
            + "\(longDay(first).french) au \(longDay(last).french).",
          "The certified balance sheet shows \(longDay(day).english), outside \(longDay(first).english) "
            + "to \(longDay(last).english)."),
        why: Words(
          "Il montre le bénéfice depuis la clôture précédente, avant la décision (C. com., art. L232-12).",
          "It shows the profit since the last year's end, before the decision (C. com., art. L232-12)."
        ),
        remedy: Words(
          "Vérifiez la date du bilan et l'exercice demandé.",
          "Check the day of the balance sheet and the year asked for."))
    default: tooLargeInterim
    }
  }

  private var tooLargeInterim: Explanation {
    guard case .interimExceedsTheProfit(let interim, let allowed) = self else { return blank }
    return Explanation(
      what: Words(
        "L'acompte de \(euros(interim).french) dépasse les \(euros(allowed).french) permis.",
        "The advance of \(euros(interim).english) exceeds the \(euros(allowed).english) allowed."),
      why: Words(
        "Du bénéfice certifié se déduisent pertes, réserves et acomptes déjà versés (C. com., art. L232-12).",
        "Losses, reserves and earlier advances reduce the certified profit (C. com., art. L232-12)."
      ),
      remedy: Words("Distribuez au plus ", "Distribute at most ") + euros(allowed)
        + Words(both: "."))
  }
}
