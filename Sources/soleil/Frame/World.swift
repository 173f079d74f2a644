import Glibc
import Store
import Units
import Wording

/// What a command may touch of the world outside: the clock, the environment, the terminal.
struct World {
  /// The instant that stands for "now".
  let now: Instant
  /// The book's path.
  let bookPath: String
  /// The language of messages.
  let language: Language
  /// Whether the answer is JSON.
  let wantsJSON: Bool

  /// The world as the process finds it.
  init(_ globals: GlobalOptions) throws {
    now = try World.now()
    bookPath = globals.book ?? World.variable("SOLEIL_BOOK") ?? "book.soleil"
    language = globals.lang ?? Spoken.language
    wantsJSON = globals.json
  }

  /// The day it is in France.
  var today: Day { ParisTime.day(of: now) }

  /// Opens the book.
  func book() throws -> Book { try Book(opening: bookPath) }

  /// The path of something kept beside the book.
  func besideBook(_ name: String) -> String {
    let folder = Disk.folder(of: bookPath)
    return folder == "." ? name : "\(folder)/\(name)"
  }

  /// An environment variable, when it is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// `SOURCE_DATE_EPOCH` when set, for reproducible output, else the clock.
  private static func now() throws -> Instant {
    guard let text = variable("SOURCE_DATE_EPOCH") else {
      return Instant(seconds: Int64(time(nil)))
    }
    // Up to the last second that can be written, at the end of the year 9999.
    guard let seconds = Int64(text), (0...253_402_300_799).contains(seconds) else {
      throw UsageRefusal.epochIsNoNumber(text)
    }
    return Instant(seconds: seconds)
  }
}

/// The language of help and messages, known before the command line is read.
enum Spoken {
  /// `--lang`, else the locale's, else French.
  static let language: Language = {
    let arguments = CommandLine.arguments
    if let flag = arguments.firstIndex(of: "--lang"), flag + 1 < arguments.count {
      if let language = Language(rawValue: arguments[flag + 1]) { return language }
    }
    if let flag = arguments.first(where: { $0.hasPrefix("--lang=") }) {
      if let language = Language(rawValue: String(flag.dropFirst(7))) { return language }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(World.variable).first
    return locale?.hasPrefix("en") == true ? .english : .french
  }()
}
