public import Store
import Units

extension BookFault: Worded {
  /// What the finding says to a person.
  public var explanation: Explanation {
    switch self {
    case .fileIsDamaged, .rowHasNoParent, .objectIsMissing, .objectIsAltered, .objectIsForeign,
      .schemaIsOlder:
      explanationOfFile
    case .logIsNotItsLeaves, .leafIsMissing, .rowIsNotItsLeaf, .leafHasNoRow,
      .identityIsNotCommitted, .identityIsMissing, .identityOutlivesErasure:
      explanationOfLog
    case .numbersAreMissing, .entryBreaksRule, .energyDoesNotAddUp, .entryIsOutsideItsYear,
      .linesAreOther, .reversalIsNotExact, .totalIsNotTheSum:
      explanationOfEntry
    case .registerDiffersFromAccounts, .capitalDiffersFromShares, .collegeDiffersFromAccounts,
      .capitalDayIsNotTheSum, .nominalIsNotDeclared:
      explanationOfRegister
    case .chainIsBroken, .manifestIsNotItsDigest, .sealedLogIsOther, .signatureIsMissing,
      .statementsAreOther, .entryCameAfterClosing:
      explanationOfClosing
    case .openingIsNotTheBalance, .resultIsNotTheSum: explanationOfYear
    case .sharingDoesNotFollow(let month):
      tampered(
        Words(
          "Répartition de \(month) : le livre ne donne plus ce que la clôture a réparti.",
          "Allocation of \(month): the book no longer gives what the closing shared."))
    case .voucherIsNotItsDigest, .documentIsMissing: explanationOfVoucher
    case .bankStatementDoesNotAddUp, .bankMatchIsNotItsLines: explanationOfBank
    case .bookIsOlderThanFolder, .folderIsOther, .stampIsOther, .folderIsUnknown,
      .foldersAreMissing:
      explanationOfFolder
    }
  }

  /// What most findings mean: another hand wrote to the file.
  private static let changed = Words(
    "Le livre a été modifié autrement que par Soleil, ou le support l'a abîmé.",
    "The book was changed by other means than Soleil, or the medium damaged it.")
  private static let keepEvidence = Words(
    "Gardez ce fichier comme preuve, n'y écrivez plus, et reprenez la dernière copie de secours "
      + "saine (soleil doctor sur la copie).",
    "Keep this file as evidence, write to it no more, and go back to the last sound spare copy "
      + "(soleil doctor on the copy).")

  func tampered(_ what: Words) -> Explanation {
    Explanation(what: what, why: BookFault.changed, remedy: BookFault.keepEvidence)
  }
}

extension BookFault {
  private var explanationOfFile: Explanation {
    switch self {
    case .fileIsDamaged(let message):
      tampered(
        Words(
          "La base trouve une faute dans le fichier : \(message)",
          "The database finds a fault in the file: \(message)"))
    case .rowHasNoParent(let table, let parent):
      tampered(
        Words(
          "Une ligne de la table \(table) renvoie à une ligne absente de \(parent).",
          "A row of table \(table) refers to a row that \(parent) does not have."))
    case .schemaIsOlder(let found, let newest): older(found, newest)
    default: explanationOfSchema
    }
  }

  private func older(_ found: Int, _ newest: Int) -> Explanation {
    Explanation(
      what: Words(
        "Le livre est au format \(found), ce programme écrit le format \(newest).",
        "The book is of format \(found), this program writes format \(newest)."),
      why: Words(
        "L'examen ne change rien au livre : il ne le met donc pas à jour lui-même.",
        "Examining changes nothing of the book, so it does not bring it up to date."),
      remedy: Words(
        "Copiez le livre, ouvrez la copie une fois (soleil balance), puis examinez-la.",
        "Copy the book, open the copy once (soleil balance), then examine that."))
  }

  private var explanationOfSchema: Explanation {
    let what: Words
    switch self {
    case .objectIsMissing(let object):
      what = Words(
        "Du schéma du livre, \(object.type) \(object.name) a disparu.",
        "Of the book's schema, \(object.type) \(object.name) is gone.")
    case .objectIsAltered(let object):
      what = Words(
        "Du schéma du livre, \(object.type) \(object.name) a été modifié.",
        "Of the book's schema, \(object.type) \(object.name) was altered.")
    case .objectIsForeign(let object):
      what = Words(
        "Dans le livre, \(object.type) \(object.name) n'est d'aucune version de Soleil.",
        "In the book, \(object.type) \(object.name) is of no version of Soleil.")
    default: what = Words(both: code)
    }
    return Explanation(
      what: what,
      why: Words(
        "Le livre se défend par son schéma : sans lui, une main peut changer ce qui est validé.",
        "The book defends itself by its schema: without it a hand can change what is validated."),
      remedy: BookFault.keepEvidence)
  }

