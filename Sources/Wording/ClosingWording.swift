public import Closing
import Units

extension ClosingRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .monthHasNotEnded, .monthIsAlreadyClosed, .earlierMonthIsOpen, .monthIsBeforeTheBook:
      explanationOfCalendar
    case .checklistStandsInTheWay(let month, let items): explanationOfChecklist(month, items)
    case .waiverIsUnknown, .waiverHasNoReason: explanationOfWaiver
    case .monthIsNotClosed, .memberHasNoStatement: explanationOfStatement
    }
  }

  private var explanationOfCalendar: Explanation {
    switch self {
    case .monthHasNotEnded(let month, let today):
      Explanation(
        what: Words(
          "Le mois \(of(month).french) finit le \(longDay(month.last).french), et nous sommes le "
            + "\(longDay(today).french).",
          "The month of \(of(month).english) ends on \(longDay(month.last).english), and today is "
            + "\(longDay(today).english)."),
        why: Words(
          "Clos trop tôt, il ne pourrait plus recevoir ce qui s'y passe encore.",
          "Closed too soon, it could no longer take what still happens in it."),
        remedy: Words(
          "Revenez à partir du \(longDay(month.next.first).french).",
          "Come back from \(longDay(month.next.first).english) on."))
    case .earlierMonthIsOpen(let month, let next):
      Explanation(
        what: Words(
          "Le mois \(of(next).french) est encore ouvert : \(longMonth(month).french) attend son "
            + "tour.",
          "The month of \(of(next).english) is still open: \(longMonth(month).english) waits its "
            + "turn."),
        why: inOrder,
        remedy: Words("Clôturez d'abord ", "First close ") + longMonth(next)
          + Words(" : soleil close \(next)", ": soleil close \(next)"))
    case .monthIsBeforeTheBook(let month, let first):
      Explanation(
        what: Words(
          "Le livre commence en \(longMonth(first).french) : \(longMonth(month).french) est avant.",
          "The book begins in \(longMonth(first).english): \(longMonth(month).english) is before."),
        why: Words(
          "Un mois d'avant le premier exercice n'appartient pas à ce livre.",
          "A month before the first fiscal year does not belong to this book."),
        remedy: Words("Vérifiez l'année du mois demandé.", "Check the year of the month asked for.")
      )
    default: alreadyClosed
    }
  }

  private var inOrder: Words {
    Words(
      "Les mois se clôturent l'un après l'autre : la clôture fige la chronologie (PCG, art. 1031-4).",
      "Months are closed one after the other: closing freezes the order of time (PCG, "
        + "art. 1031-4).")
  }

  private var alreadyClosed: Explanation {
    let month =
      if case .monthIsAlreadyClosed(let month) = self { of(month) } else { Words(both: "") }
    return Explanation(
      what: Words(
        "Le mois \(month.french) est déjà clos.", "The month of \(month.english) is closed already."
      ),
      why: Words(
        "Un mois clos le reste : ses pièces sont signées et remises (PCG, art. 1031-4).",
        "A closed month stays closed: its papers are signed and handed out (PCG, art. 1031-4)."),
      remedy: Words(
        "Une correction se passe par une écriture dans le premier mois ouvert.",
        "A correction is made by an entry in the first open month."))
  }

  private func explanationOfChecklist(_ month: Month, _ items: [CheckItem]) -> Explanation {
    let shown = items.prefix(ClosingRefusal.mostListed).map(\.sentence)
    let rest = items.count - shown.count
    let more =
      rest > 0 ? [Words("… et \(rest) autres", "… and \(rest) more")] : []
    let lines = (shown + more).reduce(Words(both: "")) { $0 + Words(both: "\n  - ") + $1 }
    let waivable = Set(items.filter(\.check.canBeWaived).map(\.check.rawValue)).sorted()
    let waive =
      waivable.isEmpty
      ? Words(both: "")
      : Words(
        " Ou passez outre, avec la raison : \(options(waivable)) --reason \"…\"",
        " Or override, with the reason: \(options(waivable)) --reason \"…\"")
    return Explanation(
      what: Words(
        "Le mois \(of(month).french) ne peut pas être clos ; ce qui s'y oppose :",
        "The month of \(of(month).english) cannot be closed; what stands in the way:") + lines,
      why: Words(
        "Ce qui est clos est signé et remis aux associés : on n'y revient pas.",
        "What is closed is signed and given to the members: there is no going back."),
      remedy: Words(
        "Complétez, puis relancez « soleil checklist \(month) ».",
        "Complete this, then run “soleil checklist \(month)” again.") + waive)
  }

  private static let mostListed = 20

  private func options(_ codes: [String]) -> String {
    codes.map { "--waive \($0)" }.joined(separator: " ")
  }

  private var explanationOfWaiver: Explanation {
    switch self {
    case .waiverIsUnknown(let waived, let known):
      Explanation(
        what: Words(
          "On ne peut pas passer outre « \(waived) ».", "“\(waived)” cannot be overridden."),
        why: Words(
          "Sans prix, sans contrat, sans parts ni règles, il n'y a rien à calculer ; une valeur "
            + "contestée demande une décision.",
          "Without price, contract, shares or rules there is nothing to reckon; a contested "
            + "value needs a decision."),
        remedy: Words("Les contrôles que l'on peut lever : ", "The checks that can be waived: ")
          + listed(known))
    default:
      Explanation(
        what: Words("La raison de passer outre manque.", "The reason for overriding is missing."),
        why: Words(
          "Elle est scellée dans la clôture : le réviseur la lira dans dix ans.",
          "It is sealed within the closing: the auditor will read it ten years from now."),
        remedy: Words(
          "Ajoutez --reason \"ce qui s'est passé, et qui a décidé\".",
          "Add --reason \"what happened, and who decided\"."))
    }
  }

  private var explanationOfStatement: Explanation {
    switch self {
    case .memberHasNoStatement(let member, let month):
      Explanation(
        what: Words(
          "L'associé \(member) n'a pas de relevé \(of(month).french).",
          "Member \(member) has no statement of \(of(month).english)."),
        why: Words(
          "Un relevé est établi pour qui détient ou a mouvementé des parts dans le mois.",
          "A statement is made for whoever held or moved shares in the month."),
        remedy: Words(
          "Vérifiez le numéro avec « soleil members list ».",
          "Check the number with “soleil members list”."))
    default: notClosed
    }
  }

  private var notClosed: Explanation {
    let month = if case .monthIsNotClosed(let month) = self { of(month) } else { Words(both: "") }
    return Explanation(
      what: Words(
        "Le mois \(month.french) n'est pas clos.", "The month of \(month.english) is not closed."),
      why: Words(
        "Les chiffres d'un mois ouvert bougent encore : rien n'en est remis à personne.",
        "The figures of an open month still move: nothing of it is given to anybody."),
      remedy: Words(
        "Clôturez-le d'abord avec « soleil close ».", "Close it first with “soleil close”."))
  }

  /// `d'octobre 2026`, `de mars 2026`; `October 2026`.
  private func of(_ month: Month) -> Words {
    let name = longMonth(month)
    let elides = name.french.first.map { "ao".contains($0) } ?? false
    return Words((elides ? "d'" : "de ") + name.french, name.english)
  }
}

