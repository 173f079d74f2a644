import Glibc
import Verifier

/// The command line.
struct Options {
  static let usage = """
    soleil-verify PATH… [--trust FILE] [--head FILE] [--require-timestamp] [--json] [--lang fr|en]
    """

  var paths: [String] = []
  var trust: String?
  var head: String?
  var requireTimestamp = false
  var json = false
  var language = Options.languageOfEnvironment
  /// Seconds since 1970-01-01T00:00:00Z; `SOURCE_DATE_EPOCH` fixes it.
  let now = environment("SOURCE_DATE_EPOCH").flatMap { Int64($0) } ?? Int64(time(nil))

  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--trust": guard take(&rest, \.trust) else { return nil }
      case "--head": guard take(&rest, \.head) else { return nil }
      case "--require-timestamp": requireTimestamp = true
      case "--json": json = true
      case "--lang":
        guard let language = rest.popFirst().flatMap({ Language(rawValue: $0) }) else { return nil }
        self.language = language
      case "--":
        paths += rest
        rest = []
      default:
        guard !argument.hasPrefix("-") else { return nil }
        paths.append(argument)
      }
    }
    guard !paths.isEmpty else { return nil }
  }

  private mutating func take(
    _ rest: inout ArraySlice<String>, _ option: WritableKeyPath<Options, String?>
  ) -> Bool {
    self[keyPath: option] = rest.popFirst()
    return self[keyPath: option] != nil
  }

  private static var languageOfEnvironment: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment($0) }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .english : .french
  }
}

private func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
