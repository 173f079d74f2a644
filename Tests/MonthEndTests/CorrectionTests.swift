import Allocation
import Foundation
import GRDB
import Intake
import Journal
import Membership
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units
import Wording

/// What came late counts for those who were there in its true month: everybody has in the end what
/// would have been theirs had everything been known in time, and nothing signed changes.
@Suite struct CorrectionTests {
  private let january = Month(year: 2025, monthOfYear: 1)
  private let signer: SigningKey

  init() throws { signer = try TestSigner.shared.get() }

  /// What every member, reserve and party has, by account and unit.
  private func standings(_ open: OpenBook) throws -> [String: Int64] {
    try DatabaseQueue(path: open.folder.path("book.soleil")).read { db in
      try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(
          db,
          sql: """
            SELECT account || ' ' || coalesce(auxiliary, ''), sum(credit - debit) FROM posting
            WHERE account GLOB '93[1456]*' OR account GLOB '91[56]*' OR account GLOB '7010*'
            GROUP BY 1 HAVING sum(credit - debit) <> 0
            """
        ).map { ($0[0] as String, $0[1] as Int64) })
    }
  }

  private func close(_ open: OpenBook, _ months: ClosedRange<Int>) throws {
    for offset in months { _ = try open.monthEnd.close(january.adding(offset - 1), signer: signer) }
  }

  private func take(_ changes: [Day: Int64], _ month: Month, into open: OpenBook) throws {
    let text = Tiny.readings("nord-1", month, changing: changes)
    let file = InputFile(path: "rectifie.csv", bytes: Array(text.utf8))
    _ = try importProduction([file], to: open.book, options: ReadingOptions(), now: OpenBook.now)
    _ = try decide(
      .confirmed, [.file("rectifie.csv")], reason: "relevé du gestionnaire", in: open.book,
      now: OpenBook.now)
  }

  private func statement(
    _ open: OpenBook, _ member: String, _ month: Month
  ) throws -> JSON? {
    try open.book.read { page in
      try page.statements(of: month).first { $0.member.description == member }
        .map { try JSON(reading: $0.body) }
    }
  }

  /// Months closed before the readings of earlier ones are mended, in one go or in two.
  @Test(arguments: [[1], [2], [1, 2]])
  func `everybody has in the end what is theirs, whenever the reading came`(
    _ mendedAfter: [Int]
  ) throws {
    let changes = [try Day("2025-01-03"): Int64(77), try Day("2025-01-20"): 145_671]
    let right = try OpenBook.tiny(months: 3, changing: changes)
    try close(right, 1...3)
    let late = try OpenBook.tiny(months: 3)
    // A file says every day of the month: the second one says the first change again.
    let parts = mendedAfter.count == 1 ? [changes] : [[try Day("2025-01-03"): 77], changes]
    var closed = 0
    for (after, part) in zip(mendedAfter, parts) {
      try close(late, (closed + 1)...after)
      closed = after
      try take(part, january, into: late)
    }
    try close(late, (closed + 1)...3)
    #expect(try standings(late) == standings(right))
    let report = try examine(
      bookAt: late.folder.path("book.soleil"), closings: late.folder.path("closings"),
      also: [.sharing])
    #expect(report.isSound, "\(report.faults)")
  }

  @Test func `the next statement supersedes the signed one by its digest, and earlier files stay`()
    throws
  {
    let open = try OpenBook.tiny(months: 3)
    try close(open, 1...1)
    let sealed = try open.folder.contents("closings")
    let signed = try #require(try statement(open, "M0002", january))
    try take([try Day("2025-01-20"): 145_671], january, into: open)
    try close(open, 2...2)
    #expect(
      try open.folder.contents("closings").filter { $0.key.hasPrefix("2025-01/") } == sealed)
    let next = try #require(try statement(open, "M0002", january.next))
    let notice = try #require(next["supersedes"]?.arrayValue?.first)
    #expect(notice["month"]?.stringValue == "2025-01")
    #expect(notice["statementSha256"]?.stringValue == sha256(signed.canonical).hex)
    #expect(notice["whBefore"] == signed["energy"]?["wh"])
    #expect(notice["centsBefore"] == signed["entitlement"]?["cents"])
    let difference =
      (notice["wh"]?.integerValue ?? 0) - (notice["whBefore"]?.integerValue ?? 0)
    let year = next["energy"]?["yearWh"]?.integerValue ?? 0
    let months = try [signed, next].map { try #require($0["energy"]?["wh"]?.integerValue) }
    #expect(year == months[0] + months[1] + difference && difference != 0)
    let rows = String(
      decoding: try open.folder.bytes("closings/2025-02/corrections.csv"), as: UTF8.self)
    #expect(rows.contains("2025-01,"))
    try close(open, 3...3)
    #expect(try statement(open, "M0002", january.adding(2))?["supersedes"] == nil)
    #expect(throws: (any Error).self) {
      try open.folder.bytes("closings/2025-03/corrections.csv")
    }
  }

  /// What a correction says before and after is reckoned again from its explanation alone.
  @Test func `a correction is explained by the month as it stood and as it stands`() throws {
    let open = try OpenBook.tiny(months: 3)
    try close(open, 1...1)
    try take([try Day("2025-01-20"): 145_671], january, into: open)
    try close(open, 2...2)
    let notice = try #require(
      try statement(open, "M0002", january.next)?["supersedes"]?.arrayValue?.first)
    let one = FigureReference.Subject.beneficiary(.member("M0002"), .energy)
    let found = try open.book.read {
      try $0.correction(of: january, in: january.next, for: "M0002")
    }
    let sides = try [(found.before, "Before"), (found.after, "")].map { side, name in
      let told = Recomputed(
        json: try JSON(reading: side.json("REF", value: 0, unit: .wh).canonical))
      let (cents, energy) = (
        try told.standings(energy: false)["member:M0002"],
        try told.standings(energy: true)["member:M0002"]
      )
      #expect(try told.result() == side.shared.base.units)
      #expect(energy == notice["wh\(name)"]?.integerValue)
      #expect(cents == notice["cents\(name)"]?.integerValue)
      return try #require(energy)
    }
    #expect(found.value(one)?.value == sides[1] - sides[0])
    let tree = try #require(found.tree("2025-02/2025-01/M0002/energy", one)).drawn(.french)
    #expect(tree.contains("rectifie.csv") && tree.contains("nord-1-2025-01.csv"))
    // The line that books it goes by that name.
    let lines = try open.book.read { page in
      try #require(
        try page.explanation(ofYearThrough: january.next, for: .member("M0002"), .energy)
      ).lines.map { try page.explanation(of: $0.entry.reference).figure($0.line) }
    }
    #expect(lines.contains("2025-02/2025-01/M0002/energy"))
  }

  /// The result of a closed fiscal year is the general meeting's: what comes later counts where it is
  /// found out, and says its true day.
  @Test func `what comes after the fiscal year is shared in the open one`() throws {
    let year = try TurnedYear()
    let late = try Day("2025-01-20")
    try take([late: 145_671], january, into: year.open)
    let signed = try year.open.folder.contents("closings")
    try year.close(TurnedYear.march)
    let found = try year.open.book.read { try $0.explanation(of: TurnedYear.march) }
    let told = Recomputed(
      json: try JSON(reading: found.json("REF", value: 0, unit: .wh).canonical))
    #expect(try told.result() == found.shared.base.units)
    let energy = try told.standings(energy: true).values.reduce(0, +)
    #expect(found.energy.units == energy)
    #expect(found.days.contains { $0.day == late && $0.file == "rectifie.csv" })
    #expect(try statement(year.open, "M0002", TurnedYear.march)?["supersedes"] == nil)
    let now = try year.open.folder.contents("closings").filter { !$0.key.hasPrefix("2025-03/") }
    #expect(now == signed)
    let report = try examine(
      bookAt: year.open.folder.path("book.soleil"),
      closings: year.open.folder.path("closings"), also: [.sharing])
    #expect(report.isSound, "\(report.faults)")
  }

  @Test func `a late invoice is borne by those who held shares in its month`() throws {
    let invoice = """
      [[entry]]
      key = "ASS-J"
      date = 2025-01-31
      journal = "AC"
      voucher = "ASS-J"
      label = "Assurance de janvier"
      lines = [
        { account = "616100", debit_cents = 70123 },
        { account = "401000", credit_cents = 70123, aux = "supplier:ville" },
      ]

      """
    let file = InputFile(path: "facture.toml", bytes: Array(invoice.utf8))
    let right = try OpenBook.tiny(months: 2)
    _ = try post([file], to: right.book, now: OpenBook.now)
    try close(right, 1...2)
    let late = try OpenBook.tiny(months: 2)
    try close(late, 1...1)
    _ = try post([file], to: late.book, now: OpenBook.now, mode: PostingMode(admitsLate: true))
    try close(late, 2...2)
    #expect(try standings(late) == standings(right))
  }

  @Test func `a late movement counts from the day it should have`() throws {
    let right = try OpenBook.tiny(months: 3)
    try close(right, 1...1)
    let before = try standings(right)
    let late = """
      [[late_movement]]
      movement = "BS-9"
      from = 2025-01-12
      valid_from = 2025-02-01
      reason = "bulletin reçu à temps, saisi en février"

      """
    let shares = """
      date,kind,member,counterparty,shares,amount_cents,reference
      2025-02-01,subscription,M0003,,9,45000,BS-9

      """
    _ = try importShares(
      InputFile(path: "s.csv", bytes: Array(shares.utf8)), to: right.book, now: OpenBook.now)
    let applied = try apply(
      [InputFile(path: "tard.toml", bytes: Array(late.utf8))], to: right.book, now: OpenBook.now)
    #expect(applied.map(\.change) == [.new])
    try close(right, 2...2)
    let notice = try #require(
      try statement(right, "M0003", january.next)?["supersedes"]?.arrayValue?.first)
    // 11 shares over 14 days, 9 more over 20: by hand, of the energy of January.
    let member: Int64 = 11 * 14 + 9 * 20
    let all: Int64 = 70 * 30 + 31 * 30 + member
    let delivered = right.truth.values.reduce(Int64(0)) { sum, days in
      sum + days.filter { $0.key.month == january }.values.reduce(0, +)
    }
    #expect(abs((notice["wh"]?.integerValue ?? 0) - delivered * member / all) <= 1)
    #expect(before != (try standings(right)))
  }

  @Test func `a book that no longer gives what was signed corrects nothing`() throws {
    let open = try OpenBook.tiny(months: 2)
    try close(open, 1...1)
    try take([try Day("2025-01-20"): 145_671], january, into: open)
    try DatabaseQueue(path: open.folder.path("book.soleil")).write { db in
      try db.execute(
        sql: """
          DROP TRIGGER residue_stays;
          UPDATE residue SET owed = CAST(CAST(owed AS INTEGER) + 1 AS TEXT)
          WHERE division = 'energy/members' AND beneficiary = 'member:M0001';
          UPDATE residue SET owed = CAST(CAST(owed AS INTEGER) - 1 AS TEXT)
          WHERE division = 'energy/members' AND beneficiary = 'member:M0002';
          """)
    }
    let report = try examine(
      bookAt: open.folder.path("book.soleil"), closings: open.folder.path("closings"),
      also: [.sharing])
    #expect(report.faults.contains(.sharingDoesNotFollow(january)))
    #expect(throws: AllocationRefusal.signedMonthDoesNotRecompute(january)) {
      try close(open, 2...2)
    }
    #expect(throws: AllocationRefusal.signedMonthDoesNotRecompute(january)) {
      _ = try open.book.read { try $0.explanation(of: january) }
    }
  }

  /// Rules that change on the 11th of February: both hold their days, and the sums are exact.
  @Test func `a change of rules splits its month, and both rules are cited`() throws {
    let open = try OpenBook.tiny(months: 2)
    try close(open, 1...1)
    let text = (Tiny.ruleFiles["essai.toml"] ?? "").replacing("2025-06-01", with: "2025-02-11")
    _ = try apply(
      [InputFile(path: "r.toml", bytes: Array(text.utf8))], to: open.book, now: OpenBook.now)
    let closed = try open.monthEnd.close(january.next, signer: signer)
    let shared = closed.reckoning.shared
    #expect(shared.stretches.map(\.stretch.rules.reference) == ["partage@1", "partage@2"])
    #expect(shared.stretches.map { $0.stretch.period.length } == [10, 18])
    let final = shared.finalShares.reduce(Cents.zero) { $0 + $1.amount }
    #expect(final == closed.reckoning.result)
    #expect(
      shared.energyShares.reduce(WattHours.zero) { $0 + $1.amount } == closed.reckoning.energy)
    #expect(shared.energyShares.contains { $0.beneficiary == .company })
    let csv = String(
      decoding: try open.folder.bytes("closings/2025-02/allocation.csv"), as: UTF8.self)
    #expect(csv.contains(",partage@1,2025-02-01,2025-02-10"))
    #expect(csv.contains(",partage@2,2025-02-11,2025-02-28"))
    // What the rules charge is a charge of the month, and the entitlements are the rest.
    let booked = try standings(open)
    let charges = shared.finalShares.filter { $0.nature == .charge }
      .reduce(Cents.zero) { $0 + $1.amount }
    let all = try DatabaseQueue(path: open.folder.path("book.soleil")).read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT coalesce(sum(debit - credit), 0) FROM posting JOIN entry ON entry.id = entry
          WHERE account = '613200' AND key LIKE 'close:2025-02:allocation%'
          """)
    }
    #expect(all == charges.units)
    #expect(booked.keys.contains("916000 company") == false)
    let report = try examine(
      bookAt: open.folder.path("book.soleil"), closings: open.folder.path("closings"))
    #expect(report.isSound, "\(report.faults)")
    // And what was signed is reckoned again from the book.
    let explained = try open.book.read { try $0.explanation(of: january.next) }
    #expect(explained.shared == shared)
    #expect(explained.rulings.map(\.rules.version) == [1, 2])
  }
}
