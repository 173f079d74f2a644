public import Exports
public import Units

/// The description that is delivered with a tax file, in French: what each field and code means.
///
/// - Source: LPF, art. A47 A-1, XI.
public struct TaxFileDescription: Sendable {
  private let name: FECName
  private let organisation: String
  private let year: Period
  private let isInterim: Bool
  private let showsNames: Bool
  private let report: FECReport
  private let bytes: Int
  private let digest: Digest

  /// A description of a file as it was written.
  public init(
    name: FECName, organisation: String, year: Period, isInterim: Bool, showsNames: Bool,
    report: FECReport, bytes: Int, digest: Digest
  ) {
    self.name = name
    self.organisation = organisation
    self.year = year
    self.isInterim = isInterim
    self.showsNames = showsNames
    self.report = report
    self.bytes = bytes
    self.digest = digest
  }

  /// The description.
  public var text: String { head + structure + zones + codes + order }

  private var head: String {
    let days = "du \(longDay(year.first).french) au \(longDay(year.last ?? year.first).french)"
    let state =
      isInterim
      ? "intermédiaire : l'exercice n'est pas clos, les écritures à venir n'y sont pas"
      : "définitif : tous les mois de l'exercice sont clos"
    return """
      DESCRIPTION DU FICHIER DES ÉCRITURES COMPTABLES
      (Livre des procédures fiscales, article A47 A-1, XI)
      ================================================================

      Entreprise           \(organisation), SIREN \(name.siren)
      Exercice             \(days)
      État                 \(state)
      Fichier              \(name)
      Taille               \(bytes) octets
      Enregistrements      \(report.rows), plus une ligne d'en-tête
      Écritures            \(report.entries)
      Total des débits     \(euro(report.debit))
      Total des crédits    \(euro(report.credit))
      Empreinte SHA-256    \(digest.hex)

      L'empreinte se vérifie par : openssl dgst -sha256 \(name)


      """
  }

  private var structure: String {
    """
    STRUCTURE

      Jeu de caractères              UTF-8, sans marque d'ordre des octets
      Séparateur de zones            tabulation (0x09)
      Séparateur d'enregistrements   retour chariot et saut de ligne (0x0D 0x0A)
      Longueur des enregistrements   variable ; dix-huit zones par enregistrement
      Première ligne                 le nom des zones
      Dates                          AAAAMMJJ, sans séparateur
      Montants                       en euros, virgule décimale, deux décimales, sans séparateur
                                     de milliers, jamais négatifs
      Textes                         sans tabulation, barre verticale, retour à la ligne ni caractère
                                     de commande


    """
  }

  private var zones: String {
    """
    ZONES

       1  JournalCode    code du journal, voir plus bas
       2  JournalLib     libellé du journal
       3  EcritureNum    numéro de l'écriture, un tiret et le code du journal : 1-PA, 2-BQ, 3-VE…
                         Les numéros se suivent sans rupture sur l'exercice, tous journaux
                         confondus ; ils sont attribués à la validation
       4  EcritureDate   date de comptabilisation
       5  CompteNum      compte à six chiffres, subdivision du plan comptable général
       6  CompteLib      libellé du compte
       7  CompAuxNum     compte auxiliaire, voir plus bas ; vide quand le compte n'en a pas
       8  CompAuxLib     libellé du compte auxiliaire
       9  PieceRef       référence de la pièce justificative
      10  PieceDate      date de la pièce
      11  EcritureLib    libellé de l'écriture
      12  Debit          montant au débit, 0,00 sinon
      13  Credit         montant au crédit, 0,00 sinon
      14  EcritureLet    lettrage, propre au compte et à son auxiliaire ; vide sinon
      15  DateLet        date du lettrage
      16  ValidDate      date de validation de l'écriture, heure de Paris
      17  Montantdevise  toujours vide : la comptabilité est tenue en euros
      18  Idevise        toujours vide


    """
  }

  private var codes: String {
    let auxiliaries =
      showsNames
      ? "Les libellés sont les noms, lus dans le fichier des personnes au moment de l'export."
      : "Les libellés ne portent aucun nom ; la table des noms est remise à part sur demande."
    return """
      JOURNAUX

        AN  À-nouveaux : les soldes des comptes de bilan à l'ouverture
        VE  Ventes : l'électricité vendue, facturée ou à facturer
        AC  Achats : fournisseurs, redevances des toitures
        BQ  Banque : encaissements, décaissements, emprunts
        PA  Parts sociales : souscriptions, cessions, retraits
        OD  Opérations diverses : amortissements, intérêts courus, affectation, corrections

      COMPTES AUXILIAIRES

        M0042            un associé, par son numéro au registre
        supplier:…       un fournisseur
        buyer:…          un acheteur d'électricité
        loan:…           un emprunt

      \(auxiliaries)


      """
  }

  private var order: String {
    """
    CE QUE CONTIENT LE FICHIER, ET DANS QUEL ORDRE

    Toutes les écritures validées de l'exercice, après inventaire, sans écriture de centralisation et
    sans écriture de solde des comptes de charges et de produits. Les écritures d'à-nouveaux viennent
    en tête, même quand elles ont été validées plus tard et portent un numéro plus grand ; les autres
    suivent dans l'ordre des numéros, qui est celui de leur validation. Une correction est une écriture
    inverse, puis une nouvelle. Les parts, l'énergie et la répartition envisagée sont suivies hors
    comptabilité (classe 9) et n'y figurent pas.

    """
  }

  private func euro(_ cents: Int128) -> String {
    let digits = String(cents.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return "\(padded.dropLast(2)),\(padded.suffix(2)) EUR"
  }
}
