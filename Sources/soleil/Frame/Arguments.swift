import ArgumentParser
import Journal
import Membership
import Store
import Units
import Wording

/// Reads the words of the command line into types, or refuses them by name.
enum Read {
  /// A month, `YYYY-MM`.
  static func month(_ text: String) throws -> Month { try typed { try Month(text) } }

  /// A day, `YYYY-MM-DD`, or a default.
  static func day(_ text: String?, else day: Day) throws -> Day {
    try typed { try text.map { try Day($0) } ?? day }
  }

  /// The last instant of a day, or nothing.
  static func endOfDay(_ text: String?) throws -> Instant? {
    try typed {
      try text.map { ParisTime.start(of: try Day($0).next).adding(seconds: -1) }
    }
  }

  /// What was known: by the end of a day in France, `YYYY-MM-DD`, or at an instant,
  /// `YYYY-MM-DDTHH:MM:SSZ`; nothing when nothing was typed.
  static func knowledge(_ text: String?) throws -> Instant? {
    guard let text, text.utf8.count == 20, text.hasSuffix("Z"),
      text.dropFirst(10).first == "T"
    else { return try endOfDay(text) }
    let clock = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0..<60).contains(clock[2])
    else { throw UsageRefusal.optionIsMalformed(option: "--as-known-on", value: text) }
    let day = try day(String(text.prefix(10)), else: Day(number: 0))
    return Instant(
      seconds: Int64(day.number) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2])
  }

  /// A period: `YYYY`, `YYYY-MM`, or `YYYY-MM-DD..YYYY-MM-DD`.
  static func period(_ text: String) throws -> Period { try typed { try readPeriod(text) } }

  private static func readPeriod(_ text: String) throws -> Period {
    if text.utf8.count == 4, let year = Int(text) {
      let january = Month(year: year, monthOfYear: 1)
      return Period(first: january.first, last: january.adding(11).last)
    }
    if let dots = text.firstRange(of: "..") {
      return try Period(
        checking: Day(String(text[..<dots.lowerBound])), Day(String(text[dots.upperBound...])))
    }
    return try Month(text).period
  }

  /// A member number.
  static func member(_ text: String) throws -> MemberNumber {
    try typed { try MemberNumber(text) }
  }

  /// An entry, `2025/57`.
  static func entry(_ text: String) throws -> EntryReference {
    try typed { try EntryReference(text) }
  }

  /// A line of an entry, `2025/57:2`.
  static func line(_ text: String) throws -> LineReference {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let line = Int(parts[1]), line > 0 else {
      throw Mistyped(JournalRefusal.referenceIsMalformed(text))
    }
    return LineReference(entry: try entry(String(parts[0])), line: line)
  }

  /// The first digits of account numbers.
  static func accountPrefix(_ text: String) throws -> String {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw Mistyped(JournalRefusal.accountIsUnknown(text))
    }
    return text
  }

  /// Words that must say something.
  static func text(_ text: String, _ option: String) throws -> String {
    guard text.contains(where: { !$0.isWhitespace }), !text.contains(where: \.isNewline) else {
      throw UsageRefusal.optionIsMalformed(option: option, value: text)
    }
    guard !IBAN.stands(in: text) else { throw UsageRefusal.textHoldsAnAccount(option: option) }
    return text
  }

  /// A word that breaks a rule is wrong usage when it was typed.
  private static func typed<Value>(_ read: () throws -> Value) throws -> Value {
    do { return try read() } catch let refusal as any Refusal { throw Mistyped(refusal) }
  }

  /// Whole numbers separated by commas.
  static func integers(_ text: String, option: String) throws -> [Int64] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let number = Int64(word.filter { $0 != " " }) else {
        throw UsageRefusal.optionIsMalformed(option: option, value: text)
      }
      return number
    }
  }
}
