import ArgumentParser
import Seal
import Store
import Wording

/// Where the passphrase comes from: never an argument, never a plain environment value.
struct PassphraseOptions: ParsableArguments {
  @Option(help: .init(HelpWords.passphraseFD[Spoken.language], valueName: "n"))
  var passphraseFd: Int32?

  @Option(help: .init(HelpWords.passphraseFile[Spoken.language], valueName: "path"))
  var passphraseFile: String?

  /// Reads the passphrase: descriptor, file, `$SOLEIL_PASSPHRASE_FILE`, else the terminal.
  ///
  /// - Throws: ``UsageRefusal/passphraseIsMissing`` when there is no terminal either.
  func read(_ language: Language) throws -> Passphrase {
    var bytes = try bytes(language)
    return Passphrase(wiping: &bytes)
  }

  /// Reads the passphrase of a new key; typed twice in a terminal.
  ///
  /// - Throws: ``UsageRefusal/passphrasesDiffer`` besides.
  func readNew(_ language: Language) throws -> Passphrase {
    var bytes = try bytes(language)
    if isTyped {
      var again = Terminal.secretLine(HelpWords.passphraseAgain[language])
      guard again == bytes else { throw UsageRefusal.passphrasesDiffer }
      again = nil
    }
    return Passphrase(wiping: &bytes)
  }

  /// Whether neither option nor environment say where the passphrase is.
  var isTyped: Bool {
    passphraseFd == nil && passphraseFile == nil
      && World.variable("SOLEIL_PASSPHRASE_FILE") == nil
  }

  /// The passphrase that a file holds in its first line.
  static func passphrase(in path: String) throws -> Passphrase {
    var bytes = try line(in: path)
    return Passphrase(wiping: &bytes)
  }

  private static func line(in path: String) throws -> [UInt8] {
    Array(try Disk.read(path).prefix { $0 != UInt8(ascii: "\n") && $0 != 13 })
  }

  private func bytes(_ language: Language) throws -> [UInt8] {
    if let passphraseFd {
      guard let line = Terminal.line(from: passphraseFd) else {
        throw UsageRefusal.optionIsMalformed(option: "--passphrase-fd", value: "\(passphraseFd)")
      }
      return line
    }
    if let path = passphraseFile ?? World.variable("SOLEIL_PASSPHRASE_FILE") {
      return try PassphraseOptions.line(in: path)
    }
    guard let line = Terminal.secretLine(HelpWords.passphrasePrompt[language]) else {
      throw UsageRefusal.passphraseIsMissing
    }
    return line
  }
}
