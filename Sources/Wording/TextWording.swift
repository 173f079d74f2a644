public import Text
import Units

extension TextRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .textIsNotUTF8, .jsonIsMalformed, .tomlIsMalformed, .numberIsNotWhole:
      explanationOfFile
    case .keyIsRepeated, .keyIsMissing, .keyIsUnknown, .keysExcludeEachOther: explanationOfKey
    case .valueHasWrongType, .valueIsNotAllowed, .numberIsOutOfRange: explanationOfValue
    case .textHasControlCharacter(_, let byte): controlExplanation(byte)
    }
  }

  private var explanationOfFile: Explanation {
    switch self {
    case .numberIsNotWhole:
      Explanation(
        what: Words(
          "Ce nombre a une virgule ou un exposant.", "This number has a fraction or an exponent."),
        why: Words(
          "Les sommes, l'énergie et les parts se comptent en unités entières : un nombre à "
            + "virgule s'arrondirait à votre insu.",
          "Money, energy and shares are counted in whole units: a fraction would be rounded "
            + "behind your back."),
        remedy: Words(
          "Écrivez un nombre entier (des centimes, des Wh), ou, pour un prix ou un taux, le "
            + "nombre exact entre guillemets : \"0.1207\".",
          "Write a whole number (cents, Wh), or, for a price or a rate, the exact number in "
            + "quotes: \"0.1207\"."))
    case .textIsNotUTF8:
      Explanation(
        what: Words("Le fichier n'est pas du texte en UTF-8.", "The file is not text in UTF-8."),
        why: Words(
          "Ses accents seraient lus de travers et inscrits ainsi dans le livre.",
          "Its accents would be misread and so written into the book."),
        remedy: Words(
          "Enregistrez-le de nouveau en « UTF-8 » dans votre éditeur.",
          "Save it again as “UTF-8” in your editor."))
    case .jsonIsMalformed(let offset):
      malformed(
        Words(
          "Le JSON est mal formé à l'octet \(offset + 1).",
          "The JSON is malformed at byte \(offset + 1)."))
    default: malformed(parserSays)
    }
  }

  private var parserSays: Words {
    guard case .tomlIsMalformed(let message) = self else { return Words(both: code) }
    return Words("Le TOML est mal formé : \(message)", "The TOML is malformed: \(message)")
  }

  private func malformed(_ what: Words) -> Explanation {
    Explanation(
      what: what,
      why: Words(
        "Le fichier ne peut être lu qu'en entier : rien n'en a été retenu.",
        "The file is read whole or not at all: nothing of it was kept."),
      remedy: Words(
        "Corrigez cet endroit : guillemets, crochets et signe = vont par paires ou par lignes.",
        "Mend this place: quotes and brackets go in pairs, and each line has its = sign."))
  }

  private var explanationOfKey: Explanation {
    switch self {
    case .keyIsRepeated(let key):
      Explanation(
        what: Words("« \(key) » est écrit deux fois.", "“\(key)” is written twice."),
        why: Words(
          "Rien ne dit laquelle des deux valeurs est la bonne.",
          "Nothing says which of the two values is right."),
        remedy: Words("Gardez l'une et retirez l'autre.", "Keep one and remove the other."))
    case .keysExcludeEachOther(let key, let other):
      Explanation(
        what: Words(
          "« \(key) » et « \(other) » répondent à la même question.",
          "“\(key)” and “\(other)” answer the same question."),
        why: Words(
          "Rien ne dit laquelle des deux réponses vaut.",
          "Nothing says which of the two answers holds."),
        remedy: Words("Gardez l'une et retirez l'autre.", "Keep one and remove the other."))
    case .keyIsUnknown(let key, let known):
      Explanation(
        what: Words("« \(key) » n'est pas connu ici.", "“\(key)” is not known here."),
        why: Words(
          "Un mot mal écrit passerait inaperçu, et ce qu'il dit serait perdu.",
          "A misspelt word would go unnoticed, and what it says would be lost."),
        remedy: Words("Les mots connus : ", "The words known: ") + listed(known))
    default:
      Explanation(
        what: Words("Il manque « \(key) ».", "“\(key)” is missing."),
        why: Words(
          "Sans cette valeur, le reste ne peut pas être calculé, et elle ne se devine pas.",
          "Without this value the rest cannot be reckoned, and it cannot be guessed."),
        remedy: Words(
          "Ajoutez une ligne « \(key) = … » à cet endroit du fichier.",
          "Add a line “\(key) = …” at this place of the file."))
    }
  }

  private var key: String {
    switch self {
    case .keyIsRepeated(let key), .keyIsMissing(let key), .keyIsUnknown(let key, _),
      .keysExcludeEachOther(let key, _), .valueHasWrongType(let key, _),
      .valueIsNotAllowed(let key, _, _),
      .numberIsOutOfRange(let key, _, _):
      key
    default: ""
    }
  }

  private var explanationOfValue: Explanation {
    let why = Words(
      "Une valeur prise pour une autre fausserait tout ce qui en découle.",
      "A value taken for another would falsify whatever follows from it.")
    return switch self {
    case .valueIsNotAllowed(let key, let value, let allowed):
      Explanation(
        what: Words(
          "« \(value) » n'est pas une valeur possible de « \(key) ».",
          "“\(value)” is no possible value of “\(key)”."),
        why: why,
        remedy: Words("Les valeurs possibles : ", "The possible values: ") + listed(allowed))
    case .numberIsOutOfRange(let key, let value, let range):
      Explanation(
        what: Words("« \(key) » vaut ", "“\(key)” is ") + number(value)
          + Words(", hors des bornes.", ", outside its bounds."),
        why: why, remedy: bounds(range))
    case .valueHasWrongType(_, let expected):
      Explanation(
        what: Words("« \(key) » n'est pas ", "“\(key)” is not ") + expected.name + Words(both: "."),
        why: why,
        remedy: Words("La forme attendue : ", "The form expected: ") + expected.example)
    default: Explanation(what: Words(both: code), why: why, remedy: Words(both: ""))
    }
  }

  private func bounds(_ range: ClosedRange<Int64>) -> Words {
    let least = number(range.lowerBound)
    let most = number(range.upperBound)
    switch (range.lowerBound, range.upperBound) {
    case (_, .max):
      return Words("Donnez au moins ", "Give at least ") + least + Words(both: ".")
    case (.min, _):
      return Words("Donnez au plus ", "Give at most ") + most + Words(both: ".")
    default:
      return Words(
        "Donnez un nombre de \(least.french) à \(most.french).",
        "Give a number from \(least.english) to \(most.english).")
    }
  }
}

