import ArgumentParser
import Keys
import Seal
import Store
import Wording

extension Keyring {
  /// The keys beside the book.
  init(_ world: World, authorityKey: String? = nil) {
    self.init(
      keys: world.besideBook("keys"), trust: world.besideBook("trust"), authorityKey: authorityKey)
  }
}

extension SigningMemory {
  /// What the keys beside the book remember.
  init(_ world: World) {
    self.init(keys: world.besideBook("keys"), closings: world.besideBook("closings"))
  }
}

/// Where the authority's key is, and how it is opened when not by the same passphrase.
struct AuthorityOptions: ParsableArguments {
  @Option(help: .init(KeyHelp.authorityKey[Spoken.language], valueName: "path"))
  var authorityKey: String?
  @Option(help: .init(KeyHelp.authorityPassphrase[Spoken.language], valueName: "path"))
  var authorityPassphraseFile: String?

  /// Opens the authority; without a passphrase of its own, with that of the signing key.
  func open(_ keyring: Keyring, _ passphrase: borrowing Passphrase) throws -> Authority {
    guard let authorityPassphraseFile else { return try keyring.openAuthority(passphrase) }
    return try keyring.openAuthority(PassphraseOptions.passphrase(in: authorityPassphraseFile))
  }
}
