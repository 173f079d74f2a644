import Foundation
import GRDB
import Journal
import Membership
import Seal
import Store
import TestSupport
import Text
import Units

/// The book, with every operation brought to an ``Answer``.
final class LedgerUnderTest {
  struct Crash: Error {}

  let folder: TemporaryFolder
  private(set) var book: Book
  private var raw: DatabaseQueue
  private var register: ShareRegister
  private var previous: Digest?
  private var sequence = 0
  static let now = Instant(seconds: 1_800_000_000)

  var path: String { folder.path("book.soleil") }

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path("book.soleil")
    book = try Book(creating: path, secret: Array(repeating: 3, count: 32))
    raw = try DatabaseQueue(path: path)
    let first = try Day("2025-01-01")
    let college = College(
      id: try CollegeID("citizens"), frenchName: "Citoyens", englishName: "Citizens",
      capitalAccount: "101310", kinds: [.person], votingWeight: .one, revenueWeight: .one,
      valid: Period(first: first, last: nil))
    let members = try ["M0001", "M0002", "M0003"].map { number in
      Member(
        number: try MemberNumber(number), kind: .person, college: college.id, joined: first)
    }
    register = try ShareRegister(
      statutes: Statutes(
        founded: first, nominal: Cents(5000), floor: .zero, ceiling: Cents(1_000_000_000),
        colleges: [college]), members: members)
    try book.write(at: Self.now) { page in
      try page.open(FiscalYear(first: first, last: try Day("2025-06-30")))
      try page.open(nominal: Cents(5000), from: first)
      for member in members { _ = try page.record(member, Identity()) }
    }
  }

  /// Opens the file again, as the next command would.
  func reopen() throws { book = try Book(opening: path) }

  private func answer(_ body: (BookWriter) throws -> String) throws -> Answer {
    do {
      return .done(try book.write(at: Self.now, body))
    } catch let refusals as Refusals {
      return .refused(Set(refusals.all.map(\.code)))
    } catch let refusal as any Refusal {
      return .refused(refusal.code)
    } catch is Crash { return .refused("crash") }
  }

  func post(_ drafts: [DraftEntry], crash: Bool = false) throws -> Answer {
    try answer { page in
      let names = try drafts.map { Self.name(try page.post(Entry(checking: $0))) }
      if crash { throw Crash() }
      return names.joined(separator: " ")
    }
  }

  private static func name(_ outcome: PostOutcome) -> String {
    switch outcome {
    case .posted(let reference): reference.description
    case .alreadyPosted(let reference): "known \(reference)"
    }
  }

  func save(_ draft: DraftEntry) throws -> Answer {
    try answer { page in
      try page.save(draft)
      return ""
    }
  }

  func discard(_ key: String) throws -> Answer {
    try answer { page in
      try page.discard(draft: key)
      return ""
    }
  }

  func validate(_ key: String) throws -> Answer {
    try answer { Self.name(try $0.validate($0.reader.draft(key))) }
  }

  func attach(_ name: String, _ text: String, to entry: String) throws -> Answer {
    try answer { page in
      try page.attach(name, Array(text.utf8), to: EntryReference(entry)) ? "new" : "known"
    }
  }

  func letter(_ lines: [(entry: String, line: Int)]) throws -> Answer {
    try answer { page in
      try page.letter(
        lines.map { LineReference(entry: try EntryReference($0.entry), line: $0.line) },
        on: Day("2025-01-01")
      ).code
    }
  }

  func unletter(_ account: String, _ auxiliary: String, _ code: String) throws -> Answer {
    try answer { page in
      try page.unletter(
        Lettering(
          account: account, auxiliary: auxiliary.isEmpty ? nil : auxiliary, code: code))
      return ""
    }
  }

  /// Closes a month as far as the book is concerned: what is sealed, and no folder.
  func close(_ month: String) throws -> Answer {
    let (month, number, previous) = (try Month(month), sequence + 1, previous?.hex ?? "")
    var digest: Digest?
    let answer = try answer { page in
      let manifest: JSON = [
        "month": .string(month.description), "sequence": .integer(Int64(number)),
        "previousManifestSha256": .string(previous),
        "closedAt": .string(Self.now.description),
        "log": [
          "size": .integer(Int64(page.head.size)), "root": .string(page.head.root.hex),
        ],
        "statements": ["count": 0, "root": .string(sha256([]).hex)],
      ]
      let closing = StoredClosing(
        month: month, sequence: number, closedAt: Self.now, manifest: manifest.canonical,
        signature: [1])
      digest = closing.digest
      try page.record(closing)
      return ""
    }
    if case .done = answer {
      sequence = number
      self.previous = digest
    }
    return answer
  }

  /// Ends the first fiscal year.
  func endYear() throws -> Answer {
    let year = FiscalYear(first: try Day("2025-01-01"), last: try Day("2025-06-30"))
    return try answer { try $0.close(year).entry?.description ?? "" }
  }

  /// A subscription: movement, capital and shares, or, dishonestly, one of the entries alone.
  func subscribe(_ member: String, _ shares: Int64, _ entries: [DraftEntry]) throws -> Answer {
    let kept = register
    let answer = try answer { page in
      if entries.count == 2 {
        try page.record(
          register.record(
            Movement(
              date: entries[0].date, kind: .subscription, member: try MemberNumber(member),
              shares: Shares(shares), amount: Cents(shares * 5000), reference: entries[0].key)))
      }
      return try entries.map { Self.name(try page.post(Entry(checking: $0))) }
        .joined(separator: " ")
    }
    if case .refused = answer { register = kept }
    return answer
  }

  /// What SQL past the program earns.
  func attack(_ sql: String) throws -> Bool {
    do {
      try raw.write { try $0.execute(sql: sql) }
      return false
    } catch is DatabaseError { return true }
  }

  func rows(_ sql: String) throws -> [Row] { try raw.read { try Row.fetchAll($0, sql: sql) } }

  func balances(from first: Day, through last: Day) throws -> [String: [Int64]] {
    let lines = try book.read { try $0.accounts(over: Period(first: first, last: last)) }
    let pairs = lines.map { ($0.account, [$0.opening, $0.debit, $0.credit, $0.closing]) }
    return Dictionary(uniqueKeysWithValues: pairs.filter { $0.1 != [0, 0, 0, 0] })
  }

  func journal() throws -> [String] {
    var lines: [String] = []
    let period = Period(first: try Day("2025-01-01"), last: try Day("2027-06-30"))
    try book.read { page in
      try page.eachLine(over: period) { line in
        lines.append(
          "\(line.entry.reference):\(line.line) \(line.date) \(line.posting.account) "
            + "\(line.posting.debit) \(line.posting.credit) \(line.letters?.code ?? "")")
      }
    }
    return lines
  }
}
