import Bank
import Units

/// Bank files written by hand, for tests.
enum Files {
  /// An account with sound check digits, invented.
  static let iban = "FR7630004000031234567890143"

  /// An entry of camt.053: amount as written, credit or debit, day and more.
  static func entry(
    _ amount: String, _ sign: String, _ day: String, status: String = "<Sts>BOOK</Sts>",
    more: String = "", details: String = ""
  ) -> String {
    """
    <Ntry><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>\(sign)</CdtDbtInd>\(status)
    <BookgDt><Dt>\(day)</Dt></BookgDt><ValDt><Dt>\(day)</Dt></ValDt>\(more)
    \(details.isEmpty ? "" : "<NtryDtls><TxDtls>\(details)</TxDtls></NtryDtls>")</Ntry>

    """
  }

  static func balance(_ code: String, _ amount: String, _ day: String, _ sign: String = "CRDT")
    -> String
  {
    """
    <Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(amount)</Amt>
    <CdtDbtInd>\(sign)</CdtDbtInd><Dt><Dt>\(day)</Dt></Dt></Bal>

    """
  }

  static func statement(_ parts: String, iban: String = iban) -> String {
    """
    <Stmt><Id>S1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2025-02-01T08:00:00</CreDtTm>
    <Acct><Id><IBAN>\(iban)</IBAN></Id><Ccy>EUR</Ccy></Acct>
    \(parts)</Stmt>

    """
  }

  static func camt(_ statements: String, version: String = "02") -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(version)"><BkToCstmrStmt>
      <GrpHdr><MsgId>M</MsgId><CreDtTm>2025-02-01T08:00:00</CreDtTm></GrpHdr>
      \(statements)</BkToCstmrStmt></Document>
      """.utf8)
  }
}
