import Store
import Units

extension BookFault {
  var explanationOfRegister: Explanation {
    switch self {
    case .registerDiffersFromAccounts(let member, let day, let register, let accounts):
      tampered(
        Words(
          "Associé \(member), \(longDay(day).french) : le registre bouge de \(register) part(s), les "
            + "comptes de \(accounts).",
          "Member \(member), \(longDay(day).english): the register moves by \(register) share(s), "
            + "the accounts by \(accounts)."))
    case .capitalDiffersFromShares(let day, let capital, let shares, let nominal):
      tampered(
        Words(
          "Le \(longDay(day).french), les comptes de capital bougent de \(euros(capital).french), et "
            + "les parts de \(shares.units) × \(euros(nominal).french).",
          "On \(longDay(day).english) the capital accounts move by \(euros(capital).english), and the "
            + "shares by \(shares.units) × \(euros(nominal).english)."))
    case .collegeDiffersFromAccounts(let account, let day, let register, let accounts):
      tampered(
        Words(
          "Compte \(account), \(longDay(day).french) : les parts du collège bougent de "
            + "\(euros(register).french), le compte de \(euros(accounts).french).",
          "Account \(account), \(longDay(day).english): the college's shares move by "
            + "\(euros(register).english), the account by \(euros(accounts).english)."))
    case .capitalDayIsNotTheSum(let day):
      tampered(
        Words(
          "Le total de capital gardé pour le \(longDay(day).french) n'est pas la somme des lignes.",
          "The capital total kept for \(longDay(day).english) is not the sum of its lines."))
    case .nominalIsNotDeclared(let day):
      tampered(
        Words(
          "Le nominal des parts au \(longDay(day).french) n'est pas celui des statuts.",
          "The nominal of shares on \(longDay(day).english) is not that of the statutes."))
    default: tampered(Words(both: code))
    }
  }

  var explanationOfClosing: Explanation {
    switch self {
    case .chainIsBroken(let month):
      tampered(
        Words(
          "La clôture de \(longMonth(month).french) ne suit pas celle d'avant.",
          "The closing of \(longMonth(month).english) does not follow the one before."))
    case .manifestIsNotItsDigest(let month):
      tampered(
        Words(
          "Le manifeste de \(longMonth(month).french) n'a plus l'empreinte gardée à la clôture.",
          "The manifest of \(longMonth(month).english) no longer has the digest kept at closing."))
    case .sealedLogIsOther(let month, let size):
      tampered(
        Words(
          "Les \(number(size).french) premières feuilles du journal ne sont pas celles que la clôture "
            + "de \(longMonth(month).french) a scellées.",
          "The first \(number(size).english) leaves of the log are not those that the closing of "
            + "\(longMonth(month).english) sealed."))
    case .signatureIsMissing(let month):
      tampered(
        Words(
          "La clôture de \(longMonth(month).french) n'a pas de signature.",
          "The closing of \(longMonth(month).english) has no signature."))
    case .statementsAreOther(let month):
      tampered(
        Words(
          "Les relevés de \(longMonth(month).french) ne sont pas ceux que la clôture a scellés.",
          "The statements of \(longMonth(month).english) are not those the closing sealed."))
    case .entryCameAfterClosing(let entry, let month):
      tampered(
        Words(
          "L'écriture \(entry) est datée de \(longMonth(month).french), mais fut écrite après sa "
            + "clôture.",
          "Entry \(entry) is dated in \(longMonth(month).english), but was written after it closed."
        ))
    default: tampered(Words(both: code))
    }
  }

  var explanationOfYear: Explanation {
    switch self {
    case .openingIsNotTheBalance(let entry, let account, let restated, let balance):
      tampered(
        Words(
          "À-nouveau \(entry), compte \(account) : \(euros(Cents(restated)).french) repris, "
            + "\(euros(Cents(balance)).french) au bilan précédent.",
          "Opening \(entry), account \(account): \(euros(Cents(restated)).english) said again, "
            + "\(euros(Cents(balance)).english) left by the year before."))
    case .resultIsNotTheSum(let day, let kept, let summed):
      tampered(
        Words(
          "Exercice ouvert le \(longDay(day).french) : résultat gardé \(euros(kept).french), "
            + "recalculé \(euros(summed).french).",
          "Fiscal year from \(longDay(day).english): result kept \(euros(kept).english), reckoned "
            + "again \(euros(summed).english)."))
    default: tampered(Words(both: code))
    }
  }

  private func explanationOfDocument(_ contract: String, _ digest: Digest) -> Explanation {
    Explanation(
      what: Words(
        "Un document signé du contrat « \(contract) », d'empreinte \(digest.hex.prefix(16))…, n'est "
          + "plus dans le livre.",
        "A signed document of contract “\(contract)”, digest \(digest.hex.prefix(16))…, is gone from "
          + "the book."),
      why: Words(
        "Le contrat signé justifie les écritures pendant dix ans (C. com., art. L123-22).",
        "The signed contract supports the entries for ten years (C. com., art. L123-22)."),
      remedy: Words(
        "Reprenez une copie de secours saine du livre ; l'empreinte désigne l'original.",
        "Restore a sound backup of the book; the digest tells the original."))
  }

