import Bank
import Testing
import Units

/// camt.053 in both versions, and every fault by its line.
@Suite struct CamtTests {
  private func read(_ bytes: [UInt8]) throws -> [BankStatement] {
    try readBankFile(bytes, file: "releve.xml")
  }

  private let opening = Files.balance("OPBD", "1000.00", "2025-01-01")

  @Test func aStatementOfVersionTwoIsRead() throws {
    let text = Files.statement(
      opening + Files.balance("CLBD", "1149.5", "2025-01-31")
        + Files.entry(
          "250.00", "CRDT", "2025-01-10", more: "<AcctSvcrRef>B1</AcctSvcrRef>",
          details: "<Refs><EndToEndId>FA-12</EndToEndId></Refs><RltdPties><Dbtr><Nm>Ville</Nm>"
            + "</Dbtr></RltdPties><RmtInf><Ustrd>Facture 12</Ustrd><Ustrd> solde </Ustrd></RmtInf>")
        + Files.entry("9.99", "CRDT", "2025-01-11", status: "<Sts>PDNG</Sts>")
        + Files.entry("100.50000", "DBIT", "2025-01-12", more: "<AddtlNtryInf>FRAIS</AddtlNtryInf>")
    )
    let statement = try #require(try read(Files.camt(text)).first)
    #expect(statement.account == .iban(Files.iban) && statement.name == "S1")
    #expect(statement.opening == Cents(100_000) && statement.closing == Cents(114_950))
    #expect(try statement.closedOn == Day("2025-01-31") && statement.openedOn == Day("2025-01-01"))
    #expect(statement.lines.map(\.amount) == [Cents(25_000), Cents(-10_050)])
    let first = statement.lines[0]
    #expect(first.reference == "FA-12" && first.bankReference == "B1" && first.party == "Ville")
    #expect(first.text == "Facture 12 · solde" && statement.lines[1].text == "FRAIS")
  }

  @Test func aStatementOfVersionEightIsRead() throws {
    let booked = "<Sts><Cd>BOOK</Cd></Sts>"
    let text = Files.statement(
      Files.balance("PRCD", "0.00", "2025-01-01") + Files.balance("CLBD", "5.00", "2025-01-31")
        + Files.entry(
          "10.00", "CRDT", "2025-01-10", status: booked,
          details: "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr><Pty>"
            + "<Nm>Ferme</Nm></Pty></Dbtr></RltdPties>")
        + Files.entry(
          "5.00", "DBIT", "2025-01-10", status: booked,
          details: "<RltdPties><Dbtr><Pty><Nm>Nous</Nm></Pty></Dbtr><Cdtr><Pty><Nm>Eux</Nm></Pty>"
            + "</Cdtr></RltdPties>"))
    let statement = try #require(try read(Files.camt(text, version: "08")).first)
    #expect(statement.lines.map(\.party) == ["Ferme", "Eux"])
    #expect(statement.lines[0].reference == "")
  }

  @Test func aBatchIsOneMovementUnderItsOwnReference() throws {
    let batch = """
      <Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
      <BookgDt><DtTm>2025-06-30T23:59:00+02:00</DtTm></BookgDt>
      <NtryDtls><Btch><PmtInfId>DIV-2025</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>
      <TxDtls><Refs><EndToEndId>DIV-2025-M0001</EndToEndId></Refs></TxDtls>
      <TxDtls><Refs><EndToEndId>DIV-2025-M0002</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
      """
    let text = Files.statement(
      opening + Files.balance("CLBD", "970.00", "2025-06-30") + batch)
    let line = try #require(try read(Files.camt(text)).first?.lines.first)
    #expect(line.reference == "DIV-2025" && line.party == "" && line.amount == Cents(-3000))
    #expect(try line.booked == Day("2025-06-30"))
  }

  @Test func severalAccountsInOneFile() throws {
    let one = opening + Files.balance("CLBD", "1000.00", "2025-01-31")
    let text =
      Files.statement(one)
      + Files.statement(
        Files.balance("OPBD", "7.00", "2025-01-01", "DBIT")
          + Files.balance("CLBD", "7.00", "2025-01-31", "DBIT"), iban: "FR00")
    let statements = try read(Files.camt(text))
    #expect(statements.map(\.account) == [.iban(Files.iban), .iban("FR00")])
    #expect(statements[1].opening == Cents(-700) && statements[1].lines.isEmpty)
  }

  static let good = Files.balance("OPBD", "1000.00", "2025-01-01")
  static let closing = Files.balance("CLBD", "1010.00", "2025-01-31")

  static let refused: [(parts: String, refusal: BankRefusal)] = [
    (
      good + closing + Files.entry("9.99", "CRDT", "2025-01-10"),
      .statementDoesNotAddUp(
        "S1", opening: Cents(100_000), movements: Cents(999), closing: Cents(101_000))
    ),
    (good + Files.entry("10.00", "CRDT", "2025-01-10"), .elementIsMissing("Bal/CLBD")),
    (closing + Files.entry("10.00", "CRDT", "2025-01-10"), .elementIsMissing("Bal/OPBD")),
    (
      good + closing + Files.entry("10.00", "PLUS", "2025-01-10"),
      .elementIsMalformed("CdtDbtInd", "PLUS")
    ),
    (
      good + closing + Files.entry("10.001", "CRDT", "2025-01-10"),
      .elementIsMalformed("Amt", "10.001")
    ),
    (
      good + closing + Files.entry("-10.00", "CRDT", "2025-01-10"),
      .elementIsMalformed("Amt", "-10.00")
    ),
    (
      good + closing + Files.entry("10.00", "CRDT", "2025-02-30"),
      .elementIsMalformed("BookgDt", "2025-02-30")
    ),
    (
      good + closing
        + Files.entry("10.00", "CRDT", "2025-01-10").replacing("\"EUR\"", with: "\"USD\""),
      BankRefusal.currencyIsNotEuro("USD")
    ),
    (
      good + closing + "<Ntry><Amt Ccy=\"EUR\">1</Amt></Ntry>",
      .elementIsMissing("Ntry/CdtDbtInd")
    ),
  ]

  @Test(arguments: refused)
  func eachFaultIsTold(parts: String, refusal: BankRefusal) throws {
    let bytes = Files.camt(Files.statement(parts))
    let error = #expect(throws: Refusals.self) { try read(bytes) }
    let located = try #require(error?.all.first as? Located)
    #expect(located.reason as? BankRefusal == refusal)
    #expect((located.place.line ?? 0) > 1)
  }

  @Test func everyFaultOfAFileIsTold() throws {
    let parts =
      Self.good + Self.closing + Files.entry("x", "CRDT", "2025-01-10")
      + Files.entry("1.00", "CRDT", "2025-13-10")
    let error = #expect(throws: Refusals.self) { try read(Files.camt(Files.statement(parts))) }
    #expect(error?.all.map(\.code) == ["bank-element-is-malformed", "bank-element-is-malformed"])
  }

  @Test func otherDocumentsAreRefused() {
    for (bytes, code) in [
      (Files.camt(Files.statement(""), version: "12"), "bank-message-is-unknown"),
      (Array("<html><body>login</body></html>".utf8), "bank-message-is-unknown"),
      (Files.camt(""), "file-has-no-statement"), ([], "bank-format-is-unknown"),
    ] {
      let error = #expect(throws: (any Error).self) { try read(bytes) }
      #expect((error as? any Refusal)?.code == code)
    }
  }
}
