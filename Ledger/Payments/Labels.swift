import Membership
import Tables
import Units

/// The labels of the entries of payments: French, for the book is a French legal document.
enum Labels {
  static func batch(_ batch: PaymentBatch) -> String {
    switch batch.kind {
    case .dividend: "Paiement de dividendes, net de prélèvements (\(batch.reference))"
    case .interest: "Paiement d'intérêts, net de prélèvements (\(batch.reference))"
    }
  }
  static func returned(_ reference: String, _ reason: String) -> String {
    "Paiement \(reference) revenu de la banque (\(reason))"
  }
  static func taxes(_ month: Month) -> String {
    "Prélèvements sur revenus versés en \(month), déclaration 2777"
  }
  static func prescribed(_ member: MemberNumber, _ day: Day) -> String {
    "Dividendes de \(member) prescrits au \(day), versés à l'État"
  }
}
