public import Units

/// What is wrong with how the program was called.
public enum UsageRefusal: Refusal, Equatable {
  /// No passphrase was given and there is no terminal to ask.
  case passphraseIsMissing
  /// Standard output does not take the result.
  case outputFailed(reason: String)
  /// The two passphrases typed for a new key differ.
  case passphrasesDiffer
  /// `SOURCE_DATE_EPOCH` is no whole number.
  case epochIsNoNumber(String)
  /// An option's value is not of the form it needs.
  case optionIsMalformed(option: String, value: String)
  /// Words that the book keeps for ever hold an account number.
  case textHoldsAnAccount(option: String)
  /// The command needs one of some options, and has none.
  case oneOptionIsNeeded([String])

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .passphraseIsMissing: "passphrase-is-missing"
    case .outputFailed: "output-failed"
    case .passphrasesDiffer: "passphrases-differ"
    case .epochIsNoNumber: "epoch-is-no-number"
    case .optionIsMalformed: "option-is-malformed"
    case .textHoldsAnAccount: "text-holds-an-account"
    case .oneOptionIsNeeded: "one-option-is-needed"
    }
  }

  /// Wrong usage, but for a key that cannot be opened.
  public var outcome: Outcome {
    switch self {
    case .outputFailed: .ioError
    default: .usage
    }
  }
}

extension UsageRefusal: Worded {
  /// The three sentences.
  public var explanation: Explanation {
    switch self {
    case .passphraseIsMissing, .passphrasesDiffer: explanationOfKey
    case .epochIsNoNumber(let text):
      Explanation(
        what: Words(
          "SOURCE_DATE_EPOCH vaut « \(text) », qui n'est pas un nombre entier de secondes.",
          "SOURCE_DATE_EPOCH is “\(text)”, which is no whole number of seconds."),
        why: Words(
          "Cette variable fixe la date des écritures : elle ne peut pas être devinée.",
          "This variable fixes the date of what is written: it cannot be guessed."),
        remedy: Words(
          "Donnez un nombre de secondes depuis 1970, ou retirez la variable.",
          "Give a number of seconds since 1970, or unset the variable."))
    case .optionIsMalformed(let option, let value):
      Explanation(
        what: Words(
          "La valeur « \(value) » ne convient pas à \(option).",
          "The value “\(value)” does not fit \(option)."),
        why: Words(
          "La commande ne sait pas quoi faire, et ne devine pas.",
          "The command does not know what to do, and does not guess."),
        remedy: Words(
          "L'aide de la commande (--help) montre la forme attendue.",
          "The command's help (--help) shows the form expected."))
    case .textHoldsAnAccount(let option):
      Explanation(
        what: Words(
          "Le texte de \(option) contient un numéro de compte bancaire.",
          "The text of \(option) holds the number of a bank account."),
        why: Words(
          "Le livre garde ces mots pour toujours, et les remet au fisc : ni compte ni nom n'y ont place "
            + "(RGPD, art. 5).",
          "The book keeps these words for ever, and hands them to the tax office: neither account nor "
            + "name belongs there (GDPR, art. 5)."),
        remedy: Words(
          "Dites le motif sans le numéro ; celui d'un associé va dans « members update ».",
          "Tell the reason without the number; a member's goes into “members update”."))
    case .oneOptionIsNeeded(let options):
      Explanation(
        what: Words(
          "Il manque l'une des options : \(options.joined(separator: ", ")).",
          "One of these options is missing: \(options.joined(separator: ", "))."),
        why: Words(
          "La commande ne sait pas quoi faire, et ne devine pas.",
          "The command does not know what to do, and does not guess."),
        remedy: Words("Donnez l'une d'elles.", "Give one of them."))
    case .outputFailed(let reason):
      Explanation(
        what: Words("Le résultat n'a pas pu être écrit : ", "The result could not be written: ")
          + systemReason(reason),
        why: Words(
          "La commande a fait son travail ; seule sa réponse manque.",
          "The command did its work; only its answer is missing."),
        remedy: Words(
          "Faites de la place ou changez de sortie, puis consultez le livre (balance, journal).",
          "Make room or choose another output, then look into the book (balance, journal)."))
    }
  }

  private var explanationOfKey: Explanation {
    switch self {
    case .passphrasesDiffer:
      Explanation(
        what: Words(
          "Les deux phrases de passe saisies diffèrent.", "The two passphrases typed differ."),
        why: Words(
          "Une clé fermée par une faute de frappe ne s'ouvrirait plus jamais.",
          "A key closed by a typing error would never open again."),
        remedy: Words(
          "Recommencez, en saisissant deux fois la même phrase.",
          "Start again and type the same phrase twice."))
    default:
      Explanation(
        what: Words("Il manque la phrase de passe de la clé.", "The key's passphrase is missing."),
        why: Words(
          "Sans elle, la clé qui signe reste fermée : rien n'a été signé ni écrit.",
          "Without it the signing key stays closed: nothing was signed or written."),
        remedy: Words(
          "Donnez --passphrase-file CHEMIN, --passphrase-fd N ou $SOLEIL_PASSPHRASE_FILE, ou lancez la commande dans un terminal.",
          "Give --passphrase-file PATH, --passphrase-fd N or $SOLEIL_PASSPHRASE_FILE, or run the command in a terminal."
        ))
    }
  }
}
