import Foundation
import TestSupport
import Testing

/// A seal of a trust service, as they are handed out: a key of RSA or on P-384, issued by an authority
/// that another one issued, in a PKCS#12 container; and everything that is signed with it.
@Suite(.enabled(if: Command.openssl != nil, "openssl is not installed"))
struct TrustServiceTests {
  private static let settings = """
    [req]
    distinguished_name=dn
    [dn]
    [ca]
    basicConstraints=critical,CA:TRUE
    keyUsage=critical,keyCertSign,cRLSign
    subjectKeyIdentifier=hash
    [leaf]
    basicConstraints=critical,CA:FALSE
    keyUsage=critical,digitalSignature,nonRepudiation
    extendedKeyUsage=emailProtection
    subjectKeyIdentifier=hash
    authorityKeyIdentifier=keyid
    """

  private func openssl(_ words: String, in folder: TemporaryFolder) throws -> Run {
    try Command.run(
      try #require(Command.openssl), words.split(separator: " ").map(String.init),
      in: folder.path, ["PATH": "/usr/bin:/bin"])
  }

  /// Makes the container: a root, an authority between, and the seal.
  private func makeContainer(_ key: String, in folder: TemporaryFolder) throws {
    try folder.write("ca.cnf", Self.settings)
    try folder.write("service.txt", "prestataire\n")
    var commands = [
      "req -x509 -config ca.cnf -extensions ca -subj /CN=Racine -newkey \(key) -nodes -days 3650 "
        + "-keyout root.key -out racine.pem"
    ]
    for (name, issuer, extensions) in [("between", "root", "ca"), ("seal", "between", "leaf")] {
      let file = issuer == "root" ? "racine.pem" : "\(issuer).pem"
      commands += [
        "req -new -config ca.cnf -subj /CN=\(name) -newkey \(key) -nodes -keyout \(name).key "
          + "-out \(name).csr",
        "x509 -req -in \(name).csr -CA \(file) -CAkey \(issuer).key -days 1200 -set_serial 7 "
          + "-extfile ca.cnf -extensions \(extensions) -out \(name).pem",
      ]
    }
    for command in commands { #expect(try openssl(command, in: folder).code == 0, "\(command)") }
    try folder.write(
      "chain.pem", folder.bytes("between.pem") + folder.bytes("racine.pem"))
    let export =
      "pkcs12 -export -in seal.pem -inkey seal.key -certfile chain.pem -out seal.p12 "
      + "-passout file:service.txt"
    #expect(try openssl(export, in: folder).code == 0)
  }

  @Test(arguments: ["rsa:3072", "rsa:4096", "ec -pkeyopt ec_paramgen_curve:P-384"])
  func `all that is signed with it is believed by every verifier`(key: String) throws {
    let folder = try Prepared.copy(.tiny, .empty)
    try makeContainer(key, in: folder)
    // The certificates begin now, so all is done at the clock's time.
    let clock = ["SOURCE_DATE_EPOCH": String(Int(Date.now.timeIntervalSince1970) + 60)]
    let pass = ["--passphrase-file", "passphrase.txt"]
    let importing =
      ["key", "import", "seal.p12", "--container-passphrase-file", "service.txt"] + pass
    let commands = Prepared.opening.map { $0.first == "key" ? importing : $0 }
    for command in commands + [["close", "2025-01"] + pass, ["statements", "2025-01"] + pass] {
      let run = try Program.soleil.run(command, in: folder.path, clock)
      try #require(run.code == 0, "\(command): \(run.err)")
    }
    let page = "statements/2025-01/M0002.pdf"
    let paths = ["closings", page]
    let ours = try Program.soleil.run(["verify"] + paths, in: folder.path, clock)
    let theirs = try Program.verify.run(paths, in: folder.path, clock)
    #expect(ours.code == 0 && theirs.code == 0, "\(ours.out)\(theirs.out)")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Tools/audit.py").standardized.path
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") {
      let run = try Command.run(
        "/usr/bin/python3", ["-B", script] + paths, in: folder.path,
        Program.environment.merging(clock) { $1 })
      #expect(run.code == 0, "\(run.out)\(run.err)")
    }
    // The recipe of LISEZMOI.txt, typed as it stands.
    let recipe = String(
      decoding: try folder.bytes("closings/2025-01/LISEZMOI.txt"), as: UTF8.self
    ).split(separator: "\n").first { $0.hasPrefix("openssl cms") }
    let typed = try Command.run(
      "/bin/sh", ["-c", String(try #require(recipe))], in: folder.path("closings/2025-01"),
      ["PATH": "/usr/bin:/bin"])
    #expect((typed.out + typed.err).contains("CAdES Verification successful"), "\(typed.err)")
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/pdfsig") {
      let text = try Command.run(
        "/usr/bin/pdfsig", ["-nocert", page], in: folder.path, ["PATH": "/usr/bin:/bin"]
      ).out
      #expect(text.contains("Signature is Valid"), "\(text)")
      #expect(text.contains("Total document signed"), "\(text)")
    }
  }
}
