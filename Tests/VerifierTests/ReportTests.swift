import Foundation
import Seal
import Testing
import Units
import Verifier

@Suite struct ReportTests {
  @Test func aValidChainReadsAsProposed() throws {
    let world = try World(months: ["2026-08", "2026-09", "2026-10"])
    let report = try verify(paths: [world.path("closings")], now: present.seconds)
    let text = report.text(.french)
    let lines = text.split(separator: "\n")
    #expect(
      lines[0] == "VALIDE — Coopérative Solaire d’Essai, clôtures 2026-08 → 2026-10 (n° 1–3)")
    let leaf = world.keys.signer.certificate.fingerprint.grouped
    #expect(lines[1] == "  signataire   Clôtures et relevés  \(leaf)")
    let authority = world.keys.authority.certificate.fingerprint.grouped
    #expect(lines[2].hasPrefix("  autorité     \(authority) (trouvée à côté"))
    #expect(lines[3] == "  date         2026-11-03 09:12 UTC, déclarée")
    #expect(lines[4] == "  dates        3 déclarées")
    #expect(
      lines[5] == "  contenu      15 fichiers, 1\u{202F}640 octets, 3 écritures, débit = crédit")
    #expect(lines[6] == "  continuité   2026-08 → 2026-10, 3 mois, sans trou")
    #expect(text.contains("-no-CApath -no-CAstore"))
  }

  @Test(
    .disabled(if: OpenSSLCommand.isMissing, "the openssl command is not installed"),
    arguments: [Language.french, .english])
  func thePrintedCommandDoesTheSame(language: Language) throws {
    let world = try World()
    let text = try verify(paths: [world.folder], now: present.seconds).text(language)
    let command = try #require(text.split(separator: "\n").first { $0.contains("openssl cms") })
    let arguments = command.split(separator: " ").dropFirst().map(String.init)
    try OpenSSLCommand.run(arguments + ["-attime", String(present.seconds)], in: world.root)
    try world.write(
      world.read("closings/2026-10/manifest.json") + [10], "closings/2026-10/manifest.json")
    #expect(throws: OpenSSLCommand.OpenSSLFailed.self) {
      try OpenSSLCommand.run(arguments + ["-attime", String(present.seconds)], in: world.root)
    }
  }

  @Test func aFindingNamesItsCodeFileAndMeaning() throws {
    let world = try World()
    try world.write([1], "closings/2026-10/journal.csv")
    let report = try verify(paths: [world.folder], now: present.seconds)
    #expect(report.text(.french).hasPrefix("INVALIDE — Coopérative"))
    #expect(report.text(.french).contains("file-altered  \(world.folder)/journal.csv"))
    #expect(report.text(.french).contains("fichier modifié depuis la signature"))
    #expect(report.text(.english).contains("file changed since it was signed"))
  }

  @Test func theJSONHasItsKeys() throws {
    let world = try World()
    try world.write([1], "closings/2026-10/a\u{1B}[2J.csv")
    let json = try verify(paths: [world.folder], now: present.seconds).json
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(value?["verdict"] as? String == "invalid")
    let findings = value?["findings"] as? [[String: String]]
    #expect(findings?.first?["code"] == "file-unlisted")
    #expect(findings?.first?["path"] == "\(world.folder)/a\u{1B}[2J.csv")
    let closing = (value?["closings"] as? [[String: Any]])?.first
    #expect(closing?["sequence"] as? Int == 1 && closing?["debitCents"] as? Int == 100)
  }

  @Test func aFileNameCannotSteerTheTerminal() throws {
    let world = try World()
    try world.write([1], "closings/2026-10/a\u{1B}[2J\u{202E}.csv")
    let text = try verify(paths: [world.folder], now: present.seconds).text(.french)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test func aSignatureWithoutATimeHasNoneInTheJSON() throws {
    let world = try World()
    try world.writeStatement()
    let report = try verify(
      paths: [world.folder, world.path("statements/s.pdf")], now: present.seconds)
    let value = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
    func signedAt(_ key: String) -> Any? {
      let signer = (value?[key] as? [[String: Any]])?.first?["signer"] as? [String: Any]
      #expect(signer?["sha256"] as? String == world.keys.signer.certificate.fingerprint.description)
      return signer?["signedAt"]
    }
    #expect(signedAt("closings") as? Int == 1_793_697_120)
    #expect(signedAt("statements") == nil)
  }

  @Test(
    arguments: [
      (.cannotOpen("a\u{1B}"), "cannot-open", 66), (.nothingToVerify("a"), "nothing-to-verify", 66),
      (.trustIsMalformed("a"), "trust-malformed", 65),
      (.headIsMalformed("a"), "head-malformed", 65),
    ] as [(VerifierFault, String, Int32)])
  func everyFaultSaysWhatWhyAndWhatToDo(fault: VerifierFault, code: String, exit: Int32) {
    for language in [Language.french, .english] {
      let lines = fault.words(language).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 3 && lines[0].hasPrefix("a") && !lines[0].contains("\u{1B}"))
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
      #expect(lines.last?.hasPrefix("  → ") == true && lines.last?.hasSuffix(" [\(code)]") == true)
    }
    #expect(fault.words(.french) != fault.words(.english))
    #expect(fault.code == code && fault.exitCode == exit)
  }

  @Test(arguments: Code.allCases) func everyCodeHasItsWords(code: Code) {
    for language in [Language.french, .english] {
      #expect(code.words(language) != code.rawValue && !code.words(language).isEmpty)
    }
    #expect(code.words(.french) != code.words(.english))
  }
}
