import Agreements
import ArgumentParser
import Closing
import Intake
import Keys
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
    abstract: HelpWords.key[Spoken.language],
    subcommands: [
      Create.self, KeyImport.self, Show.self, KeyRotate.self, KeyRevoke.self,
      KeyTimestamping.self,
    ])

  /// `key create`: the authority and its first signing key.
  struct Create: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: HelpWords.keyCreate[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var authority: AuthorityOptions

    func answer(in world: World) throws -> Answer {
      let book = try world.book()
      let facts = try KeyFacts(book)
      let keyring = Keyring(world, authorityKey: authority.authorityKey)
      let phrase = try passphrase.readNew(world.language)
      // A book from before privacy keys has its signing keys already: it gets what it lacks.
      if !keyring.isComplete || facts.hasPrivacyKey {
        let event = try keyring.create(
          for: facts.organisation, phrase, from: facts.next, now: world.now)
        try book.write(at: world.now) { try $0.record(event: KeyEvent.kind, event.body) }
      }
      if !facts.hasPrivacyKey {
        let key = try keyring.createPrivacyKey(phrase)
        try book.write(at: world.now) { try $0.keep(key) }
      }
      return try Show.answer(keyring)
    }
  }

  /// `key show`: the fingerprints to publish.
  struct Show: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: HelpWords.keyShow[Spoken.language])

    @OptionGroup var globals: GlobalOptions

    func answer(in world: World) throws -> Answer { try Show.answer(Keyring(world)) }

    static func answer(_ keyring: Keyring) throws -> Answer {
      let (authority, signing) = (try keyring.authority, try keyring.signing)
      let list = try keyring.trustList
      let signers = list.signers.map { signer -> JSON in
        var members: [String: JSON] = [
          "sha256": .string(signer.sha256.hex), "from": .string(signer.from.description),
        ]
        members["to"] = signer.to.map { .string($0.description) }
        return .object(members)
      }
      return Answer(
        json: [
          "authoritySha256": .string(authority.fingerprint.hex),
          "signingSha256": .string(signing.fingerprint.hex),
          "signingUntil": .string(signing.notAfter.description), "signers": .array(signers),
          "timestamping": .array(list.timestamping.map { .string($0.sha256.hex) }),
        ],
        text: Outcomes.fingerprints(
          authority: authority.fingerprint.grouped, signing: signing.fingerprint.grouped)
          + KeyWords.signers(list, current: signing.fingerprint))
    }
  }
}

/// What the book knows that keys need.
struct KeyFacts {
  let organisation: OrganisationName
  /// The month to be closed next.
  let next: Month
  let hasPrivacyKey: Bool

  init(_ book: Book) throws {
    let (organisation, next, hasPrivacyKey) = try book.read { page in
      (
        try Cooperative(page, on: Day.endOfTime).organisation, try page.calendar().next,
        try page.privacyKey() != nil
      )
    }
    self.organisation = try OrganisationName(
      name: organisation.name, siren: organisation.siren)
    self.next = next
    self.hasPrivacyKey = hasPrivacyKey
  }
}
