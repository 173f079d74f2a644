public import Intake
import Production
public import Store
import Units

/// The words of readings, their versions and what is decided about them.
public enum ReadingWords {
  /// Where a version stands.
  public static func name(of standing: ReadingStanding) -> Words {
    switch standing {
    case .inForce: Words("en vigueur", "in force")
    case .waiting: Words("en attente", "waiting")
    case .superseded: Words("remplacée", "superseded")
    case .rejected: Words("rejetée", "rejected")
    }
  }

  /// The heading of the column of versions.
  public static let version = Words("Version", "Version")
  /// The heading of the column of standings.
  public static let standing = Words("État", "State")
  /// The heading of the column of files.
  public static let file = Words("Fichier", "File")
  /// The heading of the column of lines.
  public static let lines = Words("Lignes", "Lines")
  /// The heading of the column of reasons.
  public static let reason = Words("Motif", "Reason")

  /// The heading of the column of energy a kilowatt of peak power.
  public static let specificYield = Words("Par kWc", "Per kWp")
  /// The heading of the column of the yield study.
  public static let target = Words("Étude", "Study")
  /// The heading of the column of the part of the study reached.
  public static let ofTarget = Words("De l'étude", "Of study")
  /// The heading of the column of the covered part.
  public static let availability = Words("Disponibilité", "Availability")
  /// The heading of the column of bars: they compare energies a kilowatt of peak power.
  public static let plot = Words("Comparaison", "Comparison")
  /// The heading of the column of dates.
  public static let when = Words("Quand", "When")
  /// Every day is known.
  public static let noGaps = Words(
    "Tous les jours sont connus en entier.", "All days are known whole.")
  /// The heading of the exact sum of a curve.
  public static let curve = Words("Courbe", "Curve")

  /// What is wrong with some days.
  public static func name(of kind: Gap.Kind) -> Words {
    switch kind {
    case .missing: Words("aucun fichier", "no file")
    case .incomplete: Words("incomplets", "incomplete")
    case .waiting: Words("en attente", "waiting")
    }
  }

  /// How many files were read so far.
  public static func filesRead(_ done: Int, of all: Int) -> Words {
    Words("Fichiers lus : \(done)/\(all)", "Files read: \(done)/\(all)")
  }

  /// Nothing waits.
  public static let nothingWaits = Words(
    "Aucun relevé n'attend de décision.", "No reading awaits a decision.")
  /// Nothing had to be done.
  public static let nothingChanges = Words(
    "Rien à changer : c'est déjà ce qui compte.", "Nothing to change: that is what counts already.")

  /// `production confirm`, `production reject`, `production estimate`.
  public static func decided(
    _ decision: ReadingDecision, _ verdict: ReadingVerdict, dryRun: Bool
  ) -> Words {
    guard !decision.decided.isEmpty else { return nothingChanges }
    let count = decision.decided.count
    let energy = kilowattHours(decision.decided.reduce(.zero) { $0 + $1.reading.energy })
    let done =
      verdict == .confirmed
      ? Outcomes.count(
        count, ("jour confirmé", "jours confirmés"), ("day confirmed", "days confirmed"))
      : Outcomes.count(
        count, ("jour rejeté", "jours rejetés"), ("day rejected", "days rejected"))
    let text =
      Outcomes.rehearsal(dryRun) + done
      + Words(" : \(energy.french).", ": \(energy.english).")
    let dropped = decision.dropped.count
    let rivals =
      dropped == 0
      ? Words(both: "")
      : Words(both: "\n")
        + Outcomes.count(
          dropped, ("autre version rejetée du même coup", "autres versions rejetées du même coup"),
          ("other version rejected with it", "other versions rejected with it"))
        + Words(both: ".")
    return text + rivals + adjusted(decision.adjustments)
  }

  /// What closed months turned out to be, and when it counts; nothing when there is none.
  public static func adjusted(_ adjustments: [Adjustment]) -> Words {
    guard let month = adjustments.first?.month else { return Words(both: "") }
    let difference = kilowattHours(adjustments.reduce(.zero) { $0 + $1.difference })
    let days = Outcomes.count(
      adjustments.count, ("jour de mois clos", "jours de mois clos"),
      ("day of a closed month", "days of closed months"))
    return Words(
      "\n\(days.french) : les clôtures restent ; la différence, \(difference.french), comptera en "
        + "\(longMonth(month).french) à la date réelle (PCG, art. 1031-4).",
      "\n\(days.english): the closings stay; the difference, \(difference.english), will count in "
        + "\(longMonth(month).english) at its true date (PCG art. 1031-4).")
  }

  /// What lay beside the files and was not read; nothing when all was.
  public static func passedOver(_ paths: [String]) -> Words {
    guard !paths.isEmpty else { return Words(both: "") }
    let listed = paths.prefix(10).map { "\n  \($0)" }.joined()
    let rest = paths.count > 10 ? "\n  … +\(paths.count - 10)" : ""
    return Words(
      "\nNon lus, car ni .csv, ni .txt, ni .js, ni .zip :",
      "\nNot read, for they are no .csv, .txt, .js or .zip:") + Words(both: listed + rest)
  }
}
