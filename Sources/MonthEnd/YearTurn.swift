import Intake
public import Journal
public import Store
public import Units
public import YearEnd

/// The turn of a fiscal year: it closes, the next one opens, a meeting decides on its result.
///
///     last month closed ─► close ─► first month of the next year ─► appropriate, when the meeting has met
public struct YearTurn {
  /// The book.
  public let book: Book
  /// The instant that stands for "now".
  public let now: Instant

  /// The turn of a book's years.
  public init(book: Book, now: Instant) {
    self.book = book
    self.now = now
  }

  /// The day it is in France.
  var today: Day { ParisTime.day(of: now) }

  /// How far the end of each fiscal year has gone, up to today's.
  public func years() throws -> [YearState] { try book.read { try $0.yearStates(through: today) } }

  /// Closes a fiscal year: its balances open the next one on its first day.
  ///
  /// A year that is closed stays as it is, and is told of.
  ///
  /// - Throws: ``YearEndRefusal``, all reasons at once; ``StoreRefusal``.
  public func close(_ name: String, rehearsing: Bool = false) throws -> ClosedYear {
    try book.write(at: now, rehearsing: rehearsing) { page in
      let (state, earlier) = try find(name, page.reader)
      let year = state.year
      if let known = try page.reader.yearClosings().first(where: { $0.first == year.first }) {
        return ClosedYear(
          year: year, result: known.result,
          opening: try page.reader.expectedOpening(after: year), entry: known.opening, isNew: false)
      }
      let reasons = state.reasonsAgainstClosing(after: earlier)
      guard reasons.isEmpty else { throw Refusals(reasons) }
      try page.reader.recompute()
      let (opening, entry) = try page.close(year)
      return ClosedYear(
        year: year, result: state.result, opening: opening, entry: entry, isNew: true)
    }
  }

  /// The fiscal year of a name, and those before it.
  ///
  /// - Throws: ``YearEndRefusal/yearIsUnknown(_:known:)``.
  func find(_ name: String, _ page: BookReader) throws -> (state: YearState, earlier: [YearState]) {
    let states = try page.yearStates(through: today)
    guard let index = states.firstIndex(where: { $0.year.name == name }) else {
      throw YearEndRefusal.yearIsUnknown(name, known: states.map(\.year.name))
    }
    return (states[index], Array(states[..<index]))
  }
}

/// A fiscal year that is closed.
public struct ClosedYear: Sendable {
  /// The fiscal year.
  public let year: FiscalYear
  /// Its result.
  public let result: Cents
  /// The lines that open the next year.
  public let opening: [Posting]
  /// The entry that holds them; nothing for an empty book.
  public let entry: EntryReference?
  /// Whether it was closed now, and not before.
  public let isNew: Bool
}
