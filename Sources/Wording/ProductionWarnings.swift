import Production
import Units

extension Finding {
  /// Warnings: the figures are right, and a person should know.
  var warningWords: Words? { gapWords ?? oddityWords ?? knownWords }

  private var gapWords: Words? {
    switch code {
    case .rowsMissing:
      Words("Il manque ", "") + many
        + Words(
          " lignes que le pas des mesures laissait attendre.",
          " rows are missing that the step let expect.")
    case .daysMissing:
      Words("Il manque ", "") + many
        + Words(" jours entre deux lignes.", " days are missing between two rows.")
    case .valuesMissing:
      many + Words(" lignes n'ont pas de valeur.", " rows have no value.")
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
      many
        + Words(
          " lignes sont répétées à l'identique ; elles comptent une fois.",
          " rows are repeated with the same value; they count once.")
    case .negativePower:
      many
        + Words(
          " puissances sont négatives ; elles comptent pour zéro.",
          " powers are negative; they count as zero.")
    case .counterDips:
      Words("Le compteur recule un instant ", "The counter dips ") + many
        + Words(
          " fois puis revient ; ces relevés sont laissés de côté.",
          " times and comes back; those readings are left out.")
    case .counterAndPowerDisagree:
      Words("Le compteur dit ", "The counter tells ") + energyWords
        + Words(" là où la puissance dit ", " where the power tells ") + againstWords
        + Words(" (", " (") + many + Words(" pas).", " steps).")
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
      many
        + Words(
          " relevés sont datés de l'heure que mars supprime ; ils sont laissés de côté.",
          " readings are dated in the hour that March skips; they are left out.")
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
      many
        + Words(
          " jours sont déjà connus avec la même énergie ; ils sont passés.",
          " days are known with the same energy; they are skipped.")
    case .partialDayAlreadyKnown:
      many
        + Words(
          " jours partiels sont compris dans des jours déjà connus ; ils sont passés.",
          " partial days lie within days already known; they are skipped.")
    case .incompleteDayReplaced:
      many
        + Words(
          " jours incomplets sont remplacés par plus complets.",
          " incomplete days are replaced by fuller ones.")
    default: nil
    }
  }
}
