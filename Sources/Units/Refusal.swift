/// A refusal: input or a request that breaks a named rule of the house.
///
/// A refusal is not a programmer error (those are `precondition`s). It is an enum case named after
/// the broken rule, carrying the numbers, and worded once, at the edge, in French and English
/// (target `Wording`). `code` is stable: scripts and transcripts rely on it.
public protocol Refusal: Error, Sendable {
  /// The stable kebab-case name of the broken rule, such as `month-already-closed`.
  var code: String { get }
  /// What the process answers when this refusal ends it.
  var outcome: Outcome { get }
}

/// How a command ends: the exit codes others rely on.
///
/// - Source: the interface's table of exit codes; 64…75 are those of BSD `sysexits.h`.
public enum Outcome: Int32, Sendable, CaseIterable {
  /// Done; for a verification: valid.
  case done = 0
  /// A rule, a check or a verification failed.
  case refused = 1
  /// Evidence is missing, or input is held awaiting a decision.
  case undetermined = 2
  /// The command line is wrong.
  case usage = 64
  /// The content of an input is wrong.
  case badData = 65
  /// An input cannot be opened.
  case noInput = 66
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case ioError = 74
  /// The book is in use by another process; nothing was changed.
  case busy = 75
}

/// Where in an input something was found: file, line, column, and the words that stand there.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The path as the user named it.
  public var file: String
  /// The line, counted from 1.
  public var line: Int?
  /// The column, counted from 1 in characters.
  public var column: Int?
  /// The line's text, shortened, to show above the message.
  public var excerpt: String?

  /// Names a place.
  public init(file: String, line: Int? = nil, column: Int? = nil, excerpt: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
  }

  /// `name:line`, without the folders: what the book keeps, for folders change with the machine.
  public var origin: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return line.map { "\(name):\($0)" } ?? name
  }

  /// `file:line:column`, as editors and compilers write it.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}

/// A refusal together with the place that provoked it.
public struct Located: Refusal {
  /// Where it was found.
  public let place: Place
  /// Which rule it breaks.
  public let reason: any Refusal

  /// Ties a refusal to a place.
  public init(_ reason: any Refusal, at place: Place) {
    self.reason = reason
    self.place = place
  }

  /// The code of the broken rule.
  public var code: String { reason.code }
  /// The outcome of the broken rule.
  public var outcome: Outcome { reason.outcome }
}

/// A refusal of a word typed on the command line: the same rule, but wrong usage.
public struct Mistyped: Refusal {
  /// Which rule it breaks.
  public let reason: any Refusal

  /// A refusal of a typed word.
  public init(_ reason: any Refusal) { self.reason = reason }

  /// The code of the broken rule.
  public var code: String { reason.code }
  /// Wrong usage.
  public var outcome: Outcome { .usage }
}

/// All the refusals of one request: a user mends them together, not one at a time.
public struct Refusals: Refusal {
  /// The refusals, in the order they were found.
  ///
  /// Never empty.
  public let all: [any Refusal]

  /// Gathers refusals.
  ///
  /// - Precondition: `all` is not empty.
  public init(_ all: [any Refusal]) {
    precondition(!all.isEmpty, "a gathering of refusals holds at least one")
    self.all = all
  }

  /// The code of the first.
  public var code: String { all[0].code }
  /// The outcome of the first.
  public var outcome: Outcome { all[0].outcome }
}
