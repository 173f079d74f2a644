public import Units

/// Reads the 120 characters of French banks: every statement of the file, each whole and summed.
///
/// Records may stand on lines of their own or without any line end, as some banks send them.
///
/// - Returns: the statements in the order of the file.
/// - Throws: ``Refusals`` with every ``BankRefusal`` at its line.
/// - Complexity: O(bytes).
/// - Source: CFONB, *Relevé de compte sur support informatique*, July 2004; *Évolutions du relevé de
///   compte 120 caractères*, August 2007 (details of record 05).
public func readCfonb(_ bytes: [UInt8], file: String) throws(Refusals) -> [BankStatement] {
  var reader = CfonbReader(file: file)
  for record in records(bytes) { reader.take(record) }
  return try reader.finish()
}

/// A record of 120 bytes and the line it stands on.
struct CfonbRecord {
  let bytes: ArraySlice<UInt8>
  let line: Int

  /// The bytes from one position to another, counted from 1 as the standard does.
  func slice(_ positions: ClosedRange<Int>) -> ArraySlice<UInt8> {
    bytes[
      (bytes.startIndex + positions.lowerBound - 1)..<(bytes.startIndex + positions.upperBound)]
  }

  /// The text at positions, ISO 8859-1 as the standard has it, without blanks around.
  func text(_ positions: ClosedRange<Int>) -> String {
    var text = ""
    for byte in slice(positions) { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return oneLine(text)
  }

  /// The account: bank, branch, number.
  var account: BankAccountName {
    .domestic(bank: text(3...7), branch: text(12...16), number: text(22...32))
  }
}

/// Cuts a file into records: by line ends, or every 120 bytes when there are none.
private func records(_ bytes: [UInt8]) -> [CfonbRecord] {
  let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
  guard bytes.contains(where: isEnd) else {
    return stride(from: 0, to: bytes.count, by: 120).map {
      CfonbRecord(bytes: bytes[$0..<min($0 + 120, bytes.count)], line: $0 / 120 + 1)
    }
  }
  return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    .map { CfonbRecord(bytes: $0.element.prefix { !isEnd($0) }, line: $0.offset + 1) }
    .filter { record in record.bytes.contains { $0 != 0x20 && $0 != 0x1A } }
}

/// What was read so far of a file.
private struct CfonbReader {
  private let file: String
  private var statements: [BankStatement] = []
  private var faults: [any Refusal] = []
  private var open: Opening?
  /// Whether a record of the open statement was refused: its sum says nothing then.
  private var isSound = true

  private struct Opening {
    let account: BankAccountName
    let day: Day
    let balance: Cents
    let line: Int
    var lines: [BankLine] = []
  }

  init(file: String) { self.file = file }

  mutating func take(_ record: CfonbRecord) {
    do throws(BankRefusal) {
      // Blanks at the end are often cut off.
      guard (105...120).contains(record.bytes.count) else {
        throw .recordHasWrongLength(record.bytes.count)
      }
      let padding = [UInt8](repeating: 0x20, count: 120 - record.bytes.count)
      try read(CfonbRecord(bytes: record.bytes + padding, line: record.line))
    } catch {
      isSound = false
      faults.append(Located(error, at: Place(file: file, line: record.line)))
    }
  }

  func finish() throws(Refusals) -> [BankStatement] {
    var faults = faults
    if let open {
      faults.append(
        Located(BankRefusal.recordIsOutOfPlace("01"), at: Place(file: file, line: open.line)))
    }
    guard faults.isEmpty else { throw Refusals(faults) }
    guard !statements.isEmpty else {
      throw Refusals([Located(BankRefusal.fileHasNoStatement, at: Place(file: file))])
    }
    return statements
  }

  private mutating func read(_ record: CfonbRecord) throws(BankRefusal) {
    let kind = record.text(1...2)
    guard ["01", "04", "05", "07"].contains(kind) else { throw .recordIsUnknown(kind) }
    let account = record.account
    if kind == "01" {
      guard open == nil else { throw .recordIsOutOfPlace(kind) }
      isSound = true
      open = Opening(
        account: account, day: try day(record, 35...40), balance: try amount(record),
        line: record.line)
      return
    }
    guard let statement = open else { throw .recordIsOutOfPlace(kind) }
    guard statement.account == account else {
      throw .recordIsOfAnotherAccount(String(record.text(22...32).suffix(4)))
    }
    switch kind {
    case "04":
      let line = try movement(record)
      open?.lines.append(line)
    case "05": try detail(record)
    default: try close(statement, record)
    }
  }

