import GRDB
public import Journal
public import Units

/// A line as people name it: `2025/57:2`.
public struct LineReference: Hashable, Sendable {
  /// The entry.
  public let entry: EntryReference
  /// The line within it, from 1.
  public let line: Int

  /// A line of an entry.
  public init(entry: EntryReference, line: Int) {
    self.entry = entry
    self.line = line
  }
}

/// Lines of one account and auxiliary that settle one another.
public struct Lettering: Hashable, Sendable {
  /// The account.
  public let account: String
  /// The auxiliary, if the account has any.
  public let auxiliary: String?
  /// The code within account and auxiliary: `AA`, `AB` and on.
  public let code: String

  /// Letters by their names.
  public init(account: String, auxiliary: String?, code: String) {
    self.account = account
    self.auxiliary = auxiliary
    self.code = code
  }
}

extension BookWriter {
  /// Letters lines that settle one another; entries stay as they are.
  ///
  /// - Throws: ``JournalRefusal/lineIsUnknown(_:line:)``,
  ///   ``JournalRefusal/lineIsLettered(_:line:code:)``,
  ///   ``JournalRefusal/linesAreOfSeveralAccounts(_:)``,
  ///   ``JournalRefusal/linesDoNotBalance(debit:credit:)``.
  public func letter(_ lines: [LineReference], on day: Day) throws -> Lettering {
    var seen: Set<LineReference> = []
    let found = try lines.filter { seen.insert($0).inserted }
      .map { line in (line, try reader.letterable(line)) }
    let places = found.map { Place(account: $1.posting) }
    guard let place = places.first, places.allSatisfy({ $0 == place }) else {
      throw JournalRefusal.linesAreOfSeveralAccounts(Set(places.map(\.description)).sorted())
    }
    let debit = try Cents.sum(found.map { Cents($1.posting.debit) })
    let credit = try Cents.sum(found.map { Cents($1.posting.credit) })
    guard debit == credit else {
      throw JournalRefusal.linesDoNotBalance(debit: debit.units, credit: credit.units)
    }
    let code = try nextCode(place)
    try db.execute(
      sql: "INSERT INTO lettering (account, auxiliary, code, day) VALUES (?, ?, ?, ?)",
      arguments: [place.account, place.auxiliary, code, day.description])
    let lettering = db.lastInsertedRowID
    for (line, stored) in found {
      try db.execute(
        sql: "INSERT INTO lettered (entry, line, lettering) VALUES (?, ?, ?)",
        arguments: [stored.entry, line.line, lettering])
    }
    return Lettering(
      account: place.account, auxiliary: place.auxiliary.isEmpty ? nil : place.auxiliary,
      code: code)
  }

  /// Undoes a lettering.
  ///
  /// - Throws: ``JournalRefusal/lettersAreUnknown(_:code:)``.
  public func unletter(_ lettering: Lettering) throws {
    try db.execute(
      sql: "DELETE FROM lettering WHERE account = ? AND auxiliary = ? AND code = ?",
      arguments: [lettering.account, lettering.auxiliary ?? "", lettering.code])
    guard db.changesCount > 0 else {
      throw JournalRefusal.lettersAreUnknown(lettering.account, code: lettering.code)
    }
  }

  private func nextCode(_ place: Place) throws -> String {
    let last = try String.fetchOne(
      db,
      sql: """
        SELECT code FROM lettering WHERE account = ? AND auxiliary = ?
        ORDER BY length(code) DESC, code DESC LIMIT 1
        """, arguments: [place.account, place.auxiliary])
    return last.map(codeAfter) ?? "AA"
  }
}

/// The code after another: AA, AB … AZ, BA … ZZ, AAA.
private func codeAfter(_ code: String) -> String {
  var letters = Array(code.utf8)
  for index in letters.indices.reversed() {
    guard letters[index] == UInt8(ascii: "Z") else {
      letters[index] += 1
      return String(decoding: letters, as: UTF8.self)
    }
    letters[index] = UInt8(ascii: "A")
  }
  return String(decoding: letters, as: UTF8.self) + "A"
}

/// Where lines must stand together to be lettered.
private struct Place: Hashable, CustomStringConvertible {
  let account: String
  let auxiliary: String

  init(account posting: Posting) {
    account = posting.account
    auxiliary = posting.analysis.auxiliary ?? ""
  }

  var description: String { auxiliary.isEmpty ? account : "\(account) \(auxiliary)" }
}

extension BookReader {
  fileprivate func letterable(_ line: LineReference) throws -> (entry: Int64, posting: Posting) {
    let entry = try entry(line.entry)
    guard entry.content.postings.indices.contains(line.line - 1) else {
      throw JournalRefusal.lineIsUnknown(line.entry, line: line.line)
    }
    let code = try String.fetchOne(
      db,
      sql: """
        SELECT code FROM lettered JOIN lettering ON lettering.id = lettering
        WHERE entry = ? AND line = ?
        """, arguments: [entry.id, line.line])
    if let code {
      throw JournalRefusal.lineIsLettered(line.entry, line: line.line, code: code)
    }
    return (entry.id, entry.content.postings[line.line - 1])
  }

  /// The letters on the lines of an entry, in order of line.
  ///
  /// - Throws: ``JournalRefusal/entryIsUnknown(_:)``.
  public func letters(of reference: EntryReference) throws -> [Lettering] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT account, auxiliary, code
        FROM lettered JOIN lettering ON lettering.id = lettered.lettering
        WHERE lettered.entry = ? GROUP BY lettering.id ORDER BY min(line)
        """, arguments: [entry(reference).id]
    ).map { row in
      let auxiliary: String = row["auxiliary"]
      return Lettering(
        account: row["account"], auxiliary: auxiliary.isEmpty ? nil : auxiliary, code: row["code"])
    }
  }

  /// The lines of accounts that begin so which nothing settles yet, in order of account, auxiliary,
  /// date and entry.
  ///
  /// - Complexity: O(lines of those accounts).
  public func unletteredLines(ofAccounts prefix: String, through day: Day) throws -> [JournalLine] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(BookReader.lineColumns)
        FROM posting JOIN entry ON entry.id = posting.entry
        JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
        LEFT JOIN lettered ON lettered.entry = entry.id AND lettered.line = posting.line
        LEFT JOIN lettering ON lettering.id = lettered.lettering
        WHERE posting.account BETWEEN ? AND ? AND NOT restates AND date <= ? AND lettered.line IS NULL
        ORDER BY posting.account, posting.auxiliary, date, entry.id, posting.line
        """, arguments: [prefix, prefix + "999999", day.description])
    var lines: [JournalLine] = []
    while let row = try rows.next() {
      if let line = try JournalLine(row) { lines.append(line) }
    }
    return lines
  }
}
