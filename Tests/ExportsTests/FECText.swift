import Exports
import Testing
import Units

/// A small tax file as text, to be spoiled one way at a time.
struct FECText {
  static let name = "012345674FEC20251231.txt"
  static let year = Period(
    first: Month(year: 2025, monthOfYear: 1).first, last: Month(year: 2025, monthOfYear: 12).last)

  /// The records, heading first; each is its eighteen fields.
  var records: [[String]]
  var separator = "\t"
  var lineEnd = "\r\n"
  var prefix = ""

  static let heading =
    ("JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib "
    + "PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise "
    + "Idevise").split(separator: " ").map(String.init)

  /// A sound file: an opening entry, a sale, a settlement that is lettered.
  static let sound = FECText(records: [
    heading,
    record("AN", 1, "20250101", "512100", "10,00", "0,00"),
    record("AN", 1, "20250101", "101310", "0,00", "10,00"),
    record("VE", 2, "20250131", "411000", "12345,67", "0,00", letter: "AA"),
    record("VE", 2, "20250131", "701000", "0,00", "12345,67"),
    record("BQ", 3, "20250228", "512100", "12345,67", "0,00"),
    record("BQ", 3, "20250228", "411000", "0,00", "12345,67", letter: "AA"),
    record("AC", 4, "20250301", "613200", "100,05", "0,00"),
    record("AC", 4, "20250301", "401000", "0,00", "100,05"),
  ])

  static func record(
    _ journal: String, _ number: Int, _ date: String, _ account: String, _ debit: String,
    _ credit: String, letter: String = ""
  ) -> [String] {
    let auxiliary = account.hasPrefix("4") ? ("T-\(account)", "Tiers \(account)") : ("", "")
    return [
      journal, "Journal \(journal)", "\(number)", date, account, "Compte \(account)", auxiliary.0,
      auxiliary.1, "P-\(number)", date, "Écriture \(number)", debit, credit, letter,
      letter.isEmpty ? "" : "20250315", "20250401", "", "",
    ]
  }

  var bytes: [UInt8] {
    Array((prefix + records.map { $0.joined(separator: separator) + lineEnd }.joined()).utf8)
  }

  /// The file with fields changed: record, column, new text.
  func with(_ changes: (Int, FECColumn, String)...) -> FECText {
    var text = self
    for (record, column, value) in changes { text.records[record][column.rawValue] = value }
    return text
  }

  func edited(_ edit: (inout FECText) -> Void) -> FECText {
    var text = self
    edit(&text)
    return text
  }

  /// Examined in pieces of so many bytes.
  func report(
    name: String = FECText.name, year: Period? = FECText.year, result: Cents? = nil,
    pieces: Int = 4096
  ) -> FECReport {
    var checker = FECChecker(name: name, year: year, result: result)
    let all = bytes
    for start in stride(from: 0, to: all.count, by: pieces) {
      checker.add(Array(all[start..<min(start + pieces, all.count)]))
    }
    return checker.finish()
  }
}

extension FECText: CustomTestStringConvertible {
  var testDescription: String { "a file of \(records.count) records" }
}
