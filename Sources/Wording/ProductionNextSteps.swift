import Production

extension Finding {
  /// What to do next.
  var remedyWords: Words { remedyOfReading ?? remedyOfFile }

  private var remedyOfReading: Words? {
    switch code {
    case .rowsNewestFirst, .rowsOutOfOrder, .stepChanges, .firstDayOfPlant, .rowsRepeated,
      .negativePower, .counterDips, .clockSteppedBack, .repeatedHourNewestFirst,
      .localTimeDoesNotExist, .counterRolledOverAsDeclared, .incompleteDayReplaced,
      .dayAlreadyKnown, .partialDayAlreadyKnown, .decimalMarkDiffers, .headingUnitLies,
      .meterChangedAsDeclared:
      Words("Rien à faire.", "Nothing to do.")
    case .edgeDayIncomplete, .dayIncomplete, .daysMissing, .spanWithoutDailySplit, .lastLineCut,
      .rowsMissing, .valuesMissing, .rowDamaged:
      Words(
        "Importez aussi le fichier qui couvre la période manquante, s'il existe.",
        "Import the file that covers the missing period too, if there is one.")
    case .counterAndPowerDisagree, .energyTooSmall, .powerImpossible:
      Words(
        "Vérifiez l'unité de la colonne et la puissance crête déclarée, puis exportez de nouveau.",
        "Check the column's unit and the declared peak power, then export again.")
    case .fileSaysConsumption:
      Words(
        "Demandez au portail la courbe ou l'index d'injection.",
        "Ask the portal for the curve or index of injection.")
    case .totalBesideParts, .metersDisagree:
      Words(
        "Ne faites compter qu'un des deux : dans le fichier des compteurs, les autres sont là pour information.",
        "Let only one of the two count: in the file of meters, the others are there for information."
      )
    case .dateOrderUnproved:
      Words(
        "Exportez une période qui dépasse le 12 du mois.",
        "Export a period that goes past the twelfth of the month.")
    case .formatAmbiguous, .formatUnknown, .stepNotOfProfile, .formatMustBeNamed:
      Words(
        "Nommez le format avec --profile ; `soleil production profiles` les énumère.",
        "Name the format with --profile; `soleil production profiles` lists them.")
    case .rowsContradict, .dayContradicts:
      Words(
        "Demandez au portail laquelle des deux valeurs est juste, puis importez ce fichier seul.",
        "Ask the portal which of the two is right, then import that file alone.")
    case .counterReset, .counterRolledOver, .dailyCounterNotReset:
      Words(
        "Déclarez le changement de compteur ou la taille de son cadran, puis importez de nouveau.",
        "Declare the change of meter or the size of its register, then import again.")
    case .skippedHourHasRows, .stepUnknown, .stampUnreadable, .stampImpossible, .stampInFuture,
      .valueUnreadable, .decimalMarkUnclear, .tooManyCells, .headingMissing, .headingTwice,
      .unitUnexpected, .quantityUnexpected:
      Words(
        "Exportez de nouveau avec les réglages du format, sans passer par un tableur.",
        "Export again with the settings of the format, without a spreadsheet in between.")
    default: nil
    }
  }

  private var remedyOfFile: Words {
    switch code {
    case .identifierLost:
      Words(
        "Reprenez le fichier d'origine : un tableur ne doit pas l'avoir enregistré.",
        "Take the original file: no spreadsheet should have saved it.")
    case .meterUnknown:
      Words(
        "Déclarez ce compteur avec `soleil apply`, ou désignez-le avec --meter.",
        "Declare the meter with `soleil apply`, or name it with --meter.")
    case .deviceOfAnotherMeter:
      Words(
        "Importez sans --meter, ou corrigez le numéro de série du compteur avec `soleil apply`.",
        "Import without --meter, or correct the meter's serial number with `soleil apply`.")
    case .severalDevicesForOneMeter:
      Words(
        "Importez sans --meter, chaque appareil étant déclaré comme un compteur.",
        "Import without --meter, with each device declared as a meter.")
    default:
      Words(
        "Téléchargez de nouveau le fichier, en texte CSV.",
        "Download the file again, as CSV text.")
    }
  }
}
