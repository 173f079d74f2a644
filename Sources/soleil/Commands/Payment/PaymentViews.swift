import ArgumentParser
import Intake
import Journal
import Membership
import Payments
import Store
import Text
import Units
import Wording

/// `payment list`: the batches, and what came back from the bank.
struct PaymentList: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpWords.paymentList[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let (batches, returned) = try world.book().read { page in
      (try page.paymentBatches(), try page.returnedPayments())
    }
    var table = TextTable([
      .text(PaymentWords.reference), .text(PaymentWords.paidOn), .text(PaymentWords.kind),
      .number(PaymentWords.count), .number(PaymentWords.gross), .number(PaymentWords.withheld),
      .number(PaymentWords.net), .text(ViewWords.entry),
    ])
    for (batch, entry) in batches.map({ ($0.batch, $0.entry) }) {
      table.add(
        Words(both: batch.reference), Words(both: batch.paidOn.description),
        PaymentWords.name(batch.kind), number(batch.payments.count),
        euros(batch.gross + batch.repaid), euros(batch.withheld.total), euros(batch.net),
        Words(both: entry.description))
    }
    return Answer(
      json: [
        "batches": .array(batches.map(json)),
        "returned": .array(returned.map(json)),
      ],
      text: returned.isEmpty ? table.words : table.words + Words(both: "\n\n") + words(returned))
  }

  private func words(_ returned: [ReturnedPayment]) -> Words {
    var table = TextTable([
      .text(PaymentWords.returnedOn), .text(PaymentWords.reference), .text(PaymentWords.reason),
      .number(PaymentWords.net),
    ])
    for payment in returned {
      table.add(
        Words(both: payment.returnedOn.description), Words(both: payment.payment),
        Words(both: payment.reason), euros(payment.amount))
    }
    return table.words
  }

  private func json(_ stored: StoredBatch) -> JSON {
    var members = PaymentCommand.members(stored.batch)
    members["payments"] = .integer(Int64(stored.batch.payments.count))
    members["entry"] = .string(stored.entry.description)
    return .object(members)
  }

  private func json(_ payment: ReturnedPayment) -> JSON {
    [
      "endToEnd": .string(payment.payment), "member": .string(payment.member.description),
      "amountCents": .integer(payment.amount.units),
      "returnedOn": .string(payment.returnedOn.description), "reason": .string(payment.reason),
    ]
  }
}

/// `payment show`: the payments of a batch.
struct PaymentShow: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: HelpWords.paymentShow[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.paymentReference[Spoken.language])) var reference: String

  func answer(in world: World) throws -> Answer {
    let stored = try world.book().read { try $0.batch(reference) }
    var members = PaymentCommand.members(stored.batch)
    members["entry"] = .string(stored.entry.description)
    return Answer(json: .object(members), text: PaymentCommand.table(stored.batch))
  }
}

/// `payment unclaimed`: dividends that nobody was paid, and when they go to the State.
struct PaymentUnclaimed: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "unclaimed", abstract: HelpWords.paymentUnclaimed[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let unclaimed = try Paying(book: world.book(), now: world.now).unclaimed()
    var table = TextTable([
      .text(ViewWords.member), .text(PaymentWords.payable), .text(PaymentWords.prescribed),
      .number(PaymentWords.gross),
    ])
    for part in unclaimed {
      table.add(
        Words(both: part.member.description), Words(both: part.payable.description),
        Words(both: part.prescribedOn.description), euros(part.amount))
    }
    return Answer(json: ["unclaimed": .array(unclaimed.map(json))], text: table.words)
  }

  private func json(_ part: Unclaimed) -> JSON {
    [
      "member": .string(part.member.description), "payable": .string(part.payable.description),
      "prescribedOn": .string(part.prescribedOn.description),
      "amountCents": .integer(part.amount.units),
    ]
  }
}
