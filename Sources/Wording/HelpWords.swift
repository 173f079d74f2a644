/// What the help of each command and option says.
public enum HelpWords {
  /// `soleil`.
  public static let soleil = Words(
    "Le grand livre des coopératives solaires citoyennes.",
    "The ledger of citizen solar cooperatives.")
  /// The exit codes.
  public static let exits = Words(
    """
    Options communes, avant ou après la commande : --book CHEMIN, --lang fr|en, --json.

    Codes de sortie : 0 fait, 1 refusé ou invalide, 2 indéterminé ou en attente, 64 mauvaise \
    commande, 65 données fausses, 66 entrée illisible, 73 sortie impossible, 74 erreur de disque, \
    75 livre occupé (rien n'a changé).
    """,
    """
    Common options, before or after the command: --book PATH, --lang fr|en, --json.

    Exit codes: 0 done, 1 refused or invalid, 2 undetermined or on hold, 64 wrong usage, 65 bad \
    data, 66 input cannot be opened, 73 cannot create, 74 I/O error, 75 book in use (nothing \
    changed).
    """)
  /// `--book`.
  public static let book = Words(
    "Le livre ; par défaut $SOLEIL_BOOK, sinon ./book.soleil.",
    "The book; by default $SOLEIL_BOOK, else ./book.soleil.")
  /// `--lang`.
  public static let lang = Words(
    "Langue des messages ; par défaut celle du système, sinon le français.",
    "Language of messages; by default the locale's, else French.")
  /// `--json`.
  public static let json = Words(
    "Écrit une seule valeur JSON sur la sortie standard.",
    "Prints one JSON value on standard output.")
  /// `--dry-run`.
  public static let dryRun = Words(
    "Montre ce qui serait fait, sans rien changer.", "Shows what would be done, changes nothing.")
  /// `--out`.
  public static let out = Words(
    "Dossier où écrire, au lieu de celui qui est à côté du livre.",
    "Folder to write to, instead of the one beside the book.")
  /// `--passphrase-fd`.
  public static let passphraseFD = Words(
    "Lit la phrase de passe sur ce descripteur.", "Reads the passphrase from this descriptor.")
  /// `--passphrase-file`.
  public static let passphraseFile = Words(
    "Lit la phrase de passe dans ce fichier.", "Reads the passphrase from this file.")
  /// The question for the passphrase.
  public static let passphrasePrompt = Words(
    "Phrase de passe (rien ne s'affiche) : ", "Passphrase (nothing is shown): ")

  /// The second question for a new passphrase.
  public static let passphraseAgain = Words("La même encore : ", "The same again: ")