extension CheckItem {
  /// The check, its subject and the days: one line of a list.
  public var sentence: Words {
    let about = subject.isEmpty ? Words(both: "") : Words(both: " \(subject)")
    let when = days.isEmpty ? Words(both: "") : Words(" : ", ": ") + dayRuns(days)
    return check.failure + about + when + Words(both: " (\(check.rawValue))")
  }
}

extension Check {
  /// What the check asks for, as the heading of a checklist's line.
  public var name: Words {
    switch self {
    case .productionComplete: Words("Production complète", "Production complete")
    case .readingsHeld: Words("Aucun relevé du mois en attente", "No reading of the month on hold")
    case .conventionInForce: Words("Convention de toiture en vigueur", "Roof convention in force")
    case .contractInForce: Words("Contrat d'achat en vigueur", "Purchase contract in force")
    case .contractAlone:
      Words("Un seul contrat d'achat à la fois", "One purchase contract at a time")
    case .sharingTold: Words("Énergie partagée connue", "Shared energy known")
    case .priceKnown: Words("Prix connu", "Price known")
    case .capRespected: Words("Plafond annuel respecté", "Yearly cap respected")
    case .sharesHeld: Words("Parts détenues", "Shares held")
    case .registerAgrees:
      Words("Capital et registre des parts d'accord", "Capital and share register agree")
    case .rulesInForce: Words("Règles de répartition en vigueur", "Allocation rules in force")
    case .yearClosed: Words("Exercice précédent clos", "Fiscal year before closed")
    case .bankTold: Words("Relevés de banque reçus", "Bank statements received")
    case .bankMatched: Words("Banque rapprochée", "Bank matched")
    case .draftsDecided: Words("Brouillons décidés", "Drafts decided")
    }
  }

  /// What is wrong when it fails.
  var failure: Words {
    switch self {
    case .productionComplete:
      Words("production incomplète, compteur", "production incomplete, meter")
    case .readingsHeld:
      Words("relevé en attente d'une décision, compteur", "reading awaiting a decision, meter")
    case .conventionInForce:
      Words("aucune convention de toiture, site", "no roof convention, site")
    case .contractInForce: Words("aucun contrat d'achat, site", "no purchase contract, site")
    case .contractAlone:
      Words("deux contrats d'achat à la fois, site", "two purchase contracts at once, site")
    case .sharingTold:
      Words(
        "énergie partagée absente ou autre que celle du compteur, partage",
        "shared energy missing or not what the meter tells, sharing")
    case .priceKnown: Words("aucun prix, contrat", "no price, contract")
    case .capRespected:
      Words("plafond annuel d'heures dépassé, contrat", "yearly cap of hours exceeded, contract")
    case .sharesHeld: Words("personne ne détient de parts", "nobody holds shares")
    case .registerAgrees:
      Words(
        "le livre et le registre des parts diffèrent, compte",
        "the book and the share register differ, account")
    case .rulesInForce:
      Words("aucune règle de répartition en vigueur", "no allocation rules in force")
    case .yearClosed:
      Words(
        "à clore d'abord (soleil close-year), exercice",
        "to be closed first (soleil close-year), fiscal year")
    case .bankTold:
      Words(
        "relevé de banque manquant (soleil bank import), compte",
        "bank statement missing (soleil bank import), account")
    case .bankMatched:
      Words(
        "mouvement de banque à rapprocher (soleil bank match), compte",
        "bank movement to match (soleil bank match), account")
    case .draftsDecided:
      Words(
        "à valider ou à jeter (soleil drafts), brouillon",
        "to be validated or discarded (soleil drafts), draft")
    }
  }
}
