import Documents
import Foundation
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// A date that others vouch for: the query goes out as a file, the reply comes back as one.
@Suite(.enabled(if: StampingAuthority.command != nil, "the openssl command is not installed"))
struct StampingTests {
  private let january = Month(year: 2025, monthOfYear: 1)
  private let authority: StampingAuthority
  private let folder: TemporaryFolder
  private let book: Book
  private let trusted: [Certificate]

  init() throws {
    authority = try StampingAuthority()
    trusted = [try Certificate(pem: authority.root)]
    let closed = try ClosedBook.shared(.tiny)
    folder = try TemporaryFolder()
    for (name, bytes) in try closed.folder.contents() { try folder.write(name, bytes) }
    book = try Book(opening: folder.path("book.soleil"))
    _ = try StatementIssue(book: book, statements: folder.path("statements"), now: OpenBook.now)
      .issue(january, signer: TestSigner.shared.get())
  }

  private func subject(_ path: String) throws -> StampSubject {
    try StampSubject(path, closings: folder.path("closings"))
  }

  private func attach(_ subject: StampSubject) throws -> Timestamp {
    let path = folder.path("timestamps/\(subject.name).tsq")
    let request = try Stamping(subject).request(at: path, policy: nil)
    return try Stamping(subject).attach(
      authority.reply(to: request.query.der), query: path, trusting: trusted, to: book,
      now: OpenBook.now)
  }

  @Test func `the stamp of a closing lies beside its signature, and openssl takes it`() throws {
    let subject = try self.subject("2025-01")
    #expect(subject.name == "2025-01")
    let stamp = try attach(subject)
    for (name, file) in [
      ("p7s", "manifest.json.p7s"), ("tsr", "manifest.json.p7s.tsr"), ("m", "manifest.json"),
    ] { try authority.folder.write(name, folder.bytes("closings/2025-01/\(file)")) }
    let answer = try authority.run(
      "ts -verify -data p7s -in tsr -CAfile root.pem", mayFail: true)
    #expect(answer.code == 0, "\(answer.text)")
    let event = try #require(try book.read { try $0.events(kind: "timestamp") }.last)
    #expect(event.body["time"]?.integerValue == stamp.time.seconds)
    #expect(
      event.body["fileSha256"]?.stringValue
        == sha256(try folder.bytes("closings/2025-01/manifest.json.p7s.tsr")).hex)
    #expect(throws: TimestampRefusal.stampIsThere(subject.path)) { try attach(subject) }
  }

  @Test func `a query is kept as it was sent, and made anew for another policy`() throws {
    let (subject, path) = (try self.subject("2025-02"), folder.path("timestamps/2025-02.tsq"))
    let first = try Stamping(subject).request(at: path, policy: nil)
    let again = try Stamping(subject).request(at: path, policy: nil)
    #expect(first.isNew && !again.isNew && first.query == again.query)
    let strict = try Stamping(subject).request(at: path, policy: "1.2.3.4.2")
    #expect(strict.isNew && strict.query != first.query)
    #expect(throws: TimestampRefusal.nonceIsAnother) {
      try Stamping(subject).attach(
        authority.reply(to: first.query.der), query: path, trusting: trusted, to: book,
        now: OpenBook.now)
    }
    #expect(!FileManager.default.fileExists(atPath: subject.target))
    #expect(try book.read { try $0.events(kind: "timestamp") }.isEmpty)
  }

  @Test func `the stamp of a statement goes into it and touches nothing that is signed`() throws {
    let subject = try self.subject(folder.path("statements/2025-01/M0002.pdf"))
    #expect(subject.name == "2025-01-M0002" && subject.target == subject.path)
    let before = try folder.bytes("statements/2025-01/M0002.pdf")
    _ = try attach(subject)
    let after = try folder.bytes("statements/2025-01/M0002.pdf")
    #expect(before.count == after.count && before != after)
    let differing = zip(before, after).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    let text = String(decoding: before, as: UTF8.self)
    let range = try #require(text.firstMatch(of: #/ByteRange \[0 (\d+) (\d+) /#))
    let gap = try #require(Int(range.1)) + 1..<(try #require(Int(range.2)) - 1)
    #expect(differing.allSatisfy(gap.contains))
    let signature = try StampableSignature(der: SignedDocument(bytes: after).signature)
    #expect(signature.isStamped)
    #expect(throws: TimestampRefusal.stampIsThere(subject.path)) { try attach(subject) }
  }

  @Test func `what is not signed, or was not asked for, is refused`() throws {
    for path in ["2024-12", folder.path("closings"), folder.path("book.soleil"), "/nowhere.pdf"] {
      #expect(throws: TimestampRefusal.self) { try subject(path) }
    }
    #expect(throws: TimestampRefusal.nothingToStamp("/nowhere.pdf")) { try subject("/nowhere.pdf") }
    let march = try self.subject("2025-03")
    #expect(throws: TimestampRefusal.queryIsMissing("none.tsq")) {
      try Stamping(march).attach(
        [], query: "none.tsq", trusting: trusted, to: book, now: OpenBook.now)
    }
  }
}
