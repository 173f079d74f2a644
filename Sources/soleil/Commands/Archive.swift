import ArgumentParser
import Delivery
import Journal
import Keys
import Seal
import Store
import Text
import Units
import Wording

/// `archive`: a closed fiscal year put away.
struct ArchiveCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: ArchiveWords.archive[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Argument(help: .init(ArchiveWords.year[Spoken.language])) var year: String?
  @Option(help: .init(HelpWords.out[Spoken.language], valueName: "folder")) var out: String?

  func answer(in world: World) throws -> Answer {
    let book = try world.book()
    try book.read { try SigningMemory(world).check($0) }
    let folders = YearArchive.Folders(
      closings: world.besideBook("closings"), exports: world.besideBook("exports"),
      trust: world.besideBook("trust"), archives: out ?? world.besideBook("archives"))
    let archive = try YearArchive(
      of: book, year: year, folders,
      signer: Keyring(world).signer(try passphrase.read(world.language)), now: world.now,
      software: programVersion)
    return Answer(
      json: [
        "year": .string(archive.year.name), "folder": .string(archive.path),
        "sha256": .string(archive.digest.hex), "files": .integer(Int64(archive.files)),
        "closings": .array(archive.months.map { .string($0.description) }),
      ],
      text: ArchiveWords.written(
        archive.path, year: archive.year.name, closings: archive.months.count,
        files: archive.files, digest: archive.digest))
  }
}
