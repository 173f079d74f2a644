import Agreements
import Allocation
import GRDB
import Journal
import Membership
import Production
import Seal
@testable import Store
import TestSupport
import Text
import Units

/// A book with something in every table, and the same file open to raw SQL as any hand holds it.
final class FilledBook {
  let folder: TemporaryFolder
  let path: String
  let book: Book
  let raw: DatabaseQueue

  static let now = Instant(seconds: 1_740_000_000)
  static let january = Month(year: 2025, monthOfYear: 1)

  init(filled: Bool = true) throws {
    folder = try TemporaryFolder()
    path = folder.path("book.soleil")
    book = try Book(creating: path, secret: Array(repeating: 7, count: 32))
    raw = try DatabaseQueue(path: path)
    try book.write(at: Self.now) { page in
      try page.open(
        FiscalYear(first: Day("2025-01-01"), last: Day("2025-12-31")))
      try page.open(nominal: Cents(5000), from: Day("2025-01-01"))
    }
    if filled { try book.write(at: Self.now) { try Self.fill($0) } }
  }

  private static func fill(_ page: BookWriter) throws {
    _ = try page.record(
      Fact(
        kind: .party, key: "ville", validFrom: Day("2025-01-01"), body: ["id": "ville"],
        origin: "essai.toml:1"))
    let number = try MemberNumber("M0001")
    var identity = Identity()
    identity.organisation = "Essai SA"
    let joined = try Day("2025-01-02")
    let member = Member(
      number: number, kind: .company, college: try CollegeID("companies"), joined: joined)
    _ = try page.record(member, identity)
    var register = try ShareRegister(statutes: try statutes(), members: [member])
    try page.record(
      register.record(
        Movement(
          date: joined, kind: .subscription, member: number, shares: Shares(2),
          amount: Cents(10_000), reference: "BS-1")))
    var chosen = MovementParticulars()
    chosen.lot = 1
    try page.record(
      register.record(
        Movement(
          date: joined.next, kind: .withdrawal, member: number, shares: Shares(1),
          amount: Cents(5_000), reference: "RT-1", more: chosen)))
    try page.post(entry("E-1", "2025-01-05", 1234))
    try page.post(entry("X-1", "2025-01-05", 55, .memorandum, ("911000", "912000"), .wh))
    let file = SourceFile(path: "a/b.csv", bytes: [1, 2], digest: sha256([1, 2]))
    try page.record(source: file, profile: "essai")
    try page.record([reading("2025-01-01", 5)], of: "nord-1", from: file.digest)
    try page.record([reading("2025-01-01", 6)], of: "nord-1", from: file.digest, waiting: true)
    try page.decide(
      .rejected, [VersionReference(meter: "nord-1", day: Day("2025-01-01"), version: 2)],
      reason: "essai")
    try page.record(
      [
        Residue(division: "d", beneficiary: .member("M0001"), weight: 3, owed: 1),
        Residue(division: "d", beneficiary: .company, weight: 4, owed: -1),
      ], of: january)
    _ = try page.record([(number, Array("{}".utf8))], of: january)
    try page.record(
      StoredClosing(
        month: january, sequence: 1, closedAt: now, manifest: [1], signature: [2]))
    try page.post(entry("E-2", "2025-02-05", 99))
  }

  private static func statutes() throws -> Statutes {
    let first = try Day("2025-01-01")
    let college = College(
      id: try CollegeID("companies"), frenchName: "Sociétés", englishName: "Companies",
      capitalAccount: "101320", kinds: [.company], votingWeight: .one, revenueWeight: .one,
      valid: Period(first: first, last: nil))
    return try Statutes(
      founded: first, nominal: Cents(5000), floor: .zero, ceiling: Cents(1_000_000),
      colleges: [college])
  }

  static func reading(_ day: String, _ wattHours: Int64) throws -> MeterDay {
    MeterDay(
      meter: "nord-1", day: try Day(day), milliwattSeconds: wattHours * 3_600_000,
      coveredSeconds: 86_400, quality: .measured, firstLine: 3, lastLine: 3)
  }

  static func entry(
    _ key: String, _ day: String, _ amount: Int64, _ journal: JournalCode = .miscellaneous,
    _ accounts: (String, String) = ("512100", "701000"), _ unit: Unit = .cents
  ) throws -> Entry {
    let day = try Day(day)
    return try Entry(
      checking: DraftEntry(
        key: key, date: day, journal: journal, voucher: "V-\(key)", voucherDate: day,
        label: "Essai \(key)", origin: "essai",
        postings: [
          Posting(.debit, accounts.0, amount, unit), Posting(.credit, accounts.1, amount, unit),
        ]))
  }

  /// What raw SQL earns: the guard's message, or nothing when the book let it through.
  func refusal(of sql: String) -> String? {
    do {
      try raw.write { try $0.execute(sql: sql) }
      return nil
    } catch let error as DatabaseError {
      return error.message
    } catch { return "\(error)" }
  }

  /// The same SQL among entries that are loaded: the name of the rule that stood against it.
  func refusal(loading sql: String, leaves: Int = 0) -> String? {
    do {
      try book.write(at: Self.now, loading: true) { page in
        for _ in 0..<leaves { _ = try page.appendLeaf("entry", []) }
        try page.db.execute(sql: sql)
      }
      return nil
    } catch JournalRefusal.capitalDiffersFromRegister {
      return "schema-constraint"
    } catch StoreRefusal.guardHeld(let name) { return name } catch { return "\(error)" }
  }

  /// Every object of the schema, to compare.
  func schema() throws -> [String] {
    try raw.read {
      try String.fetchAll($0, sql: "SELECT name || coalesce(sql, '') FROM sqlite_schema").sorted()
    }
  }

  /// Every row of every table, to compare.
  func dump() throws -> [String: [String]] {
    try raw.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try Dictionary(
        uniqueKeysWithValues: tables.map { table in
          (table, try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted())
        })
    }
  }
}
