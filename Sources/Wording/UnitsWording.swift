public import Units

extension UnitRefusal: Worded {
  /// What is wrong, why it matters, what to do.
  public var explanation: Explanation {
    switch self {
    case .dayIsNotACalendarDay(let text):
      Explanation(
        what: Words("« \(text) » n'est pas une date.", "“\(text)” is not a date."),
        why: Words(
          "Une date s'écrit AAAA-MM-JJ et doit exister au calendrier.",
          "A date is written YYYY-MM-DD and must exist in the calendar."),
        remedy: Words(
          "Corrigez la date, par exemple 2026-03-31.", "Correct the date, for instance 2026-03-31.")
      )
    case .monthIsNotACalendarMonth(let text):
      Explanation(
        what: Words("« \(text) » n'est pas un mois.", "“\(text)” is not a month."),
        why: Words("Un mois s'écrit AAAA-MM.", "A month is written YYYY-MM."),
        remedy: Words(
          "Corrigez le mois, par exemple 2026-03.", "Correct the month, for instance 2026-03."))
    case .numberIsNotDecimal(let text):
      Explanation(
        what: Words("« \(text) » n'est pas un nombre.", "“\(text)” is not a number."),
        why: Words(
          "Un nombre s'écrit en chiffres, avec un point devant les décimales, sans espace ni unité.",
          "A number is written in digits, with a point before decimals, without spaces or unit."),
        remedy: Words("Corrigez le nombre.", "Correct the number."))
    case .numberIsTooFine(let text, let decimals):
      Explanation(
        what: Words(
          "« \(text) » a plus de \(decimals) décimale(s).",
          "“\(text)” has more than \(decimals) decimal(s)."),
        why: Words(
          "La grandeur se compte en unités entières : arrondir ici fausserait une somme.",
          "The quantity is counted in whole units: rounding here would falsify a sum."),
        remedy: Words(
          "Écrivez la valeur dans l'unité attendue.", "Write the value in the expected unit."))
    case .sumIsTooLarge:
      Explanation(
        what: Words("Le résultat dépasse 64 bits.", "The result does not fit into 64 bits."),
        why: Words(
          "Un montant tronqué serait faux sans que rien ne le montre.",
          "A truncated amount would be wrong without showing it."),
        remedy: Words(
          "Vérifiez les montants et les unités de la saisie.",
          "Check the amounts and units of the input."))
    case .weightIsNegative(let weight):
      Explanation(
        what: Words("Le poids \(weight) est négatif.", "The weight \(weight) is negative."),
        why: Words(
          "Une clé de répartition n'a que des poids nuls ou positifs.",
          "A key divides by weights of zero or more only."),
        remedy: Words("Corrigez le poids.", "Correct the weight."))
    case .periodEndsBeforeItStarts(let first, let last):
      Explanation(
        what: Words("La période finit le ", "The period ends on ") + longDay(last)
          + Words(", avant son début le ", ", before it starts on ") + longDay(first)
          + Words(both: "."),
        why: Words(
          "Une période compte au moins un jour.", "A period has at least one day."),
        remedy: Words("Corrigez l'une des deux dates.", "Correct one of the two dates."))
    }
  }
}
