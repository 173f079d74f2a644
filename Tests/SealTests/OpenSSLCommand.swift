import Foundation
import Seal
import Units

/// The real `openssl` command: the judge that shares nothing with us but the standard.
enum OpenSSLCommand {
  static let path = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static var isMissing: Bool { path == nil }

  /// Runs it in a folder; its exit code and all it printed.
  static func run(_ arguments: [String], in folder: URL) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

/// A temporary folder, with the given files in it, gone after use.
func withFolder<Result>(
  _ files: [String: [UInt8]], _ use: (URL) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "seal-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
  return try use(folder)
}

/// 2026-10-01T00:00:00Z.
let october = Instant(seconds: 1_790_812_800)

/// One authority and one signing key for all tests: making them costs little, but is not the point.
struct TestSeal {
  let authority: Authority
  let key: PrivateKey
  let signer: SigningKey

  init() throws {
    let name = try OrganisationName(name: "Coopérative Solaire d’Essai", siren: "123456782")
    authority = try Authority(for: name, from: october)
    key = try PrivateKey()
    let leaf = try authority.issueSigningCertificate(for: name, key: key, from: october)
    signer = try SigningKey(key, certificate: leaf, chain: [authority.certificate])
  }

  static let shared = Result { try TestSeal() }
}

func phrase(_ text: String) -> Passphrase {
  var bytes = Array(text.utf8)
  return Passphrase(wiping: &bytes)
}