  private func movement(_ record: CfonbRecord) throws(BankRefusal) -> BankLine {
    let valued = record.text(43...48)
    return BankLine(
      booked: try day(record, 35...40), valued: valued.isEmpty ? nil : try day(record, 43...48),
      amount: try amount(record), reference: record.text(105...120),
      bankReference: zeroless(record.text(82...88)), text: record.text(49...79), line: record.line)
  }

  /// More about the movement before it, by the kind of what is told.
  private mutating func detail(_ record: CfonbRecord) throws(BankRefusal) {
    guard let last = open?.lines.indices.last, var line = open?.lines[last] else {
      throw .recordIsOutOfPlace("05")
    }
    let told = record.text(49...118)
    switch record.text(46...48) {
    case "NPY", "NBE": line.party = told
    case "RCN":
      // Thirty-five characters are the other side's reference, the rest its purpose.
      line.reference = record.text(49...83)
      line.text = oneLine("\(line.text) \(record.text(84...118))")
    case "NPO", "NBU", "IPY", "IBE", "CPY", "CBE", "FEE", "MMO": break
    default: line.text = oneLine("\(line.text) \(told)")
    }
    open?.lines[last] = line
  }

  private mutating func close(_ opening: Opening, _ record: CfonbRecord) throws(BankRefusal) {
    open = nil
    let (day, balance) = (try day(record, 35...40), try amount(record))
    guard isSound else { return }
    statements.append(
      try BankStatement(
        format: .cfonb120, account: opening.account, name: "", openedOn: opening.day,
        closedOn: day, opening: opening.balance, closing: balance, lines: opening.lines,
        line: opening.line))
  }

  /// A date of six digits, DDMMYY: years from 80 on are of the last century.
  private func day(
    _ record: CfonbRecord, _ positions: ClosedRange<Int>
  ) throws(BankRefusal) -> Day {
    let text = record.text(positions)
    let parts = [0, 2, 4].compactMap { Int(text.dropFirst($0).prefix(2)) }
    guard text.utf8.count == 6, parts.count == 3, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let day = Day(
        year: parts[2] + (parts[2] < 80 ? 2000 : 1900), month: parts[1], day: parts[0])
    else { throw .elementIsMalformed("DDMMYY", text) }
    return day
  }

  /// The amount of a record: its decimals stand apart, its sign is in its last digit.
  private func amount(_ record: CfonbRecord) throws(BankRefusal) -> Cents {
    let currency = record.text(17...19)
    guard currency == "EUR" else { throw .currencyIsNotEuro(currency) }
    let told = try overpunched(record.slice(91...104))
    switch record.text(20...20) {
    case "2": return Cents(told)
    case "0": return Cents(told * 100)
    case "1": return Cents(told * 10)
    case "3" where told.isMultiple(of: 10): return Cents(told / 10)
    default: throw .elementIsMalformed("decimals", record.text(20...20))
    }
  }
}

/// Reads thirteen digits and a last one whose sign is punched over it: `{` and `A` to `I` are zero to
/// nine, `}` and `J` to `R` the same below zero.
///
/// - Throws: ``BankRefusal/amountIsNotOverpunched(_:)``.
/// - Source: CFONB, as above, "zone montant"; the zone punches of EBCDIC cards.
func overpunched(_ signs: ArraySlice<UInt8>) throws(BankRefusal) -> Int64 {
  func refusal() -> BankRefusal { .amountIsNotOverpunched(String(decoding: signs, as: UTF8.self)) }
  var value: Int64 = 0
  for byte in signs.dropLast() {
    // Blanks stand for zeros before the first digit.
    if byte == 0x20, value == 0 { continue }
    guard (48...57).contains(byte), value < 1_000_000_000_000_000 else { throw refusal() }
    value = value * 10 + Int64(byte - 48)
  }
  guard let last = signs.last else { throw refusal() }
  switch last {
  case UInt8(ascii: "{"): return value * 10
  case UInt8(ascii: "A")...UInt8(ascii: "I"): return value * 10 + Int64(last - 64)
  case UInt8(ascii: "}"): return -value * 10
  case UInt8(ascii: "J")...UInt8(ascii: "R"): return -(value * 10 + Int64(last - 73))
  default: throw refusal()
  }
}

/// A number without the zeros that fill it up; empty when there is nothing else.
private func zeroless(_ text: String) -> String { String(text.drop { $0 == "0" }) }
