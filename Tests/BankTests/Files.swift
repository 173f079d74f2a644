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

  /// A record of 120 characters: kind, day, amount with its overpunched sign, and texts at their place.
  static func record(
    _ kind: String, _ day: String, _ amount: String = "", currency: String = "EUR",
    decimals: String = "2", account: String = "12345678901", texts: [Int: String] = [:]
  ) -> String {
    var signs = [Character](repeating: " ", count: 120)
    func put(_ text: String, at position: Int) {
      for (offset, character) in text.enumerated() { signs[position - 1 + offset] = character }
    }
    put(kind, at: 1)
    put("30004", at: 3)
    put("00003", at: 12)
    put(currency, at: 17)
    put(decimals, at: 20)
    put(account, at: 22)
    put(day, at: 35)
    put(String(repeating: "0", count: 14 - amount.count) + amount, at: 91)
    if kind == "05" { put(String(repeating: " ", count: 14), at: 91) }
    for (position, text) in texts { put(text, at: position) }
    return String(signs)
  }
}
