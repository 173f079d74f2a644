import Production
import Units

extension Finding {
  /// What rows, columns and meters beside each other show.
  var besideWords: Words? {
    switch code {
    case .rowDamaged:
      counted(
        "Lignes auxquelles manque une case obligatoire, dont la valeur n'est pas crue",
        "Rows that lack a cell they must have, whose value is not believed")
    case .headingUnitLies:
      Words("L'en-tête ", "The heading ") + quoted
        + Words(
          " annonce une énergie, mais ce portail y écrit une puissance en kW.",
          " states an energy, but this portal writes a power in kW there.")
    case .metersDisagree:
      Words("Le total du site dit ", "The total of the site tells ") + energyWords
        + Words(" là où ses onduleurs disent ", " where its inverters tell ") + againstWords
        + Words(" (jours : ", " (days: ") + many + Words(both: ").")
    case .totalBesideParts:
      counted(
        "Un compteur dit la somme des autres ; jours où c'est exact",
        "One meter tells the sum of the others; days on which that is exact")
    case .meterChangedAsDeclared:
      Words("Le compteur a été changé comme déclaré, le ", "The meter was changed as declared, on ")
        + dayWords + Words(both: ".")
    default: nil
    }
  }

  /// Questions and refusals about what a file does not tell.
  var untoldWords: Words? {
    switch code {
    case .dailyCounterNotReset:
      Words(
        "Un compteur journalier n'est pas reparti de zéro à minuit, ou l'a fait en cours de journée, le ",
        "A daily counter did not start again at midnight, or did so within the day, on ")
        + dayWords + Words(both: ".")
    case .formatMustBeNamed:
      Words("Le fichier ressemble au format ", "The file looks like the format ") + quoted
        + Words(", dont les en-têtes ne disent pas l'unité.", ", whose headings tell no unit.")
    case .dateOrderUnproved:
      Words(
        "Aucune date ne dépasse le 12 : rien ne prouve lequel des deux nombres est le mois.",
        "No date is past the twelfth: nothing proves which of the two figures is the month.")
    case .lineTooLong:
      Words(
        "Une ligne dépasse un million d'octets : ce n'est pas un tableau.",
        "A line is longer than a million bytes: this is no table.")
    default: nil
    }
  }
}
