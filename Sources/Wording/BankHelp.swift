extension HelpWords {
  /// `bank`.
  public static let bank = Words(
    "Les relevés de la banque, et leur rapprochement avec le livre.",
    "Statements of the bank, and matching them with the book.")
  /// `bank import`.
  public static let bankImport = Words(
    "Lit des relevés : camt.053, CFONB 120 ou CSV ; deux fois ne change rien.",
    "Reads statements: camt.053, CFONB 120 or CSV; twice changes nothing.")
  /// `bank match`.
  public static let bankMatch = Words(
    "Propose pour chaque mouvement ce qu'il règle, avec ses raisons.",
    "Proposes for each movement what it settles, with the reasons.")
  /// `bank match --summary`.
  public static let bankSummary = Words(
    "Seulement combien, par confiance.", "Only how many, by confidence.")
  /// `bank confirm`.
  public static let bankConfirm = Words(
    "Confirme une proposition, ou dit ce qu'est un mouvement : écriture et lettrage.",
    "Confirms a proposal, or says what a movement is: entry and letters.")
  /// `bank unmatch`.
  public static let bankUnmatch = Words(
    "Défait un rapprochement ; son écriture est contrepassée.",
    "Undoes a match; its entry is reversed.")
  /// `bank list`.
  public static let bankList = Words(
    "Les mouvements de la banque, et leurs écritures.",
    "The movements of the bank, and their entries.")
  /// `bank reconcile`.
  public static let bankReconcile = Words(
    "L'état de rapprochement : du solde de la banque à celui du livre.",
    "The reconciliation: from the bank's balance to the book's.")
  /// `bank rules`.
  public static let bankRules = Words(
    "Ce qui a été appris des confirmations.", "What was learned from confirmations.")
  /// The files of the bank.
  public static let bankFiles = Words(
    "Les relevés, ou le dossier qui les contient.", "The statements, or their folder.")
  /// `--account`.
  public static let bankAccount = Words(
    "Le compte bancaire, par son identifiant.", "The bank account, by its identifier.")
  /// `--opening`.
  public static let bankOpening = Words(
    "Le solde avant le premier mouvement, si le fichier ne le dit pas.",
    "The balance before the first movement, if the file does not tell.")
  /// `--closing`.
  public static let bankClosing = Words(
    "Le solde après le dernier mouvement, si le fichier ne le dit pas.",
    "The balance after the last movement, if the file does not tell.")
  /// The numbers of movements.
  public static let bankLines = Words(
    "Les numéros des mouvements.", "The numbers of the movements.")
  /// The number of a movement.
  public static let bankLine = Words("Le numéro du mouvement.", "The number of the movement.")
  /// `--all`.
  public static let bankAll = Words(
    "Confirme toutes les propositions de cette confiance ou plus.",
    "Confirms every proposal of this confidence or more.")
  /// `--with`.
  public static let bankWith = Words(
    "La ligne d'écriture que le mouvement est ou règle, par exemple 2025/57:2.",
    "The line of an entry that the movement is or settles, such as 2025/57:2.")
  /// `--to`.
  public static let bankTo = Words(
    "Le compte qui reçoit ce qui reste, par exemple 627000 pour des frais.",
    "The account that takes what is left, such as 627000 for fees.")
  /// `--site`.
  public static let bankSite = Words("Le site concerné.", "The site concerned.")
  /// `--contract`.
  public static let bankContract = Words("Le contrat concerné.", "The contract concerned.")
  /// `--unmatched`.
  public static let bankUnmatchedOnly = Words(
    "Seulement ce que personne n'a rapproché.", "Only what nobody has matched.")
}
