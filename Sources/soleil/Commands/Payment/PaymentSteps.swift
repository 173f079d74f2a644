import ArgumentParser
import Intake
import Journal
import Membership
import Payments
import Seal
import Store
import Text
import Units
import Wording

/// `payment returned`: a payment that came back from the bank.
struct PaymentReturned: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "returned", abstract: HelpWords.paymentReturned[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.endToEnd[Spoken.language])) var transfer: String
  @Option(help: .init(HelpWords.returnReason[Spoken.language])) var reason: String
  @Option(help: .init(HelpWords.returnDay[Spoken.language], valueName: "day")) var on: String?

  func answer(in world: World) throws -> Answer {
    let done = try Paying(book: world.book(), now: world.now).comeBack(
      transfer, reason: Read.text(reason, "--reason"), on: Read.day(on, else: world.today))
    return Answer(
      json: [
        "endToEnd": .string(transfer), "entry": .string(done.entry.description),
        "amountCents": .integer(done.payment.net.units),
      ],
      text: Outcomes.cameBack(transfer, done.payment.net, entry: done.entry.description))
  }
}

/// `payment cancel`: a batch that the bank never carried out.
struct PaymentCancel: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: HelpWords.paymentCancel[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.paymentReference[Spoken.language])) var reference: String
  @Option(help: .init(HelpWords.cancelReason[Spoken.language])) var reason: String

  func answer(in world: World) throws -> Answer {
    let entry = try Paying(book: world.book(), now: world.now).cancel(
      reference, reason: Read.text(reason, "--reason"))
    return Answer(
      json: ["reference": .string(reference), "entry": .string(entry.description)],
      text: Outcomes.cancelled(reference, entry: entry.description))
  }
}

/// `payment attest`: what a member told about taxes.
struct PaymentAttest: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "attest", abstract: HelpWords.paymentAttest[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.member[Spoken.language])) var member: String
  @Option(help: .init(HelpWords.attestKind[Spoken.language])) var kind: String
  @Option(help: .init(HelpWords.attestYear[Spoken.language])) var year: Int
  @Option(help: .init(HelpWords.attestReceived[Spoken.language], valueName: "day"))
  var received: String
  @Option(help: .init(HelpWords.attestPaper[Spoken.language], valueName: "file"))
  var paper: String?

  func answer(in world: World) throws -> Answer {
    guard let kind = Attestation.Kind(rawValue: kind), (1900...9999).contains(year) else {
      throw UsageRefusal.optionIsMalformed(option: "--kind", value: "\(self.kind) \(year)")
    }
    let attestation = Attestation(
      member: try Read.member(member), kind: kind, year: year,
      received: try Read.day(received, else: world.today),
      paper: try paper.map { try sha256(InputFile(reading: $0).bytes) })
    let isNew = try Paying(book: world.book(), now: world.now).record(attestation)
    return Answer(
      json: [
        "member": .string(member), "kind": .string(kind.rawValue),
        "year": .integer(Int64(year)), "new": .boolean(isNew),
      ],
      text: Outcomes.attested(attestation, isNew: isNew))
  }
}

/// `payment prescribe`: what a member did not claim for five years goes to the State.
struct PaymentPrescribe: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "prescribe", abstract: HelpWords.paymentPrescribe[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.member[Spoken.language])) var member: String
  @Option(help: .init(HelpWords.payOn[Spoken.language], valueName: "day")) var payOn: String

  func answer(in world: World) throws -> Answer {
    let done = try Paying(book: world.book(), now: world.now).prescribe(
      Read.member(member), on: Read.day(payOn, else: world.today))
    return Answer(
      json: [
        "member": .string(member), "amountCents": .integer(done.amount.units),
        "entry": .string(done.entry.description),
      ],
      text: Outcomes.prescribed(member, done.amount, entry: done.entry.description))
  }
}
