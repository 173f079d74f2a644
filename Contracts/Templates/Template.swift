/// The templates of contracts as files: each can be applied as it is once its blanks are filled.
public enum FactTemplates {
  /// The texts by name, which is that of their first table.
  public static let all: [String: String] = [
    "convention": Embedded.convention, "grant": Embedded.grant, "index": Embedded.index,
    "loan": Embedded.loan, "loan-repayment": Embedded.loan_repayment,
    "local-tax": Embedded.local_tax, "novation": Embedded.novation,
    "party": Embedded.party, "purchase-contract": Embedded.purchase_contract,
    "roof": Embedded.roof, "service-contract": Embedded.service_contract,
    "sharing": Embedded.sharing,
    "site": Embedded.site,
  ]
}
