import Membership
import Units

/// The labels of the entries that Soleil writes: French, for the book is a French legal document.
///
/// They name contracts, sites and months, never persons.
enum Labels {
  static let lateReading = "Relevé reçu après la clôture"
  static func sales(_ contract: String, _ month: Month) -> String {
    "Électricité livrée non facturée \(month), contrat \(contract)"
  }
  static func energyDelivered(_ site: String, _ month: Month) -> String {
    "Énergie produite et livrée \(month), site \(site)"
  }
  static func salesCorrection(_ contract: String, _ first: Day, _ last: Day) -> String {
    "Électricité livrée non facturée, contrat \(contract), relevé rectifié \(survenu(first, last))"
  }
  static func energyCorrection(_ site: String, _ first: Day, _ last: Day) -> String {
    "Énergie produite et livrée, site \(site), relevé rectifié \(survenu(first, last))"
  }
  private static func survenu(_ first: Day, _ last: Day) -> String {
    first == last
      ? "(opération survenue le \(first))" : "(opérations survenues du \(first) au \(last))"
  }
  static func rent(_ convention: String, _ month: Month) -> String {
    "Redevance de toiture \(month), convention \(convention)"
  }
  static func rentRevision(_ convention: String, _ month: Month) -> String {
    "Redevance de toiture, révision d'indice connue en \(month), convention \(convention)"
  }
  static func grant(_ grant: String, _ act: String?) -> String {
    "Subvention d'investissement accordée, \(grant)\(act.map { ", \($0)" } ?? "")"
  }
  static func grantReleased(_ grant: String, _ month: Month) -> String {
    "Quote-part de subvention virée au résultat \(month), subvention \(grant)"
  }
  static func grantSettled(_ grant: String) -> String {
    "Subvention entièrement rapportée, \(grant)"
  }
  static func localTax(_ tax: String, _ month: Month) -> String {
    "Impôt local couru \(month), \(tax)"
  }
  /// - Parameter known: the tax year of the rate that was taken.
  static func networkTax(_ unit: String, _ month: Month, known: Int?) -> String {
    let rate = known.map { $0 == month.year ? "" : " (tarif \($0), dernier connu)" } ?? ""
    return "IFER courue \(month), unité foncière \(unit)\(rate)"
  }
  static func dismantling(_ convention: String, _ month: Month) -> String {
    "Provision pour remise en état \(month), convention \(convention)"
  }
  static func novation(_ novation: String, _ act: String) -> String {
    "Novation \(novation) : \(act)"
  }
  static func service(_ service: String, _ month: Month) -> String {
    "Service non facturé \(month), contrat \(service)"
  }
  static func interest(_ loan: String, _ month: Month) -> String {
    "Intérêts courus \(month), emprunt \(loan)"
  }
  static func earlyRepayment(_ loan: String, _ repayment: String) -> String {
    "Remboursement anticipé \(repayment), emprunt \(loan)"
  }
  static func instalment(_ loan: String, number: Int) -> String {
    "Échéance \(number), emprunt \(loan)"
  }
  static func bankLine(_ line: Int64, settling vouchers: [String]) -> String {
    let settled = Set(vouchers).sorted().prefix(4).joined(separator: ", ")
    return settled.isEmpty
      ? "Mouvement bancaire \(line)" : "Règlement bancaire \(line), pièce \(settled)"
  }
  static func depreciation(_ plant: String, _ month: Month) -> String {
    "Dotation aux amortissements \(month), centrale \(plant)"
  }
  static func movement(_ kind: MovementKind, order: Int) -> String {
    let what =
      switch kind {
      case .subscription: "Souscription de parts sociales"
      case .payment: "Versement sur souscription"
      case .call: "Appel de capital"
      case .transfer: "Cession de parts sociales"
      case .gift: "Don de parts sociales"
      case .inheritance: "Transmission de parts sociales par décès"
      case .withdrawal: "Retrait de parts sociales"
      case .exclusion: "Exclusion, reprise de parts sociales"
      case .death: "Décès, reprise de parts sociales"
      case .repayment: "Remboursement de parts sociales"
      case .opening: "Reprise de parts sociales"
      }
    return "\(what), ordre \(order)"
  }
  static func late(_ label: String, _ day: Day) -> String {
    "\(label) (opération survenue le \(day))"
  }
  static func reversal(_ entry: String, _ reason: String) -> String {
    "Contrepassation de l'écriture \(entry) : \(reason)"
  }
  static func energySharedAgain(_ month: Month) -> String {
    "Énergie du mois \(month) par associé, rectifiée"
  }
  static func resultSharedAgain(_ month: Month) -> String {
    "Répartition du résultat du mois \(month), rectifiée"
  }
  static func energyShared(_ month: Month) -> String { "Énergie du mois \(month) par associé" }
  static func resultShared(_ month: Month) -> String {
    "Répartition envisagée du résultat du mois \(month)"
  }

  /// A member passes from one college to another.
  static let passage = "Passage à un autre collège"
  static func advance(_ id: String, _ month: Month) -> String {
    "Intérêts courus sur l'avance \(id), \(month)"
  }
}
