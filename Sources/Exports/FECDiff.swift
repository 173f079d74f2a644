/// What tells two tax files apart, entry by entry.
public struct FECDifference: Hashable, Sendable {
  /// An entry of one of the files.
  public struct Entry: Hashable, Sendable {
    /// Its number.
    public let number: String
    /// The line it begins on.
    public let line: Int
    /// The sum of its debits, in cents.
    public let debit: Int128
  }

  /// An entry of both.
  public struct Pair: Hashable, Sendable {
    /// As the first file has it.
    public let before: Entry
    /// As the second file has it.
    public let after: Entry
  }

  /// What a file sums to.
  public struct Totals: Hashable, Sendable {
    /// The entries.
    public internal(set) var entries = 0
    /// The records below the heading.
    public internal(set) var rows = 0
    /// The debits, in cents.
    public internal(set) var debit: Int128 = 0
    /// The credits, in cents.
    public internal(set) var credit: Int128 = 0
  }

  /// The entries of the second file alone.
  public internal(set) var added: [Entry] = []
  /// The entries of the first file alone.
  public internal(set) var removed: [Entry] = []
  /// The same number with other content.
  public internal(set) var changed: [Pair] = []
  /// The same number and content but for the lettering, which stays free after validation.
  public internal(set) var lettered: [Pair] = []
  /// The same content under another number.
  public internal(set) var renumbered: [Pair] = []
  /// What the first file sums to.
  public internal(set) var before = Totals()
  /// What the second file sums to.
  public internal(set) var after = Totals()

  /// Whether both say the same.
  public var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && changed.isEmpty && lettered.isEmpty && renumbered.isEmpty
      && before == after
  }
}

/// The entries of a tax file by number, each as a fingerprint.
///
/// - Complexity: some 100 bytes of memory an entry; one pass.
public struct FECIndex {
  private var reader = FECReader()
  private var entries: [[UInt8]: Trace] = [:]
  private var totals = FECDifference.Totals()

  private struct Trace {
    let line: Int
    var debit: Int128 = 0
    var content = 0
    var lettering = 0
  }

  /// An index of nothing yet.
  public init() {}

  /// Takes the next piece of the file.
  public mutating func add(_ piece: [UInt8]) {
    reader.add(piece)
    while reader.advance() { take() }
  }

  /// Takes what is left at the end of the file.
  public mutating func finish() {
    while reader.advance(isLast: true) { take() }
  }

  private mutating func take() {
    guard reader.line > 1 else { return }
    let debit = Int128(FECAmount(reader.field(.debit)).cents ?? 0)
    totals.rows += 1
    totals.debit += debit
    totals.credit += Int128(FECAmount(reader.field(.credit)).cents ?? 0)
    let (content, lettering) = fingerprints()
    let number = Array(reader.field(.ecritureNum))
    var trace = entries[number] ?? Trace(line: reader.line)
    trace.debit += debit
    trace.content = FECIndex.joined(trace.content, content)
    trace.lettering = FECIndex.joined(trace.lettering, lettering)
    entries[number] = trace
  }

  /// Two fingerprints of the record: of all that is sealed, and of the lettering.
  private func fingerprints() -> (content: Int, lettering: Int) {
    var (content, lettering) = (Hasher(), Hasher())
    for column in FECColumn.allCases where column != .ecritureNum {
      let field = reader.field(column)
      let isLettering = column == .ecritureLet || column == .dateLet
      if isLettering {
        FECIndex.feed(field, &lettering)
      } else {
        FECIndex.feed(field, &content)
      }
    }
    return (content.finalize(), lettering.finalize())
  }

  private static func feed(_ field: ArraySlice<UInt8>, _ hasher: inout Hasher) {
    var word = UInt64(field.count)
    for (index, byte) in field.enumerated() {
      if index & 7 == 0 {
        hasher.combine(word)
        word = 0
      }
      word = word << 8 | UInt64(byte)
    }
    hasher.combine(word)
  }

  private static func joined(_ left: Int, _ right: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(left)
    hasher.combine(right)
    return hasher.finalize()
  }

  /// What the other file says otherwise.
  ///
  /// - Complexity: O(n log n) in the number of entries.
  public func difference(to other: FECIndex) -> FECDifference {
    var difference = FECDifference()
    (difference.before, difference.after) = (totals, other.totals)
    difference.before.entries = entries.count
    difference.after.entries = other.entries.count
    var (gone, come): ([[UInt8]], [[UInt8]]) = ([], [])
    for number in sorted(entries.keys) {
      guard let old = entries[number], let new = other.entries[number] else {
        gone.append(number)
        continue
      }
      let pair = FECDifference.Pair(before: entry(number, old), after: entry(number, new))
      if old.content != new.content {
        difference.changed.append(pair)
      } else if old.lettering != new.lettering {
        difference.lettered.append(pair)
      }
    }
    come = sorted(other.entries.keys.filter { entries[$0] == nil })
    match(gone, come, other, &difference)
    return difference
  }

  /// Pairs entries of the same content under other numbers; the rest came or went.
  private func match(
    _ gone: [[UInt8]], _ come: [[UInt8]], _ other: FECIndex, _ difference: inout FECDifference
  ) {
    var waiting: [Int: [[UInt8]]] = [:]
    for number in come.reversed() {
      if let trace = other.entries[number] { waiting[trace.content, default: []].append(number) }
    }
    var matched: Set<[UInt8]> = []
    for number in gone {
      guard let old = entries[number] else { continue }
      guard let twin = waiting[old.content]?.popLast(), let new = other.entries[twin] else {
        difference.removed.append(entry(number, old))
        continue
      }
      matched.insert(twin)
      difference.renumbered.append(
        FECDifference.Pair(before: entry(number, old), after: entry(twin, new)))
    }
    difference.added = come.filter { !matched.contains($0) }.compactMap { number in
      other.entries[number].map { entry(number, $0) }
    }
  }

  private func entry(_ number: [UInt8], _ trace: Trace) -> FECDifference.Entry {
    FECDifference.Entry(
      number: String(decoding: number, as: UTF8.self), line: trace.line, debit: trace.debit)
  }

  /// Numbers by their size, then as bytes.
  private func sorted(_ numbers: some Sequence<[UInt8]>) -> [[UInt8]] {
    numbers.sorted { left, right in
      left.count == right.count
        ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
  }
}
