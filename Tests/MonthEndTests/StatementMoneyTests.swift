import Foundation
import GRDB
import Intake
import Journal
import MonthEnd
import Payments
import Seal
import Statements
import Store
import TestSupport
import Testing
import Text
import Units

/// What a statement tells of current accounts, loans, dividends and taxes, against sums of the raw tables.
@Suite struct StatementMoneyTests {
  private let open: OpenBook
  private let raw: DatabaseQueue
  private static let months = ClosedBook.months

  private static func day(_ text: String) throws -> Day { try Day(text) }

  /// Three closed months: two members lend in January, dividends are owed and paid in February, interest
  /// is paid in March.
  init() throws {
    open = try OpenBook.tiny()
    raw = try DatabaseQueue(path: open.folder.path("book.soleil"))
    let files = Dictionary(uniqueKeysWithValues: Tiny.advances.map { ($0.name, $0.text) })
    func file(_ name: String) -> InputFile {
      InputFile(path: name, bytes: Array((files[name] ?? "").utf8))
    }
    _ = try apply([file("conventions.toml")], to: open.book, now: OpenBook.now)
    _ = try post([file("versements.toml")], to: open.book, now: OpenBook.now)
    let paying = Paying(book: open.book, now: OpenBook.now)
    for (place, month) in Self.months.enumerated() {
      if place == 1 {
        try open.book.write(at: OpenBook.now) { page in try Self.owe(page) }
        _ = try paying.prepare(.dividend, reference: "D-1", on: Self.day("2025-02-20"))
        _ = try paying.comeBack("D-1-M0002", reason: "AC04", on: Self.day("2025-02-24"))
      }
      if place == 2 {
        _ = try paying.prepare(.interest, reference: "I-1", on: Self.day("2025-03-05"))
        _ = try paying.prepare(.dividend, reference: "D-2", on: Self.day("2025-03-06"))
      }
      _ = try open.monthEnd.close(month, signer: TestSigner.shared.get())
    }
  }

  private static func owe(_ page: BookWriter) throws {
    let cents: [Int64] = [100_000, 50_003, 1_007]
    try page.post(
      Entry(
        checking: DraftEntry(
          key: "D", date: day("2025-02-10"), journal: .miscellaneous, voucher: "AG",
          voucherDate: day("2025-02-10"), label: "Dividende", origin: "essai",
          postings: [.debit("110000", Cents(cents.reduce(0, +)))]
            + cents.enumerated().map { index, amount in
              .credit("457000", Cents(amount), Analysis(auxiliary: "member:M000\(index + 1)"))
            })))
  }

  private func statements(_ month: Month) throws -> [MemberStatement] {
    try open.book.read { page in try page.statements(of: month).map(\.body) }
      .compactMap { try MemberStatement(JSON(reading: $0)) }
  }

  private func sums(_ sql: String, _ arguments: StatementArguments) throws -> [String: Int64] {
    try raw.read { db in
      try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(db, sql: sql, arguments: arguments).map {
          ($0[0] as String, $0[1] as Int64)
        })
    }
  }

  @Test func `what is owed at the ends of each month is what the lines add up to`() throws {
    var moved = 0
    for month in Self.months {
      let balances = try sums(
        """
        SELECT p.auxiliary, sum(p.credit) - sum(p.debit) FROM posting p, entry e
        WHERE e.id = p.entry AND e.date <= ? AND substr(p.account, 1, 3) IN ('168', '455', '457')
        GROUP BY 1
        """, [month.last.description])
      let counts = try sums(
        """
        SELECT p.auxiliary, count(DISTINCT p.entry || p.account) FROM posting p, entry e
        WHERE e.id = p.entry AND substr(e.date, 1, 7) = ?
          AND substr(p.account, 1, 3) IN ('168', '455', '457') GROUP BY 1
        """, [month.description])
      for statement in try statements(month) {
        let name = "member:\(statement.member)"
        #expect(statement.account.balance.units == balances[name] ?? 0, "\(month) \(name)")
        #expect(Int64(statement.account.lines.count) == counts[name] ?? 0, "\(month) \(name)")
        moved += statement.account.lines.count
      }
      for next in try statements(month.next) {
        let before = try statements(month).first { $0.member == next.member }
        #expect(next.account.opening == before?.account.balance)
      }
    }
    #expect(moved >= 10)
  }

  @Test func `every statement is of the form that is published`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Contracts/Schemas/statement.schema.json").standardizedFileURL
    let shape = SchemaShape(try JSON(reading: Array(try Data(contentsOf: path))))
    let bodies = try Self.months.flatMap { month in
      try open.book.read { page in try page.statements(of: month).map(\.body) }
    }.map { try JSON(reading: $0) }
    #expect(bodies.contains { $0["taxes"]?.arrayValue?.isEmpty == false })
    for body in bodies { #expect(shape.faults(of: body) == []) }
    // A form that takes everything would prove nothing.
    let body = try #require(bodies.first?.objectValue)
    for (name, value) in [("taxes", "none"), ("month", "2025-13"), ("name", "X")]
      as [(String, JSON)]
    {
      #expect(shape.faults(of: .object(body.merging([name: value]) { $1 })).count == 1)
    }
    for name in ["account", "closing", "salt", "taxes"] {
      #expect(
        shape.faults(of: .object(body.filter { $0.key != name })) == ["/\(name): required"])
    }
  }

  @Test func `what was paid and withheld is what the book remembers of it, levy by levy`() throws {
    for month in Self.months {
      for (column, amount) in [
        ("grossCents", { (paid: MemberStatement.TaxedPayment) in paid.gross }),
        ("netCents", { $0.net }), ("repaidCents", { $0.repaid }),
      ] as [(String, (MemberStatement.TaxedPayment) -> Cents)] {
        let known = try sums(
          """
          SELECT json_extract(one.value, '$.member'), sum(json_extract(one.value, '$.\(column)'))
          FROM payment_batch, json_each(body, '$.payments') AS one
          WHERE substr(paid_on, 1, 7) = ? GROUP BY 1
          """, [month.description])
        let told = try statements(month).map {
          ("\($0.member)", $0.taxes.reduce(Int64(0)) { $0 + amount($1).units })
        }
        #expect(
          Dictionary(uniqueKeysWithValues: told.filter { $0.1 != 0 })
            == known.filter { $0.value != 0 })
      }
    }
    // By hand: 500.03 € gross to a person who attested nothing.
    let paid = try #require(
      try statements(Self.months[1]).first { "\($0.member)" == "M0002" }?.taxes.first)
    #expect(paid.gross == Cents(50_003) && paid.net == Cents(35_003))
    #expect(
      paid.taken.map { "\($0.levy) \($0.basisPoints) \($0.amount.units)" } == [
        "income-tax 1280 6400", "csg 920 4600", "crds 50 250", "solidarity 750 3750",
      ])
    let company = try statements(Self.months[1]).first { "\($0.member)" == "M0001" }?.taxes.first
    #expect(company?.taken == [] && company?.net == company?.gross)
    let again = try statements(Self.months[2]).first { "\($0.member)" == "M0002" }?.taxes
    #expect(again?.first { $0.kind == .dividend }?.repaid == Cents(35_003))
  }

  @Test func `a statement read back says the same`() throws {
    for month in Self.months {
      for statement in try statements(month) {
        #expect(try MemberStatement(JSON(reading: statement.json.canonical)) == statement)
      }
    }
  }
}