  var explanationOfVoucher: Explanation {
    if case .documentIsMissing(let contract, let digest) = self {
      return explanationOfDocument(contract, digest)
    }
    guard case .voucherIsNotItsDigest(let digest) = self else {
      return tampered(Words(both: code))
    }
    return Explanation(
      what: Words(
        "La pièce d'empreinte \(digest.hex.prefix(16))… n'a plus les octets qui furent joints.",
        "The voucher of digest \(digest.hex.prefix(16))… no longer has the bytes attached."),
      why: Words(
        "Une pièce justificative fait foi pendant dix ans (C. com., art. L123-22).",
        "A voucher is evidence for ten years (C. com., art. L123-22)."),
      remedy: Words(
        "Retrouvez l'original, comparez son empreinte (sha256sum), et reprenez une copie de secours "
          + "saine du livre.",
        "Find the original, compare its digest (sha256sum), and go back to a sound spare copy of "
          + "the book."))
  }

  var explanationOfFolder: Explanation {
    switch self {
    case .bookIsOlderThanFolder(let month): olderThanFolder(month)
    case .folderIsOther(let month): otherFolder(month)
    case .stampIsOther(let month): otherStamp(month)
    case .folderIsUnknown(let month): unknownFolder(month)
    case .foldersAreMissing(let months): missingFolders(months)
    default: tampered(Words(both: code))
    }
  }

  private func olderThanFolder(_ month: Month) -> Explanation {
    Explanation(
      what: Words(
        "Ce livre est plus ancien que son plus récent dossier de clôture (\(month)) : une copie de "
          + "secours a été remise en place.",
        "This book is older than its newest closing folder (\(month)): a backup was restored."),
      why: Words(
        "Clore ce mois de nouveau signerait une seconde vérité, que tout vérificateur verrait.",
        "Closing that month again would sign a second truth, which any verifier would see."),
      remedy: Words(
        "Retrouvez le livre d'après cette clôture ; sinon ressaisissez ce qui manque, sans effacer "
          + "le dossier.",
        "Find the book as it was after that closing; else enter what is missing again, and keep "
          + "the folder."))
  }

  private func otherStamp(_ month: Month) -> Explanation {
    Explanation(
      what: Words(
        "L'horodatage du dossier de clôture \(month) manque, ou n'est pas celui que le livre a noté.",
        "The time stamp of the closing folder \(month) is missing, or not the one the book noted."),
      why: Words(
        "C'est lui qui prouve la date de la clôture à qui ne nous croit pas sur parole.",
        "It proves the date of the closing to those who do not take our word for it."),
      remedy: Words(
        "Remettez manifest.json.p7s.tsr depuis une copie de secours du dossier.",
        "Put manifest.json.p7s.tsr back from a spare copy of the folder."))
  }

  private func otherFolder(_ month: Month) -> Explanation {
    Explanation(
      what: Words(
        "Le dossier de clôture \(month) n'a pas le manifeste ou la signature que le livre garde.",
        "The closing folder \(month) has not the manifest or signature that the book keeps."),
      why: Words(
        "L'un des deux a été modifié, ou le dossier vient d'un autre livre.",
        "One of the two was changed, or the folder comes from another book."),
      remedy: Words(
        "soleil verify sur le dossier dit lequel : un dossier faux se met de côté, un livre faux se "
          + "remplace par sa copie.",
        "soleil verify on the folder says which: put a wrong folder aside, replace a wrong book by "
          + "its copy."))
  }

  private func unknownFolder(_ month: Month) -> Explanation {
    Explanation(
      what: Words(
        "Le livre ne connaît aucune clôture de \(longMonth(month).french), et il y en a un dossier.",
        "The book knows no closing of \(longMonth(month).english), and there is a folder of it."),
      why: Words(
        "Ce dossier vient peut-être d'un autre livre.", "The folder may come from another book."),
      remedy: Words("Mettez-le de côté.", "Put it aside."))
  }

  private func missingFolders(_ months: [Month]) -> Explanation {
    let list = months.map(\.description).joined(separator: ", ")
    return Explanation(
      what: Words(
        "Il manque à côté du livre les dossiers de clôture : \(list)",
        "Closing folders are missing beside the book: \(list)"),
      why: Words(
        "Le livre en garde le manifeste, la signature et tous les chiffres ; un vérificateur, lui, "
          + "ne lit que les dossiers.",
        "The book keeps their manifest, signature and every figure; but a verifier reads only the "
          + "folders."),
      remedy: Words(
        "Remettez-les d'une copie de secours.", "Put them back from a spare copy."))
  }
}
