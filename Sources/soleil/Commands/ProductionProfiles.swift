import ArgumentParser
import Intake
import Production
import Text
import Wording

/// `production profiles`: the layouts that can be read, or a draft of a new one.
struct ProductionProfiles: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: HelpWords.productionProfiles[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(ProfileProposal.help[Spoken.language], valueName: "file"))
  var new: String?

  func answer(in world: World) throws -> Answer {
    guard let new else {
      let names = Profile.builtIn.map(\.name)
      return Answer(
        json: ["profiles": .array(names.map(JSON.string))],
        text: Words(both: names.joined(separator: "\n")))
    }
    let file = try InputFile(reading: new)
    guard let proposal = proposeProfile(file.bytes, path: file.path) else {
      return Answer(json: ["fields": .array([])], text: .noLayout(new))
    }
    return Answer(json: json(proposal), text: proposal.draft(of: new))
  }

  private func json(_ proposal: ProfileProposal) -> JSON {
    [
      "fitting": .array(proposal.fitting.map(JSON.string)),
      "fields": .array(
        proposal.fields.map { field in
          [
            "key": .string(field.key), "sureness": .string(field.sureness.rawValue),
            "values": .array(field.values.map(JSON.string)),
          ]
        }),
    ]
  }
}
