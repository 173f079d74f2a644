import ArgumentParser
import Intake
import Journal
import Store
import Text
import Units
import Wording

/// `letter`: joins the lines that settle one another.
struct LetterCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: HelpWords.letter[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.lineReferences[Spoken.language], valueName: "line"))
  var lines: [String] = []
  @Option(help: .init(HelpWords.letterAuto[Spoken.language], valueName: "account"))
  var auto: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let done = try letterings(world)
    return Answer(
      json: ["letters": .array(done.map(json))],
      text: Outcomes.lettered(done.map { ($0.account, $0.auxiliary, $0.code) }, dryRun: dryRun))
  }

  private func letterings(_ world: World) throws -> [Lettering] {
    if let auto {
      guard lines.isEmpty else {
        throw UsageRefusal.optionIsMalformed(option: "--auto", value: lines[0])
      }
      return try letterWhatIsPlain(
        ofAccounts: Read.accountPrefix(auto), in: world.book(), now: world.now, rehearsing: dryRun)
    }
    guard !lines.isEmpty else { throw UsageRefusal.optionIsMalformed(option: "--auto", value: "") }
    return [
      try letter(
        lines.map(Read.line), in: world.book(), now: world.now, rehearsing: dryRun)
    ]
  }

  private func json(_ lettering: Lettering) -> JSON {
    var members: [String: JSON] = [
      "account": .string(lettering.account), "code": .string(lettering.code),
    ]
    members["auxiliary"] = lettering.auxiliary.map(JSON.string)
    return .object(members)
  }
}

/// `unletter`: undoes letters.
struct UnletterCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "unletter", abstract: HelpWords.unletter[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.account[Spoken.language])) var account: String
  @Argument(help: .init(HelpWords.letterCode[Spoken.language])) var code: String
  @Option(help: .init(HelpWords.auxiliary[Spoken.language], valueName: "kind:id"))
  var aux: String?

  func answer(in world: World) throws -> Answer {
    let lettering = Lettering(account: account, auxiliary: aux, code: code)
    try world.book().write(at: world.now) { try $0.unletter(lettering) }
    return Answer(
      json: ["account": .string(account), "code": .string(code)],
      text: Outcomes.unlettered(account, code))
  }
}
