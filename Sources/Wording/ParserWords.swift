extension HelpWords {
  /// The library's own words, which it has in English only, in the reader's language.
  ///
  /// A phrase that is not listed stays English: nothing is lost.
  public static func translated(_ text: String, _ language: Language) -> String {
    guard language == .french else { return text }
    return phrases.reduce(text) { text, phrase in
      replacing(phrase.english, by: phrase.french, in: text)
    }
  }

  private static let phrases: [Words] = [
    Words("EN BREF :", "OVERVIEW:"), Words("USAGE :", "USAGE:"), Words("Usage :", "Usage:"),
    Words("Aide :", "Help:"), Words("ARGUMENTS :", "ARGUMENTS:"), Words("OPTIONS :", "OPTIONS:"),
    Words("COMMANDES :", "SUBCOMMANDS:"), Words("Montre cette aide.", "Show help information."),
    Words("Montre la version.", "Show the version."),
    Words("(par défaut : ", "(default: "), Words("(valeurs : ", "(values: "),
    Words("pour l'aide détaillée d'une commande.", "for detailed help."),
    Words("  Voir '", "  See '"), Words("pour en savoir plus.", "for more information."),
    Words("Erreur : ", "Error: "),
    Words("Il manque l'argument", "Missing expected argument"),
    Words("Il manque une valeur pour", "Missing value for"),
    Words("Option inconnue", "Unknown option"),
    Words("Argument inattendu", "Unexpected argument"),
    Words("arguments inattendus", "unexpected arguments"),
    Words("Vouliez-vous dire", "Did you mean"),
    Words("n'est pas une valeur possible pour", "is invalid for"),
    Words("La valeur", "The value"),
  ]

  /// Replaces by bytes: whole characters would be compared a thousand times slower, and the help is
  /// to come at once.
  private static func replacing(_ old: String, by new: String, in text: String) -> String {
    let (bytes, sought) = (Array(text.utf8), Array(old.utf8))
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == sought[0], bytes[index...].starts(with: sought) {
        result += new.utf8
        index += sought.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
