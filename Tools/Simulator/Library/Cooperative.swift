/// A text file by its path inside the folder being written.
public struct TextFile: Hashable, Sendable {
  /// The path, with `/` between folders.
  public let path: String
  /// The text; its UTF-8 bytes are the file.
  public let text: String

  /// Names a text.
  public init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}

extension Scale {
  /// The whole fictional cooperative but its readings, in the formats that `soleil` reads.
  public var cooperative: [TextFile] {
    [
      TextFile("README.md", readMe), TextFile("statutes.toml", statutesFile),
      TextFile("members.csv", membersFile), TextFile("shares.csv", sharesFile),
      TextFile("shares-2026.csv", secondYearFile),
    ] + contractFiles + entryFiles + invoiceFiles + bankFiles + [resolutionFile]
  }

  private var readMe: String {
    """
    # \(Fiction.name) — coopérative fictive

    **Tout est inventé** : personnes, communes, sociétés, numéros (le SIREN a une clé juste, mais
    commence par 0 : ce n'est celui de personne), contrats, prix, dates et montants. La forme seule est celle d'une coopérative
    citoyenne du bassin minier : \(sites) toits, \(members) associés en quatre collèges, une concession
    signée avant la création de la société puis transférée à elle. Rien ici ne décrit une société réelle.

    | fichier | contenu |
    |---|---|
    | `statutes.toml` | statuts : nom, capital variable, exercice, collèges |
    | `members.csv` | associés, un par ligne |
    | `shares.csv` | mouvements du registre des parts de la première année |
    | `shares-2026.csv` | et de la deuxième : une souscription payée en deux fois et en retard, un don à un enfant, une sortie |
    | `contracts/` | parties, sites et compteurs, titres d'occupation, contrats d'achat, emprunt, centrales, règles de partage |
    | `entries/` | écritures saisies : transfert des centrales, emprunt, assurance, maintenance |
    | `invoices/` | les factures semestrielles d'un acheteur d'électricité, par le mois après la clôture duquel elles arrivent |
    | `bank/` | les relevés de la banque de la première année, un par mois (camt.053) |
    | `resolutions/` | ce que l'assemblée générale décide du résultat de la première année |

    Les fichiers sont écrits par `soleil-simulate` ; un essai prouve qu'ils n'ont pas changé depuis.
    Pour les réécrire : `swift run soleil-simulate --out DOSSIER`. Le programme écrit aussi les relevés
    de production (`production/`) et ce qu'ils signifient au wattheure près (`truth.json`).

    ---

    **Everything is invented**: people, places, companies, numbers, contracts, prices, amounts. Only the
    shape is that of a citizen solar cooperative. The files are written by `soleil-simulate`, and a test
    proves that they are still what it writes.

    """
  }
}
