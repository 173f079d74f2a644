import Units
public import YearEnd

extension YearEndRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .yearIsUnknown, .monthIsStillOpen, .earlierYearIsOpen, .draftsAreLeft:
      explanationOfClosing
    case .yearIsNotClosed, .yearIsAppropriated, .earlierResultAwaits, .referenceIsTaken:
      explanationOfTurn
    case .meetingIsTooEarly, .meetingIsToCome, .bookedBeforeTheMeeting, .meetingDayIsClosed:
      explanationOfDays
    case .referenceIsEmpty, .dividendIsGivenTwice, .dividendIsNegative: explanationOfFile
    case .legalReserveIsTooLow, .tooMuchIsTaken, .partsDoNotMakeTheResult: explanationOfParts
    case .lossesComeBeforeDividends, .lossYieldsNoDividend, .dividendExceedsTheDistributable,
      .profitComesBeforeReserves:
      explanationOfDividend
    case .netAssetsAreTooLow, .formationExpensesStand, .nobodyHeldShares: explanationOfFunds
    case .paymentDateIsMissing, .paymentIsTooLate, .paymentIsBeforeTheMeeting:
      explanationOfPayment
    case .dividendIsBelowTheInterim, .certifiedBalanceIsMissing, .certifiedBalanceIsMisdated,
      .interimExceedsTheProfit:
      explanationOfInterim
    }
  }

  private var explanationOfClosing: Explanation {
    switch self {
    case .monthIsStillOpen(let year, let month):
      Explanation(
        what: Words(
          "L'exercice \(year) n'est pas fini : \(longMonth(month).french) est encore ouvert.",
          "Fiscal year \(year) is not over: \(longMonth(month).english) is still open."),
        why: Words(
          "Ses soldes passent à l'exercice suivant : ils ne doivent plus bouger (PCG, art. 1031-4).",
          "Its balances pass on to the next year: they must move no more (PCG, art. 1031-4)."),
        remedy: Words(
          "Clôturez d'abord les mois : soleil close \(month)",
          "First close the months: soleil close \(month)"))
    case .earlierYearIsOpen(let year, let earlier):
      Explanation(
        what: Words(
          "L'exercice \(earlier) est encore ouvert : \(year) attend son tour.",
          "Fiscal year \(earlier) is still open: \(year) waits its turn."),
        why: Words(
          "Chaque exercice s'ouvre sur les soldes du précédent (C. com., art. L123-19).",
          "Each year opens on the balances of the one before (C. com., art. L123-19)."),
        remedy: Words("Clôturez d'abord ", "First close ")
          + Words(
            "\(earlier) : soleil close-year \(earlier)", "\(earlier): soleil close-year \(earlier)")
      )
    case .draftsAreLeft(let year, let count):
      Explanation(
        what: Words("L'exercice \(year) garde encore ", "Fiscal year \(year) still has ")
          + Outcomes.count(
            count, ("écriture au brouillard", "écritures au brouillard"),
            ("draft entry", "draft entries")) + Words(both: "."),
        why: Words(
          "Un brouillard n'est ni compté ni effacé : sa place dans l'exercice doit être décidée.",
          "A draft is neither counted nor gone: its place in the year must be decided."),
        remedy: Words(
          "Validez ces écritures ou supprimez-les.", "Validate these entries or remove them."))
    default: unknownYear
    }
  }

  private var unknownYear: Explanation {
    guard case .yearIsUnknown(let name, let known) = self else { return blank }
    return Explanation(
      what: Words(
        "Le livre n'a pas d'exercice « \(name) ».", "The book has no fiscal year “\(name)”."),
      why: Words(
        "Un exercice porte le nom de l'année où il finit.",
        "A fiscal year bears the name of the calendar year in which it ends."),
      remedy: Words("Les exercices du livre : ", "The years of the book: ")
        + Words(both: known.joined(separator: ", ")))
  }

  private var explanationOfTurn: Explanation {
    switch self {
    case .yearIsNotClosed(let year):
      Explanation(
        what: Words(
          "L'exercice \(year) n'est pas clos.", "Fiscal year \(year) is not closed."),
        why: Words(
          "L'assemblée affecte le résultat de comptes arrêtés (C. com., art. L232-12).",
          "The meeting appropriates the result of accounts that are drawn up (C. com., art. L232-12)."
        ),
        remedy: Words(
          "Clôturez-le d'abord : soleil close-year \(year)",
          "Close it first: soleil close-year \(year)"))
    case .yearIsAppropriated(let year, let reference):
      Explanation(
        what: Words(
          "Le résultat de l'exercice \(year) est déjà affecté, par la résolution « \(reference) ».",
          "The result of fiscal year \(year) is appropriated already, by resolution “\(reference)”."
        ),
        why: Words(
          "Un résultat ne s'affecte qu'une fois : il n'en reste rien à affecter.",
          "A result is appropriated once: nothing of it is left."),
        remedy: Words(
          "Une nouvelle décision sur les réserves se passe par une écriture (soleil post).",
          "A new decision on reserves is an entry of its own (soleil post)."))
    case .referenceIsTaken(let reference):
      Explanation(
        what: Words(
          "La résolution « \(reference) » est déjà au livre, avec un autre contenu.",
          "Resolution “\(reference)” is in the book already, with other content."),
        why: Words(
          "Une référence désigne une décision et une seule.",
          "A reference names one decision and only one."),
        remedy: Words(
          "Donnez à la nouvelle décision sa propre référence.",
          "Give the new decision a reference of its own."))
    default: earlierResult
    }
  }

  private var earlierResult: Explanation {
    guard case .earlierResultAwaits(let year, let earlier) = self else { return blank }
    return Explanation(
      what: Words(
        "Le résultat de l'exercice \(earlier) n'est pas encore affecté.",
        "The result of fiscal year \(earlier) is not appropriated yet."),
      why: Words(
        "Les pertes antérieures se déduisent de ce que \(year) peut distribuer (C. com., art. L232-11).",
        "Earlier losses reduce what \(year) may distribute (C. com., art. L232-11)."),
      remedy: Words(
        "Affectez d'abord \(earlier) : soleil appropriate \(earlier) --resolution FICHIER",
        "First appropriate \(earlier): soleil appropriate \(earlier) --resolution FILE"))
  }

  private var explanationOfDays: Explanation {
    switch self {
    case .meetingIsTooEarly(let day, let earliest):
      Explanation(
        what: Words(
          "La décision du \(longDay(day).french) est prise trop tôt.",
          "The decision of \(longDay(day).english) comes too early."),
        why: Words(
          "Rien n'est à décider d'un exercice avant le \(longDay(earliest).french).",
          "Nothing of the year can be decided before \(longDay(earliest).english)."),
        remedy: Words(
          "Vérifiez la date et l'exercice demandé.", "Check the date and the year asked for."))
    case .meetingIsToCome(let day, let today):
      Explanation(
        what: Words(
          "Le \(longDay(day).french) est à venir : nous sommes le \(longDay(today).french).",
          "\(longDay(day).english) is still to come: today is \(longDay(today).english)."),
        why: Words(
          "Une décision se passe une fois prise.", "A decision is booked once it is taken."),
        remedy: Words(
          "Revenez ce jour-là ; --dry-run montre déjà le calcul d'une décision passée.",
          "Come back on that day; --dry-run shows the computation of a decision taken."))
    case .bookedBeforeTheMeeting(let day, let meeting):
      Explanation(
        what: Words(
          "L'écriture du \(longDay(day).french) précéderait la décision du \(longDay(meeting).french).",
          "The entry of \(longDay(day).english) would precede the decision of \(longDay(meeting).english)."
        ),
        why: Words(
          "Une dette de dividende naît de la décision, pas avant elle.",
          "A dividend is owed from the decision on, not before."),
        remedy: Words(
          "Donnez à booked_on un jour à partir du \(longDay(meeting).french), ou retirez-le.",
          "Set booked_on to \(longDay(meeting).english) or later, or remove it."))
    default: closedDay
    }
  }

  private var closedDay: Explanation {
    guard case .meetingDayIsClosed(let day, let firstOpen) = self else { return blank }
    return Explanation(
      what: Words(
        "Le \(longDay(day).french) est dans un mois clos.",
        "\(longDay(day).english) lies in a closed month."),
      why: Words(
        "Ce qui est survenu dans une période close se passe au premier jour ouvert, avec sa date réelle (PCG, art. 1031-4).",
        "What happened in a closed period is booked on the first open day, with its real date (PCG, art. 1031-4)."
      ),
      remedy: Words(
        "Ajoutez à la résolution : booked_on = \(firstOpen)",
        "Add to the resolution: booked_on = \(firstOpen)"))
  }

  /// For a case that another branch has told: never shown.
  var blank: Explanation {
    Explanation(what: Words(both: code), why: Words(both: ""), remedy: Words(both: ""))
  }
}
