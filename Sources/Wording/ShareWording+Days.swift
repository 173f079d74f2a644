internal import Membership
internal import Units

extension MovementRefusal {
  /// What is said of movements whose day does not fit.
  var dayExplanation: Explanation {
    switch self {
    case .exitIsPaidBeforeItsEffect(let amount, let date, let effect):
      Explanation(
        what: Words("La sortie prend effet le ", "The exit takes effect on ") + longDay(effect)
          + Words(" ; ", "; ") + euros(amount)
          + Words(" seraient payés dès le ", " would be paid already on ") + longDay(date)
          + Words(both: "."),
        why: Words("La société ne doit rien avant.", "The company owes nothing before."),
        remedy: Words(
          "Enregistrez la sortie sans --paid (dans un fichier : amount_cents 0 et price_cents), puis, "
            + "une fois l'effet venu, le paiement : soleil shares repay.",
          "Record the exit without --paid (in a file: amount_cents 0 and price_cents), then, once it "
            + "has taken effect, the payment: soleil shares repay."))
    case .movementIsInAClosedMonth(let day, let closed):
      Explanation(
        what: Words("Le mouvement s'inscrirait au ", "The movement would be entered on ")
          + longDay(day)
          + Words(", et le livre est clos jusqu'au ", ", and the book is closed through ")
          + longDay(closed) + Words(both: "."),
        why: Words(
          "La clôture fige la chronologie : rien ne s'ajoute à un mois clos (PCG, art. 1031-4).",
          "Closing freezes the order of time: nothing is added to a closed month (PCG, "
            + "art. 1031-4)."),
        remedy: Words("Datez-le du ", "Date it ") + longDay(closed.next)
          + Words(
            ", premier jour ouvert, et dites sa vraie date dans sa référence, ou dans le motif d'une "
              + "correction.",
            ", the first open day, and tell its true date in its reference, or in the reason of a "
              + "correction."))
    default:
      Explanation(what: Words(both: code), why: Words(both: ""), remedy: Words(both: ""))
    }
  }
}
