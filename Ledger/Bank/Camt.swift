import Markup
import Units

/// Reads camt.053: every statement of the file, each whole and summed.
///
/// Entries that are pending or for information are passed over: they are in no balance.
///
/// - Returns: the statements in the order of the file.
/// - Throws: ``Refusals`` with every ``BankRefusal`` at its line, ``MarkupRefusal``.
/// - Complexity: O(bytes).
/// - Source: ISO 20022, camt.053.001.02 and camt.053.001.08, BankToCustomerStatement.
public func readCamt(_ bytes: [UInt8], file: String) throws -> [BankStatement] {
  var reader = CamtReader(file: file)
  try readMarkup(bytes, file: file, whole: 3) { piece in try reader.take(piece) }
  return try reader.finish()
}

/// What was read so far of a document.
private struct CamtReader {
  private let file: String
  private var statements: [BankStatement] = []
  private var faults: [any Refusal] = []
  private var open: OpenStatement?
  private var depth = 0

  init(file: String) { self.file = file }

  /// What is known of the statement being read.
  private struct OpenStatement {
    let line: Int
    var parts: [Element] = []
    var lines: [BankLine] = []
    var isSound = true
  }

  mutating func take(_ piece: MarkupPiece) throws {
    switch piece {
    case .opened(let element):
      depth += 1
      if depth == 1 { try checkKind(element) }
      if depth == 3, element.name == "Stmt" { open = OpenStatement(line: element.line) }
    case .closed(let name):
      depth -= 1
      if name == "Stmt", let statement = open {
        close(statement)
        open = nil
      }
    case .whole(let element):
      guard open != nil else { return }
      if element.name == "Ntry" { takeEntry(element) } else { open?.parts.append(element) }
    }
  }

  func finish() throws -> [BankStatement] {
    guard faults.isEmpty else { throw Refusals(faults) }
    guard !statements.isEmpty else {
      throw Located(BankRefusal.fileHasNoStatement, at: Place(file: file))
    }
    return statements
  }

  /// Versions 2 to 8 name what is read here alike.
  private func checkKind(_ root: Element) throws {
    let known = (2...8).map { "urn:iso:std:iso:20022:tech:xsd:camt.053.001.0\($0)" }
    guard root.name == "Document", known.contains(root.namespace) else {
      let kind = root.namespace.split(separator: ":").last.map(String.init) ?? root.name
      throw Located(BankRefusal.messageIsUnknown(kind), at: Place(file: file, line: root.line))
    }
  }

  private mutating func takeEntry(_ entry: Element) {
    let status = entry.at("Sts").map { $0.at("Cd")?.text ?? $0.text }
    guard status == nil || status == "BOOK" else { return }
    do throws(Located) {
      let line = try bankLine(entry)
      open?.lines.append(line)
    } catch {
      faults.append(error)
      open?.isSound = false
    }
  }

  private mutating func close(_ statement: OpenStatement) {
    guard statement.isSound else { return }
    do throws(Located) { statements.append(try whole(statement)) } catch { faults.append(error) }
  }

  private func whole(_ statement: OpenStatement) throws(Located) -> BankStatement {
    let root = Parts(file: file, line: statement.line, elements: statement.parts)
    let balances = root.all("Bal")
    func balance(_ codes: String...) -> Element? {
      balances.first { codes.contains($0.at("Tp", "CdOrPrtry", "Cd")?.text ?? "") }
    }
    guard let opening = balance("OPBD") ?? balance("PRCD") else { throw root.missing("Bal/OPBD") }
    guard let closing = balance("CLBD") else { throw root.missing("Bal/CLBD") }
    let account = root.first("Acct")
    if let currency = account?.at("Ccy"), currency.text != "EUR" {
      throw located(.currencyIsNotEuro(currency.text), currency)
    }
    let name = root.first("Id")?.text ?? root.first("ElctrncSeqNb")?.text ?? ""
    let (openedOn, openedWith) = (try day(of: opening, "Dt"), try amount(opening))
    let (closedOn, closedWith) = (try day(of: closing, "Dt"), try amount(closing))
    do throws(BankRefusal) {
      return try BankStatement(
        format: .camt053, account: accountName(account), name: name, openedOn: openedOn,
        closedOn: closedOn, opening: openedWith, closing: closedWith, lines: statement.lines,
        line: statement.line)
    } catch { throw located(error, closing) }
  }

  private func accountName(_ account: Element?) -> BankAccountName {
    if let iban = account?.at("Id", "IBAN")?.text, !iban.isEmpty { return .iban(iban) }
    guard let other = account?.at("Id", "Othr", "Id")?.text, !other.isEmpty else { return .untold }
    return .domestic(bank: "", branch: "", number: other)
  }

