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
      .unitUnexpected, .quantityUnexpected, .formatMustBeNamed:
      Words(
        "Lire un fichier avec le mauvais format donnerait des kWh faux sans que rien ne le montre.",
        "Reading a file with the wrong format would give wrong kWh with nothing to show it.")
    case .rowsContradict, .dayContradicts, .counterReset, .counterRolledOver, .skippedHourHasRows,
      .stepUnknown, .dailyCounterNotReset:
      Words(
        "Choisir une valeur à votre place fausserait ce que chacun reçoit.",
        "Choosing a value for you would distort what everyone receives.")
    case .identifierLost, .meterUnknown, .deviceOfAnotherMeter, .severalDevicesForOneMeter:
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
}
