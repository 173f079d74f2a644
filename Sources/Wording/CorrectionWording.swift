import Journal
import Units

extension JournalRefusal.Dimension {
  var name: Words {
    switch self {
    case .site: Words("le site", "site")
    case .contract: Words("le contrat", "contract")
    case .member: Words("l'associé", "member")
    case .loan: Words("l'emprunt", "loan")
    }
  }
}

extension JournalRefusal {
  /// What the book says of an entry that is sound in itself and refused all the same.
  var explanationOfRefusedEntry: Explanation {
    switch self {
    case .accountIsClosed(let account, let day):
      Explanation(
        what: Words(
          "Le compte \(account) est fermé depuis le \(longDay(day).french).",
          "Account \(account) is closed since \(longDay(day).english)."),
        why: Words(
          "Un compte fermé ne reçoit plus rien, pour que son dernier solde reste vrai.",
          "A closed account takes nothing more, so that its last balance stays true."),
        remedy: Words(
          "Employez le compte qui l'a remplacé, ou vérifiez la date.",
          "Use the account that took its place, or check the date."))
    case .accountIsOpen(let account, let label):
      Explanation(
        what: Words(
          "Le compte \(account) s'appelle déjà « \(label) ».",
          "Account \(account) is called “\(label)” already."),
        why: Words(
          "Un numéro de compte a un seul libellé, celui du fichier fiscal.",
          "An account number has one label, that of the tax file."),
        remedy: Words(
          "Prenez un autre numéro, et fermez celui-ci s'il ne sert plus : soleil account close.",
          "Take another number, and close this one if it is of no more use: soleil account close."))
    case .accountHasABalance(let account, let units, let unit, let day):
      Explanation(
        what: Words(
          "Le compte \(account) a un solde de \(amount(units, unit).french) au "
            + "\(longDay(day).french).",
          "Account \(account) has a balance of \(amount(units, unit).english) on "
            + "\(longDay(day).english)."),
        why: Words(
          "Un compte fermé ne reçoit plus rien : son solde y resterait pour toujours.",
          "A closed account takes nothing more: its balance would stay there for ever."),
        remedy: Words(
          "Virez d'abord son solde à un autre compte.", "First move its balance to another account."
        ))
    case .openingIsWrittenByTheYearEnd(let day):
      Explanation(
        what: Words(
          "Une écriture du journal AN est datée du \(longDay(day).french).",
          "An entry of journal AN is dated \(longDay(day).english)."),
        why: Words(
          "Seul le premier exercice du livre s'ouvre à la main ; les à-nouveaux suivants "
            + "reprennent les soldes que le livre connaît.",
          "Only the first fiscal year of the book is opened by hand; later openings say again the "
            + "balances that the book knows."),
        remedy: Words(
          "Laissez « soleil close-year » écrire les à-nouveaux ; une correction va dans OD.",
          "Let “soleil close-year” write the opening; a correction goes into OD."))
    default: differingCapital
    }
  }

  private var differingCapital: Explanation {
    guard case .capitalDiffersFromRegister(let day, let capital, let shares, let nominal) = self
    else { return explanation }
    return Explanation(
      what: Words(
        "Le \(longDay(day).french), les comptes de capital bougeraient de "
          + "\(euros(capital).french), et le registre de \(number(shares.units).french) parts à "
          + "\(euros(nominal).french).",
        "On \(longDay(day).english) the capital accounts would move by \(euros(capital).english), "
          + "and the register by \(number(shares.units).english) shares at "
          + "\(euros(nominal).english)."),
      why: Words(
        "À toute date, le capital est le nombre de parts multiplié par leur nominal : le livre le "
          + "garantit lui-même.",
        "At every date the capital is the number of shares times their nominal: the book itself "
          + "guarantees it."),
      remedy: Words(
        "Passez par « soleil shares import » : il écrit le registre et le compte ensemble.",
        "Go through “soleil shares import”: it writes the register and the account together."))
  }

  /// What the book says of a name that it does not have.
  var explanationOfWhatIsNamed: Explanation {
    switch self {
    case .referenceIsMalformed(let text):
      Explanation(
        what: Words(
          "« \(text) » n'est pas une référence d'écriture.", "“\(text)” is no entry reference."),
        why: Words(
          "Une écriture se nomme par son exercice et son numéro.",
          "An entry is named by its fiscal year and its number."),
        remedy: Words(
          "Écrivez 2025/57, ou 2025/EX57 pour une écriture de suivi ; « soleil journal » les montre.",
          "Write 2025/57, or 2025/EX57 for a memorandum entry; “soleil journal” shows them."))
    case .lineIsUnknown(let entry, let line):
      Explanation(
        what: Words(
          "L'écriture \(entry) n'a pas de ligne \(line).", "Entry \(entry) has no line \(line)."),
        why: Words(
          "Une ligne se nomme par son écriture et son rang : 2025/57:2.",
          "A line is named by its entry and its place: 2025/57:2."),
        remedy: Words(
          "« soleil ledger COMPTE » montre les lignes d'un compte.",
          "“soleil ledger ACCOUNT” shows the lines of an account."))
    case .voucherIsTooLarge(let path, let bytes, let most):
      Explanation(
        what: Words(
          "\(path) fait \(number(Int64(bytes)).french) octets, une pièce en a au plus "
            + "\(number(Int64(most)).french).",
          "\(path) has \(number(Int64(bytes)).english) bytes, a voucher has at most "
            + "\(number(Int64(most)).english)."),
        why: Words(
          "Les pièces sont gardées dans le livre même, qui doit tenir sur une clé.",
          "Vouchers are kept in the book itself, which has to fit on a stick."),
        remedy: Words(
          "Réduisez la numérisation, ou joignez les pages utiles.",
          "Reduce the scan, or attach the pages that matter."))
    default: missing
    }
  }

