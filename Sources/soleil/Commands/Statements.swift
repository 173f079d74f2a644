import ArgumentParser
import Keys
import Membership
import MonthEnd
import Seal
import Store
import Text
import Units
import Wording

/// `statements`: the signed member statements of a closed month.
struct StatementsCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: HelpWords.statements[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Argument(help: .init(HelpWords.month[Spoken.language])) var month: String
  @Option(help: .init(HelpWords.member[Spoken.language])) var member: String?
  @Option(help: .init(HelpWords.out[Spoken.language], valueName: "folder")) var out: String?

  func answer(in world: World) throws -> Answer {
    let month = try Read.month(month)
    let member = try member.map(Read.member)
    let issue = StatementIssue(
      book: try world.book(), statements: out ?? world.besideBook("statements"), now: world.now,
      evidence: try Keyring(world).evidence())
    try MonthEnd(world, out: nil).finishFolders()
    try issue.admit(month, only: member)
    try issue.book.read { try SigningMemory(world).check($0) }
    let signer = try Keyring(world).signer(try passphrase.read(world.language))
    let issued = try issue.issue(month, only: member, signer: signer)
    return Answer(
      json: [
        "month": .string(month.description), "folder": .string(issued.folder),
        "written": .array(issued.written.map { .string($0.description) }),
        "kept": .array(issued.kept.map { .string($0.description) }),
      ],
      text: Outcomes.statements(
        written: issued.written.count, kept: issued.kept.count, folder: issued.folder))
  }
}