  private func bankLine(_ entry: Element) throws(Located) -> BankLine {
    let isCredit = try isCredit(entry)
    let booked = try day(of: entry, entry.at("BookgDt") == nil ? "ValDt" : "BookgDt")
    let details = entry.all("NtryDtls").flatMap { $0.all("TxDtls") }
    let batch = entry.at("NtryDtls", "Btch")
    // Of a batch the entry tells the sum, and only what all its payments share names it.
    let one = details.count == 1 ? details[0] : nil
    let references =
      [
        one?.at("Refs", "EndToEndId"), batch?.at("PmtInfId"), one?.at("Refs", "PmtInfId"),
        batch?.at("MsgId"), one?.at("Refs", "InstrId"), entry.at("NtryRef"),
      ].compactMap { $0?.text }.filter { !$0.isEmpty && $0 != "NOTPROVIDED" }
    let remittance = details.prefix(20).flatMap { $0.all("RmtInf") }
      .flatMap { $0.all("Ustrd") + $0.descendants("Ref") }.map(\.text)
    return BankLine(
      booked: booked, valued: entry.at("ValDt") == nil ? nil : try day(of: entry, "ValDt"),
      amount: try amount(entry), reference: references.first ?? "",
      bankReference: entry.at("AcctSvcrRef")?.text ?? one?.at("Refs", "AcctSvcrRef")?.text ?? "",
      party: one.map { party($0, isCredit: isCredit) } ?? "",
      text: oneLine(
        (remittance + [entry.at("AddtlNtryInf")?.text ?? ""] + references.dropFirst())
          .filter { !$0.isEmpty }.joined(separator: " · ")),
      line: entry.line)
  }

  /// The other side: who paid what came in, who got what went out.
  private func party(_ details: Element, isCredit: Bool) -> String {
    let side = isCredit ? "Dbtr" : "Cdtr"
    let ultimate = details.at("RltdPties", "Ultmt\(side)")
    let near = details.at("RltdPties", side)
    // Version 8 puts another element around the name.
    return oneLine(
      [near, ultimate].compactMap { $0?.descendants("Nm").first?.text }.first ?? "")
  }

  private func isCredit(_ element: Element) throws(Located) -> Bool {
    guard let sign = element.at("CdtDbtInd") else { throw missing("CdtDbtInd", in: element) }
    switch sign.text {
    case "CRDT": return true
    case "DBIT": return false
    default: throw located(.elementIsMalformed("CdtDbtInd", sign.text), sign)
    }
  }

  private func amount(_ element: Element) throws(Located) -> Cents {
    guard let told = element.at("Amt") else { throw missing("Amt", in: element) }
    let currency = told.attributes["Ccy"] ?? ""
    guard currency == "EUR" else { throw located(.currencyIsNotEuro(currency), told) }
    // Zeros behind the cents say nothing.
    var text = told.text
    if let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) {
      while text.hasSuffix("0"), text.utf8.distance(from: point, to: text.utf8.endIndex) > 3 {
        text.removeLast()
      }
    }
    guard let cents = try? parseFixed(text, decimals: 2), cents >= 0 else {
      throw located(.elementIsMalformed("Amt", told.text), told)
    }
    return try isCredit(element) ? Cents(cents) : Cents(-cents)
  }

  /// The day an element tells, by itself or with a time, as it was written.
  private func day(of element: Element, _ name: String) throws(Located) -> Day {
    guard let date = element.at(name) else { throw missing(name, in: element) }
    let text = date.at("Dt")?.text ?? date.at("DtTm")?.text ?? date.text
    guard let day = try? Day(String(text.prefix(10))) else {
      throw located(.elementIsMalformed(name, text), date)
    }
    return day
  }

  private func missing(_ name: String, in element: Element) -> Located {
    located(.elementIsMissing("\(element.name)/\(name)"), element)
  }

  private func located(_ refusal: BankRefusal, _ element: Element) -> Located {
    Located(refusal, at: Place(file: file, line: element.line))
  }
}

/// What stands beside the entries of a statement.
private struct Parts {
  let file: String
  let line: Int
  let elements: [Element]

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
  func first(_ name: String) -> Element? { elements.first { $0.name == name } }
  func missing(_ name: String) -> Located {
    Located(BankRefusal.elementIsMissing(name), at: Place(file: file, line: line))
  }
}

/// Text on one line, its blanks single.
func oneLine(_ text: String) -> String {
  guard !isOneLine(text.utf8) else { return text }
  return text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
}

/// Whether nothing would change: plain letters parted by single spaces.
private func isOneLine(_ text: String.UTF8View) -> Bool {
  var last: UInt8 = 0x20
  for byte in text {
    // No-break and other wide spaces begin with C2, E1, E2 or E3; what they are is not looked into here.
    if byte < 0x20 || byte == 0x7F || byte == 0xC2 || (0xE1...0xE3).contains(byte) { return false }
    if byte == 0x20, last == 0x20 { return false }
    last = byte
  }
  return last != 0x20 || text.isEmpty
}