  /// `init`.
  public static let initialise = Words(
    "Crée un livre à partir des statuts.", "Creates a book from the statutes.")
  /// `init --statutes`.
  public static let statutes = Words("Les statuts, en TOML.", "The statutes, in TOML.")
  /// `init --salt-secret`.
  public static let saltSecret = Words(
    "Fichier d'au moins 32 octets secrets dont dérivent tous les sels, au lieu du hasard : deux livres créés ainsi sont identiques à l'octet. À garder secret.",
    "File of at least 32 secret bytes from which all salts derive, instead of chance: two books so created are alike to the byte. Keep it secret."
  )
  /// `apply`.
  public static let apply = Words(
    "Enregistre des faits datés (sites, contrats, règles) depuis des fichiers TOML.",
    "Records dated facts (sites, contracts, rules) from TOML files.")
  /// Files to apply.
  public static let applyFiles = Words(
    "Fichiers TOML, ou dossiers qui en contiennent.", "TOML files, or folders of them.")
  /// `members`.
  public static let members = Words("Les associés.", "The members.")
  /// `members import`.
  public static let membersImport = Words(
    "Importe les associés depuis un fichier CSV.", "Imports members from a CSV file.")
  /// `members list`.
  public static let membersList = Words("Liste les associés.", "Lists the members.")
  /// `shares`.
  public static let shares = Words(
    "Les mouvements de parts sociales.", "The movements of shares.")
  /// `shares import`.
  public static let sharesImport = Words(
    "Importe des mouvements de parts depuis un fichier CSV, et les comptabilise.",
    "Imports movements of shares from a CSV file, and posts them.")
  /// A CSV file.
  public static let csvFile = Words("Le fichier CSV.", "The CSV file.")
  /// `register`.
  public static let register = Words(
    "Le registre des parts à une date.", "The share register at a date.")
  /// `--as-of`.
  public static let asOf = Words(
    "À cette date, AAAA-MM-JJ ; par défaut aujourd'hui.",
    "At this date, YYYY-MM-DD; today by default.")
  /// `--as-known-on`.
  public static let asKnownOn = Words(
    "Tel que connu à la fin de ce jour, AAAA-MM-JJ.", "As known at the end of this day, YYYY-MM-DD."
  )
  /// `production`.
  public static let production = Words("Les relevés de production.", "The production readings.")
  /// `production import`.
  public static let productionImport = Words(
    "Importe des fichiers d'onduleurs ou du gestionnaire de réseau.",
    "Imports files of inverters or of the grid operator.")
  /// Production files.
  public static let productionFiles = Words(
    "Fichiers, ou dossiers de fichiers CSV.", "Files, or folders of CSV files.")
  /// `--profile`.
  public static let profile = Words(
    "Le profil de lecture ; sinon reconnu à l'en-tête.",
    "The profile to read with; else told from the heading.")
  /// `--meter`.
  public static let meter = Words("Seulement ce compteur.", "This meter only.")
  /// `production import --meter`.
  public static let meterOfFile = Words(
    "Tout le fichier appartient à ce compteur, quoi qu'il en dise.",
    "All of the file belongs to this meter, whatever it says.")
  /// `production profiles`.
  public static let productionProfiles = Words(
    "Les formats de fichiers connus.", "The file formats known.")
  /// `production show`.
  public static let productionShow = Words(
    "L'énergie d'un mois par compteur.", "The energy of a month by meter.")
  /// `--month`.
  public static let month = Words("Le mois, AAAA-MM.", "The month, YYYY-MM.")
  /// `--daily`.
  public static let daily = Words("Jour par jour.", "Day by day.")
  /// `post`.
  public static let post = Words(
    "Passe les écritures de fichiers TOML ou CSV, toutes ou aucune.",
    "Posts the entries of TOML or CSV files, all or none.")
  /// Entry files.
  public static let entryFiles = Words(
    "Fichiers d'écritures TOML ou CSV, ou dossiers qui en contiennent.",
    "TOML or CSV files of entries, or folders of them.")
  /// `checklist`.
  public static let checklist = Words(
    "Ce qui sépare un mois de sa clôture.", "What stands between a month and its closing.")
  /// `close`.
  public static let close = Words(
    "Clôt un mois : calcule, répartit, verrouille, signe.",
    "Closes a month: reckons, allocates, locks, signs.")
  /// `--waive`.
  public static let waive = Words(
    "Passe outre ce contrôle ; demande --reason.", "Overrides this check; needs --reason.")
  /// `--reason`.
  public static let reason = Words(
    "La raison, scellée dans la clôture.", "The reason, sealed within the closing.")
  /// `statements`.
  public static let statements = Words(
    "Écrit les relevés signés des associés d'un mois clos.",
    "Writes the signed member statements of a closed month.")
  /// `--member`.
  public static let member = Words("Seulement cet associé.", "This member only.")
  /// `verify`.
  public static let verify = Words(
    "Vérifie des clôtures et des relevés, sans le livre.",
    "Verifies closings and statements, without the book.")
  /// Paths to verify.
  public static let verifyPaths = Words(
    "Dossiers de clôtures, dossiers de relevés, ou relevés.",
    "Folders of closings, folders of statements, or statements.")
  /// `--trust`.
  public static let trust = Words(
    "Le fichier de confiance, trust.json ou ca.pem ; sinon celui d'à côté.",
    "The trust file, trust.json or ca.pem; else the one beside.")
  /// `--head`.
  public static let head = Words(
    "Le manifeste de la dernière clôture déjà vérifiée.",
    "The manifest of the last closing verified before.")
  /// `--require-timestamp`.
  public static let requireTimestamp = Words(
    "Exige une date prouvée par un tiers.", "Requires a date proven by a third party.")
  /// `balance`.
  public static let balance = Words("La balance des comptes.", "The trial balance.")
  /// `--period`.
  public static let period = Words(
    "La période : AAAA, AAAA-MM ou AAAA-MM-JJ..AAAA-MM-JJ.",
    "The period: YYYY, YYYY-MM or YYYY-MM-DD..YYYY-MM-DD.")
  /// `journal`.
  public static let journal = Words("Le journal des écritures.", "The journal of entries.")
  /// `apportion`.
  public static let apportion = Words(
    "Partage un nombre entier selon des poids, à l'unité près.",
    "Divides a whole number by weights, to the last unit.")
  /// `--amount`.
  public static let amount = Words("Le nombre à partager.", "The number to divide.")
  /// `--weights`.
  public static let weights = Words(
    "Les poids, séparés par des virgules.", "The weights, separated by commas.")
  /// `--carry`.
  public static let carry = Words(
    "Ce qui reste dû à chacun, en numérateurs sur la somme des poids.",
    "What each is still owed, as numerators over the sum of the weights.")
  /// `key`.
  public static let key = Words("Les clés de signature.", "The signing keys.")
  /// `key create`.
  public static let keyCreate = Words(
    "Crée l'autorité de la coopérative et sa clé de signature.",
    "Creates the cooperative's authority and its signing key.")
  /// `key show`.
  public static let keyShow = Words(
    "Montre les empreintes à publier.", "Shows the fingerprints to publish.")
}
