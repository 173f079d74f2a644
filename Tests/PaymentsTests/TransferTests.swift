import Foundation
import Membership
import Payments
import TestSupport
import Testing
import Units

/// Accounts, names and the payment file: what a bank would refuse is refused here.
@Suite struct TransferTests {
  /// From the registry of ISO 13616 and the papers of banks.
  @Test(arguments: [
    "FR14 2004 1010 0505 0001 3M02 606", "DE89370400440532013000", "BE68 5390 0754 7034",
    "fr7630006000011234567890189", "NL91ABNA0417164300", "MT84MALT011000012345MTLCAST001S",
    "GB29NWBK60161331926819", "NO9386011117947",
  ]) func `published account numbers are taken`(text: String) throws {
    let account = try AccountNumber(text, of: "M0001")
    #expect(account.iban == text.filter { $0 != " " }.uppercased())
    #expect(!"\(account) \(String(reflecting: account))".contains("2004"))
  }

  static let wrong: [(String, AccountNumber.Fault)] = [
    ("", .malformed), ("FR14", .malformed), ("FR1420041010050500013M026É6", .malformed),
    ("12142004101005050001302606", .malformed), ("FRXX20041010050500013M02606", .malformed),
    ("US64SVBKUS6S3300958879", .outsideSepa), ("TR330006100519786457841326", .outsideSepa),
    ("FR1420041010050500013M0260", .wrongLength), ("DE8937040044053201300", .wrongLength),
    ("FR1420041010050500013M02607", .wrongCheckDigits),
    ("FR1420041010050500013M06206", .wrongCheckDigits),
  ]

