import Units

/// What the first lines of an unknown file show of its layout: a proposal, never a decision.
public struct ProfileProposal: Hashable, Sendable {
  /// How much a figure of the proposal can be believed.
  public enum Sureness: String, Hashable, Sendable {
    /// The lines prove it.
    case certain
    /// The lines suggest it; a person confirms it.
    case guessed
    /// The lines cannot tell it; a person must say it.
    case untold
  }

  /// How a value is written in a profile file.
  public enum Shape: Hashable, Sendable {
    /// One text; several values are alternatives.
    case text
    /// A list of all the values.
    case list
    /// `true`.
    case flag
  }

  /// One line of a profile file.
  public struct Field: Hashable, Sendable {
    /// The key of the profile file.
    public let key: String
    /// What is proposed; several when the lines fit each of them, none when they tell nothing.
    public let values: [String]
    /// How much it can be believed.
    public let sureness: Sureness
    /// How it is written.
    public let shape: Shape

    init(_ key: String, _ values: [String], _ sureness: Sureness, _ shape: Shape = .text) {
      self.key = key
      self.shape = shape
      self.values = values
      self.sureness = sureness
    }
  }

  /// The fields in the order of a profile file.
  public let fields: [Field]
  /// Built-in profiles that fit already: nothing needs to be written then.
  public let fitting: [String]

  /// What is proposed for a key.
  public func field(_ key: String) -> Field? { fields.first { $0.key == key } }
  /// The keys that a person must confirm or say.
  public var questions: [String] { fields.filter { $0.sureness != .certain }.map(\.key) }
}

/// Proposes a profile from the first bytes of a file.
///
/// - Returns: nothing when the bytes are no text of lines and cells.
/// - Complexity: O(n).
public func proposeProfile(_ head: [UInt8], path: String) -> ProfileProposal? {
  let file = SourceFile(
    path: path, bytes: Array(head.prefix(65_536)), digest: Digest(Array(repeating: 0, count: 32)))
  guard case .success(let text) = file.decoded() else { return nil }
  let isUTF8 = firstUndecodable(text.bytes.span) == nil
  let encoding = isUTF8 ? Encoding.utf8 : .latin1
  let lines = text.text(text.start..<text.bytes.count, encoding)
    .split(omittingEmptySubsequences: true) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    .prefix(60).map(String.init)
  guard let guess = LayoutGuess(lines) else { return nil }
  let fitting = Profile.candidates(for: file).map(\.name)
  return ProfileProposal(
    fields: [.init("encoding", [encoding.rawValue], isUTF8 ? .certain : .guessed)] + guess.fields,
    fitting: fitting)
}
