public import Production
import Units

extension Finding: Worded {
  /// What was found, why it matters, what to do.
  public var explanation: Explanation {
    let what =
      noteWords ?? warningWords ?? questionWords ?? fileWords ?? contentWords
      ?? besideWords ?? untoldWords
    return Explanation(
      what: what ?? Words(both: code.rawValue), why: reasonWords, remedy: remedyWords)
  }

  /// How many, as a figure.
  var many: Words { number(count) }
  /// A heading and how many: no grammar to agree with one or several.
  func counted(_ french: String, _ english: String) -> Words {
    Words(french + " : ", english + ": ") + many + Words(both: ".")
  }
  /// The end of a sentence that several lines share.
  var onRows: Words {
    count == 1 ? Words(both: ".") : Words(" (lignes : ", " (lines: ") + many + Words(both: ").")
  }
  /// The words that stand in the file, quoted.
  var quoted: Words {
    let words = String((words ?? "").prefix(60))
    return Words("« \(words) »", "“\(words)”")
  }
  var energyWords: Words {
    energy.map(kilowattHours) ?? Words("une énergie inconnue", "an unknown energy")
  }
  var againstWords: Words { against.map(kilowattHours) ?? Words("rien", "nothing") }
  var dayWords: Words { day.map(longDay) ?? Words("un jour", "one day") }
  var otherLineWords: Words { Words(both: otherLine.map(String.init) ?? "?") }

  /// Notes: the file is taken as it is.
  private var noteWords: Words? {
    switch code {
    case .rowsNewestFirst:
      Words("Les lignes vont de la plus récente à la plus ancienne.", "Rows come newest first.")
    case .rowsOutOfOrder:
      Words(
        "Les lignes ne suivent pas l'ordre du temps ; elles ont été triées.",
        "Rows do not follow the order of time; they were sorted.")
    case .edgeDayIncomplete:
      Words("Le ", "") + dayWords
        + Words(
          " n'est pas entier : le fichier commence ou finit en cours de journée.",
          " is not whole: the file starts or ends within the day.")
    case .firstDayOfPlant:
      Words(
        "Le compteur part de zéro en cours de journée, le ",
        "The counter starts at zero within the day, on ")
        + dayWords + Words(" : l'installation est neuve.", ": the plant is new.")
    case .stepChanges:
      counted(
        "Changements du pas des mesures dans le fichier", "Changes of the step inside the file")
    case .fileSaysConsumption:
      Words(
        "Le fichier annonce une consommation, pas une production.",
        "The file states consumption, not production.")
    default: nil
    }
  }

  /// Questions: a person decides.
  private var questionWords: Words? {
    switch code {
    case .formatAmbiguous:
      Words("Plusieurs formats conviennent : ", "Several formats fit: ") + Words(both: words ?? "")
        + Words(both: ".")
    case .rowsContradict:
      Words(
        "Un même instant porte deux valeurs ; l'autre est à la ligne ",
        "One instant has two values; the other is on line ") + otherLineWords + onRows
    case .counterReset:
      Words("Le compteur tombe de ", "The counter falls from ") + againstWords
        + Words(" à ", " to ") + energyWords + Words(" le ", " on ") + dayWords + Words(both: ".")
    case .counterRolledOver:
      Words("Le compteur semble être passé par ", "The counter seems to have passed ")
        + againstWords
        + Words(" et reparti de zéro le ", " and started again from zero on ") + dayWords
        + Words(both: ".")
    case .skippedHourHasRows:
      counted(
        "Lignes datées de l'heure que mars supprime", "Rows dated in the hour that March skips")
    case .stepUnknown:
      counted(
        "Lignes sans durée : leurs voisines sont trop loin ou irrégulières",
        "Rows without a length: their neighbours are too far or irregular")
    case .dayContradicts:
      Words("Le ", "On ") + dayWords + Words(" vaut ", " the file tells ") + energyWords
        + Words(" dans ce fichier et ", " and another source ") + againstWords
        + Words(" ailleurs.", ".")
    default: nil
    }
  }
}
