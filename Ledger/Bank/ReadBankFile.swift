public import Units

/// Reads a bank's file, whichever of the formats it is in.
///
/// The format is told from the content: a document begins with `<`, the records of 120 characters with
/// `01` and a bank's code; everything else is a table.
///
/// - Parameters:
///   - hints: the balances of a table that tells none.
///   - known: the balance at which the book's own lines end.
/// - Throws: ``BankRefusal``, ``MarkupRefusal`` and those of tables, at their lines.
public func readBankFile(
  _ bytes: [UInt8], file: String, hints: BankTableHints = BankTableHints(), known: Cents? = nil
) throws -> [BankStatement] {
  let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
  let mark = marks.first(where: bytes.starts)
  let rest = bytes.dropFirst(mark?.count ?? 0)
  let first = rest.first { ![0, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
  guard let first else { throw Located(BankRefusal.formatIsUnknown, at: Place(file: file)) }
  if first == UInt8(ascii: "<") { return try readCamt(bytes, file: file) }
  let opening = rest.prefix(7)
  let isRecord =
    opening.count == 7 && opening.starts(with: Array("01".utf8))
    && opening.allSatisfy { (48...57).contains($0) }
  if isRecord { return try readCfonb(Array(rest), file: file) }
  return [try readBankTable(bytes, file: file, hints: hints, known: known)]
}
