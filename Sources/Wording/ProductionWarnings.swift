import Production
import Units

extension Finding {
  /// Warnings: the figures are right, and a person should know.
  var warningWords: Words? { gapWords ?? oddityWords ?? knownWords }

  private var gapWords: Words? {
    switch code {
    case .rowsMissing:
      counted("Lignes manquantes, d'après le pas des mesures", "Rows missing, going by the step")
    case .daysMissing:
      counted("Jours manquants entre deux lignes", "Days missing between two rows")
    case .valuesMissing:
      counted("Lignes sans valeur", "Rows without a value")
    case .dayIncomplete:
      Words("Le ", "") + dayWords
        + Words(" n'est pas couvert en entier.", " is not covered to its end.")
    case .spanWithoutDailySplit:
      Words("Le compteur avance de ", "The counter moves by ") + energyWords
        + Words(
          " sur plusieurs jours sans relevé entre eux, à partir du ",
          " over several days without a reading between, from ") + dayWords + Words(both: ".")
    case .lastLineCut:
      Words(
        "La dernière ligne est coupée ; elle est laissée de côté.",
        "The last line is cut; it is left out.")
    default: nil
    }
  }

  private var oddityWords: Words? {
    switch code {
    case .rowsRepeated:
      counted(
        "Lignes répétées à l'identique, comptées une fois",
        "Rows repeated with the same value, counted once")
    case .negativePower:
      counted("Puissances négatives, comptées pour zéro", "Powers below zero, counted as none")
    case .counterDips:
      counted(
        "Relevés où le compteur recule un instant, laissés de côté",
        "Readings at which the counter dips, left out")
    case .counterAndPowerDisagree:
      Words("Le compteur dit ", "The counter tells ") + energyWords
        + Words(" là où la puissance dit ", " where the power tells ") + againstWords + onRows
    case .counterRolledOverAsDeclared:
      Words(
        "Le compteur est reparti de zéro à sa taille déclarée le ",
        "The counter started again at its declared size on ")
        + dayWords + Words(both: ".")
    case .clockSteppedBack:
      Words(
        "L'horloge de l'appareil a reculé ; le compteur, non.",
        "The device's clock stepped back; the counter did not.")
    case .repeatedHourNewestFirst:
      Words(
        "L'heure répétée d'octobre est lue à rebours, sans décalage écrit.",
        "The repeated hour of October is read backwards, with no offset written.")
    case .localTimeDoesNotExist:
      counted(
        "Relevés datés de l'heure que mars supprime, laissés de côté",
        "Readings dated in the hour that March skips, left out")
    case .decimalMarkDiffers:
      Words(
        "Les nombres s'écrivent avec l'autre séparateur décimal que celui du format ; le fichier le prouve.",
        "Numbers use the other decimal mark than the format's; the file proves it.")
    default: nil
    }
  }

  private var knownWords: Words? {
    switch code {
    case .dayAlreadyKnown:
      counted(
        "Jours déjà connus avec la même énergie, passés", "Days known with the same energy, skipped"
      )
    case .partialDayAlreadyKnown:
      counted(
        "Jours partiels compris dans des jours déjà connus, passés",
        "Partial days within days already known, skipped")
    case .incompleteDayReplaced:
      counted(
        "Jours incomplets remplacés par plus complets", "Incomplete days replaced by fuller ones")
    default: nil
    }
  }
}
