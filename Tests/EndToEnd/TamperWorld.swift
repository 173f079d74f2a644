import Foundation
import TestSupport
import Testing
import Units

/// Four real closings in a row, stamped, and a stamped statement: what the tamper matrix is tried on.
struct TamperWorld: Sendable {
  /// Everything the commands made.
  let folder: TemporaryFolder
  static let months = ["2025-01", "2025-02", "2025-03", "2025-04"]
  static let closing = "closings/2025-04"
  static let manifest = "\(closing)/manifest.json"
  static let statement = "statements/2025-04/M0002.pdf"
  static let proof = "statements/2025-04/M0002.tlog-proof"

  /// Time stamps tell the time of the clock, so everything is judged at it.
  static let now = Int(Date.now.timeIntervalSince1970)
  static let shared = Result { try TamperWorld() }

  private init() throws {
    folder = try Prepared.copy(.tiny, .open)
    let authority = try StampingAuthority()
    try folder.write("root.pem", authority.root)
    let pass = ["--passphrase-file", "passphrase.txt"]
    for month in Self.months.suffix(2) {
      for meter in ["nord-1", "sud-1"] {
        try folder.write(
          "coop/production/\(month)/\(meter).csv", Tiny.readings(meter, Month(month), changing: [:])
        )
      }
    }
    let production = Self.months.suffix(2).map { "coop/production/\($0)" }
    try soleil(["production", "import"] + production)
    try soleil(["key", "timestamping", "root.pem"] + pass)
    for month in Self.months { try soleil(["close", month] + pass) }
    try soleil(["statements", "2025-04"] + pass)
    try soleil(["statements", "2025-03"] + pass)
    try stamp("2025-04", "2025-04", authority)
    try stamp(Self.statement, "2025-04-M0002", authority)
  }

  private func soleil(_ arguments: [String]) throws {
    let run = try Program.soleil.run(
      arguments, in: folder.path, ["SOURCE_DATE_EPOCH": String(Self.now)])
    try #require(run.code == 0, "\(arguments): \(run.err)")
  }

  private func stamp(
    _ subject: String, _ name: String, _ authority: StampingAuthority
  ) throws {
    try soleil(["timestamp", "request", subject])
    try folder.write("reply.tsr", authority.reply(to: folder.bytes("timestamps/\(name).tsq")))
    try soleil(["timestamp", "attach", subject, "reply.tsr"])
  }

  /// A copy of its own for a case.
  func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in ["trust", "keys", "closings", "statements"] { try copy.copy(name, from: folder) }
    return copy
  }
}
