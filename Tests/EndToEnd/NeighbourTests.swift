import Foundation
import Seal
import TestSupport
import Testing
import Text
import Units

/// What a member's own statement keeps to itself of the others.
@Suite struct NeighbourTests {
  /// A folder with all the statements of January.
  private func issued() throws -> TemporaryFolder {
    let folder = try Prepared.copy(.sample, .closed)
    let run = try Program.soleil.run(
      ["statements", "2025-01", "--passphrase-file", "passphrase.txt"], in: folder.path)
    try #require(run.code == 0, "\(run.err)")
    return folder
  }

  private func statements(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path("statements/2025-01"))
      .filter { $0.hasSuffix(".pdf") }.sorted()
  }

  /// The data attached to a statement.
  private func data(_ name: String, _ folder: TemporaryFolder) throws -> [UInt8] {
    let bytes = try folder.bytes("statements/2025-01/\(name)")
    let pdf = String(decoding: bytes, as: UTF8.self)
    let mark = try #require(pdf.range(of: "/Type /EmbeddedFile") ?? pdf.range(of: "/EmbeddedFile/"))
    let start = try #require(pdf[mark.upperBound...].range(of: "stream\n")).upperBound
    let end = try #require(pdf[start...].range(of: "\nendstream")).lowerBound
    return Array(pdf[start..<end].utf8)
  }

  /// Who has a statement of their own, its proof and even all the figures of a neighbour cannot tell
  /// whether they are right: the leaf needs the neighbour's salt, and no salt can be had from another.
  @Test func `a neighbour's statement cannot be guessed`() throws {
    let folder = try issued()
    let names = try statements(folder)
    let all = try names.map { try JSON(reading: data($0, folder)) }
    let salts = all.compactMap { $0["salt"]?.stringValue }
    #expect(salts.count == names.count && Set(salts).count == salts.count)
    #expect(salts.allSatisfy { bytes(fromHex: $0)?.count == 32 })
    let list = String(decoding: try folder.bytes("closings/2025-01/statements.csv"), as: UTF8.self)
    let leaves = Set(list.split(whereSeparator: { ",\n".contains($0) }).map(String.init))
    let mine = try #require(all.first)
    for (name, neighbour) in zip(names, all).dropFirst() {
      guard case .object(let members) = neighbour else { continue }
      func leaf(_ salt: JSON?) -> String {
        var guess = members
        guess["salt"] = salt
        return leafHash(JSON.object(guess).canonical).hex
      }
      #expect(leaves.contains(leaf(members["salt"])), "\(name): the true salt leads to the leaf")
      let member = String(name.dropLast(4))
      let derived = [member, "2025-01", member + "2025-01", "2025-01" + member].map {
        JSON.string(sha256(Array($0.utf8)).hex)
      }
      let guesses = [nil, "", .string(String(repeating: "0", count: 64)), mine["salt"]] + derived
      for guess in guesses { #expect(!leaves.contains(leaf(guess)), "\(name)") }
    }
  }

  @Test func `another book gives the same people other salts`() throws {
    let (one, other) = (try issued(), try Prepared.copy(.sample, .empty))
    try other.write("coop/secret", String(repeating: "another secret ", count: 8))
    var steps = Prepared.opening
    steps.append(["close", "2025-01", "--passphrase-file", "passphrase.txt"])
    steps.append([
      "statements", "2025-01", "--member", "M0005", "--passphrase-file", "passphrase.txt",
    ])
    for step in steps { try #require(try Program.soleil.run(step, in: other.path).code == 0) }
    let salts = try [one, other].map {
      try JSON(reading: data("M0005.pdf", $0))["salt"]?.stringValue
    }
    #expect(salts[0] != nil && salts[1] != nil && salts[0] != salts[1])
  }
}
