/// A sentence in both languages; French first.
public struct Words: Hashable, Sendable {
  /// The French sentence.
  public let french: String
  /// The English sentence.
  public let english: String

  /// Pairs a French sentence with its English twin; the French one gets its no-break spaces.
  public init(_ french: String, _ english: String) {
    self.french = frenchSpaced(french)
    self.english = english
  }

  /// The same text in both languages: a name, a number, a code.
  public init(both text: String) { self.init(text, text) }

  /// The sentence in one language.
  public subscript(language: Language) -> String {
    language == .french ? french : english
  }

  /// One after the other, in each language.
  public static func + (left: Words, right: Words) -> Words {
    Words(left.french + right.french, left.english + right.english)
  }
}

/// The two languages of Soleil.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// French, the default.
  case french = "fr"
  /// English.
  case english = "en"
}

/// What a refusal says to a person: what is wrong, why it matters, what to do next.
public struct Explanation: Hashable, Sendable {
  /// What is wrong, with the numbers.
  public let what: Words
  /// Why it matters.
  public let why: Words
  /// What to do next.
  public let remedy: Words

  /// An explanation in three sentences.
  public init(what: Words, why: Words, remedy: Words) {
    self.what = what
    self.why = why
    self.remedy = remedy
  }
}

/// A refusal that can be told to a person.
public protocol Worded {
  /// The three sentences.
  var explanation: Explanation { get }
}
