public import Bank
import Units

extension BankRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .formatIsUnknown, .messageIsUnknown, .headingIsNotFound, .fileHasNoStatement:
      explanationOfFile
    case .elementIsMissing, .elementIsMalformed, .currencyIsNotEuro, .recordHasWrongLength,
      .recordIsUnknown, .recordIsOutOfPlace, .recordIsOfAnotherAccount, .amountIsNotOverpunched,
      .rowHasNotOneAmount:
      explanationOfRecord
    case .balanceDoesNotFollow, .balanceIsNotTold, .statementDoesNotAddUp, .statementDoesNotFollow,
      .statementContradicts:
      explanationOfBalance
    case .accountIsUnknown, .accountIsNotTold: explanationOfAccount
    case .lineIsUnknown, .lineIsMatched, .lineIsNotMatched, .lineHasNoProposal, .lineIsAmbiguous:
      explanationOfLine
    case .choiceDoesNotSum, .itemIsNotOpen, .accountFollowsFromElsewhere, .nothingIsChosen:
      explanationOfChoice
    }
  }

  private static let again = Words(
    "Téléchargez de nouveau le relevé, sans l'ouvrir ni l'enregistrer.",
    "Download the statement again, without opening or saving it.")
  private static let wholeOrNothing = Words(
    "Un relevé est pris en entier, sommes vérifiées, ou pas du tout.",
    "A statement is taken whole, its sums checked, or not at all.")

  private var explanationOfFile: Explanation {
    let formats = Words(
      "Demandez à la banque camt.053, CFONB 120, ou un CSV avec une ligne de titres (Date, Libellé, "
        + "Montant ou Débit et Crédit).",
      "Ask the bank for camt.053, CFONB 120, or a CSV with a heading (Date, Libellé, Montant, or "
        + "Débit and Crédit).")
    switch self {
    case .messageIsUnknown(let kind):
      return Explanation(
        what: Words(
          "Le document est « \(kind) », pas un relevé camt.053.",
          "The document is “\(kind)”, no camt.053 statement."),
        why: Words(
          "Seuls les relevés de compte (camt.053.001.02 à .08) disent les soldes qui prouvent qu'ils "
            + "sont entiers.",
          "Only statements (camt.053.001.02 to .08) tell the balances that prove them whole."),
        remedy: formats)
    case .headingIsNotFound:
      return Explanation(
        what: Words(
          "Aucune ligne du fichier n'a de titres avec une date et un montant.",
          "No line of the file is a heading with a date and an amount."),
        why: Words(
          "Sans titres, on devinerait quelle colonne est laquelle.",
          "Without a heading the columns would be guessed."), remedy: formats)
    case .fileHasNoStatement:
      return Explanation(
        what: Words("Le fichier ne contient aucun relevé.", "The file holds no statement."),
        why: Words(
          "Rien n'en sort : ni solde, ni mouvement.",
          "Nothing comes of it: no balance, no movement."),
        remedy: BankRefusal.again)
    default:
      return Explanation(
        what: Words("Le fichier est vide.", "The file is empty."),
        why: BankRefusal.wholeOrNothing, remedy: formats)
    }
  }

  private var explanationOfRecord: Explanation {
    Explanation(what: recordFault, why: BankRefusal.wholeOrNothing, remedy: recordRemedy)
  }

  private var recordRemedy: Words {
    switch self {
    case .currencyIsNotEuro:
      Words(
        "Le livre est en euros : tenez ce compte à part, et demandez un relevé en euros.",
        "The book is in euros: keep that account apart, and ask for a statement in euros.")
    case .rowHasNotOneAmount:
      Words(
        "Laissez vide celle des deux colonnes qui ne sert pas, dans le fichier de la banque.",
        "Leave empty the one of the two columns that does not serve, in the bank's file.")
    default: BankRefusal.again
    }
  }

  private var recordFault: Words {
    switch self {
    case .elementIsMissing(let name):
      Words("Il manque l'élément \(name).", "Element \(name) is missing.")
    case .elementIsMalformed(let name, let value):
      Words("\(name) ne peut pas être « \(value) ».", "\(name) cannot be “\(value)”.")
    case .currencyIsNotEuro(let currency):
      Words(
        "Le montant est en « \(currency) », pas en euros.",
        "The amount is in “\(currency)”, not in euros.")
    case .recordHasWrongLength(let length):
      Words(
        "L'enregistrement a \(length) caractères au lieu de 120.",
        "The record has \(length) characters instead of 120.")
    case .recordIsUnknown(let kind):
      Words(
        "L'enregistrement est de type « \(kind) » ; on attend 01, 04, 05 ou 07.",
        "The record is of kind “\(kind)”; 01, 04, 05 or 07 is expected.")
    case .recordIsOutOfPlace(let kind):
      Words(
        "L'enregistrement \(kind) n'est pas à sa place : un relevé va de 01 à 07.",
        "Record \(kind) is out of place: a statement goes from 01 to 07.")
    case .recordIsOfAnotherAccount(let end):
      Words(
        "L'enregistrement est d'un autre compte, qui finit par \(end).",
        "The record is of another account, which ends with \(end).")
    case .amountIsNotOverpunched(let text):
      Words(
        "Le montant « \(text) » n'a pas de signe dans son dernier caractère.",
        "The amount “\(text)” has no sign in its last character.")
    default:
      Words(
        "La ligne doit dire un débit ou un crédit, et un seul.",
        "The row must tell one debit or one credit.")
    }
  }

  private var explanationOfAccount: Explanation {
    let declare = Words(
      "Déclarez-le : [[bank_account]] id = \"courant\", iban = \"FR76…\", account = \"512100\" ; puis "
        + "soleil apply.",
      "Declare it: [[bank_account]] id = \"courant\", iban = \"FR76…\", account = \"512100\"; then "
        + "soleil apply.")
    switch self {
    case .accountIsUnknown(let end, let known):
      return Explanation(
        what: Words(
          "Le compte « …\(end) » n'est pas un compte bancaire du livre. Connus : ",
          "Account “…\(end)” is no bank account of the book. Known: ") + listed(known),
        why: Words(
          "Un relevé ne va qu'au compte dont il porte le numéro.",
          "A statement goes to the account whose number it bears, and to no other."),
        remedy: declare)
    case .accountIsNotTold(let known):
      return Explanation(
        what: Words(
          "Le fichier ne dit pas de quel compte il est. Connus : ",
          "The file does not say whose account it is. Known: ") + listed(known),
        why: Words(
          "Les exports CSV taisent souvent l'IBAN.", "CSV exports often leave out the IBAN."),
        remedy: known.isEmpty
          ? declare
          : Words("Ajoutez --account \(known[0]).", "Add --account \(known[0])."))
    default: return Explanation(what: Words(both: code), why: declare, remedy: declare)
    }
  }
}
