import Units

/// The labels of the entries of invoices: French, for the book is a French legal document.
enum Labels {
  static func sale(_ invoice: Invoice) -> String {
    "Facture \(invoice.number)\(contract(invoice))\(days(invoice))\(correction(invoice))"
  }
  static func purchase(_ invoice: Invoice) -> String {
    "Facture fournisseur \(invoice.number)\(contract(invoice))\(days(invoice))"
      + correction(invoice)
  }
  static func used(_ invoice: Invoice, _ month: Month) -> String {
    "Charge constatée d'avance \(month), facture \(invoice.number)"
  }
  static func vat(_ period: Period) -> String {
    "Déclaration de TVA du \(period.first) au \(period.last?.description ?? "")"
  }
  private static func contract(_ invoice: Invoice) -> String {
    invoice.contract.map { ", contrat \($0)" } ?? ""
  }
  private static func days(_ invoice: Invoice) -> String {
    guard let period = invoice.period, let last = period.last else { return "" }
    return ", du \(period.first) au \(last)"
  }
  private static func correction(_ invoice: Invoice) -> String {
    invoice.corrects.map { ", rectifie \($0)" } ?? ""
  }
}
