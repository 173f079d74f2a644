public import Units
public import YearEnd

extension HelpWords {
  /// `years`.
  public static let years = Words(
    "Les exercices, et où en est leur fin.", "The fiscal years, and how far their end has gone.")
  /// `close-year`.
  public static let closeYear = Words(
    "Clôt un exercice et passe les à-nouveaux du suivant.",
    "Closes a fiscal year and posts the opening balances of the next.")
  /// `appropriate`.
  public static let appropriate = Words(
    "Affecte le résultat d'un exercice, ou verse un acompte, selon une résolution.",
    "Appropriates a year's result, or pays a dividend in advance, as a resolution says.")
  /// A fiscal year.
  public static let year = Words(
    "L'exercice, nommé par l'année où il finit : AAAA.",
    "The fiscal year, named by the calendar year in which it ends: YYYY.")
  /// `appropriate --resolution`.
  public static let resolution = Words("La résolution, en TOML.", "The resolution, in TOML.")
}

extension ViewWords {
  /// A fiscal year.
  public static let year = Words("Exercice", "Year")
  /// From its first to its last day.
  public static let period = Words("Période", "Period")
  /// How many months are closed.
  public static let closedMonths = Words("Mois clos", "Months closed")
  /// How far something has gone.
  public static let state = Words("État", "State")
  /// A rule of a computation.
  public static let rule = Words("Règle", "Rule")
  /// What an amount is taken of.
  public static let base = Words("Base", "Base")

  /// How far the end of a fiscal year has gone.
  public static func name(_ stage: YearState.Stage) -> Words {
    switch stage {
    case .open: Words("ouvert", "open")
    case .monthsClosed: Words("mois clos", "months closed")
    case .closed: Words("clos", "closed")
    case .appropriated: Words("affecté", "appropriated")
    }
  }

  /// A step of an appropriation, with the article it rests on.
  public static func name(_ rule: Step.Rule) -> Words {
    switch rule {
    case .result: Words("Résultat de l'exercice", "Result of the year")
    case .certifiedProfit: Words("Bénéfice certifié (L232-12)", "Certified profit (L232-12)")
    case .priorLosses: Words("Pertes antérieures (119)", "Losses brought forward (119)")
    case .twentieth:
      Words(
        "Un vingtième du bénéfice net de pertes (L232-10)",
        "A twentieth of it net of losses (L232-10)")
    case .reserveRoom:
      Words("Reste au dixième du capital (L232-10)", "Left to a tenth of the capital (L232-10)")
    case .legalReserve:
      Words("Réserve légale, minimum en base (106100)", "Legal reserve, least as base (106100)")
    case .statutoryReserve: Words("Réserves statutaires (106300)", "Statutory reserves (106300)")
    case .priorProfits: Words("Report à nouveau (110)", "Profits brought forward (110)")
    case .fromCarryForward:
      Words("Pris au report à nouveau (110000)", "Taken from carried profits (110000)")
    case .fromOtherReserves:
      Words("Pris aux autres réserves (106800)", "Taken from free reserves (106800)")
    case .distributable: Words("Distribuable (L232-11)", "Distributable (L232-11)")
    case .dividend: Words("Dividende", "Dividend")
    case .interim: Words("Acomptes versés (120900)", "Paid in advance (120900)")
    case .dividendDue: Words("Dividende à payer, brut (457000)", "Dividend payable, gross (457000)")
    case .otherReserves: Words("Autres réserves (106800)", "Free reserves (106800)")
    case .lossesCleared: Words("Pertes apurées (119000)", "Losses cleared (119000)")
    case .carriedForward: Words("Report à nouveau (110000)", "Carried forward (110000)")
    case .lossCarried: Words("Perte reportée (119000)", "Loss carried forward (119000)")
    case .netAssets:
      Words(
        "Capitaux propres après, minimum en base (L232-11)",
        "Own funds after, least as base (L232-11)")
    }
  }
}

extension Outcomes {
  /// `close-year`.
  public static func closedYear(
    _ year: String, result: Cents, lines: Int, entry: String?, isNew: Bool, dryRun: Bool
  ) -> Words {
    guard isNew else {
      return Words(
        "L'exercice \(year) est déjà clos : rien n'a changé.",
        "Fiscal year \(year) is closed already: nothing changed.")
    }
    let amount = euros(result)
    let head =
      dryRun
      ? Words(
        "À blanc : l'exercice \(year) peut être clos, rien n'a changé.",
        "Rehearsed: fiscal year \(year) can be closed, nothing changed.")
      : Words("L'exercice \(year) est clos.", "Fiscal year \(year) is closed.")
    let tail =
      entry.map { entry in
        Words(
          "\n  à-nouveaux   \(lines) lignes, écriture \(entry)",
          "\n  opening      \(lines) lines, entry \(entry)")
      } ?? Words(both: "")
    return head
      + Words("\n  résultat     \(amount.french)", "\n  result       \(amount.english)") + tail
  }

  /// `appropriate`.
  public static func appropriated(
    _ year: String, kind: Resolution.Kind, reference: String, entry: String?, isNew: Bool,
    dryRun: Bool
  ) -> Words {
    guard isNew else {
      return Words(
        "La résolution « \(reference) » est déjà au livre : rien n'a changé.",
        "Resolution “\(reference)” is in the book already: nothing changed.")
    }
    let head =
      dryRun ? Words("À blanc, rien n'a changé. ", "Rehearsed, nothing changed. ") : Words(both: "")
    let done =
      kind == .annual
      ? Words("Résultat \(year) affecté", "Result of \(year) appropriated")
      : Words("Acompte sur dividende \(year)", "Dividend of \(year) in advance")
    let tail =
      entry.map { Words(", écriture \($0).", ", entry \($0).") }
      ?? Words(", sans écriture : aucun montant ne bouge.", ", without entry: no amount moves.")
    return head + done + tail
  }

  /// The resolution and what it decides, in one line.
  public static func dividends(_ members: Int, _ total: Cents) -> Words {
    count(members, ("associé", "associés"), ("member", "members"))
      + Words(
        " : \(euros(total).french) de dividende brut.",
        ": \(euros(total).english) of gross dividend.")
  }
}
