public import Exports
public import Journal
import Units

/// The labels that the tax file gives to journals and to kinds of auxiliaries: French, by law.
public enum JournalLabels {
  /// What each journal is called.
  public static let french: [JournalCode: String] = [
    .opening: "À-nouveaux", .sales: "Ventes", .purchases: "Achats", .bank: "Banque",
    .shares: "Parts sociales", .miscellaneous: "Opérations diverses",
    .memorandum: "Suivi extra-comptable",
  ]
  /// What each kind of auxiliary is called.
  public static let kindsOfAuxiliaries: [String: String] = [
    "member": "Associé", "supplier": "Fournisseur", "buyer": "Acheteur", "customer": "Client",
    "loan": "Emprunt", "party": "Tiers",
  ]
  /// The kinds of auxiliaries that name a party.
  public static let kindsOfParties = ["supplier", "buyer", "customer", "party"]
}

/// The few words that a plain-text book brings itself.
public enum PlainWords {
  /// In French, like the labels of the book.
  public static func french(_ organisation: String, scope: String) -> PlainScope.Words {
    PlainScope.Words(
      opening: "À-nouveaux", carried: { year in "Report du résultat de l'exercice \(year)" },
      memorandum: "Suivi extra-comptable",
      head: """
        \(organisation) - \(scope == "all" ? "tout le livre" : scope)
        Montants : débits positifs, crédits négatifs ; EUR, Wh, parts sociales (PART).
        Les à-nouveaux des exercices suivants ne sont pas repris : les soldes courent.
        """)
  }
}

extension HelpWords {
  /// `export`.
  public static let export = Words(
    "Écrit des fichiers pour d'autres : administration, comptables, tableurs.",
    "Writes files for others: administration, accountants, spreadsheets.")
  /// `export fec`.
  public static let exportFEC = Words(
    "Le fichier des écritures comptables (FEC) d'un exercice, avec sa description.",
    "The French tax file (FEC) of a fiscal year, with its description.")
  /// What `export fec` does besides.
  public static let exportFECDiscussion = Words(
    "Par défaut le dernier exercice dont tous les mois sont clos. Un exercice encore ouvert donne un FEC intermédiaire. Un FEC antérieur différent est gardé dans replaced/.",
    "By default the last fiscal year whose months are all closed. A year still open makes an interim FEC. A different earlier FEC is kept in replaced/."
  )
  /// The year of `export fec`.
  public static let exportYear = Words(
    "L'exercice, par l'année de sa clôture.", "The fiscal year, by the year it ends in.")
  /// `--names`.
  public static let exportNames = Words(
    "Nomme les associés et les tiers, au lieu de leur numéro.",
    "Names members and parties, instead of their numbers.")
  /// `--diff`.
  public static let exportDiff = Words(
    "Compare deux FEC, écriture par écriture : avant, après.",
    "Compares two FEC, entry by entry: before, after.")
  /// `--check`.
  public static let exportCheck = Words(
    "Examine des FEC, d'où qu'ils viennent : quinze contrôles, et l'empreinte des exports du livre.",
    "Examines FEC files, wherever they come from: fifteen checks, and the book's own exports.")
  /// `export list`.
  public static let exportList = Words(
    "Les exports déjà faits, avec leur empreinte.", "The exports made so far, with fingerprints.")
  /// `export hledger`.
  public static let exportHledger = Words("Le livre pour hledger.", "The book for hledger.")
  /// `export ledger`.
  public static let exportLedger = Words("Le livre pour ledger.", "The book for ledger.")
  /// `export beancount`.
  public static let exportBeancount = Words("Le livre pour beancount.", "The book for beancount.")
  /// `export csv`.
  public static let exportCSV = Words(
    "Le journal, ligne par ligne, pour un tableur.", "The journal, line by line, for a spreadsheet."
  )
  /// `--excel-fr`.
  public static let excelFrench = Words(
    "Pour Excel en français : BOM, point-virgule, virgule décimale, euros.",
    "For Excel in French: BOM, semicolon, decimal comma, euros.")
  /// `--out FILE`.
  public static let outFile = Words(
    "Fichier où écrire, ou - pour la sortie standard.",
    "File to write to, or - for standard output.")
}

extension ViewWords {
  /// What an export is of.
  public static let export = Words("Export", "Export")
  /// Of which year or days.
  public static let scope = Words("Période", "Period")
  /// Lines of a file.
  public static let rows = Words("Lignes", "Rows")
  /// A SHA-256.
  public static let fingerprint = Words("Empreinte SHA-256", "SHA-256")
}
