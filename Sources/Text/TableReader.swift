public import Units

/// Reads one table of a file into a typed value, and gathers everything that is wrong with it.
///
/// A missing or wrong value is noted and a placeholder is handed back, so that one run names all
/// the faults of a file. No placeholder escapes: ``Faults/check()`` throws when anything was noted.
public struct TableReader {
  private let members: [String: JSON]
  private let path: String
  private let document: TOMLDocument?
  /// Where faults are gathered.
  public let faults: Faults

  /// The root of a document.
  public init(_ document: TOMLDocument, faults: Faults) {
    self.init(document.root, path: "", document: document, faults: faults)
  }

  /// A value read back from the book, which has no lines to name.
  public init(_ value: JSON, faults: Faults) {
    self.init(value, path: "", document: nil, faults: faults)
  }

  private init(_ value: JSON, path: String, document: TOMLDocument?, faults: Faults) {
    self.members = value.objectValue ?? [:]
    self.path = path
    self.document = document
    self.faults = faults
  }

  /// The table as it stands.
  public var json: JSON { .object(members) }

  /// The place of the table, or of one of its keys.
  public func place(_ key: String? = nil) -> Place {
    document?.place(of: full(key)) ?? Place(file: full(key))
  }

  /// Notes that this table, or one of its keys, breaks a rule.
  public func refuse(_ refusal: any Refusal, at key: String? = nil) {
    faults.note(Located(refusal, at: place(key)))
  }

  /// Whether the key is given.
  public func has(_ key: String) -> Bool { members[key] != nil }

  /// Refuses keys that are not known, so that a misspelt key is not silently ignored.
  public func allow(_ known: [String]) {
    for key in members.keys.sorted() where !known.contains(key) {
      refuse(TextRefusal.keyIsUnknown(key, known: known), at: key)
    }
  }

  /// Text that must be given: one line, without control characters.
  public func text(_ key: String) -> String { plain([read(key, .text, "", \.stringValue)], key)[0] }
  /// Text that may be missing.
  public func optionalText(_ key: String) -> String? { has(key) ? text(key) : nil }

  /// A whole number that must be given, within a range.
  public func integer(_ key: String, in range: ClosedRange<Int64> = 0...Int64.max) -> Int64 {
    let number = read(key, .integer, range.lowerBound, \.integerValue)
    guard !range.contains(number) else { return number }
    refuse(TextRefusal.numberIsOutOfRange(key: key, value: number, range), at: key)
    return range.lowerBound
  }

  /// A whole number that may be missing.
  public func optionalInteger(
    _ key: String, in range: ClosedRange<Int64> = 0...Int64.max
  ) -> Int64? { has(key) ? integer(key, in: range) : nil }

  /// Cents that must be given, none negative unless said.
  public func cents(_ key: String, in range: ClosedRange<Int64> = 0...1_000_000_000_000) -> Cents {
    Cents(integer(key, in: range))
  }

  /// True or false; false when missing.
  public func flag(_ key: String) -> Bool {
    guard has(key) else { return false }
    return read(key, .boolean, false) { if case .boolean(let truth) = $0 { truth } else { nil } }
  }

  /// A day that must be given.
  public func day(_ key: String) -> Day {
    read(key, .day, Day(number: 0)) { value in value.stringValue.flatMap { try? Day($0) } }
  }

  /// A day that may be missing.
  public func optionalDay(_ key: String) -> Day? { has(key) ? day(key) : nil }

  /// An exact decimal number in quotes that must be given.
  public func ratio(_ key: String) -> Ratio {
    read(key, .decimal, Ratio.zero) { value in
      value.stringValue.flatMap { try? Ratio(decimal: $0) }
        ?? value.integerValue.map { Ratio($0, 1) }
    }
  }

  /// One of the cases of an enumeration that must be given.
  public func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type)
    -> Choice? where Choice.RawValue == String
  {
    let word = text(key)
    if let choice = Choice(rawValue: word) { return choice }
    guard has(key) else { return nil }
    let allowed = Choice.allCases.map(\.rawValue)
    refuse(TextRefusal.valueIsNotAllowed(key: key, value: word, allowed: allowed), at: key)
    return nil
  }

  /// A table that must be given.
  public func table(_ key: String) -> TableReader {
    let value = read(key, .table, JSON.object([:])) { $0.objectValue == nil ? nil : $0 }
    return TableReader(value, path: full(key), document: document, faults: faults)
  }

  /// The tables of a list; none when the key is missing.
  public func tables(_ key: String) -> [TableReader] {
    guard has(key) else { return [] }
    let items = read(key, .list, [], \.arrayValue)
    return items.enumerated().map { index, item in
      TableReader(item, path: "\(full(key))[\(index)]", document: document, faults: faults)
    }
  }

  /// The texts of a list that must be given.
  public func texts(_ key: String) -> [String] {
    let texts: [String] = read(key, .list, []) { value in
      let texts = value.arrayValue?.map(\.stringValue)
      return texts?.contains(nil) == true ? nil : texts?.compactMap(\.self)
    }
    return plain(texts, key)
  }

  /// The texts, each emptied that holds a control character, once that is noted.
  private func plain(_ texts: [String], _ key: String) -> [String] {
    texts.map { text in
      guard let byte = text.utf8.first(where: \.isControl) else { return text }
      refuse(TextRefusal.textHasControlCharacter(key: key, byte), at: key)
      return ""
    }
  }

  private func full(_ key: String?) -> String {
    guard let key else { return path }
    return path.isEmpty ? key : "\(path).\(key)"
  }

  private func read<Value>(
    _ key: String, _ type: TextRefusal.ValueType, _ placeholder: Value, _ parse: (JSON) -> Value?
  ) -> Value {
    guard let value = members[key] else {
      refuse(TextRefusal.keyIsMissing(key))
      return placeholder
    }
    guard let parsed = parse(value) else {
      refuse(TextRefusal.valueHasWrongType(key: key, expected: type), at: key)
      return placeholder
    }
    return parsed
  }
}

/// The faults found so far in a set of files.
public final class Faults {
  /// The refusals in the order they were found.
  public private(set) var all: [any Refusal] = []

  /// No faults yet.
  public init() {}

  /// Notes a fault.
  public func note(_ refusal: any Refusal) { all.append(refusal) }

  /// Throws everything noted, if anything was.
  ///
  /// - Throws: ``Refusals``.
  public func check() throws(Refusals) {
    guard all.isEmpty else { throw Refusals(all) }
  }
}
