import Foundation
import GRDB
import Text
import Units

/// The leaves of what is paid to members.
extension LeafSource {
  /// Every one of them.
  static let payments = [attestations, paymentBatches, paymentReturns, taxReturns]

  private static let attestations = simple(
    "attestation", "attestation",
    name: { "\($0["member"] as String) \($0["year"] as Int)" },
    content: { row in
      attestationLeaf(
        member: row["member"], kind: row["kind"], year: row["year"],
        receivedOn: row["received_on"], paper: (row["paper"] as Data?).map { digest($0) },
        recordedAt: row["recorded_at"]
      ).canonical
    })

  private static let paymentBatches = simple(
    "payment-batch", "payment_batch", name: { $0["reference"] },
    content: { row in
      paymentBatchLeaf(
        reference: row["reference"], kind: row["kind"], paidOn: row["paid_on"],
        body: try JSON(reading: Array((row["body"] as String).utf8)), entry: row["entry"],
        recordedAt: row["recorded_at"]
      ).canonical
    })

  private static let paymentReturns = simple(
    "payment-return", "payment_return", name: { $0["payment"] },
    content: { row in
      paymentReturnLeaf(
        payment: row["payment"], batch: row["batch"], member: row["member"],
        account: row["account"], contract: row["contract"], cents: row["cents"],
        returnedOn: row["returned_on"], reason: row["reason"], entry: row["entry"],
        recordedAt: row["recorded_at"]
      ).canonical
    })

  private static let taxReturns = simple(
    "tax-return", "tax_return", name: { $0["month"] },
    content: { row in
      taxReturnLeaf(
        month: row["month"], paidOn: row["paid_on"],
        body: try JSON(reading: Array((row["body"] as String).utf8)), entry: row["entry"],
        recordedAt: row["recorded_at"]
      ).canonical
    })
}