extension TextRefusal.ValueType {
  fileprivate var name: Words {
    switch self {
    case .text: Words("un texte", "a text")
    case .integer: Words("un nombre entier", "a whole number")
    case .boolean: Words("vrai ou faux", "true or false")
    case .day: Words("une date", "a date")
    case .decimal: Words("un nombre décimal exact", "an exact decimal number")
    case .table: Words("un groupe de valeurs", "a group of values")
    case .list: Words("une liste", "a list")
    }
  }

  fileprivate var example: Words {
    switch self {
    case .text: Words("un texte entre guillemets, \"…\".", "text in quotes, \"…\".")
    case .integer: Words("un nombre entier sans guillemets, 1250.", "a bare whole number, 1250.")
    case .boolean: Words(both: "true, false.")
    case .day: Words("une date sans guillemets, 2026-10-31.", "a bare date, 2026-10-31.")
    case .decimal:
      Words("un nombre entre guillemets, \"0.1207\".", "a number in quotes, \"0.1207\".")
    case .table: Words("{ … }, ou une section [ … ].", "{ … }, or a section [ … ].")
    case .list: Words("[ … ], ou des sections [[ … ]].", "[ … ], or sections [[ … ]].")
    }
  }
}

/// Codes and names in a row, as both languages write them.
func listed(_ names: [String]) -> Words { Words(both: names.joined(separator: ", ") + ".") }
