/// The words of `allocate` and `explain`.
public enum AllocateHelp {
  /// `allocate`.
  public static let allocate = Words(
    "Répartit des mois clos par les règles en vigueur, et par d'autres à côté (--simulate).",
    "Shares closed months by the rules in force, and by others beside them (--simulate).")
  /// The months.
  public static let months = Words(
    "Un mois clos, 2025-03, ou plusieurs, 2025-01..2025-12.",
    "A closed month, 2025-03, or several, 2025-01..2025-12.")
  /// `--simulate`.
  public static let simulate = Words(
    "Essaie les règles de ce fichier : qui gagne, qui perd. Rien n'est écrit.",
    "Tries the rules of this file: who gains, who loses. Nothing is written.")
  /// `--members`.
  public static let members = Words("Un associé par ligne.", "One member a line.")
  /// `explain`.
  public static let explain = Words(
    "Dit d'où vient un chiffre, jusqu'aux fichiers et aux lignes.",
    "Says where a figure comes from, down to files and lines.")
  /// The figure.
  public static let reference = Words("Le chiffre.", "The figure.")
  /// `--annex`.
  public static let annex = Words(
    "Écrit aussi l'explication en page imprimable (HTML).",
    "Also writes the explanation as a page to print (HTML).")
  /// How figures are called.
  public static let references = Words(
    """
    Un chiffre s'appelle :
      2025-03                   tout le mois clos
      2025-03/result|sales|energy   le résultat, les ventes, l'énergie
      2025-03/ETAPE             une étape des règles
      2025-03/M0042             la part d'un associé (ou reserve:106100, party:ville)
      2025-03/M0042/energy      son énergie ; 2025-03/M0042/ETAPE, une étape
      2025-03/M0042/year        ce qui lui revient depuis le début de l'exercice ;
                                 .../year-energy, son énergie ; .../shares, ses parts
      2025-06/2025-03/M0042     ce que la clôture de juin corrige de mars
      2025/57, 2025/EX57:3      une écriture, une de ses lignes
    """,
    """
    A figure is called:
      2025-03                   all of the closed month
      2025-03/result|sales|energy   the result, the sales, the energy
      2025-03/STEP              a step of the rules
      2025-03/M0042             a member's part (or reserve:106100, party:ville)
      2025-03/M0042/energy      their energy; 2025-03/M0042/STEP, one step
      2025-03/M0042/year        what they are due since the fiscal year began;
                                 .../year-energy, their energy; .../shares, their shares
      2025-06/2025-03/M0042     what the closing of June corrects of March
      2025/57, 2025/EX57:3      an entry, one of its lines
    """)
  /// A heading.
  public static let whom = Words("Bénéficiaire", "Beneficiary")
  /// A heading.
  public static let inForce = Words("En vigueur", "In force")
  /// A heading.
  public static let tried = Words("Essayées", "Tried")
  /// A heading.
  public static let difference = Words("Différence", "Difference")
  /// A heading.
  public static let intended = Words("Envisagé", "Intended")
  /// A heading.
  public static let decided = Words("Décidé", "Decided")
  /// The heading of what the months intended beside what was decided.
  public static let reconciliation = Words(
    "Répartitions mensuelles envisagées et décision de l'assemblée :",
    "Intended monthly allocations and what the meeting decided:")
  /// Where a part of the result goes.
  public static func destination(_ name: String) -> Words {
    switch name {
    case "members": Words("Associés (dividende)", "Members (dividend)")
    case "legal-reserve": Words("Réserve légale", "Legal reserve")
    case "other-reserves": Words("Autres réserves", "Other reserves")
    case "third-parties": Words("Tiers", "Third parties")
    case "carried-forward": Words("Report à nouveau", "Carried forward")
    default: Words("Ensemble", "In all")
    }
  }
  /// The last row.
  public static let total = Words("Ensemble", "In all")
  /// A college's row.
  public static func college(_ id: String, members: Int) -> Words {
    Words(
      "college:\(id) (\(members) associés)", "college:\(id) (\(members) members)")
  }
  /// Which rules.
  public static func rules(_ inForce: [String], tried: String?) -> Words {
    let names = inForce.joined(separator: ", ")
    guard let tried else { return Words("Règles : \(names)", "Rules: \(names)") }
    return Words(
      "Règles en vigueur : \(names) ; essayées : \(tried)",
      "Rules in force: \(names); tried: \(tried)")
  }
  /// Who gains and who loses.
  public static func winners(gain: Int, lose: Int, same: Int) -> Words {
    Words(
      "\(gain) associés gagnent, \(lose) perdent, \(same) ne changent pas.",
      "\(gain) members gain, \(lose) lose, \(same) stay as they are.")
  }
}
