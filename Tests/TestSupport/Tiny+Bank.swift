extension Tiny {
  /// What the bank of the tiny cooperative says, month by month and format by format, by file name.
  public static let bank: [(name: String, text: String)] = [
    (
      "compte.toml",
      """
      [[bank_account]]
      id = "courant"
      iban = "FR76 3000 4000 0312 3456 7890 143"
      account = "512100"
      valid_from = 2025-02-01

      """
    ),
    ("2025-01.xml", camt("02", "2025-01-31", opening: "0.00", closing: "25600.00", january)),
    ("2025-02.xml", camt("08", "2025-02-28", opening: "25600.00", closing: "25204.29", february)),
    ("2025-03.txt", cfonb), ("2025-04.csv", april(balance: "24 506,79")),
    ("faux.xml", camt("08", "2025-02-28", opening: "25600.00", closing: "25204.30", february)),
    ("trou.csv", april(balance: "24 506,78")),
  ]

  private struct Movement {
    let amount: String
    let sign: String
    let day: String
    let party: String
    let text: String

    init(_ amount: String, _ sign: String, _ day: String, _ party: String, _ text: String) {
      (self.amount, self.sign, self.day) = (amount, sign, day)
      (self.party, self.text) = (party, text)
    }
  }

  private static let january = [
    Movement("3500.00", "CRDT", "2025-01-02", "ASSOCIE UN", "VIR SEPA BS-1"),
    Movement("1550.00", "CRDT", "2025-01-02", "ASSOCIE DEUX", "VIR SEPA BS-2"),
    Movement("20000.00", "CRDT", "2025-01-15", "VILLE D'ESSAI", "DEBLOCAGE PRET-1"),
    Movement("550.00", "CRDT", "2025-01-18", "ASSOCIE TROIS", "VIR SEPA BS-3"),
  ]

  /// An invoice paid, an instalment, and a fee taken twice on one day.
  private static let february = [
    Movement("43.21", "DBIT", "2025-02-05", "VILLE D'ESSAI", "VIR ASS-1"),
    Movement("347.50", "DBIT", "2025-02-15", "VILLE D'ESSAI", "ECHEANCE PRET"),
    Movement("2.50", "DBIT", "2025-02-20", "", "COTISATION CARTE"),
    Movement("2.50", "DBIT", "2025-02-20", "", "COTISATION CARTE"),
  ]

  /// A statement of camt.053; version 08 tells parties one level deeper than 02.
  private static func camt(
    _ version: String, _ last: String, opening: String, closing: String, _ movements: [Movement]
  ) -> String {
    func balance(_ code: String, _ amount: String, _ day: String) -> String {
      """
      <Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(amount)</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>\(day)</Dt></Dt></Bal>

      """
    }
    let status = version == "02" ? "<Sts>BOOK</Sts>" : "<Sts><Cd>BOOK</Cd></Sts>"
    let entries = movements.map { one in
      let side = one.sign == "CRDT" ? "Dbtr" : "Cdtr"
      let name =
        version == "02"
        ? "<\(side)><Nm>\(one.party)</Nm></\(side)>"
        : "<\(side)><Pty><Nm>\(one.party)</Nm></Pty></\(side)>"
      return """
        <Ntry><Amt Ccy="EUR">\(one.amount)</Amt><CdtDbtInd>\(one.sign)</CdtDbtInd>\(status)
        <BookgDt><Dt>\(one.day)</Dt></BookgDt><ValDt><Dt>\(one.day)</Dt></ValDt>
        <NtryDtls><TxDtls><RltdPties>\(name)</RltdPties>
        <RmtInf><Ustrd>\(one.text)</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>

        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(version)"><BkToCstmrStmt>
      <GrpHdr><MsgId>M</MsgId><CreDtTm>\(last)T20:00:00</CreDtTm></GrpHdr>
      <Stmt><Id>\(last)</Id><CreDtTm>\(last)T20:00:00</CreDtTm>
      <Acct><Id><IBAN>FR7630004000031234567890143</IBAN></Id><Ccy>EUR</Ccy></Acct>
      \(balance("OPBD", opening, last.dropLast(2) + "01"))\(balance("CLBD", closing, last))\(entries.joined())</Stmt>
      </BkToCstmrStmt></Document>

      """
  }

  /// March, in lines of 120 characters: an instalment and a fee.
  private static let cfonb = [
    cfonbRecord("01", "280225", "252042I"),
    cfonbRecord("04", "150325", "3475}", texts: [49: "ECHEANCE PRET"]),
    cfonbRecord("04", "200325", "25}", texts: [49: "COTISATION CARTE"]),
    cfonbRecord("07", "310325", "248542I"),
  ].map { $0 + "\n" }.joined()

  /// April, as a web site exports it.
  private static func april(balance: String) -> String {
    """
    Date;Libellé;Débit euros;Crédit euros;Solde
    15/04/2025;ECHEANCE PRET;347,50;;\(balance)

    """
  }
}
