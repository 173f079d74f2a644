public import Units

/// Reads cells of a spreadsheet into values and gathers all that is refused.
///
/// A cell that cannot be read is noted and answered by nothing; ``finish()`` throws what was noted.
public struct SpreadsheetCells {
  private var refusals: [Located] = []
  /// Where they stand: of a file full of faults, each cell is looked up once.
  private var places: Set<Place> = []

  /// Nothing read yet.
  public init() {}

  /// Takes in what is wrong with the form of a table's rows.
  public init(_ table: Spreadsheet) { take(table) }

  /// Takes in what is wrong with the form of the next piece of a table.
  public mutating func take(_ table: Spreadsheet) { for fault in table.faults { note(fault) } }

  /// Whether anything was refused so far.
  public var isSound: Bool { refusals.isEmpty }

  /// The text of a cell; empty, and noted when the column is required, if there is none.
  public mutating func text(_ row: SpreadsheetRow, _ column: String) -> String {
    let text = row[column]
    if text.isEmpty, isRequired(row, column) {
      refuse(SpreadsheetRefusal.cellIsEmpty, row, column)
    }
    if text.unicodeScalars.contains(where: \.leavesItsLine) {
      refuse(SpreadsheetRefusal.textLeavesItsLine, row, column)
    }
    return text
  }

  /// The day of a cell: `2025-12-31` or `31/12/2025`, with midnight behind it or not.
  public mutating func day(_ row: SpreadsheetRow, _ column: String) -> Day? {
    value(row, column) { text throws(Refusals) in try spreadsheetDay(text) }
  }

  /// The whole number of a cell; spaces may part thousands.
  public mutating func integer(_ row: SpreadsheetRow, _ column: String) -> Int64? {
    value(row, column) { text throws(Refusals) in try spreadsheetNumber(text, decimals: 0) }
  }

  /// The amount of a cell: euros with a decimal comma or point, or whole cents under the canonical
  /// heading.
  public mutating func cents(_ row: SpreadsheetRow, _ column: String) -> Cents? {
    let decimals = row.table.heading.canonical.contains(column) ? 0 : 2
    return value(row, column) { text throws(Refusals) in
      Cents(try spreadsheetNumber(text, decimals: decimals))
    }
  }

  /// The canonical word of a cell whose column allows some words only.
  ///
  /// - Parameter refusal: what any other word is refused by, when not as an unknown word.
  public mutating func choice(
    _ row: SpreadsheetRow, _ column: String, else refusal: ((String) -> any Refusal)? = nil
  ) -> String? {
    guard let declared = declared(row, column), case .choice(let choices) = declared.content else {
      preconditionFailure("\(column) is no column of words")
    }
    return value(row, column) { text throws(Refusals) in
      let word = folded(text)
      if let choice = choices.first(where: { folded($0.value) == word || $0.words.contains(word) })
      {
        return choice.value
      }
      throw Refusals([
        refusal?(text) ?? SpreadsheetRefusal.wordIsUnknown(allowed: choices.map(\.value))
      ])
    }
  }

  /// What a parser makes of a cell; nothing of an empty one, noted when the column is required.
  public mutating func read<Value>(
    _ row: SpreadsheetRow, _ column: String, _ parse: (String) throws -> Value
  ) -> Value? {
    value(row, column) { text throws(Refusals) in
      do { return try parse(text) } catch let refusal as Refusals { throw refusal } catch {
        guard let refusal = error as? any Refusal else {
          preconditionFailure("a parser throws refusals")
        }
        throw Refusals([refusal])
      }
    }
  }

  /// Notes a refusal of a cell.
  public mutating func refuse(_ reason: any Refusal, _ row: SpreadsheetRow, _ column: String) {
    note(Located(InCell(reason, under: row.heading(of: column)), at: row.place(of: column)))
  }

  /// Notes a refusal of a row.
  public mutating func refuse(_ reason: any Refusal, _ row: SpreadsheetRow) {
    note(Located(reason, at: row.place))
  }

  private mutating func note(_ fault: Located) {
    refusals.append(fault)
    places.insert(fault.place)
  }

  /// Throws what was gathered, in the order of the lines.
  ///
  /// - Throws: ``Refusals``.
  public func finish() throws(Refusals) {
    guard !refusals.isEmpty else { return }
    let inOrder = refusals.enumerated().sorted { one, other in
      (one.element.place.line ?? 0, one.offset) < (other.element.place.line ?? 0, other.offset)
    }
    throw Refusals(inOrder.map(\.element))
  }

  private mutating func value<Value>(
    _ row: SpreadsheetRow, _ column: String, _ parse: (String) throws(Refusals) -> Value
  ) -> Value? {
    let text = text(row, column)
    // What the form of the row was refused for already is not told twice.
    guard !text.isEmpty, places.isEmpty || !places.contains(row.place(of: column)) else {
      return nil
    }
    do { return try parse(text) } catch {
      let isPersonal = declared(row, column)?.isPersonal ?? false
      for refusal in error.all {
        refuse(isPersonal ? withheld(refusal) : refusal, row, column)
      }
      return nil
    }
  }

  private func declared(_ row: SpreadsheetRow, _ column: String) -> SpreadsheetColumn? {
    row.table.layout.columns.first { $0.name == column }
  }

  private func isRequired(_ row: SpreadsheetRow, _ column: String) -> Bool {
    declared(row, column)?.isRequired ?? false
  }
}