  private var missing: Explanation {
    let name: (what: Words, remedy: Words) =
      switch self {
      case .draftIsUnknown(let key):
        (
          Words("Il n'y a pas de brouillon « \(key) ».", "There is no draft “\(key)”."),
          Words("« soleil drafts list » les montre.", "“soleil drafts list” shows them.")
        )
      case .lettersAreUnknown(let account, let code):
        (
          Words(
            "Le compte \(account) n'a pas de lettrage \(code).",
            "Account \(account) has no letters \(code)."),
          Words(
            "« soleil ledger \(account) » montre le lettrage.",
            "“soleil ledger \(account)” shows the letters.")
        )
      case .entryIsUnknown(let name):
        (
          Words("Il n'y a pas d'écriture « \(name) ».", "There is no entry “\(name)”."),
          Words(
            "« soleil journal » montre les écritures et leurs numéros.",
            "“soleil journal” shows the entries and their numbers.")
        )
      default: (Words(both: ""), Words(both: ""))
      }
    return Explanation(
      what: name.what,
      why: Words("Rien n'a été changé.", "Nothing was changed."), remedy: name.remedy)
  }

  /// What the book says of a correction that it does not allow.
  var explanationOfCorrection: Explanation {
    switch self {
    case .entryIsReversedAlready(let entry, let by):
      Explanation(
        what: Words(
          "L'écriture \(entry) est déjà contrepassée par \(by).",
          "Entry \(entry) is already reversed by \(by)."),
        why: Words(
          "Une seconde contrepassation déferait plus que l'erreur.",
          "A second reversal would undo more than the mistake."),
        remedy: Words(
          "S'il manque la bonne écriture, passez-la : soleil post.",
          "If the right entry is missing, post it: soleil post."))
    case .entryIsAReversal(let entry):
      Explanation(
        what: Words(
          "L'écriture \(entry) est elle-même une contrepassation.",
          "Entry \(entry) is a reversal itself."),
        why: Words(
          "Contrepasser une contrepassation brouille la piste d'audit (PCG, art. 1011-3).",
          "To reverse a reversal blurs the audit trail (PCG, art. 1011-3)."),
        remedy: Words(
          "Passez de nouveau l'écriture d'origine, sous une autre clé.",
          "Post the original entry again, under another key."))
    default: followingFromElsewhere
    }
  }

  private var followingFromElsewhere: Explanation {
    guard case .entryFollowsFromElsewhere(let entry, let key) = self else { return explanation }
    return Explanation(
      what: Words(
        "L'écriture \(entry) (\(key)) découle du registre, des relevés, d'un paiement ou d'une clôture.",
        "Entry \(entry) (\(key)) follows from the register, the readings, a payment or a closing."),
      why: Words(
        "La contrepasser seule la mettrait en désaccord avec ce dont elle découle.",
        "To reverse it alone would set it at odds with what it follows from."),
      remedy: Words(
        "Corrigez à la source : un mouvement de parts inverse, un relevé, soleil payment cancel ; l'écriture suivra.",
        "Correct at the source: a contrary movement of shares, a reading, soleil payment cancel; the entry will follow."
      ))
  }

  /// What the book says of lines that cannot be lettered together.
  var explanationOfLetters: Explanation {
    switch self {
    case .linesAreOfSeveralAccounts(let accounts):
      Explanation(
        what: Words(
          "Les lignes à lettrer sont de plusieurs comptes : ",
          "The lines to letter are of several accounts: ")
          + listed(accounts),
        why: Words(
          "Le lettrage rapproche une facture et son règlement, sur le compte d'un même tiers.",
          "Letters join an invoice and its payment, on the account of one party."),
        remedy: Words(
          "Lettrez compte par compte, auxiliaire par auxiliaire.",
          "Letter account by account, auxiliary by auxiliary."))
    case .lineIsLettered(let entry, let line, let code):
      Explanation(
        what: Words(
          "La ligne \(entry):\(line) est déjà lettrée \(code).",
          "Line \(entry):\(line) is already lettered \(code)."),
        why: Words(
          "Une ligne ne se règle qu'une fois.", "A line is settled once."),
        remedy: Words(
          "Défaites d'abord ce lettrage : soleil unletter.",
          "First undo those letters: soleil unletter."))
    default: unbalancedLetters
    }
  }

  private var unbalancedLetters: Explanation {
    guard case .linesDoNotBalance(let debit, let credit) = self else { return explanation }
    return Explanation(
      what: Words(
        "Les lignes à lettrer ne s'équilibrent pas : débit \(euros(Cents(debit)).french), crédit "
          + "\(euros(Cents(credit)).french).",
        "The lines to letter do not balance: debit \(euros(Cents(debit)).english), credit "
          + "\(euros(Cents(credit)).english)."),
      why: Words(
        "Des lignes lettrées disent qu'une dette est éteinte : leur somme est nulle.",
        "Lettered lines say that a debt is settled: their sum is zero."),
      remedy: Words(
        "Ajoutez la ligne qui manque, ou attendez le solde du règlement.",
        "Add the line that is missing, or wait for the rest of the payment."))
  }
}
