public import Text
import Units

extension InCell: Worded {
  /// The explanation of the reason, with the heading over the cell before it.
  public var explanation: Explanation {
    guard let told = (reason as? any Worded)?.explanation else {
      return Explanation(
        what: Words(both: reason.code), why: Words(both: ""), remedy: Words(both: ""))
    }
    return Explanation(
      what: Words("Colonne « \(heading) » : ", "Column “\(heading)”: ") + told.what,
      why: told.why, remedy: told.remedy)
  }
}

extension SpreadsheetRefusal: Worded {
  /// What is wrong, why it matters, what to do.
  public var explanation: Explanation {
    switch self {
    case .fileIsAWorkbook, .textIsUTF16, .byteIsNoLetter: fileExplanation
    case .delimiterIsUndecided, .columnIsNamedTwice, .cellHasNoHeading: headingExplanation
    case .cellIsEmpty, .cellIsAnError, .textLeavesItsLine, .rowIsATotal, .wordIsUnknown:
      cellExplanation
    case .yearHasTwoDigits, .numberIsScientific, .numberIsAmbiguous: numberExplanation
    }
  }

  private var fileExplanation: Explanation {
    let remedy = Words(
      "Dans le tableur : Enregistrer sous, type « CSV UTF-8 (délimité par des virgules) ».",
      "In the spreadsheet: Save as, type “CSV UTF-8 (comma delimited)”.")
    return switch self {
    case .fileIsAWorkbook:
      Explanation(
        what: Words(
          "Le fichier est le classeur lui-même, et non un CSV.",
          "The file is the workbook itself, not a CSV."),
        why: Words(
          "Un classeur contient des formules et plusieurs feuilles : laquelle vaut n'est pas dit.",
          "A workbook holds formulas and several sheets: nothing says which one counts."),
        remedy: remedy)
    case .textIsUTF16:
      Explanation(
        what: Words("Le texte est en UTF-16.", "The text is UTF-16."),
        why: Words(
          "C'est ce qu'écrit le type « Texte Unicode » ; il n'est pas lu ici.",
          "The type “Unicode text” writes so; it is not read here."),
        remedy: remedy)
    default:
      Explanation(
        what: Words(
          "Un octet de cette ligne n'est une lettre ni en UTF-8 ni en Windows-1252, ou les deux "
            + "sont mêlés.",
          "A byte of this line is a letter neither in UTF-8 nor in Windows-1252, or both are mixed."
        ),
        why: Words(
          "Les lettres accentuées seraient lues de travers.",
          "Accented letters would be read wrongly."),
        remedy: remedy)
    }
  }

  private var headingExplanation: Explanation {
    switch self {
    case .delimiterIsUndecided(let signs):
      Explanation(
        what: Words(
          "L'en-tête peut se couper de \(signs.count) façons : ",
          "The heading can be cut in \(signs.count) ways: ")
          + Words(both: signs.joined(separator: "  ")) + Words(".", "."),
        why: Words(
          "Couper au mauvais signe mêlerait les colonnes.",
          "Cutting at the wrong sign would mix the columns."),
        remedy: Words(
          "Reprenez les titres que donne « soleil template », sans virgule dans un titre.",
          "Take the headings that “soleil template” gives, no comma within a heading."))
    case .columnIsNamedTwice(let column, let headings):
      Explanation(
        what: Words(both: headings.map { "« \($0) »" }.joined(separator: ", "))
          + Words(
            " désignent la même colonne (\(column)).", " stand for one column (\(column))."),
        why: Words(
          "Laquelle des deux vaut n'est pas dit.", "Nothing says which of the two counts."),
        remedy: Words("Supprimez l'une des deux.", "Remove one of the two."))
    default:
      Explanation(
        what: Words(
          "Une cellule est remplie sous une colonne sans titre.",
          "A cell is filled under a column without a heading."),
        why: Words(
          "Ce qui n'a pas de titre n'a pas de sens connu, et ne doit pas être perdu.",
          "What has no heading has no known meaning, and must not be lost."),
        remedy: Words(
          "Donnez un titre à la colonne, ou videz la cellule.",
          "Give the column a heading, or empty the cell."))
    }
  }

  private var cellExplanation: Explanation {
    switch self {
    case .cellIsEmpty:
      Explanation(
        what: Words("la cellule est vide.", "the cell is empty."),
        why: Words(
          "Cette donnée est nécessaire ; la deviner n'est pas permis.",
          "This is needed, and not to be guessed."),
        remedy: Words("Remplissez la cellule.", "Fill in the cell."))
    case .cellIsAnError(let mark):
      Explanation(
        what: Words(
          "« \(mark) » est la marque d'une formule en échec ou d'une colonne trop étroite.",
          "“\(mark)” is the mark of a failed formula or of a column too narrow."),
        why: Words(
          "La valeur elle-même n'est plus dans le fichier.",
          "The value itself is no longer in the file."),
        remedy: Words(
          "Corrigez la formule ou élargissez la colonne, puis enregistrez de nouveau.",
          "Mend the formula or widen the column, then save again."))
    case .textLeavesItsLine:
      Explanation(
        what: Words(
          "le texte tient sur plusieurs lignes, ou change le sens de l'écriture.",
          "the text goes over several lines, or turns the direction of writing."),
        why: Words(
          "Dans une liste, il se lirait comme une autre ligne ou un autre nom.",
          "In a list it would read as another line or another name."),
        remedy: Words("Écrivez-le sur une seule ligne.", "Write it on one line."))
    case .rowIsATotal(let word):
      Explanation(
        what: Words(
          "La ligne « \(word) » additionne les autres.", "The row “\(word)” adds up the others."),
        why: Words("Elle compterait tout deux fois.", "It would count everything twice."),
        remedy: Words("Supprimez cette ligne.", "Remove this row."))
    case .wordIsUnknown(let allowed):
      Explanation(
        what: Words("ce mot n'est pas connu.", "this word is not known."),
        why: Words(
          "La colonne n'admet que certains mots.", "The column allows certain words only."),
        remedy: Words("Écrivez l'un de : ", "Write one of: ")
          + Words(both: allowed.joined(separator: ", ") + "."))
    default: headingExplanation
    }
  }

  private var numberExplanation: Explanation {
    switch self {
    case .yearHasTwoDigits:
      Explanation(
        what: Words("l'année n'a que deux chiffres.", "the year has two digits only."),
        why: Words(
          "1925 et 2025 s'écriraient de même.", "1925 and 2025 would be written alike."),
        remedy: Words(
          "Donnez à la colonne le format JJ/MM/AAAA.", "Give the column the format DD/MM/YYYY."))
    case .numberIsScientific:
      Explanation(
        what: Words(
          "le nombre est en notation scientifique.", "the number is in scientific form."),
        why: Words(
          "Le tableur en a perdu les derniers chiffres.",
          "The spreadsheet has lost its last digits."),
        remedy: Words(
          "Donnez à la colonne le format Texte, ressaisissez le nombre.",
          "Give the column the format Text and enter the number again."))
    default:
      Explanation(
        what: Words(
          "le nombre a une virgule et un point, ou des espaces mal placées.",
          "the number has both a comma and a point, or spaces in odd places."),
        why: Words(
          "1,234 vaut mille en anglais et un en français.",
          "1,234 is a thousand in English and one in French."),
        remedy: Words(
          "Écrivez 1234,56 ou 1 234,56.", "Write 1234.56 or 1 234.56."))
    }
  }
}
