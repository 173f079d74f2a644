public import Intake
import Units

/// What is said of readings held against two indexes.
enum IndexExplanations {
  /// Dates that do not follow.
  static func dates(_ first: Day, _ last: Day) -> Explanation {
    Explanation(
      what: Words(
        "Le second index est du \(longDay(last).french), le premier du \(longDay(first).french).",
        "The second index is of \(longDay(last).english), the first of \(longDay(first).english)."
      ),
      why: Words(
        "On compare l'énergie des jours qui séparent deux index.",
        "What is compared is the energy of the days between two indexes."),
      remedy: Words(
        "Donnez d'abord le plus ancien : --from JOUR --from-wh N --to JOUR --to-wh N.",
        "Give the older one first: --from DAY --from-wh N --to DAY --to-wh N."))
  }

  /// An index that goes back.
  static func back(_ meter: String, _ first: WattHours, _ last: WattHours) -> Explanation {
    Explanation(
      what: Words(
        "L'index de \(meter) passe de \(kilowattHours(first).french) à "
          + "\(kilowattHours(last).french).",
        "The index of \(meter) goes from \(kilowattHours(first).english) to "
          + "\(kilowattHours(last).english)."),
      why: Words(
        "Un index ne recule que si l'appareil est changé ou si son registre repart de zéro.",
        "An index goes back only when the device is changed or its register begins anew."),
      remedy: Words(
        "Relisez les deux index, ou déclarez [[meter_change]] (ou register_wraps_at_wh), puis "
          + "soleil apply.",
        "Read both again, or declare [[meter_change]] (or register_wraps_at_wh), then soleil apply."
      ))
  }

  /// A sum that is not the difference.
  static func differs(
    _ meter: String, _ sum: WattHours, _ difference: WattHours
  ) -> Explanation {
    Explanation(
      what: Words(
        "Les relevés de \(meter) font \(kilowattHours(sum).french), ses index "
          + "\(kilowattHours(difference).french).",
        "The readings of \(meter) sum to \(kilowattHours(sum).english), its indexes to "
          + "\(kilowattHours(difference).english)."),
      why: Words(
        "La somme d'une courbe entre deux index est leur différence, au wattheure près : un relevé, "
          + "une unité ou une date est faux.",
        "The sum of a curve between two indexes is their difference, to the watt-hour: a reading, a "
          + "unit or a date is wrong."),
      remedy: Words(
        "Resserrez les dates pour trouver le jour : soleil production show --daily --meter \(meter).",
        "Narrow the dates to find the day: soleil production show --daily --meter \(meter)."))
  }

  /// Days that lack.
  static func lacking(_ meter: String, _ count: Int) -> Explanation {
    Explanation(
      what: Words(
        "Entre les deux index, \(count) "
          + (count == 1
            ? "jour de \(meter) n'est pas connu" : "jours de \(meter) ne sont pas connus")
          + " en entier.",
        "Between the indexes \(count) "
          + (count == 1 ? "day of \(meter) is" : "days of \(meter) are") + " not known whole."),
      why: Words(
        "Ce que les relevés ne disent pas, la comparaison ne le prouve pas.",
        "What the readings do not tell, the comparison does not prove."),
      remedy: Words(
        "Importez les fichiers de ces jours : soleil production gaps les nomme.",
        "Import the files of these days: soleil production gaps names them."))
  }
}

extension ReadingWords {
  /// The heading of the difference of two indexes.
  public static let indexes = Words("Index", "Indexes")
  /// The heading of readings less index.
  public static let gap = Words("Écart", "Gap")
  /// The heading of what a gap may be.
  public static let tolerance = Words("Tolérance", "Tolerance")
  /// The heading of the verdict.
  public static let verdict = Words("Verdict", "Verdict")

  /// How readings stand to indexes.
  public static func name(of verdict: IndexReconciliation.Verdict) -> Words {
    switch verdict {
    case .agrees: Words("concorde", "agrees")
    case .differs: Words("diffère", "differs")
    case .undetermined: Words("indéterminé", "undetermined")
    }
  }
}

extension HelpWords {
  /// `production reconcile`.
  public static let productionReconcile = Words(
    "Compare la somme des relevés entre deux dates à la différence des index du compteur.",
    "Holds the sum of readings between two dates against the difference of the meter's indexes.")
  /// `--from`, `--to`.
  public static let indexDay = Words(
    "Le jour de l'index, lu à 0 h.", "The day of the index, read at 00:00.")
  /// `--from-wh`, `--to-wh`.
  public static let indexWh = Words("L'index, en wattheures.", "The index, in watt-hours.")
  /// `--tolerance-wh`.
  public static let toleranceWh = Words(
    "L'écart admis, en wattheures.", "The gap allowed, in watt-hours.")
}
