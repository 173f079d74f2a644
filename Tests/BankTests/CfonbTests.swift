@testable import Bank
import TestSupport
import Testing
import Units

/// The 120 characters of French banks.
@Suite struct CfonbTests {
  /// The published code of signs, all twenty of them, and what it is not.
  static let signs: [(text: String, value: Int64?)] = [
    ("0000000000012{", 120), ("0000000000012A", 121), ("0000000000012B", 122),
    ("0000000000012C", 123), ("0000000000012D", 124), ("0000000000012E", 125),
    ("0000000000012F", 126), ("0000000000012G", 127), ("0000000000012H", 128),
    ("0000000000012I", 129), ("0000000000012}", -120), ("0000000000012J", -121),
    ("0000000000012K", -122), ("0000000000012L", -123), ("0000000000012M", -124),
    ("0000000000012N", -125), ("0000000000012O", -126), ("0000000000012P", -127),
    ("0000000000012Q", -128), ("0000000000012R", -129), ("            0{", 0),
    ("9999999999999R", -99_999_999_999_999), ("00000000000120", nil), ("0000000000012S", nil),
    ("0000000-00012A", nil), ("", nil),
  ]

  @Test(arguments: signs) func amountsAreOverpunched(text: String, value: Int64?) {
    let found = try? overpunched(Array(text.utf8)[...])
    #expect(found == value)
  }

  private let file = [
    cfonbRecord("01", "311224", "10000{"),
    cfonbRecord(
      "04", "100125", "2500{",
      texts: [43: "110125", 49: "VIR RECU VILLE", 82: "0000123", 105: "FA-12"]),
    cfonbRecord("05", "100125", texts: [46: "NPY", 49: "VILLE D'ESSAI"]),
    cfonbRecord("05", "100125", texts: [46: "LCC", 49: "FACTURE 12"]),
    cfonbRecord("04", "150125", "99R", texts: [49: "FRAIS"]),
    cfonbRecord("07", "310125", "11500A"),
  ]

  @Test func aStatementIsRead() throws {
    // 100000 + 25000 − 999 = 124001, told in hundredths.
    let lines = file.dropLast() + [cfonbRecord("07", "310125", "12400A")]
    let bytes = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    let statement = try #require(try readBankFile(bytes, file: "releve.txt").first)
    #expect(
      statement.account == .domestic(bank: "30004", branch: "00003", number: "12345678901"))
    #expect(statement.opening == Cents(100_000) && statement.closing == Cents(124_001))
    #expect(try statement.closedOn == Day("2025-01-31"))
    #expect(statement.lines.map(\.amount) == [Cents(25_000), Cents(-999)])
    let first = statement.lines[0]
    #expect(first.party == "VILLE D'ESSAI" && first.text == "VIR RECU VILLE FACTURE 12")
    #expect(first.reference == "FA-12" && first.bankReference == "123" && first.line == 2)
    #expect(try first.valued == Day("2025-01-11"))
    // The same without line ends, with blanks cut off, and in two statements of two accounts.
    let bare = try readBankFile(Array(lines.joined().utf8), file: "releve.txt")
    #expect(bare[0].lines.map(\.amount) == statement.lines.map(\.amount))
    let twice = lines + lines.map { $0.replacing("12345678901", with: "98765432109") }
    let both = try readBankFile(Array(twice.joined(separator: "\n").utf8), file: "f")
    #expect(both.count == 2 && both[0].account != both[1].account)
  }

  @Test func lettersBeyondASCIIAreLatin() throws {
    let lines = file.dropLast() + [cfonbRecord("07", "310125", "12400A")]
    var bytes = Array(lines.joined(separator: "\n").utf8)
    // The second record's label, of which one letter is É in ISO 8859-1.
    bytes[121 + 48] = 0xC9
    #expect(try readBankFile(bytes, file: "f")[0].lines[0].text.hasPrefix("ÉIR"))
  }

  static let opening = cfonbRecord("01", "311224", "1{")
  static let refused: [(lines: [String], refusal: BankRefusal, line: Int)] = [
    ([opening, "01"], .recordHasWrongLength(2), 2),
    ([opening, cfonbRecord("09", "010125")], .recordIsUnknown("09"), 2),
    (["0130004", cfonbRecord("04", "010125", "1A")], .recordHasWrongLength(7), 1),
    ([opening, opening], .recordIsOutOfPlace("01"), 2),
    ([opening, cfonbRecord("05", "010125")], .recordIsOutOfPlace("05"), 2),
    ([opening, cfonbRecord("04", "010125", "12")], .amountIsNotOverpunched("00000000000012"), 2),
    ([opening, cfonbRecord("04", "320125", "1A")], .elementIsMalformed("DDMMYY", "320125"), 2),
    (
      [opening, cfonbRecord("04", "010125", "1A", currency: "USD")],
      BankRefusal.currencyIsNotEuro("USD"), 2
    ),
    (
      [opening, cfonbRecord("04", "010125", "1A", decimals: "7")],
      .elementIsMalformed("decimals", "7"), 2
    ),
    (
      [opening, cfonbRecord("04", "010125", "1A", account: "00000009999")],
      .recordIsOfAnotherAccount("9999"), 2
    ),
    (
      [opening, cfonbRecord("07", "310125", "1A")],
      .statementDoesNotAddUp(
        "", opening: Cents(10), movements: Cents(0), closing: Cents(11)), 2
    ),
    ([opening], .recordIsOutOfPlace("01"), 1),
  ]

  @Test(arguments: refused)
  func eachFaultIsToldByItsLine(lines: [String], refusal: BankRefusal, line: Int) throws {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let error = #expect(throws: Refusals.self) { try readBankFile(bytes, file: "f") }
    let located = try #require(error?.all.first as? Located)
    #expect(located.reason as? BankRefusal == refusal && located.place.line == line)
  }
}
