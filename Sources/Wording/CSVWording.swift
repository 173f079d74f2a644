public import Text

extension CSVRefusal: Worded {
  /// What is wrong, why it matters, what to do.
  public var explanation: Explanation {
    switch self {
    case .fileIsTooLarge, .textIsNotUTF8, .headingIsMissing: fileExplanation
    case .quoteIsNeverClosed, .textFollowsAQuote, .quoteStandsInsideACell: quoteExplanation
    case .cellHasControlCharacter(let byte): controlExplanation(byte)
    case .columnIsUnknown, .columnIsMissing, .columnIsRepeated, .rowIsRagged: tableExplanation
    }
  }

  private var fileExplanation: Explanation {
    switch self {
    case .fileIsTooLarge(let bytes):
      Explanation(
        what: Words("Le fichier compte ", "The file has ") + number(bytes)
          + Words(" octets.", " bytes."),
        why: Words("La lecture s'arrête à 4 Gio.", "Reading stops at 4 GiB."),
        remedy: Words("Partagez-le en plusieurs fichiers.", "Split it into several files."))
    case .textIsNotUTF8:
      Explanation(
        what: Words("Le texte n'est pas en UTF-8.", "The text is not UTF-8."),
        why: Words(
          "Les lettres accentuées seraient lues de travers.",
          "Accented letters would be read wrongly."),
        remedy: Words(
          "Dans le tableur, enregistrez sous « CSV UTF-8 ».",
          "In the spreadsheet, save as “CSV UTF-8”."))
    default:
      Explanation(
        what: Words("La ligne d'en-tête manque.", "The heading row is missing."),
        why: Words(
          "Les colonnes sont reconnues à leur nom.", "Columns are recognised by their names."),
        remedy: Words(
          "Écrivez les noms des colonnes sur la première ligne.",
          "Write the column names on the first line."))
    }
  }

  private var quoteExplanation: Explanation {
    let why = Words(
      "Une cellule qui contient un guillemet, un séparateur ou un saut de ligne s'écrit entre "
        + "guillemets, ceux du texte étant doublés.",
      "A cell that holds a quote, a separator or a line break stands between quotes, those of the "
        + "text being doubled.")
    return switch self {
    case .quoteIsNeverClosed:
      Explanation(
        what: Words("Un guillemet ouvert ne se referme pas.", "An opened quote is never closed."),
        why: why, remedy: Words("Ajoutez le guillemet fermant.", "Add the closing quote."))
    case .textFollowsAQuote:
      Explanation(
        what: Words("Du texte suit le guillemet fermant.", "Text follows the closing quote."),
        why: why,
        remedy: Words(
          "Doublez le guillemet s'il fait partie du texte.",
          "Double the quote if it is part of the text."))
    default:
      Explanation(
        what: Words(
          "Un guillemet se trouve au milieu d'une cellule.", "A quote stands inside a cell."),
        why: why,
        remedy: Words(
          "Entourez la cellule de guillemets et doublez celui-ci.",
          "Put the cell between quotes and double this one."))
    }
  }

  private var tableExplanation: Explanation {
    switch self {
    case .columnIsUnknown(let name, let known):
      Explanation(
        what: Words("La colonne « \(name) » est inconnue.", "The column “\(name)” is unknown."),
        why: Words(
          "Une colonne ignorée en silence pourrait porter une donnée attendue.",
          "A column passed over in silence might hold what is needed."),
        remedy: Words("Colonnes reconnues : ", "Known columns: ")
          + Words(both: known.joined(separator: ", ") + "."))
    case .columnIsMissing(let name):
      Explanation(
        what: Words("La colonne « \(name) » manque.", "The column “\(name)” is missing."),
        why: Words(
          "Sans elle, les lignes ne peuvent pas être comprises.",
          "Without it the rows cannot be understood."),
        remedy: Words("Ajoutez-la à l'en-tête.", "Add it to the heading."))
    case .columnIsRepeated(let name):
      Explanation(
        what: Words(
          "La colonne « \(name) » figure deux fois.", "The column “\(name)” appears twice."),
        why: Words(
          "Laquelle des deux vaut n'est pas dit.", "Nothing says which of the two counts."),
        remedy: Words("Supprimez l'une des deux.", "Remove one of the two."))
    case .rowIsRagged(let cells, let columns):
      Explanation(
        what: Words(
          "La ligne a \(cells) cellule(s) pour \(columns) colonne(s).",
          "The row has \(cells) cell(s) for \(columns) column(s)."),
        why: Words(
          "Les valeurs pourraient avoir glissé d'une colonne à l'autre.",
          "Values may have slipped from one column to another."),
        remedy: Words(
          "Vérifiez les séparateurs et les guillemets de la ligne.",
          "Check the separators and quotes of the row."))
    default: fileExplanation
    }
  }
}
