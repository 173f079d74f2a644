import ArgumentParser
import Keys
import Intake
import Seal
import Store
import Wording

/// Who is paid and where: from the book with its privacy key, and from a file.
struct DetailsOptions: ParsableArguments {
  @Option(help: .init(HelpWords.details[Spoken.language], valueName: "file"))
  var details: String?
  @OptionGroup var passphrase: PassphraseOptions

  /// What is known of members; the key is opened unless a file stands for it.
  ///
  /// - Throws: ``SealRefusal/passphraseIsWrong``, and what the file has against it.
  func directory(in world: World) throws -> PaymentDirectory {
    let book = try world.book()
    let hasKey = try book.read { try $0.privacyKey() } != nil
    let wantsKey = hasKey && (details == nil || !passphrase.isTyped)
    let key = wantsKey ? try Keyring(world).privacyKey(passphrase.read(world.language)) : nil
    var directory = PaymentDirectory()
    try book.read { page in
      if let key { try page.check(key) }
      try directory.add(page, key)
    }
    if let details { try directory.add(InputFile(reading: details)) }
    return directory
  }
}
