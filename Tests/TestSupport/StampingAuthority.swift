import Foundation

/// A time-stamping authority made of the `openssl` command alone.
///
/// It is of this machine, so its stamps prove nothing to anybody; they have the form of real ones.
public struct StampingAuthority {
  /// The folder of its keys.
  public let folder: TemporaryFolder

  /// The command, when it is installed.
  public static let command = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Founds an authority with a root, a key for time stamps, and one for something else.
  public init() throws {
    folder = try TemporaryFolder()
    try folder.write("tsa.cnf", Array(Self.configuration.utf8))
    try folder.write("stamps.ext", Array("extendedKeyUsage=critical,timeStamping\n".utf8))
    try folder.write("mail.ext", Array("extendedKeyUsage=emailProtection\n".utf8))
    try folder.write("serial", Array("01\n".utf8))
    try key("root")
    try run("req -x509 -key root.key -out root.pem -days 3650 -subj /CN=Essai -sha256")
    for name in ["stamps", "mail"] {
      try key(name)
      try run("req -new -key \(name).key -out \(name).csr -subj /CN=\(name)")
      try run(
        "x509 -req -in \(name).csr -CA root.pem -CAkey root.key -CAcreateserial -days 900 "
          + "-extfile \(name).ext -out \(name).pem")
    }
  }

  /// Its root's certificate, in PEM.
  public var root: String {
    get throws { String(decoding: try folder.bytes("root.pem"), as: UTF8.self) }
  }

  /// Its reply to a query.
  public func reply(to query: [UInt8]) throws -> [UInt8] {
    try folder.write("query.tsq", query)
    try run("ts -reply -config tsa.cnf -queryfile query.tsq -out reply.tsr")
    return try folder.bytes("reply.tsr")
  }

  /// What a reply says, signed anew by a key and a digest that should not be believed.
  public func forged(
    _ reply: [UInt8], by key: String, digest: String = "sha256"
  ) throws -> [UInt8] {
    try folder.write("reply.tsr", reply)
    try run("ts -reply -in reply.tsr -token_out -out token.der")
    try run("cms -verify -noverify -binary -inform DER -in token.der -out info.der")
    try run(
      "cms -sign -cades -binary -nodetach -nosmimecap -econtent_type 1.2.840.113549.1.9.16.1.4 "
        + "-md \(digest) -in info.der -signer \(key).pem -inkey \(key).key -outform DER "
        + "-out forged.der")
    let token = try folder.bytes("forged.der")
    let body: [UInt8] = [0x30, 0x03, 0x02, 0x01, 0x00] + token
    return [0x30, 0x82, UInt8(body.count >> 8), UInt8(body.count & 255)] + body
  }

  /// Runs the command on words without blanks, in the folder; what it printed.
  @discardableResult
  public func run(_ words: String, mayFail: Bool = false) throws -> (code: Int32, text: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: Self.command ?? "/usr/bin/openssl")
    process.arguments = words.split(separator: " ").map(String.init)
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard mayFail || process.terminationStatus == 0 else { throw Failure(words: words, text: text) }
    return (process.terminationStatus, text)
  }

  /// The command ended with a fault.
  public struct Failure: Error {
    /// What it was told.
    public let words: String
    /// What it said.
    public let text: String
  }

  private func key(_ name: String) throws {
    try run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out \(name).key")
  }

  private static let configuration = """
    [tsa]
    default_tsa = here
    [here]
    serial = serial
    signer_cert = stamps.pem
    signer_key = stamps.key
    certs = root.pem
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    other_policies = 1.2.3.4.2
    digests = sha256
    accuracy = secs:1
    ordering = no
    tsa_name = no
    ess_cert_id_chain = no
    ess_cert_id_alg = sha256

    """
}

extension StampingAuthority {
  /// The list of certificates that its root has revoked, in DER: none.
  public func revocationList() throws -> [UInt8] {
    try folder.write("index.txt", "")
    try folder.write("crlnumber", "01\n")
    try folder.write(
      "ca.cnf",
      "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\n"
        + "default_crl_days=900\n")
    try run("ca -config ca.cnf -gencrl -keyfile root.key -cert root.pem -out root.crl.pem")
    try run("crl -in root.crl.pem -outform DER -out root.crl")
    return try folder.bytes("root.crl")
  }
}
