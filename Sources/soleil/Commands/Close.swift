import ArgumentParser
import Closing
import Keys
import MonthEnd
import Seal
import Statements
import Store
import Text
import Units
import Wording

/// `close`: accrues, allocates, locks, seals; writes the closing folder.
struct Close: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: HelpWords.close[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Argument(help: .init(HelpWords.month[Spoken.language])) var month: String
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false
  @Option(help: .init(HelpWords.waive[Spoken.language], valueName: "code")) var waive: [String] = []
  @Option(help: .init(HelpWords.reason[Spoken.language], valueName: "text")) var reason: String?
  @Option(help: .init(HelpWords.out[Spoken.language], valueName: "folder")) var out: String?

  func answer(in world: World) throws -> Answer {
    let month = try Read.month(month)
    let monthEnd = try MonthEnd(world, out: out)
    let waivers = Waivers(codes: waive, reason: reason)
    if dryRun {
      let reckoning = try monthEnd.rehearse(month, waivers: waivers)
      return Answer(
        json: json(reckoning, sealed: [:]), text: Outcomes.rehearsed(month) + figures(reckoning))
    }
    try monthEnd.finishFolders()
    try monthEnd.admit(month)
    let keyring = Keyring(world)
    let signer = try keyring.signer(try passphrase.read(world.language))
    let closed = try monthEnd.close(month, signer: signer, waivers: waivers)
    let sealed: [String: JSON] = [
      "sequence": .integer(Int64(closed.manifest.sequence)),
      "manifestSha256": .string(closed.manifestDigest.hex),
      "folder": .string("\(monthEnd.closings)/\(month)"),
    ]
    return Answer(
      json: json(closed.reckoning, sealed: sealed),
      text: Outcomes.closed(month, sequence: closed.manifest.sequence)
        + figures(closed.reckoning)
        + Outcomes.sealedFolder("\(monthEnd.closings)/\(month)"))
  }

  private func json(_ reckoning: Reckoning, sealed: [String: JSON]) -> JSON {
    let members: [String: JSON] = [
      "month": .string(reckoning.facts.month.description),
      "wh": .integer(reckoning.energy.units), "salesCents": .integer(reckoning.sales.units),
      "resultCents": .integer(reckoning.result.units), "dryRun": .boolean(dryRun),
    ]
    return .object(members.merging(sealed) { $1 })
  }

  private func figures(_ reckoning: Reckoning) -> Words {
    Outcomes.figures(
      energy: reckoning.energy, sales: reckoning.sales, result: reckoning.result,
      waived: reckoning.checklist.items.filter { $0.result == .waived }.count)
  }
}
