import ArgumentParser
import Intake
import Journal
import Payments
import Text
import Units
import Wording

/// `payment prepare`: pays on a day what members are owed, net of taxes.
struct PaymentPrepare: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: HelpWords.paymentPrepare[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.paymentNewReference[Spoken.language])) var reference: String
  @Option(help: .init(HelpWords.payOn[Spoken.language], valueName: "day")) var payOn: String
  @Flag(help: .init(HelpWords.payInterest[Spoken.language])) var interest = false
  @Option(help: .init(HelpWords.payMinimum[Spoken.language], valueName: "euros"))
  var minimum: String?
  @Option(help: .init(HelpWords.payMember[Spoken.language])) var member: [String] = []
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let done = try Paying(book: world.book(), now: world.now).prepare(
      interest ? .interest : .dividend, reference: reference,
      on: Read.day(payOn, else: world.today),
      least: minimum.map { try Read.euros($0, "--minimum") } ?? .zero,
      only: member.map(Read.member), rehearsing: dryRun)
    var json = PaymentCommand.members(done.batch)
    json["entry"] = .string(done.entry.description)
    json["new"] = .boolean(done.isNew)
    json["dryRun"] = .boolean(dryRun)
    json["waiting"] = .array(done.waiting.map(\.json))
    let table =
      done.isNew ? PaymentCommand.table(done.batch) + Words(both: "\n\n") : Words(both: "")
    return Answer(
      json: .object(json),
      text: table
        + Outcomes.prepared(
          done.batch, entry: done.entry.description, waiting: done.waiting.count,
          isNew: done.isNew, dryRun: dryRun))
  }
}
