import Agreements
import ArgumentParser
import Closing
import Intake
import MonthEnd
import Seal
import Store
import Text
import Units
import Wording

/// `key`: signing keys.
struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: HelpWords.key[Spoken.language], subcommands: [Create.self, Show.self])

  /// `key create`: the authority and its first signing key.
  struct Create: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: HelpWords.keyCreate[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var passphrase: PassphraseOptions

    func answer(in world: World) throws -> Answer {
      let book = try world.book()
      let (organisation, next, hasPrivacyKey) = try book.read { page in
        (
          try Cooperative(page, on: Day.endOfTime).organisation, try page.calendar().next,
          try page.privacyKey() != nil
        )
      }
      let keyring = Keyring(world)
      let phrase = try passphrase.readNew(world.language)
      // A book from before privacy keys has its signing keys already: it gets what it lacks.
      let fingerprints =
        keyring.isComplete && !hasPrivacyKey
        ? try keyring.fingerprints()
        : try keyring.create(
          for: OrganisationName(name: organisation.name, siren: organisation.siren), phrase,
          from: next, now: world.now)
      if !hasPrivacyKey {
        let key = try keyring.createPrivacyKey(phrase)
        try book.write(at: world.now) { try $0.keep(key) }
      }
      return Show.answer(fingerprints)
    }
  }

  /// `key show`: the fingerprints to publish.
  struct Show: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: HelpWords.keyShow[Spoken.language])

    @OptionGroup var globals: GlobalOptions

    func answer(in world: World) throws -> Answer {
      Show.answer(try Keyring(world).fingerprints())
    }

    static func answer(_ fingerprints: Keyring.Fingerprints) -> Answer {
      Answer(
        json: [
          "authoritySha256": .string(fingerprints.authority.hex),
          "signingSha256": .string(fingerprints.signing.hex),
        ],
        text: Outcomes.fingerprints(
          authority: fingerprints.authority.grouped, signing: fingerprints.signing.grouped))
    }
  }
}