  private var explanationOfLog: Explanation {
    switch self {
    case .logIsNotItsLeaves(let kept, let leaves):
      tampered(
        Words(
          "Le journal scellé n'est pas l'arbre de ses feuilles (\(number(kept).french) gardées, "
            + "\(number(leaves).french) trouvées).",
          "The sealed log is not the tree of its leaves (\(number(kept).english) kept, "
            + "\(number(leaves).english) found)."))
    case .leafIsMissing(let subject):
      tampered(
        Words(
          "« \(subject.name) » (\(subject.kind)) n'a pas de feuille dans le journal scellé.",
          "“\(subject.name)” (\(subject.kind)) has no leaf in the sealed log."))
    case .rowIsNotItsLeaf(let subject):
      tampered(
        Words(
          "« \(subject.name) » (\(subject.kind)) n'est plus ce que sa feuille a scellé.",
          "“\(subject.name)” (\(subject.kind)) is no longer what its leaf sealed."))
    case .leafHasNoRow(let position, let kind):
      tampered(
        Words(
          "La feuille \(number(position).french) du journal scellé (\(kind)) ne répond de rien : ce "
            + "qu'elle scellait a été retiré.",
          "Leaf \(number(position).english) of the sealed log (\(kind)) vouches for nothing: what "
            + "it sealed was taken away."))
    case .identityIsNotCommitted(let member):
      tampered(
        Words(
          "L'identité de l'associé \(member) n'est pas celle que le journal scellé engage.",
          "The identity of member \(member) is not the one the sealed log commits to."))
    case .identityIsMissing(let member):
      tampered(
        Words(
          "L'identité de l'associé \(member) manque, et aucun effacement ne le dit.",
          "The identity of member \(member) is missing, and no erasure says so."))
    case .identityOutlivesErasure(let member):
      tampered(
        Words(
          "L'identité de l'associé \(member) a été effacée, mais il en reste dans le livre.",
          "The identity of member \(member) was erased, but some of it is still in the book."))
    default: tampered(Words(both: code))
    }
  }

  private var explanationOfEntry: Explanation {
    switch self {
    case .numbersAreMissing(let first, let count):
      tampered(
        Words(
          "Il manque \(number(count).french) numéro(s) d'écriture à partir de \(first).",
          "\(number(count).english) entry number(s) are missing from \(first) on."))
    case .entryBreaksRule(let entry, let refusal):
      tampered(
        Words("Écriture \(entry) : ", "Entry \(entry): ") + refusal.explanation.what)
    case .energyDoesNotAddUp(let entry):
      tampered(
        Words(
          "Écriture \(entry) : l'énergie produite n'est pas la somme de l'énergie livrée, "
            + "autoconsommée et perdue.",
          "Entry \(entry): the energy produced is not the sum of what was delivered, used and lost."
        ))
    case .entryIsOutsideItsYear(let entry, let day):
      tampered(
        Words(
          "Écriture \(entry) : le \(longDay(day).french) n'est pas de son exercice.",
          "Entry \(entry): \(longDay(day).english) is not of its fiscal year."))
    case .linesAreOther(let entry, let found, let expected):
      tampered(
        Words(
          "Écriture \(entry) : \(found) ligne(s) au lieu de \(expected).",
          "Entry \(entry): \(found) line(s) instead of \(expected)."))
    case .reversalIsNotExact(let entry):
      tampered(
        Words(
          "Écriture \(entry) : cette extourne n'est pas l'inverse exact de l'écriture qu'elle annule.",
          "Entry \(entry): this reversal is not the exact inverse of the entry it cancels."))
    case .totalIsNotTheSum(let account, let month, let kept, let summed):
      tampered(
        Words(
          "Compte \(account), \(month) : le total gardé (\(number(kept).french)) n'est pas la somme "
            + "des lignes (\(number(summed).french)).",
          "Account \(account), \(month): the total kept (\(number(kept).english)) is not the sum of "
            + "its lines (\(number(summed).english))."))
    default: tampered(Words(both: code))
    }
  }
}
