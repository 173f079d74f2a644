import Text
public import Units

/// The VAT on what is sold.
public enum SaleVAT: Hashable, Sendable {
  /// The buyer, who sells the electricity on, owes it: our invoice bears none.
  ///
  /// - Source: CGI art. 283-2 quinquies, second paragraph; CGI ann. II art. 242 nonies A.
  case reverseCharge
  /// We owe it, at a rate.
  case charged(Ratio)
  /// None is due.
  case exempt

  /// The words of contracts.
  enum Name: String, CaseIterable {
    case reverseCharge = "reverse-charge"
    case standard
    case exempt
  }

  /// Reads `vat` and `vat_percent`; a sale to who resells is reverse-charged, another bears 20 %.
  init(_ table: TableReader, _ mode: PurchaseContract.Mode) {
    let isResold = mode == .totalSale || mode == .surplus
    let name =
      table.has("vat")
      ? table.choice("vat", Name.self) ?? .exempt : isResold ? .reverseCharge : .standard
    if name == .standard {
      let percent = table.has("vat_percent") ? table.ratio("vat_percent") : Ratio(20, 1)
      if percent <= .zero || percent > Ratio(100, 1) || percent.denominator > 1000 {
        table.refuse(AgreementRefusal.vatRateIsOutOfRange(percent), at: "vat_percent")
        self = .exempt
      } else {
        self = .charged(Ratio(percent.numerator, percent.denominator * 100))
      }
    } else {
      if table.has("vat_percent") {
        table.refuse(
          AgreementRefusal.vatRateIsOutOfRange(table.ratio("vat_percent")), at: "vat_percent")
      }
      self = name == .reverseCharge ? .reverseCharge : .exempt
    }
  }

  /// The rate we charge, or nothing.
  public var rate: Ratio? { if case .charged(let rate) = self { rate } else { nil } }
}
