import ArgumentParser
import Membership
import Payments
import Text
import Units
import Wording

/// `payment`: what members are paid, and what is withheld from it.
struct PaymentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payment", abstract: HelpWords.payment[Spoken.language],
    subcommands: [
      PaymentPrepare.self, PaymentList.self, PaymentShow.self, PaymentReturned.self,
      PaymentCancel.self, PaymentTaxes.self, PaymentAttest.self, PaymentUnclaimed.self,
      PaymentPrescribe.self, PaymentAdvances.self,
    ])

  /// The payments of a batch as a table, with their sum.
  static func table(_ batch: PaymentBatch) -> Words {
    var table = TextTable([
      .text(PaymentWords.reference), .text(PaymentWords.status), .number(PaymentWords.gross),
      .number(PaymentWords.incomeTax), .number(PaymentWords.social), .number(PaymentWords.net),
    ])
    for payment in batch.payments {
      table.add(
        Words(both: batch.endToEnd(payment)), PaymentWords.name(payment.status),
        euros(payment.gross + payment.repaid), euros(payment.withheld.incomeTax),
        euros(payment.withheld.social), euros(payment.net))
    }
    table.add(
      PaymentWords.total, Words(both: ""), euros(batch.gross + batch.repaid),
      euros(batch.withheld.incomeTax), euros(batch.withheld.social), euros(batch.net))
    return table.words
  }

  /// A batch for programs.
  static func members(_ batch: PaymentBatch) -> [String: JSON] {
    [
      "reference": .string(batch.reference), "kind": .string(batch.kind.rawValue),
      "paidOn": .string(batch.paidOn.description), "grossCents": .integer(batch.gross.units),
      "repaidCents": .integer(batch.repaid.units), "withheldCents": batch.withheld.json,
      "netCents": .integer(batch.net.units),
      "payments": .array(
        batch.payments.map { payment in
          var members = payment.json.objectValue ?? [:]
          members["endToEnd"] = .string(batch.endToEnd(payment))
          return .object(members)
        }),
    ]
  }
}
