public import Journal
import Units

extension JournalRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .entryLacks, .entryHasTooFewLines, .entryIsTooLarge, .entryIsUnbalanced,
      .amountIsNotPositive:
      explanationOfEntry
    case .accountIsUnknown, .accountHasAnotherUnit, .accountIsInTheWrongJournal:
      explanationOfAccount
    case .auxiliaryIsMalformed, .journalIsUnknown, .nameIsUnknown: explanationOfName
    case .keyIsTaken, .dateIsOutsideFiscalYears, .monthIsClosed: explanationOfBook
    case .accountIsClosed, .accountIsOpen, .accountHasABalance, .capitalDiffersFromRegister,
      .openingIsWrittenByTheYearEnd:
      explanationOfRefusedEntry
    case .referenceIsMalformed, .entryIsUnknown, .draftIsUnknown, .lineIsUnknown,
      .lettersAreUnknown,
      .voucherIsTooLarge:
      explanationOfWhatIsNamed
    case .entryIsReversedAlready, .entryIsAReversal, .entryFollowsFromElsewhere:
      explanationOfCorrection
    case .linesAreOfSeveralAccounts, .linesDoNotBalance, .lineIsLettered: explanationOfLetters
    }
  }

  private var explanationOfEntry: Explanation {
    switch self {
    case .entryLacks(let part):
      Explanation(
        what: Words("L'écriture n'a pas ", "The entry has no ") + part.name + Words(both: "."),
        why: part.reason,
        remedy: Words(
          "Remplissez « \(part.rawValue) ».", "Fill in “\(part.rawValue)”."))
    case .entryIsUnbalanced(let unit, let debit, let credit):
      Explanation(
        what: Words(
          "L'écriture n'est pas équilibrée : débit \(amount(debit, unit).french), crédit "
            + "\(amount(credit, unit).french), écart \(gap(debit, credit, unit).french).",
          "The entry does not balance: debit \(amount(debit, unit).english), credit "
            + "\(amount(credit, unit).english), gap \(gap(debit, credit, unit).english)."),
        why: Words(
          "En partie double, chaque écriture s'équilibre, unité par unité (PCG, art. 1031-1).",
          "In double entry every entry balances, unit by unit (PCG, art. 1031-1)."),
        remedy: Words(
          "Cherchez la ligne fausse ou manquante ; un écart divisible par 9 trahit souvent deux "
            + "chiffres inversés.",
          "Look for the wrong or missing line; a gap divisible by 9 often betrays two digits "
            + "swapped."))
    case .entryIsTooLarge(let unit):
      Explanation(
        what: Words(
          "Les sommes de l'écriture dépassent \(amount(Entry.mostUnits, unit).french).",
          "The sums of the entry exceed \(amount(Entry.mostUnits, unit).english)."),
        why: Words(
          "Le livre ne compte pas au-delà : l'équilibre ne se vérifierait plus.",
          "The book does not count beyond: the balance could no longer be checked."),
        remedy: Words(
          "Cherchez un montant démesuré : des centimes ou des Wh écrits deux fois, un numéro à "
            + "la place d'un montant.",
          "Look for an outsized amount: cents or Wh written twice, a number in place of an "
            + "amount."))
    case .amountIsNotPositive(let line, let units):
      Explanation(
        what: Words(
          "La ligne \(line) a pour montant \(number(units).french) : il doit dépasser zéro.",
          "Line \(line) has the amount \(number(units).english): it must be above zero."),
        why: Words(
          "Un montant négatif d'un côté est un montant positif de l'autre : un seul des deux se "
            + "relit sans erreur.",
          "A negative amount on one side is a positive one on the other: only the latter reads "
            + "without error."),
        remedy: Words(
          "Mettez le montant, positif, de l'autre côté ; retirez une ligne à zéro.",
          "Put the amount, positive, on the other side; remove a line of zero."))
    default: tooFewLines
    }
  }

  private var tooFewLines: Explanation {
    let lines = if case .entryHasTooFewLines(let lines) = self { lines } else { 0 }
    return Explanation(
      what: Words(
        lines == 0 ? "L'écriture n'a aucune ligne." : "L'écriture n'a qu'une ligne.",
        lines == 0 ? "The entry has no line." : "The entry has one line only."),
      why: Words(
        "Une écriture dit d'où vient la valeur et où elle va : deux lignes au moins (PCG, "
          + "art. 1031-1).",
        "An entry says where value comes from and where it goes: two lines at least (PCG, "
          + "art. 1031-1)."),
      remedy: Words("Ajoutez la contrepartie.", "Add the other side."))
  }

  private func gap(_ debit: Int64, _ credit: Int64, _ unit: Unit) -> Words {
    let difference = debit.subtractingReportingOverflow(credit)
    return amount(difference.overflow ? .max : abs(difference.partialValue), unit)
  }

  private var explanationOfAccount: Explanation {
    switch self {
    case .accountHasAnotherUnit(let account, let kept, let line):
      Explanation(
        what: Words(
          "Le compte \(account) se tient en \(ViewWords.name(kept).french), la ligne est en "
            + "\(ViewWords.name(line).french).",
          "Account \(account) is kept in \(ViewWords.name(kept).english), the line is in "
            + "\(ViewWords.name(line).english)."),
        why: Words(
          "Des euros et des kilowattheures ne s'additionnent pas.",
          "Euros and kilowatt-hours do not add up."),
        remedy: Words(
          "Corrigez le compte, ou l'unité de la ligne (_cents, _wh, _shares).",
          "Correct the account, or the unit of the line (_cents, _wh, _shares)."))
    case .accountIsInTheWrongJournal(let account, let journal) where account.hasPrefix("101"):
      Explanation(
        what: Words(
          "Le compte de capital \(account) n'a pas sa place dans le journal \(journal.rawValue).",
          "Capital account \(account) has no place in journal \(journal.rawValue)."),
        why: Words(
          "Le capital ne bouge qu'avec le registre des parts, dans le journal PA, ou dans les "
            + "à-nouveaux du premier exercice (AN).",
          "The capital moves with the share register alone, in journal PA, or in the opening of "
            + "the first fiscal year (AN)."),
        remedy: Words(
          "Passez par « soleil shares import », ou par 4563 pour un versement reçu.",
          "Go through “soleil shares import”, or through 4563 for a payment received."))
    case .accountIsInTheWrongJournal(let account, let journal):
      Explanation(
        what: Words(
          "Le compte \(account) n'a pas sa place dans le journal \(journal.rawValue).",
          "Account \(account) has no place in journal \(journal.rawValue)."),
        why: Words(
          "Les comptes de suivi (classe 9) restent hors de la comptabilité et de son fichier "
            + "fiscal : seul le journal EX les reçoit, et lui seul.",
          "Memorandum accounts (class 9) stay outside the accounts and their tax file: journal "
            + "EX takes them, and nothing else."),
        remedy: Words(
          "Séparez l'écriture en deux : les comptes d'un côté, le suivi en EX de l'autre.",
          "Split the entry in two: accounts on one side, memorandum in EX on the other."))
    default: unknownAccount
    }
  }

  private var unknownAccount: Explanation {
    let account = if case .accountIsUnknown(let account) = self { account } else { "" }
    return Explanation(
      what: Words(
        "« \(account) » n'est pas un compte du plan comptable.",
        "“\(account)” is no account of the chart."),
      why: Words(
        "Un compte a six chiffres, dont les trois premiers au moins sont un compte du plan "
          + "comptable général.",
        "An account has six digits, of which the first three at least are an account of the "
          + "French general chart."),
      remedy: Words(
        "Cherchez le bon numéro ; complétez-le de zéros : 6161 s'écrit 616100.",
        "Look up the number; fill it up with zeros: 6161 is written 616100."))
  }

  private var explanationOfName: Explanation {
    switch self {
    case .auxiliaryIsMalformed(let auxiliary):
      Explanation(
        what: Words(
          "« \(auxiliary) » n'est pas un compte auxiliaire.", "“\(auxiliary)” is no auxiliary."),
        why: Words(
          "Il dit à qui la ligne se rapporte : associé, fournisseur, emprunt.",
          "It says whom the line concerns: member, supplier, loan."),
        remedy: Words(
          "Écrivez sorte:identifiant : supplier:assureur, member:M0042.",
          "Write kind:identifier: supplier:insurer, member:M0042."))
    case .journalIsUnknown(let journal):
      Explanation(
        what: Words("Il n'y a pas de journal « \(journal) ».", "There is no journal “\(journal)”."),
        why: Words(
          "Chaque écriture se range dans un journal du livre.",
          "Every entry goes into a journal of the book."),
        remedy: Words("Les journaux : ", "The journals: ")
          + listed(JournalCode.allCases.map(\.rawValue)))
    default: unknownName
    }
  }

  private var unknownName: Explanation {
    guard case .nameIsUnknown(let dimension, let name) = self else { return tooFewLines }
    return Explanation(
      what: Words(
        "Le livre ne connaît pas \(dimension.name.french) « \(name) ».",
        "The book knows no \(dimension.name.english) “\(name)”."),
      why: Words(
        "Le résultat de chaque concession et le compte de chacun se suivent à part (PCG, "
          + "art. 621-10) : une ligne rattachée à un nom inconnu s'y perdrait.",
        "The result of each concession and everybody's account are kept apart (PCG, art. 621-10): "
          + "a line tied to an unknown name would be lost there."),
      remedy: Words(
        "Corrigez le nom, ou enregistrez-le d'abord (soleil apply, soleil members import).",
        "Correct the name, or record it first (soleil apply, soleil members import)."))
  }

  private var explanationOfBook: Explanation {
    switch self {
    case .keyIsTaken(let key, let entry):
      Explanation(
        what: Words(
          "La clé « \(key) » est celle de l'écriture \(entry), dont le contenu est autre.",
          "The key “\(key)” is that of entry \(entry), whose content differs."),
        why: Words(
          "La clé empêche de passer deux fois la même écriture ; une écriture passée ne se "
            + "modifie plus (PCG, art. 1031-3).",
          "The key keeps an entry from being posted twice; a posted entry is never changed "
            + "(PCG, art. 1031-3)."),
        remedy: Words(
          "Si c'est une autre opération, donnez-lui une autre clé ; si c'est une correction, "
            + "contrepassez la première : soleil reverse \(entry) --reason … --replace FICHIER.",
          "If this is another operation, give it another key; if it is a correction, reverse the "
            + "first: soleil reverse \(entry) --reason … --replace FILE."))
    case .monthIsClosed(let day, let closed):
      Explanation(
        what: Words(
          "L'écriture est datée du \(longDay(day).french), et le livre est clos jusqu'au "
            + "\(longDay(closed).french).",
          "The entry is dated \(longDay(day).english), and the book is closed through "
            + "\(longDay(closed).english)."),
        why: Words(
          "La clôture fige la chronologie : rien ne s'ajoute à un mois clos (PCG, art. 1031-4).",
          "Closing freezes the order of time: nothing is added to a closed month (PCG, "
            + "art. 1031-4)."),
        remedy: Words(
          "Ajoutez --late : l'écriture entre au \(longDay(closed.next).french), premier jour ouvert, "
            + "et son libellé dit sa vraie date.",
          "Add --late: the entry goes in on \(longDay(closed.next).english), the first open day, "
            + "and its label tells its true date."))
    default: outsideYears
    }
  }

  private var outsideYears: Explanation {
    let day =
      if case .dateIsOutsideFiscalYears(let day) = self { longDay(day) } else { Words(both: "") }
    return Explanation(
      what: Words(
        "Le \(day.french) n'est dans aucun exercice du livre.",
        "\(day.english) lies in no fiscal year of the book."),
      why: Words(
        "Le livre commence avec le premier exercice des statuts, et n'ouvre d'avance que l'exercice "
          + "suivant.",
        "The book begins with the first fiscal year of the statutes, and opens only the next year "
          + "ahead."),
      remedy: Words(
        "Vérifiez l'année ; les soldes d'avant entrent par une écriture du journal AN.",
        "Check the year; balances from before come in by an entry of journal AN."))
  }
}

extension JournalRefusal.Part {
  fileprivate var name: Words {
    switch self {
    case .label: Words("de libellé", "label")
    case .voucher: Words("de référence de pièce", "voucher reference")
    case .key: Words("de clé", "key")
    }
  }

  fileprivate var reason: Words {
    switch self {
    case .label:
      Words(
        "Chaque écriture dit ce qui s'est passé (PCG, art. 1032-1).",
        "Every entry says what happened (PCG, art. 1032-1).")
    case .voucher:
      Words(
        "Chaque écriture s'appuie sur une pièce datée (PCG, art. 1032-2).",
        "Every entry rests on a dated voucher (PCG, art. 1032-2).")
    case .key:
      Words(
        "La clé empêche de passer deux fois la même écriture.",
        "The key keeps an entry from being posted twice.")
    }
  }
}
