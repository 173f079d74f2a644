extension HelpWords {
  /// `production held`.
  public static let productionHeld = Words(
    "Les relevés qui attendent une décision, avec leurs versions et leurs fichiers.",
    "The readings that await a decision, with their versions and files.")
  /// `production confirm`.
  public static let productionConfirm = Words(
    "Confirme des relevés en attente : ils comptent désormais.",
    "Confirms readings that wait: they count from here on.")
  /// `production reject`.
  public static let productionReject = Words(
    "Rejette des relevés en attente : ils ne comptent jamais.",
    "Rejects readings that wait: they count never.")
  /// `production estimate`.
  public static let productionEstimate = Words(
    "Déclare l'énergie d'un jour que le compteur n'a pas mesuré.",
    "Declares the energy of a day that the meter did not measure.")
  /// `production yield`.
  public static let productionYield = Words(
    "Les sites côte à côte : énergie, par kWc, part de l'étude, disponibilité.",
    "The sites side by side: energy, per kWp, part of the study, availability.")
  /// `production gaps`.
  public static let productionGaps = Words(
    "Les jours qu'aucun fichier ne donne en entier.", "The days that no file tells whole.")
  /// `--site`.
  public static let site = Words("Un seul site.", "One site only.")
  /// `--monthly`.
  public static let monthly = Words("Mois par mois.", "Month by month.")
  /// `--csv`.
  public static let csv = Words("En CSV, pour un tableur.", "As CSV, for a spreadsheet.")
  /// `--plain`.
  public static let plain = Words(
    "Des barres en signes simples, sans blocs.", "Bars in plain signs, no blocks.")
  /// `production show --day`.
  public static let dayShown = Words(
    "Un jour : toutes ses versions, et leur courbe.", "One day: all its versions, and their curve.")
  /// What is decided about.
  public static let readingNames = Words(
    "Compteur et jour (AAAA-MM-JJ), ou fichiers.", "Meter and day (YYYY-MM-DD), or files.")
  /// `--version`.
  public static let readingVersion = Words(
    "La version dont il s'agit, quand le jour en a plusieurs.",
    "The version meant, when the day has several.")
  /// `--reason`.
  public static let readingReason = Words(
    "Pourquoi : gardé dans le livre, avec la date.", "Why: kept in the book, with the date.")
  /// The day of a reading.
  public static let dayOfReading = Words("Le jour, AAAA-MM-JJ.", "The day, YYYY-MM-DD.")
  /// The energy of a day.
  public static let energyOfDay = Words("L'énergie en Wh.", "The energy in Wh.")
}
