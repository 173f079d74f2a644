import ArgumentParser
import Keys
import Seal
import Store
import Text
import Units
import Wording

/// `key import`: a key and its certificates from a trust service.
struct KeyImport: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: KeyHelp.importing[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Argument(help: .init(KeyHelp.container[Spoken.language], valueName: "file")) var file: String
  @Option(help: .init(KeyHelp.containerPassphrase[Spoken.language], valueName: "path"))
  var containerPassphraseFile: String?

  func answer(in world: World) throws -> Answer {
    let book = try world.book()
    let facts = try KeyFacts(book)
    let keyring = Keyring(world)
    let phrase = try passphrase.readNew(world.language)
    let event =
      if let containerPassphraseFile {
        try keyring.importContainer(
          file, opening: PassphraseOptions.passphrase(in: containerPassphraseFile),
          for: facts.organisation, phrase, from: facts.next, now: world.now)
      } else {
        try keyring.importContainer(
          file, opening: phrase, for: facts.organisation, phrase, from: facts.next, now: world.now)
      }
    try book.write(at: world.now) { page in
      try page.record(event: KeyEvent.kind, event.body)
      if !facts.hasPrivacyKey { try page.keep(keyring.createPrivacyKey(phrase)) }
    }
    return try Key.Show.answer(keyring)
  }
}

/// `key rotate`: another signing key takes over.
struct KeyRotate: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: KeyHelp.rotate[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var authority: AuthorityOptions

  func answer(in world: World) throws -> Answer {
    let book = try world.book()
    let facts = try KeyFacts(book)
    let keyring = Keyring(world, authorityKey: authority.authorityKey)
    let phrase = try passphrase.read(world.language)
    let opened = try authority.open(keyring, phrase)
    try book.write(at: world.now) { page in
      let event = try keyring.rotate(opened, phrase, next: facts.next, now: world.now)
      try page.record(event: KeyEvent.kind, event.body)
    }
    return try Key.Show.answer(keyring)
  }
}

/// `key revoke`: a signing certificate is taken back.
struct KeyRevoke: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: KeyHelp.revoke[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var authority: AuthorityOptions
  @Argument(help: .init(KeyHelp.fingerprint[Spoken.language])) var fingerprint: String?
  @Option(help: .init(KeyHelp.reason[Spoken.language], valueName: "reason"))
  var reason = Revocation.Reason.keyCompromise.name
  @Option(help: .init(KeyHelp.since[Spoken.language], valueName: "day")) var since: String?

  func answer(in world: World) throws -> Answer {
    guard let reason = Revocation.Reason(name: reason) else {
      throw UsageRefusal.optionIsMalformed(option: "--reason", value: reason)
    }
    let since = try since.map {
      Instant(seconds: Int64(try Read.day($0, else: .endOfTime).number) * 86_400)
    }
    let book = try world.book()
    let keyring = Keyring(world, authorityKey: authority.authorityKey)
    let opened = try authority.open(keyring, try passphrase.read(world.language))
    let event = try book.write(at: world.now) { page in
      let earlier = try page.reader.events(kind: KeyEvent.kind)
        .compactMap { Revocation(event: $0.body) }
      let event = try keyring.revoke(
        fingerprint, opened, earlier: earlier, since: since ?? world.now, reason: reason,
        now: world.now)
      try page.record(event: KeyEvent.kind, event.body)
      return event
    }
    return Answer(
      json: ["revoked": event.body],
      text: KeyWords.revoked(
        event.certificate.fingerprint,
        isCurrent: try keyring.signing.fingerprint == event.certificate.fingerprint))
  }
}

/// `key timestamping`: whose time stamps are believed; signs the list of whom to trust anew.
struct KeyTimestamping: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "timestamping", abstract: KeyHelp.timestamping[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var authority: AuthorityOptions
  @Argument(help: .init(KeyHelp.serviceCertificate[Spoken.language], valueName: "file"))
  var files: [String] = []

  func answer(in world: World) throws -> Answer {
    let book = try world.book()
    let keyring = Keyring(world, authorityKey: authority.authorityKey)
    let services = try files.map {
      try Certificate(pem: String(decoding: Disk.read($0), as: UTF8.self))
    }
    let opened = try authority.open(keyring, try passphrase.read(world.language))
    try book.write(at: world.now) { page in
      for service in services {
        let event = try keyring.believe(service, opened, now: world.now)
        try page.record(event: KeyEvent.kind, event.body)
      }
      if services.isEmpty { try keyring.sign(by: opened, at: world.now) }
    }
    return try Key.Show.answer(keyring)
  }
}
