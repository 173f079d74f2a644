import Journal
import Units

/// The labels of the entries of a year's end: French, for the book is a French legal document.
enum Labels {
  static func closingVoucher(_ closed: FiscalYear) -> String { "CLOTURE-\(closed.name)" }
  static func opening(_ year: FiscalYear) -> String { "À-nouveaux de l'exercice \(year.name)" }
  static func appropriation(_ year: FiscalYear) -> String {
    "Affectation du résultat de l'exercice \(year.name)"
  }
  static func interim(_ year: FiscalYear, _ sequence: Int) -> String {
    "Acompte \(sequence) sur dividendes de l'exercice \(year.name)"
  }
  /// What was decided in a month since closed carries its real date.
  static func late(_ label: String, _ day: Day) -> String { "\(label), décidée le \(day)" }
}
