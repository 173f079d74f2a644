import Closing
import Foundation
import Membership
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// Statements are written once, for the members of a closed month.
@Suite struct IssuingTests {
  private let january = Month(year: 2025, monthOfYear: 1)
  private let folder: TemporaryFolder
  private let issue: StatementIssue
  private let signer: SigningKey
  private let closed: ClosedBook

  init() throws {
    folder = try TemporaryFolder()
    closed = try ClosedBook.shared(.tiny)
    issue = StatementIssue(
      book: try closed.book(), statements: folder.path("statements"), now: OpenBook.now)
    signer = try TestSigner.shared.get()
  }

  @Test func `each member gets a document and a proof, once`() throws {
    let members = try ["M0001", "M0002", "M0003"].map { text in try MemberNumber(text) }
    let one = try issue.issue(january, only: members[1], signer: signer)
    #expect(one.written == [members[1]] && one.kept.isEmpty)
    let first = try folder.contents()
    #expect(
      first.keys.sorted() == ["M0002.pdf", "M0002.tlog-proof"].map { "statements/2025-01/\($0)" })
    let all = try issue.issue(january, signer: signer)
    #expect(all.written == [members[0], members[2]] && all.kept == [members[1]])
    let second = try folder.contents()
    #expect(second.count == 6)
    for (path, data) in first { #expect(second[path] == data) }
    let again = try issue.issue(january, signer: signer)
    #expect(again.written.isEmpty && again.kept == members)
    #expect(try folder.contents() == second)
  }

  /// The same statement is the same file, all but the signature, written among all or by itself.
  @Test func `what is written again differs in its signature alone`() throws {
    _ = try issue.issue(january, signer: signer)
    let other = try TemporaryFolder()
    let again = StatementIssue(
      book: issue.book, statements: other.path("statements"), now: OpenBook.now)
    _ = try again.issue(january, only: MemberNumber("M0003"), signer: signer)
    _ = try again.issue(january, signer: signer)
    let (first, second) = (try folder.contents(), try other.contents())
    #expect(first.count == 6 && first.keys == second.keys)
    for (path, data) in first {
      let (one, two) = (Array(data), Array(try #require(second[path])))
      guard path.hasSuffix(".pdf") else {
        #expect(one == two, "\(path)")
        continue
      }
      let places = try #require(
        String(decoding: one, as: Unicode.ASCII.self).firstMatch(
          of: #/ByteRange \[0 (\d+) (\d+) (\d+)\]/#))
      let (start, end) = (try #require(Int(places.1)), try #require(Int(places.2)))
      #expect(one[..<start] == two[..<start] && one[end...] == two[end...], "\(path)")
      #expect(one != two, "ECDSA signs differently each time")
    }
  }

  /// What an interrupted run left is written over; a link in its place is not followed.
  @Test func `leftovers of an interrupted run are written over`() throws {
    try folder.write("statements/2025-01/.M0001.pdf.partial", "half")
    try folder.write("statements/2025-01/M0001.tlog-proof", "half a proof, longer than the whole")
    _ = try issue.issue(january, signer: signer)
    let found = try folder.contents()
    #expect(found.count == 6 && found.keys.allSatisfy { !$0.hasSuffix(".partial") })
    let proof = String(
      decoding: try folder.bytes("statements/2025-01/M0001.tlog-proof"), as: UTF8.self)
    #expect(proof.hasPrefix("c2sp.org/tlog-proof@v1\nindex 0\n") && !proof.contains("half"))
  }

  @Test func `the proof leads from the member's data to the root that is signed`() throws {
    _ = try issue.issue(january, signer: signer)
    let root = try closed.manifest(january)["statements"]?["root"]?.stringValue ?? ""
    for (place, stored) in try closed.book().read({ try $0.statements(of: january) }).enumerated() {
      let text = String(
        decoding: try folder.bytes("statements/2025-01/\(stored.member).tlog-proof"), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let blank = try #require(lines.firstIndex(of: ""))
      let hashes = lines[2..<blank].compactMap { Data(base64Encoded: $0).map { Digest(Array($0)) } }
      #expect(lines[1] == "index \(place)" && lines[blank + 2] == "3")
      let shown = Data(base64Encoded: lines[blank + 3]).map { Digest(Array($0)) }
      #expect(shown?.hex == root)
      #expect(
        isIncluded(
          leafHash: leafHash(stored.body), at: place, inTreeOf: 3, root: try #require(shown),
          by: hashes))
    }
  }

  @Test func `no statements of an open month, nor for a stranger`() throws {
    let april = january.adding(3)
    #expect(throws: ClosingRefusal.monthIsNotClosed(april)) { try issue.admit(april) }
    #expect(throws: ClosingRefusal.monthIsNotClosed(april)) {
      try issue.issue(april, signer: signer)
    }
    let stranger = try MemberNumber("M0099")
    #expect(throws: ClosingRefusal.memberHasNoStatement("M0099", january)) {
      try issue.admit(january, only: stranger)
    }
    #expect(throws: ClosingRefusal.memberHasNoStatement("M0099", january)) {
      try issue.issue(january, only: stranger, signer: signer)
    }
    #expect(try folder.contents().isEmpty)
  }
}
