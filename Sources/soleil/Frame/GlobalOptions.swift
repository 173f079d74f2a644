public import ArgumentParser
import Wording

extension Language: ExpressibleByArgument {}

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(help: .init(HelpWords.book[Spoken.language], valueName: "path"))
  var book: String?

  @Option(help: .init(HelpWords.lang[Spoken.language], valueName: "fr|en"))
  var lang: Language?

  @Flag(help: .init(HelpWords.json[Spoken.language]))
  var json = false

  /// Moves global options that stand before the command behind it, where the command reads them.
  ///
  /// Before a word that is no command they are dropped, so that the word is what gets blamed.
  static func moved(_ arguments: [String], commands: [String]) -> [String] {
    var globals: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if ["--book", "--lang"].contains(argument), index + 1 < arguments.count {
        globals += [argument, arguments[index + 1]]
        index += 2
      } else if argument == "--json" || argument.hasPrefix("--book=")
        || argument.hasPrefix("--lang=")
      {
        globals.append(argument)
        index += 1
      } else {
        break
      }
    }
    var rest = Array(arguments[index...])
    guard let command = rest.first, commands.contains(command) else { return rest }
    let end = rest.firstIndex(of: "--") ?? rest.count
    rest.insert(contentsOf: globals, at: end)
    return rest
  }
}
