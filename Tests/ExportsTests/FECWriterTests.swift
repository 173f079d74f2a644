import Exports
import Journal
import Testing
import Units

@Suite struct FECWriterTests {
  private let names = BookNames(
    accounts: ["411000": "Clients", "701000": "Ventes | d'électricité\t", "512100": "Banque"],
    journals: [.sales: "Ventes"], kinds: ["member": "Associé", "buyer": "Acheteur"])

  private func records(_ lines: [JournalLine], _ names: BookNames? = nil) -> [[String]] {
    var writer = FECWriter(names: names ?? self.names)
    for line in lines { writer.append(line) }
    let text = String(decoding: writer.take(), as: UTF8.self)
    #expect(text.utf8.count(where: { $0 == 10 }) == text.utf8.count(where: { $0 == 13 }))
    #expect(text.hasSuffix("\r\n"))
    return text.split(separator: "\r\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `a line becomes eighteen columns`() throws {
    let analysis = Analysis(auxiliary: "buyer:edf", site: "nord")
    var lines = try Lines.entry(
      57, "2025-03-01", .sales, label: "Vente", voucher: "V-9",
      .debit("411000", Cents(123_405), analysis), .credit("701000", Cents(123_405)))
    lines[0] = try Lines.lettered(lines[0], "AA", "2025-04-02")
    let records = records(lines)
    #expect(records[0] == FECText.heading)
    #expect(
      records[1] == [
        "VE", "Ventes", "57-VE", "20250301", "411000", "Clients", "buyer:edf", "Acheteur edf",
        "V-9",
        "20250228", "Vente", "1234,05", "0,00", "AA", "20250402", "20250302", "", "",
      ])
    #expect(
      records[2] == [
        "VE", "Ventes", "57-VE", "20250301", "701000", "Ventes d'électricité", "", "", "V-9",
        "20250228", "Vente", "0,00", "1234,05", "", "", "20250302", "", "",
      ])
  }

  @Test(arguments: [
    (1, "0,01"), (10, "0,10"), (100, "1,00"), (99_999, "999,99"),
    (100_000_000_000, "1000000000,00"),
    (Int64.max, "92233720368547758,07"),
  ]) func `cents are written with a comma and two decimals`(cents: Int64, text: String) throws {
    let lines = try Lines.entry(
      1, "2025-03-01", .sales, Posting(.debit, "512100", cents, .cents),
      Posting(.credit, "701000", cents, .cents))
    #expect(records(lines)[1][11] == text)
  }

  @Test func `a member is a number, and a name only where names are given`() throws {
    let lines = try Lines.entry(
      1, "2025-03-01", .sales, .debit("411000", Cents(1), Analysis(auxiliary: "member:M0042")),
      .credit("701000", Cents(1), Analysis(auxiliary: "autre:x")))
    #expect(
      records(lines).dropFirst().map { $0[6...7] } == [
        ["M0042", "Associé M0042"], ["autre:x", "autre x"],
      ])
    var named = names
    named.auxiliaries["member:M0042"] = "Durand\tAnne"
    #expect(records(lines, named)[1][6...7] == ["M0042", "Durand Anne"])
  }

  @Test(arguments: [
    ("Loyer\tde|mars", "Loyer de mars"), ("a\r\nb", "a b"), ("  a  b ", "a b"),
    ("a\u{1}b\u{7F}c\u{85}d\u{2028}e", "a b c d e"), ("l'été : œuf – 3 €", "l'été : œuf – 3 €"),
    ("a\u{A0}b", "a\u{A0}b"),
  ]) func `labels lose what would break the file, and nothing else`(
    label: String, written: String
  ) throws {
    let lines = try Lines.entry(
      1, "2025-03-01", .sales, label: label, .debit("411000", Cents(1)),
      .credit("701000", Cents(1)))
    #expect(records(lines)[1][10] == written)
  }

  @Test func `memorandum lines stay outside`() throws {
    let lines = try Lines.entry(
      1, "2025-03-01", .memorandum, Posting(.debit, "911000", 5, .wh),
      Posting(.credit, "912000", 5, .wh))
    #expect(records(lines).count == 1)
  }
}