/// The refusal without the words of the cell, which tell of a person.
private func withheld(_ refusal: any Refusal) -> any Refusal {
  switch refusal {
  case UnitRefusal.dayIsNotACalendarDay: UnitRefusal.dayIsNotACalendarDay("…")
  case UnitRefusal.numberIsNotDecimal: UnitRefusal.numberIsNotDecimal("…")
  case UnitRefusal.numberIsTooFine(_, let decimals):
    UnitRefusal.numberIsTooFine("…", decimals: decimals)
  default: refusal
  }
}

/// Reads a day as a spreadsheet writes it.
///
/// - Throws: ``SpreadsheetRefusal/yearHasTwoDigits``, ``UnitRefusal/dayIsNotACalendarDay(_:)``.
func spreadsheetDay(_ text: String) throws(Refusals) -> Day {
  if let plain = plainDay(text.utf8) { return plain }
  do {
    guard text.utf8.contains(UInt8(ascii: "/")) else { return try Day(withoutMidnight(text)) }
    let parts = withoutMidnight(text).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count)
    else { throw UnitRefusal.dayIsNotACalendarDay(text) }
    if parts[2].utf8.count == 2 { throw SpreadsheetRefusal.yearHasTwoDigits }
    guard parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), let found = Day(year: year, month: month, day: day)
    else { throw UnitRefusal.dayIsNotACalendarDay(text) }
    return found
  } catch let refusal as any Refusal { throw Refusals([refusal]) } catch {
    preconditionFailure("a day is refused by a refusal")
  }
}

/// A day in ten figures and signs, `31/12/2025`; nothing of any other, which may still be one.
private func plainDay(_ text: String.UTF8View) -> Day? {
  guard text.count == 10 else { return nil }
  var (figures, place) = (0, 0)
  for byte in text {
    if place == 2 || place == 5 {
      guard byte == UInt8(ascii: "/") else { return nil }
    } else {
      guard (48...57).contains(byte) else { return nil }
      figures = figures * 10 + Int(byte - 48)
    }
    place += 1
  }
  return Day(
    year: figures % 10_000, month: figures / 10_000 % 100, day: figures / 1_000_000)
}

/// Without the midnight that a cell of date and time shows.
private func withoutMidnight(_ text: String) -> String {
  // The shortest date with a time, `1/1/25 0:00`, is longer than the longest without.
  guard text.utf8.count > 10 else { return text }
  for midnight in [" 00:00:00", " 00:00", " 0:00", "T00:00:00"] where text.hasSuffix(midnight) {
    return String(text.dropLast(midnight.count))
  }
  return text
}

/// Reads a number as a spreadsheet writes it: a comma or point before decimals, spaces of any width
/// before three digits, a euro sign at the end.
///
/// - Throws: ``SpreadsheetRefusal/numberIsScientific``, ``SpreadsheetRefusal/numberIsAmbiguous``,
///   ``UnitRefusal``.
func spreadsheetNumber(_ text: String, decimals: Int) throws(Refusals) -> Int64 {
  if let plain = plainNumber(text.utf8, decimals: decimals) { return plain }
  let amount = text.hasSuffix("€") ? plainText(String(text.dropLast())) : text
  var plain = ""
  /// The digits since the last space; nothing before the first.
  var group: Int?
  var marks = 0
  var isAmbiguous = false
  for scalar in amount.unicodeScalars {
    if scalar.properties.isWhitespace {
      isAmbiguous = isAmbiguous || marks > 0 || group.map { $0 != 3 } ?? false
      group = 0
    } else if scalar == "," || scalar == "." {
      isAmbiguous = isAmbiguous || marks > 0 || group.map { $0 != 3 } ?? false
      group = nil
      marks += 1
      plain.append(".")
    } else {
      group = group.map { $0 + 1 }
      plain.unicodeScalars.append(scalar == "\u{2212}" ? "-" : scalar)
    }
  }
  isAmbiguous = isAmbiguous || group.map { $0 != 3 } ?? false
  do {
    if isScientific(plain) { throw SpreadsheetRefusal.numberIsScientific }
    if isAmbiguous { throw SpreadsheetRefusal.numberIsAmbiguous }
    return try parseFixed(plain, decimals: decimals)
  } catch UnitRefusal.numberIsNotDecimal {
    throw Refusals([UnitRefusal.numberIsNotDecimal(text)])
  } catch UnitRefusal.numberIsTooFine {
    throw Refusals([UnitRefusal.numberIsTooFine(text, decimals: decimals)])
  } catch let refusal as any Refusal { throw Refusals([refusal]) } catch {
    preconditionFailure("a number is refused by a refusal")
  }
}

/// A number as nearly all cells hold it, digits and all of its decimals; nothing of any other, which may
/// still be one.
private func plainNumber(_ text: String.UTF8View, decimals: Int) -> Int64? {
  var number: Int64 = 0
  var digits = 0
  var fraction: Int?
  for byte in text {
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), fraction == nil, digits > 0 {
      fraction = 0
    } else if (48...57).contains(byte), digits < 17 {
      number = number * 10 + Int64(byte - 48)
      digits += 1
      fraction = fraction.map { $0 + 1 }
    } else {
      return nil
    }
  }
  return digits > 0 && decimals > 0 && fraction == decimals ? number : nil
}

extension Unicode.Scalar {
  /// Whether it ends a line, or turns the direction of what follows: a name that held one would look
  /// like another in a list.
  ///
  /// - Source: Unicode Standard Annex 9, explicit directional formatting characters.
  fileprivate var leavesItsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
