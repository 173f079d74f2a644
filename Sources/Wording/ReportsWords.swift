public import Reports
public import Tables
public import Units

extension HelpWords {
  /// `ledger`.
  public static let ledger = Words(
    "Le grand livre d'un compte, avec le solde après chaque ligne.",
    "The ledger of an account, with the balance after each line.")
  /// The account of `ledger`.
  public static let ledgerAccount = Words(
    "Un compte, ou les premiers chiffres de plusieurs.",
    "An account, or the first digits of several.")
  /// `--aux`.
  public static let auxiliaryOnly = Words(
    "Seulement les lignes de cet auxiliaire : member:M0042, supplier:assureur.",
    "Only the lines of this auxiliary: member:M0042, supplier:insurer.")
  /// `income`.
  public static let income = Words(
    "Le compte de résultat, et celui de chaque site ou contrat.",
    "The income statement, and that of each site or contract.")
  /// `sheet`.
  public static let sheet = Words("Le bilan à une date.", "The balance sheet at a date.")
  /// `aged`.
  public static let aged = Words(
    "Ce qui reste ouvert sur des comptes de tiers, par ancienneté.",
    "What is still open on third-party accounts, by age.")
  /// `balance --by`.
  public static let balanceBy = Words(
    "Ventile par site, contract, college, commune ou auxiliary ; relit toutes les lignes.",
    "Tells apart by site, contract, college, commune or auxiliary; reads all lines again.")
  /// `income --by`.
  public static let incomeBy = Words(
    "Ventile par site, contract ou commune (PCG, art. 621-10).",
    "Tells apart by site, contract or commune (PCG, art. 621-10).")
  /// `journal --journal`.
  public static let journalCode = Words(
    "Seulement ce journal : AN, VE, AC, BQ, PA, OD, EX.",
    "This journal only: AN, VE, AC, BQ, PA, OD, EX.")
  /// `journal --account`.
  public static let journalAccount = Words(
    "Seulement les lignes des comptes qui commencent par ces chiffres.",
    "Only the lines of accounts that begin with these digits.")
  /// `journal --page`.
  public static let page = Words(
    "La page, de 500 lignes ; sinon la première à l'écran, toutes en JSON.",
    "The page, of 500 lines; else the first on screen, all of them in JSON.")
}

extension ViewWords {
  /// The turn of fiscal years within a period.
  public static let carried = Words("Changement d'exercice", "Turn of the year")
  /// The rows of a statement.
  public static let line = Words("Poste", "Line")
  /// Assets.
  public static let assets = Words("Actif", "Assets")
  /// Equity and liabilities.
  public static let liabilities = Words("Passif", "Equity and liabilities")
  /// Before depreciation.
  public static let gross = Words("Brut", "Gross")
  /// Depreciation and impairments.
  public static let less = Words("Amort. et dépréc.", "Depreciation")
  /// After depreciation.
  public static let net = Words("Net", "Net")
  /// The period before.
  public static let previousPeriod = Words("Période précédente", "Previous period")
  /// Up to 30 days after the voucher.
  public static let notDue = Words("Non échu", "Not due")
  /// 31 to 60 days.
  public static let over30 = Words("31 à 60 j", "31 to 60 d")
  /// 61 to 90 days.
  public static let over60 = Words("61 à 90 j", "61 to 90 d")
  /// More than 90 days.
  public static let over90 = Words("> 90 j", "> 90 d")
  /// The commune of a site.
  public static let commune = Words("Commune", "Commune")
  /// Where no account stands: not the same as zero.
  public static let none = Words(both: "–")
  /// Where a figure has no meaning, such as before the first fiscal year.
  public static let notApplicable = Words("s.o.", "n/a")
  /// The letters that join lines that settle each other.
  public static let letters = Words("Lettrage", "Letters")
  /// The fiscal year before.
  public static let previousYear = Words("Exercice précédent", "Previous year")
  /// A party that never moved on an account.
  public static let nothing = Words(
    "Aucune ligne, et aucun solde, pour cet auxiliaire.",
    "No line and no balance for this auxiliary.")
  /// No line is open.
  public static let nothingOpen = Words(
    "Rien n'est ouvert sur ces comptes.", "Nothing is open on these accounts.")

  /// What figures are told apart by.
  public static func name(_ dimension: Dimension) -> Words {
    switch dimension {
    case .site: site
    case .contract: contract
    case .college: college
    case .commune: commune
    case .auxiliary: auxiliary
    }
  }

  /// The lines that belong to no group.
  public static func without(_ dimension: Dimension) -> Words {
    switch dimension {
    case .site: Words("(sans site)", "(no site)")
    case .contract: Words("(sans contrat)", "(no contract)")
    case .college: Words("(sans collège)", "(no college)")
    case .commune: Words("(sans commune)", "(no commune)")
    case .auxiliary: Words("(sans auxiliaire)", "(no auxiliary)")
    }
  }

  /// The label of a row, its items further in.
  public static func label(_ line: LayoutLine) -> Words {
    let indent = line.kind == .item ? "  " : ""
    return Words(both: indent) + Words(line.frenchLabel, line.englishLabel)
  }

  /// Above an income statement.
  public static func incomeTitle(_ period: Period) -> Words {
    Words("Compte de résultat ", "Income statement ") + span(period)
  }

  /// Above a balance sheet.
  public static func sheetTitle(_ day: Day, _ year: Period) -> Words {
    Words(
      "Bilan au \(longDay(day).french), exercice ",
      "Balance sheet at \(longDay(day).english), fiscal year ") + span(year)
  }

  /// Above aged balances.
  public static func agedTitle(_ prefix: String, _ day: Day) -> Words {
    Words(
      "Comptes \(prefix)… au \(longDay(day).french), en jours depuis la pièce, lignes non lettrées",
      "Accounts \(prefix)… at \(longDay(day).english), in days since the voucher, unlettered lines")
  }

  /// Below an income statement or balance sheet that has no year before.
  public static let noPreviousYear = Words(
    "s.o. : le livre n'a pas d'exercice précédent.", "n/a: the book has no earlier fiscal year.")

  /// Below a page of the journal.
  public static func page(_ page: Int, of pages: Int, lines: Int) -> Words {
    Words(
      "Page \(page) sur \(pages), \(Wording.number(lines).french) lignes en tout. "
        + "Une autre page : --page N ; tout : --json.",
      "Page \(page) of \(pages), \(Wording.number(lines).english) lines in all. "
        + "Another page: --page N; everything: --json.")
  }

  /// The row of a ledger where a fiscal year begins.
  public static let turn = Words("Ouverture de l'exercice", "Opening of the fiscal year")

  private static func span(_ period: Period) -> Words {
    guard let last = period.last else { return Words("dès le ", "from ") + longDay(period.first) }
    return Words(
      "du \(longDay(period.first).french) au \(longDay(last).french)",
      "from \(longDay(period.first).english) to \(longDay(last).english)")
  }
}
