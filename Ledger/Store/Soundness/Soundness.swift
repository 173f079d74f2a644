/// What is looked at when a book is examined, in this order.
public enum SoundnessCheck: String, Hashable, Sendable, CaseIterable {
  /// The file: pages, indexes, constraints, foreign keys.
  case file
  /// The schema, object by object.
  case schema
  /// The log: its frontier, and every leaf against its row.
  case log
  /// The numbers of the entries.
  case numbers
  /// The rules every entry keeps.
  case entries
  /// The balances kept by month.
  case totals
  /// The share register against the share and capital accounts.
  case register
  /// The closings: their chain, their signatures, the log they sealed.
  case closings
  /// The opening entries and results of closed years.
  case years
  /// The vouchers kept in the book.
  case vouchers
  /// What the bank said, and what it was matched to.
  case bank
  /// The closing folders beside the book.
  case folders
  /// What each closed month shared, reckoned again.
  case sharing
}

/// A check that another room of the program carries out on a book under examination.
public struct FurtherCheck: Sendable {
  /// What it looks at.
  public let check: SoundnessCheck
  let run: @Sendable (BookReader, inout SoundnessResult) throws -> Void

  /// A check; what it throws is told as the obstacle that kept it from going on.
  public init(
    _ check: SoundnessCheck,
    run: @escaping @Sendable (BookReader, inout SoundnessResult) throws -> Void
  ) {
    (self.check, self.run) = (check, run)
  }
}

/// What was counted while looking.
public enum SoundnessFigure: String, Hashable, Sendable {
  /// Tables, indexes, triggers and views.
  case objects
  /// Leaves of the log.
  case leaves
  /// Rows that a leaf vouches for.
  case rows
  /// Entries.
  case entries
  /// Lines of entries.
  case lines
  /// Balances of an account and a month.
  case totals
  /// Movements of shares.
  case movements
  /// Closed months.
  case closings
  /// Opening entries.
  case openings
  /// Vouchers.
  case vouchers
  /// Statements of banks.
  case bankStatements
  /// Movements of banks.
  case bankLines
  /// What they were matched to.
  case bankMatches
  /// Closing folders.
  case folders
  /// Months shared.
  case allocations
}

/// How one check came out.
public struct SoundnessResult: Equatable, Sendable {
  /// A number of things looked at.
  public struct Count: Hashable, Sendable {
    /// Of what.
    public let figure: SoundnessFigure
    /// How many.
    public var number: Int
  }

  /// How it ended.
  public enum Ending: String, Hashable, Sendable {
    /// Nothing is wrong.
    case sound
    /// Nothing is wrong in the book, but something deserves attention.
    case warned
    /// Something is wrong.
    case unsound
    /// It could not be carried out: the file or the schema stood in the way.
    case impossible
  }

  /// The check.
  public let check: SoundnessCheck
  /// What was counted.
  public internal(set) var counts: [Count] = []
  /// What was found, at most ``mostKept`` of it.
  public internal(set) var faults: [BookFault] = []
  /// How many more were found.
  public internal(set) var more = 0
  /// What the database said when it could not go on.
  public internal(set) var obstacle: String?

  /// So many findings of a check are told one by one.
  public static let mostKept = 50

  init(_ check: SoundnessCheck) { self.check = check }

  /// How it ended.
  public var ending: Ending {
    if faults.contains(where: { !$0.isWarning }) { return .unsound }
    if obstacle != nil { return .impossible }
    return faults.isEmpty ? .sound : .warned
  }

  /// Notes a finding.
  public mutating func note(_ fault: BookFault) {
    if faults.count < Self.mostKept { faults.append(fault) } else { more += 1 }
  }

  /// Notes how much was looked at.
  public mutating func count(_ figure: SoundnessFigure, _ number: Int) {
    counts.append(Count(figure: figure, number: number))
  }
}

/// What the examination of a book found.
public struct SoundnessReport: Equatable, Sendable {
  /// The results, check by check.
  public let results: [SoundnessResult]

  /// Whether every check was carried out and found nothing wrong.
  public var isSound: Bool { results.allSatisfy { [.sound, .warned].contains($0.ending) } }
  /// Everything found.
  public var faults: [BookFault] { results.flatMap(\.faults) }
}