  @Test(arguments: wrong) func `other account numbers are refused, unnamed`(
    text: String, fault: AccountNumber.Fault
  ) {
    #expect(throws: PaymentsRefusal.accountIsWrong(of: "M0001", fault)) {
      try AccountNumber(text, of: "M0001")
    }
  }

  /// Every digit changed by one, every neighbours swapped: check digits see each.
  @Test func `a slip of one digit never passes`() {
    let digits = Array("FR7630006000011234567890189")
    for place in 4..<digits.count {
      for other in "0123456789" where other != digits[place] {
        var slip = digits
        slip[place] = other
        #expect(throws: PaymentsRefusal.self) { try AccountNumber(String(slip), of: "M0001") }
      }
    }
  }

  static let texts: [(String, String)] = [
    ("Lefèvre-Œillet Zoé", "Lefevre-OEillet Zoe"), ("Müller & Söhne", "Muller + Sohne"),
    ("Łukasz Žižka", "Lukasz Zizka"), ("  a   b  ", "a b"), ("//a//b/", "a/b"),
    ("D’Alembert", "D'Alembert"), ("Ștefan Țăran", "Stefan Taran"), ("e\u{301}", "e"),
    ("名前", ""), ("a;b", "a b"), ("Straße", "Strasse"),
  ]

  @Test(arguments: texts) func `names are written as banks take them`(
    text: String, expected: String
  ) { #expect(BankText.plain(text, most: 70) == expected) }

  @Test func `details are checked, and nothing is left of a name that banks cannot write`() {
    let iban = "FR1420041010050500013M02606"
    #expect(throws: PaymentsRefusal.payeeHasNoName(of: "M0001")) {
      try PaymentDetails(name: "名前", iban: iban, bic: nil, of: "M0001")
    }
    for bic in ["AGRI", "AGRIFRPP8", "AGRI1RPP", "agrifrppxxxx"] {
      #expect(throws: PaymentsRefusal.bankCodeIsMalformed(of: "M0001")) {
        try PaymentDetails(name: "A", iban: iban, bic: bic, of: "M0001")
      }
    }
    #expect(throws: Never.self) {
      try PaymentDetails(name: "A", iban: iban, bic: "agri fr pp", of: "M0001")
    }
  }

  static func file(
    _ count: Int = 3, execution: String = "2026-06-30", message: String = "DIV-2025",
    amount: Int64 = 6_859
  ) throws -> CreditTransferFile {
    let iban = "FR1420041010050500013M02606"
    return try CreditTransferFile(
      message: message, created: Instant(seconds: 1_782_000_000), execution: day(execution),
      debtor: PaymentDetails(name: "Carreau de Soleil", iban: iban, bic: nil, of: "--iban"),
      transfers: (0..<count).map { number in
        CreditTransferFile.Transfer(
          endToEnd: "\(message)-M\(number + 1000)", amount: Cents(amount + Int64(number)),
          payee: try PaymentDetails(
            name: "Zoé <&> Lefèvre \(number)", iban: "DE89370400440532013000",
            bic: number == 1 ? "DEUTDEFF" : nil, of: "M\(number)"),
          remittance: "Dividende 2025 — merci ! \(number)")
      })
  }

  @Test func `what a bank refuses is refused before`() {
    #expect(
      throws: PaymentsRefusal.executionIsPast(day("2026-06-20"), today: day("2026-06-21"))
    ) { try Self.file(execution: "2026-06-20") }
    #expect(throws: PaymentsRefusal.nothingToPay(day("2026-06-30"))) { try Self.file(0) }
    #expect(throws: PaymentsRefusal.transferIsOutOfRange("DIV-2025-M1000", Cents(0))) {
      try Self.file(amount: 0)
    }
    #expect(
      throws: PaymentsRefusal.transferIsOutOfRange("DIV-2025-M1000", Cents(100_000_000_000))
    ) { try Self.file(amount: 100_000_000_000) }
    let long = String(repeating: "x", count: 36)
    #expect(throws: PaymentsRefusal.referenceIsMalformed(long)) { try Self.file(message: long) }
  }

  /// A reader of its own: element names and texts in order.
  @Test func `sums, counts and references of the file agree with its transfers`() throws {
    let file = try Self.file()
    let text = String(decoding: file.bytes, as: UTF8.self)
    func all(_ name: String) -> [String] {
      text.components(separatedBy: "<\(name)").dropFirst().map { part in
        let open = part.firstIndex(of: ">") ?? part.startIndex
        let rest = part[part.index(after: open)...]
        return String(rest[..<(rest.firstIndex(of: "<") ?? rest.endIndex)])
      }
    }
    #expect(all("NbOfTxs") == ["3", "3"] && all("CtrlSum") == ["205.80", "205.80"])
    #expect(all("InstdAmt") == ["68.59", "68.60", "68.61"])
    #expect(all("EndToEndId") == ["DIV-2025-M1000", "DIV-2025-M1001", "DIV-2025-M1002"])
    #expect(all("MsgId") == ["DIV-2025"] && all("Dt") == ["2026-06-30"])
    #expect(all("BICFI") == ["DEUTDEFF"] && all("PstlAdr") == [])
    #expect(text.contains("<Id>NOTPROVIDED</Id>") && text.contains("<Nm>Zoe + Lefevre 0</Nm>"))
    #expect(file.bytes.allSatisfy { $0 < 128 })
  }

  @Test(
    "the schema of ISO 20022 takes the file, and refuses one with a mistake",
    .enabled(if: Schema.path != nil && Schema.judge != nil, "xmllint and SOLEIL_PAIN_XSD"))
  func schemaTakesTheFile() throws {
    let bytes = try Self.file(200).bytes
    #expect(try Schema.takes(bytes))
    let text = String(decoding: bytes, as: UTF8.self)
    for (old, new) in [
      ("<PmtMtd>TRF</PmtMtd>", "<PmtMtd>CASH</PmtMtd>"), ("<Dt>2026-06-30</Dt>", "2026-06-30"),
      ("BICFI", "BIC"), ("<EndToEndId>DIV", "<EndToEndId>\(String(repeating: "x", count: 35))"),
    ] { #expect(try !Schema.takes(Array(text.replacing(old, with: new).utf8)), "\(old)") }
  }
}

/// The schema, which its owner does not let us hand on, and the judge of it.
private enum Schema {
  static let path = ProcessInfo.processInfo.environment["SOLEIL_PAIN_XSD"].flatMap {
    FileManager.default.fileExists(atPath: $0) ? $0 : nil
  }
  static let judge = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static func takes(_ bytes: [UInt8]) throws -> Bool {
    let folder = try TemporaryFolder()
    let file = folder.path("file.xml")
    try Data(bytes).write(to: URL(filePath: file))
    let process = Process()
    process.executableURL = URL(filePath: judge ?? "")
    process.arguments = ["--noout", "--nonet", "--schema", path ?? "", file]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
