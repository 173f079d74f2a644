import Foundation
import GRDB
import Text
import Units

/// The leaves of invoices and of returns of VAT.
extension LeafSource {
  /// Every one of them.
  static let invoicing = [invoices, vatReturns]

  private static let invoices = simple(
    "invoice", "invoice", name: { "\($0["party"] as String) \($0["number"] as String)" },
    content: { row in
      let body = try JSON(reading: Array((row["body"] as String).utf8))
      guard isRepeated(body["invoice"], in: row) else { return nil }
      return invoiceLeaf(
        body: body, file: digest(row["file"]), entry: row["entry"],
        recordedAt: row["recorded_at"]
      ).canonical
    })

  /// Whether the columns say again what the body says.
  private static func isRepeated(_ body: JSON?, in row: Row) -> Bool {
    [
      ("kind", "kind"), ("party", "party"), ("number", "number"), ("issued_on", "issued"),
      ("contract", "contract"), ("first", "first"), ("last", "last"),
    ].allSatisfy { column, key in row[column] as String? == body?[key]?.stringValue }
  }

  private static let vatReturns = simple(
    "vat-return", "vat_return", name: { $0["first"] },
    content: { row in
      vatReturnLeaf(
        first: row["first"], last: row["last"],
        body: try JSON(reading: Array((row["body"] as String).utf8)), entry: row["entry"],
        recordedAt: row["recorded_at"]
      ).canonical
    })
}
