import Membership
import Units

/// The labels of the entries that Soleil writes: French, for the book is a French legal document.
///
/// They name contracts, sites and months, never persons.
enum Labels {
  static func sales(_ contract: String, _ month: Month) -> String {
    "Électricité livrée non facturée \(month), contrat \(contract)"
  }
  static func energyDelivered(_ site: String, _ month: Month) -> String {
    "Énergie produite et livrée \(month), site \(site)"
  }
  static func rent(_ convention: String, _ month: Month) -> String {
    "Redevance de toiture \(month), convention \(convention)"
  }
  static func interest(_ loan: String, _ month: Month) -> String {
    "Intérêts courus \(month), emprunt \(loan)"
  }
  static func instalment(_ loan: String, number: Int) -> String {
    "Échéance \(number), emprunt \(loan)"
  }
  static func depreciation(_ plant: String, _ month: Month) -> String {
    "Dotation aux amortissements \(month), centrale \(plant)"
  }
  static func movement(_ kind: Movement.Kind, order: Int) -> String {
    switch kind {
    case .subscription: "Souscription de parts sociales, ordre \(order)"
    case .transfer: "Cession de parts sociales, ordre \(order)"
    case .withdrawal: "Retrait de parts sociales, ordre \(order)"
    }
  }
  static func late(_ label: String, _ day: Day) -> String {
    "\(label) (opération survenue le \(day))"
  }
  static func reversal(_ entry: String, _ reason: String) -> String {
    "Contrepassation de l'écriture \(entry) : \(reason)"
  }
  static func energyShared(_ month: Month) -> String { "Énergie du mois \(month) par associé" }
  static func resultShared(_ month: Month) -> String {
    "Répartition envisagée du résultat du mois \(month)"
  }
  static func advance(_ id: String, _ month: Month) -> String {
    "Intérêts courus sur l'avance \(id), \(month)"
  }
}
