import Production

extension Finding {
  /// Why it matters.
  var reasonWords: Words {
    switch code {
    case .rowsNewestFirst, .rowsOutOfOrder, .stepChanges, .firstDayOfPlant, .clockSteppedBack,
      .decimalMarkDiffers, .rowsRepeated, .counterRolledOverAsDeclared, .incompleteDayReplaced,
      .dayAlreadyKnown, .partialDayAlreadyKnown, .headingUnitLies, .meterChangedAsDeclared:
      Words("Les énergies du fichier restent exactes.", "The energies of the file stay exact.")
    case .edgeDayIncomplete, .dayIncomplete, .daysMissing, .spanWithoutDailySplit, .lastLineCut:
      Words(
        "Un mois dont un jour est incomplet ne se clôt pas sans décision.",
        "A month with an incomplete day is not closed without a decision.")
    case .totalBesideParts, .metersDisagree:
      Words(
        "Compter le total et ses parties partagerait deux fois la même énergie ; celui que le livre désigne fait foi.",
        "Counting the total and its parts would share the same energy twice; the one the book names is authoritative."
      )
    case .rowsMissing, .valuesMissing, .localTimeDoesNotExist, .rowDamaged:
      Words(
        "Une valeur inconnue n'est pas zéro ; un compteur enjambe le trou, une puissance non.",
        "An unknown value is not zero; a counter bridges the gap, a power does not.")
    case .negativePower, .counterDips, .counterAndPowerDisagree, .repeatedHourNewestFirst:
      Words(
        "Le total du jour n'en dépend pas, mais l'appareil mérite un regard.",
        "The day's total does not depend on it, but the device deserves a look.")
    case .fileSaysConsumption:
      Words(
        "Une consommation ne se comptabilise pas comme une production.",
        "Consumption is not booked as production.")
    case .formatAmbiguous, .formatUnknown, .stepNotOfProfile, .headingMissing, .headingTwice,
      .unitUnexpected, .formatMustBeNamed:
      Words(
        "Lire un fichier avec le mauvais format donnerait des kWh faux sans que rien ne le montre.",
        "Reading a file with the wrong format would give wrong kWh with nothing to show it.")
    case .rowsContradict, .dayContradicts, .counterReset, .counterRolledOver, .skippedHourHasRows,
      .stepUnknown, .dailyCounterNotReset:
      Words(
        "Choisir une valeur à votre place fausserait ce que chacun reçoit.",
        "Choosing a value for you would distort what everyone receives.")
    case .identifierLost, .meterUnknown, .severalDevicesForOneMeter:
      Words(
        "L'énergie d'un autre appareil serait attribuée à votre centrale.",
        "The energy of another device would be given to your plant.")
    case .fileEmpty, .fileIsWebPage, .fileIsWorkbook, .nulByte, .bytesUndecodable, .noDataRow,
      .tooManyCells, .lastValueCut, .valueUnreadable, .decimalMarkUnclear, .lineTooLong:
      Words(
        "Le fichier est abîmé ou incomplet ; en lire un morceau donnerait un total faux.",
        "The file is damaged or incomplete; reading part of it would give a wrong total.")
    case .stampUnreadable, .stampImpossible, .stampInFuture, .dateOrderUnproved:
      Words(
        "Une date mal lue met l'énergie sur un autre jour, ou un autre mois.",
        "A date misread puts the energy on another day, or another month.")
    case .powerImpossible, .energyTooSmall:
      Words(
        "Une unité fausse multiplie ou divise par mille ce qui est partagé.",
        "A wrong unit multiplies or divides by a thousand what is shared out.")
    }
  }

  /// What to do next.
  var remedyWords: Words {
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
      .unitUnexpected:
      Words(
        "Exportez de nouveau avec les réglages du format, sans passer par un tableur.",
        "Export again with the settings of the format, without a spreadsheet in between.")
    case .identifierLost:
      Words(
        "Reprenez le fichier d'origine : un tableur ne doit pas l'avoir enregistré.",
        "Take the original file: no spreadsheet should have saved it.")
    case .meterUnknown:
      Words(
        "Déclarez ce compteur avec `soleil apply`, ou désignez-le avec --meter.",
        "Declare the meter with `soleil apply`, or name it with --meter.")
    case .severalDevicesForOneMeter:
      Words(
        "Importez sans --meter, chaque appareil étant déclaré comme un compteur.",
        "Import without --meter, with each device declared as a meter.")
    case .fileEmpty, .fileIsWebPage, .fileIsWorkbook, .nulByte, .bytesUndecodable, .noDataRow,
      .lastValueCut, .lineTooLong:
      Words(
        "Téléchargez de nouveau le fichier, en texte CSV.",
        "Download the file again, as CSV text.")
    }
  }
}
