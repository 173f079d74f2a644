public import Journal
import Units

/// Writes a tax file line by line: tab, CR LF, UTF-8 without mark, eighteen columns.
///
/// The caller hands over the opening entries first, then the others in the order of their numbers.
/// Memorandum lines are no part of the accounts and are left out. An entry is numbered in the one
/// sequence of its year, followed by the code of its journal: readers that expect a sequence a journal
/// must not take the one sequence for several with gaps.
/// - Source: LPF, art. A47 A-1, VI, VII and XII.
public struct FECWriter {
  /// The records written, without the heading.
  public private(set) var rows = 0
  private var bytes: [UInt8] = []
  private let names: BookNames
  private var entry: JournalLine.Heading?
  /// What every line of the entry repeats: columns 1 to 4, 9 to 11, and 16.
  private var before: [UInt8] = []
  private var between: [UInt8] = []
  private var validated: [UInt8] = []
  private var accounts: [String: [UInt8]] = [:]
  private var auxiliaries: [String: [UInt8]] = [:]

  /// A file with its heading.
  public init(names: BookNames) {
    self.names = names
    bytes.append(FECColumn.allCases.map(\.name).joined(separator: "\t") + "\r\n")
  }

  /// How many bytes wait to be taken.
  public var pending: Int { bytes.count }

  /// Hands over what was written since the last time.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Writes a line.
  public mutating func append(_ line: JournalLine) {
    let posting = line.posting
    guard line.journal != .memorandum, posting.unit == .cents else { return }
    if entry != line.entry { begin(line.entry) }
    rows += 1
    bytes += before
    bytes += account(posting.account)
    bytes += auxiliary(posting.analysis.auxiliary)
    bytes += between
    bytes.append(cents: posting.debit, mark: UInt8(ascii: ","))
    bytes.append(.tab)
    bytes.append(cents: posting.credit, mark: UInt8(ascii: ","))
    bytes.append(.tab)
    if let letters = line.letters {
      bytes.append(letters.code)
      bytes.append(.tab)
      bytes.append(compact: letters.day)
    } else {
      bytes.append(.tab)
    }
    bytes.append(.tab)
    bytes += validated
  }

  private mutating func begin(_ heading: JournalLine.Heading) {
    entry = heading
    let label = names.journals[heading.journal] ?? heading.journal.rawValue
    let code = heading.journal.rawValue
    before = Array("\(code)\t\(label)\t\(heading.reference.number)-\(code)\t".utf8)
    before.append(compact: heading.date)
    before.append(.tab)
    between = Array("\(plain(heading.voucher))\t".utf8)
    between.append(compact: heading.voucherDate)
    between.append("\t\(plain(heading.label))\t")
    validated = []
    validated.append(compact: ParisTime.day(of: heading.validatedAt))
    validated.append("\t\t\r\n")
  }

  private mutating func account(_ number: String) -> [UInt8] {
    if let known = accounts[number] { return known }
    let label = plain(names.accounts[number] ?? "")
    let written = Array("\(number)\t\(label)\t".utf8)
    accounts[number] = written
    return written
  }

  private mutating func auxiliary(_ name: String?) -> [UInt8] {
    guard let name else { return [.tab, .tab] }
    if let known = auxiliaries[name] { return known }
    let (number, label) = names.auxiliary(name)
    let written = Array("\(plain(number))\t\(plain(label))\t".utf8)
    auxiliaries[name] = written
    return written
  }
}
