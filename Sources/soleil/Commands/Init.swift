import Agreements
import ArgumentParser
import Intake
import Seal
import Store
import Text
import Units
import Wording

/// `init`: creates a book from the statutes.
struct Init: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: HelpWords.initialise[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.statutes[Spoken.language], valueName: "file"))
  var statutes: String
  @Option(help: .init(HelpWords.saltSecret[Spoken.language], valueName: "file"))
  var saltSecret: String?

  func answer(in world: World) throws -> Answer {
    let file = try InputFile(reading: statutes)
    let cooperative = try found(
      bookAt: world.bookPath, statutes: file, secret: try secret(), derivesSalts: saltSecret != nil,
      now: world.now)
    return Answer(
      json: [
        "book": .string(world.bookPath), "organisation": .string(cooperative.organisation.name),
        "siren": .string(cooperative.organisation.siren),
      ], text: Outcomes.founded(cooperative.organisation.name, world.bookPath))
  }

  private func secret() throws -> [UInt8] {
    guard let saltSecret else { return try randomBytes(32) }
    let bytes = try Disk.read(saltSecret)
    guard bytes.count >= 32 else {
      throw UsageRefusal.optionIsMalformed(option: "--salt-secret", value: saltSecret)
    }
    return sha256(bytes).bytes
  }
}
