import Production
import Units

extension Finding {
  /// What is wrong with a file as a whole.
  var fileWords: Words? {
    switch code {
    case .fileEmpty: Words("Le fichier est vide.", "The file is empty.")
    case .fileIsWebPage:
      Words(
        "Le fichier est une page web, sans doute une page de connexion.",
        "The file is a web page, most likely a login page.")
    case .fileIsWorkbook:
      Words(
        "Le fichier est un classeur ou une archive, pas un texte CSV.",
        "The file is a workbook or an archive, not CSV text.")
    case .nulByte:
      Words("Un octet nul se trouve à la position ", "A NUL byte stands at offset ")
        + Words(both: words ?? "?") + Words(both: ".")
    case .bytesUndecodable:
      Words("Des octets ne sont pas des lettres (", "Some bytes are no letters (")
        + Words(both: words ?? "") + Words(both: ").")
    case .formatUnknown:
      Words("Aucun format connu ne convient.", "No known format fits.")
    case .headingMissing:
      Words("L'en-tête ", "The heading ") + quoted + Words(" manque.", " is missing.")
    case .headingTwice:
      Words("L'en-tête ", "The heading ") + quoted + Words(" figure deux fois.", " stands twice.")
    case .unitUnexpected:
      Words("L'unité écrite est ", "The unit written is ") + quoted
        + Words(", pas celle du format.", ", not the format's.")
    case .quantityUnexpected:
      Words("La grandeur mesurée est ", "The quantity measured is ") + quoted
        + Words(
          ", et non une énergie active produite ou consommée.",
          ", not active energy produced or consumed.")
    case .identifierLost:
      Words("Un tableur a arrondi l'identifiant en ", "A spreadsheet rounded the identifier to ")
        + quoted + Words(both: ".")
    case .meterUnknown:
      Words("L'appareil ", "The device ") + quoted
        + Words(" n'est pas un compteur du livre.", " is no meter of the book.")
    case .deviceOfAnotherMeter:
      Words("L'appareil ", "The device ") + quoted
        + Words(
          " est un autre compteur du livre que celui annoncé.",
          " is another meter of the book than the one stated.")
    case .severalDevicesForOneMeter:
      Words("Le fichier contient ", "The file holds ") + many
        + Words(" appareils pour un seul compteur annoncé.", " devices for the one meter stated.")
    case .noDataRow:
      Words("Aucune ligne de données sous les en-têtes.", "No row of data below the headings.")
    case .stepNotOfProfile:
      Words("Le pas est de ", "The step is ") + many
        + Words(
          " secondes, ce que ce format n'écrit pas.", " seconds, which this format does not write.")
    default: nil
    }
  }

  /// What is wrong with the rows.
  var contentWords: Words? {
    switch code {
    case .stampUnreadable:
      Words("La date ", "The date ") + quoted + Words(" est illisible", " cannot be read") + onRows
    case .stampImpossible:
      Words("La date ", "The date ") + quoted
        + Words(" n'existe pas au calendrier", " is not in the calendar") + onRows
    case .stampInFuture:
      counted("Lignes datées dans l'avenir", "Rows dated in the future")
    case .valueUnreadable:
      Words("La valeur ", "The value ") + quoted + Words(" n'est pas un nombre", " is no number")
        + onRows
    case .decimalMarkUnclear:
      Words(
        "Un nombre n'a pas le séparateur décimal du format, et rien ne dit si l'autre sépare des milliers.",
        "A number lacks the format's decimal mark, and nothing tells whether the other groups thousands."
      )
    case .tooManyCells:
      counted("Lignes qui ont plus de cases que d'en-têtes", "Rows with more cells than headings")
    case .lastValueCut:
      Words(
        "Le dernier nombre est coupé : le compteur reculerait.",
        "The last number is cut: the counter would fall.")
    case .powerImpossible:
      Words("La ligne donne ", "The line tells ") + energyWords + Words(" là où ", " where ")
        + againstWords + Words(" est le plus possible", " is the most possible") + onRows
    case .energyTooSmall:
      Words("Les jours entiers du fichier donnent ", "The whole days of the file give ")
        + energyWords + Words(", moins de ", ", less than ") + againstWords
        + Words(" : l'unité est sans doute fausse.", ": the unit is most likely wrong.")
    default: nil
    }
  }
}
