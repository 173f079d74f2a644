import Foundation
import GRDB
import TestSupport
import Testing

/// The same inputs at the same "now" give the same bytes, wherever and however they are given.
@Suite struct DeterminismTests {
  /// One whole run: two months closed with their statements.
  private struct Whole {
    let folder: TemporaryFolder
    let coop: TemporaryFolder

    /// - Parameter isTurned: another order of files, other zones and languages, another folder.
    init(isTurned: Bool) throws {
      folder = try TemporaryFolder()
      coop = isTurned ? try TemporaryFolder() : folder
      try Prepared.write(.sample, into: coop)
      try folder.write("passphrase.txt", "une longue phrase de passe\n")
      let root = isTurned ? coop.path("coop") : "coop"
      let pass = ["--passphrase-file", "passphrase.txt"]
      func order(_ names: [String]) -> [String] {
        (isTurned ? names.reversed() : names).map { "\(root)/\($0)" }
      }
      let months = ["production/2025-01", "production/2025-02"]
      let readings = try months.flatMap { month in
        try FileManager.default.contentsOfDirectory(atPath: coop.path("coop/\(month)")).sorted()
          .map { "\(month)/\($0)" }
      }
      var commands = [
        ["init", "--statutes", "\(root)/statutes.toml", "--salt-secret", "\(root)/secret"],
        ["key", "create"] + pass,
        ["apply"] + (isTurned ? order(try contracts()) : ["\(root)/contracts"]),
        ["members", "import", "\(root)/members.csv"], ["shares", "import", "\(root)/shares.csv"],
        ["post"] + (isTurned ? order(try entries()) : ["\(root)/entries"]),
        ["production", "import"] + order(readings),
      ]
      for month in ["2025-01", "2025-02"] {
        commands += [["close", month] + pass, ["statements", month] + pass]
      }
      let environment =
        isTurned
        ? ["TZ": "Pacific/Kiritimati", "LANG": "en_GB.UTF-8", "HOME": "/"]
        : ["TZ": "America/Anchorage", "LANG": "fr_FR.UTF-8"]
      for command in commands {
        let run = try Program.soleil.run(command, in: folder.path, environment)
        try #require(run.code == 0, "\(command): \(run.err)")
      }
    }

    private func contracts() throws -> [String] { try names("contracts") }
    private func entries() throws -> [String] { try names("entries") }

    private func names(_ part: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: coop.path("coop/\(part)")).sorted()
        .map { "\(part)/\($0)" }
    }

    /// Every `releve.json` as the book keeps it, by month and member.
    func statements() throws -> [String: Data] {
      try DatabaseQueue(path: folder.path("book.soleil")).read { db in
        try Dictionary(
          uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT month, member, body FROM statement")
            .map { ("\($0["month"] as String)/\($0["member"] as String)", $0["body"] as Data) })
      }
    }
  }

  /// A manifest without what names the log, which says which key was made, and the manifest before.
  private static func unchained(_ data: Data) throws -> Data {
    guard var manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      manifest["log"] != nil
    else { return data }
    manifest["log"] = nil
    manifest["previousManifestSha256"] = nil
    return try JSONSerialization.data(withJSONObject: manifest, options: .sortedKeys)
  }

  @Test func `two runs differ in signatures and certificates, and in nothing else`() throws {
    let one = try Whole(isTurned: false)
    let other = try Whole(isTurned: true)
    let (first, second) = (
      try one.folder.contents("closings"), try other.folder.contents("closings")
    )
    #expect(first.keys.count == 20 && first.keys == second.keys)
    for (path, data) in first where !path.hasSuffix(".p7s") {
      let again = try #require(second[path])
      #expect(try Self.unchained(again) == Self.unchained(data), "\(path)")
    }
    let (mine, theirs) = (try one.statements(), try other.statements())
    #expect(mine.count > 200 && mine == theirs)
    let issued = try one.folder.contents("statements")
    let again = try other.folder.contents("statements")
    #expect(issued.count == 2 * mine.count && issued.keys == again.keys)
    for (path, data) in issued where path.hasSuffix(".tlog-proof") { #expect(again[path] == data) }
    for (name, body) in mine {
      for folder in [issued, again] {
        #expect(folder["\(name).pdf"]?.range(of: body) != nil, "\(name) carries its data")
      }
    }
  }
}
