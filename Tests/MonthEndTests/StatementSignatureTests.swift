import Documents
import Foundation
import Membership
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// The signed statements, judged by programs that share nothing with us.
@Suite(.enabled(if: StampingAuthority.command != nil, "the openssl command is not installed"))
struct StatementSignatureTests {
  private let january = Month(year: 2025, monthOfYear: 1)
  private let tools: StampingAuthority
  private let path = "M0001.pdf"

  /// A program by its name or by a variable that names its path.
  private static func program(_ name: String) -> String? {
    let own = ProcessInfo.processInfo.environment["SOLEIL_\(name.uppercased())"]
    return ([own].compactMap(\.self) + ["/usr/bin/\(name)", "/usr/local/bin/\(name)"])
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Writes a statement with what years later needs, by an authority that openssl made a list for.
  init() throws {
    tools = try StampingAuthority()
    let name = try OrganisationName(name: "Petit Essai", siren: "012345674")
    let start = Instant(seconds: Int64(Date.now.timeIntervalSince1970) - 86_400)
    let authority = try Authority(for: name, from: start)
    let key = try PrivateKey()
    let leaf = try authority.issueSigningCertificate(for: name, key: key, from: start)
    let signer = try SigningKey(key, certificate: leaf, chain: [authority.certificate])
    var secret = Array("une phrase".utf8)
    let pem = try authority.key.encryptedPEM(Passphrase(wiping: &secret))
    let files = [
      ("ca.key", pem), ("ca.pem", authority.certificate.pem), ("phrase", "une phrase\n"),
      ("index.txt", ""), ("crlnumber", "01\n"),
      (
        "ca.cnf",
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\n"
          + "default_crl_days=900\n"
      ),
    ]
    for (name, text) in files { try tools.folder.write(name, text) }
    try tools.run(
      "ca -config ca.cnf -gencrl -keyfile ca.key -passin file:phrase -cert ca.pem -out crl.pem")
    let list = try revocationList(
      pem: String(decoding: tools.folder.bytes("crl.pem"), as: UTF8.self))
    let closed = try ClosedBook.shared(.tiny)
    let issue = StatementIssue(
      book: try closed.book(), statements: tools.folder.path("statements"),
      now: start.adding(seconds: 3_600),
      evidence: ValidationEvidence(
        certificates: [authority.certificate.der], revocationLists: [list]))
    _ = try issue.issue(january, only: MemberNumber("M0001"), signer: signer)
    try tools.folder.write(path, tools.folder.bytes("statements/2025-01/M0001.pdf"))
  }

  private func run(_ program: String, _ arguments: [String]) throws -> (code: Int32, text: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: tools.folder.path)
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  private func stamp() throws {
    let file = tools.folder.path(path)
    let subject = try StampSubject(file, closings: "")
    let query = tools.folder.path("q.tsq")
    let request = try Stamping(subject).request(at: query, policy: nil)
    let folder = try TemporaryFolder()
    let closed = try ClosedBook.shared(.tiny)
    try folder.write("book.soleil", closed.folder.bytes("book.soleil"))
    _ = try Stamping(subject).attach(
      tools.reply(to: request.query.der), query: query,
      trusting: [Certificate(pem: tools.root)],
      to: Book(opening: folder.path("book.soleil")), now: OpenBook.now)
  }

  @Test(
    .enabled(if: program("pdfsig") != nil, "pdfsig is not installed"), arguments: [false, true])
  func `pdfsig finds the whole document signed`(isStamped: Bool) throws {
    if isStamped { try stamp() }
    let text = try run(Self.program("pdfsig") ?? "", ["-nocert", path]).text
    for part in [
      "Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "Clôtures et relevés",
    ] { #expect(text.contains(part), "\(part) in\n\(text)") }
  }

  @Test(.enabled(if: program("mutool") != nil, "mutool is not installed"))
  func `mutool finds the document unchanged since signing`() throws {
    let text = try run(Self.program("mutool") ?? "", ["sign", "-v", path]).text
    #expect(text.contains("The document is unchanged since signing."), "\(text)")
  }

  @Test(.enabled(if: program("qpdf") != nil, "qpdf is not installed"), arguments: [false, true])
  func `qpdf finds no fault in a signed statement`(isStamped: Bool) throws {
    if isStamped { try stamp() }
    let (code, text) = try run(Self.program("qpdf") ?? "", ["--check", path])
    #expect(code == 0 && !text.contains("WARNING"), "\(text)")
  }

  @Test(
    .enabled(if: program("pyhanko") != nil, "pyhanko is not installed; SOLEIL_PYHANKO names it"),
    arguments: [false, true])
  func `pyHanko finds long-term evidence, and the stamp when there is one`(isStamped: Bool) throws {
    if isStamped { try stamp() }
    let program = Self.program("pyhanko") ?? ""
    var trust = ["--trust", "ca.pem"]
    if isStamped { trust += ["--trust", "root.pem"] }
    let validated = try run(
      program, ["sign", "validate", "--no-revocation-check"] + trust + [path])
    let verdict =
      isStamped
      ? "INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:TRUSTED>,UNTOUCHED" : "INTACT:TRUSTED,UNTOUCHED"
    #expect(validated.code == 0 && validated.text.contains(verdict), "\(validated)")
    guard !isStamped else { return }
    let years = try run(program, ["sign", "adesverify"] + trust + [path])
    #expect(years.code == 0 && years.text.contains("TRUSTED,UNTOUCHED"), "\(years)")
  }

  /// The back of the page is followed to the letter.
  @Test(
    .enabled(
      if: program("pdftotext") != nil && program("bash") != nil && program("xxd") != nil,
      "pdftotext, bash or xxd is not installed"), arguments: [false, true])
  func `the lines on the back do what they say`(isStamped: Bool) throws {
    if isStamped { try stamp() }
    let page = try run(Self.program("pdftotext") ?? "", ["-f", "2", "-layout", path, "-"]).text
    let commands = page.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { line in
      ["f=", "set ", "(head", "head ", "openssl ", "-CAfile", "echo ", "pdfdetach "].contains {
        line.hasPrefix($0)
      } && !line.contains(" : ") && !line.contains("répond")
    }
    #expect(commands.count == 10, "\(page)")
    let script = commands.joined(separator: "\n")
    let answer = try run(Self.program("bash") ?? "", ["-c", String(script)])
    #expect(answer.text.contains("CAdES Verification successful"), "\(script)\n\(answer.text)")
    let lines = answer.text.split(separator: "\n")
    let numbers =
      lines.map { $0.split(separator: " ") }.first { $0.count == 2 && Int($0[0]) != nil } ?? []
    #expect(numbers.count == 2 && numbers.first == numbers.last, "\(answer.text)")
    // Both fingerprints are answered as the front page prints them.
    let front = try run(Self.program("pdftotext") ?? "", ["-l", "1", "-layout", path, "-"]).text
      .filter { $0 != " " }
    let digests = lines.filter { $0.lowercased().hasPrefix("sha") }
      .compactMap { $0.split(separator: "=").last?.filter { $0 != ":" && $0 != " " } }
    #expect(digests.count == 2 && digests.allSatisfy(front.contains), "\(answer.text)")
  }
}
