import ArgumentParser
import Text
import Units
import Verifier
import Wording

/// `verify`: checks closings, chains and statements without the book.
struct Verify: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: HelpWords.verify[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.verifyPaths[Spoken.language], valueName: "path"))
  var paths: [String]
  @Option(help: .init(HelpWords.trust[Spoken.language], valueName: "file")) var trust: String?
  @Option(help: .init(HelpWords.head[Spoken.language], valueName: "file")) var head: String?
  @Flag(help: .init(HelpWords.requireTimestamp[Spoken.language])) var requireTimestamp = false

  func answer(in world: World) throws -> Answer {
    let report: Report
    do {
      report = try verify(
        paths: paths, trust: trust, head: head, requireTimestamp: requireTimestamp,
        now: world.now.seconds)
    } catch {
      let language: Verifier.Language = world.language == .french ? .french : .english
      if world.wantsJSON {
        try Terminal.out(Soleil.errors(error.code, error.words(.english)).text)
      }
      Terminal.err(Telling.head[world.language] + error.words(language))
      throw ExitCode(error.exitCode)
    }
    return Answer(
      json: try JSON(reading: Array(report.json.utf8)),
      text: Words(report.text(.french), report.text(.english)),
      outcome: Outcome(rawValue: report.verdict.exitCode) ?? .refused)
  }
}
