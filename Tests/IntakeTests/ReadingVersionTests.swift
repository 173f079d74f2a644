import Intake
import Production
import Store
import TestSupport
import Testing
import Units

/// Another value for a day is a new version: nothing counts anew until somebody says so.
@Suite struct ReadingVersionTests {
  private let tiny: TinyBook
  private let day: Day
  private let old: Int64

  init() throws {
    tiny = try TinyBook(.produced)
    day = try Day("2025-01-20")
    old = Tiny.energy("nord-1", day)
  }

  private func at(_ hours: Int64) -> Instant { Tiny.now.adding(seconds: 3600 * hours) }

  @discardableResult private func take(
    _ energy: Int64, _ name: String = "autre.csv", at instant: Instant = Tiny.now
  ) throws -> ProductionImport {
    try importProduction(
      [TinyBook.file(name, Tiny.readings("nord-1", [(day, energy)]))], to: tiny.book,
      options: ReadingOptions(), now: instant)
  }

  @discardableResult private func decide(
    _ verdict: ReadingVerdict, version: Int? = nil, at instant: Instant = Tiny.now
  ) throws -> ReadingDecision {
    try Intake.decide(
      verdict, [.day(meter: "nord-1", day, version: version)], reason: "essai", in: tiny.book,
      now: instant)
  }

  private var period: Period { Period(first: day, last: day) }

  private func counts(knownAt instant: Instant? = nil) throws -> [Int64] {
    try tiny.book.read {
      try $0.meterDays(in: period, of: "nord-1", knownAt: instant).map(\.reading.energy.units)
    }
  }

  private func standings() throws -> [ReadingStanding] {
    try tiny.book.read { try $0.versions(in: period, of: "nord-1").map(\.standing) }
  }

  @Test func `another value waits beside the one that counts, until it is confirmed`() throws {
    let done = try take(old + 7, at: at(1))
    #expect(done.refusal as? ReadingRefusal == .readingsWait(1))
    #expect(try counts() == [old] && standings() == [.inForce, .waiting])
    let decision = try decide(.confirmed, at: at(2))
    #expect(decision.decided.map(\.reading.energy.units) == [old + 7])
    #expect(try counts() == [old + 7] && standings() == [.superseded, .inForce])
    // What was known before stays known as of before.
    #expect(try counts(knownAt: Tiny.now) == [old] && counts(knownAt: at(1)) == [old])
    #expect(try counts(knownAt: at(2)) == [old + 7])
    #expect(try counts(knownAt: Tiny.now.adding(seconds: -1)) == [])
  }

  @Test(arguments: [nil, .confirmed, .rejected] as [ReadingVerdict?])
  func `the same bytes again change nothing, whatever was decided`(verdict: ReadingVerdict?) throws
  {
    try take(old + 7)
    if let verdict { try decide(verdict) }
    let before = try tiny.dump()
    let again = try take(old + 7, "sous-un-autre-nom.csv", at: at(5))
    #expect(again.waiting == (verdict == nil ? 1 : 0))
    #expect((again.refusal == nil) == (verdict != nil))
    let all = try importProduction(
      TinyBook.readings, to: tiny.book, options: ReadingOptions(), now: at(6))
    #expect(all.refusal == nil && !all.decisions.contains { $0.kind != .skip })
    #expect(try tiny.dump() == before)
  }

  @Test func `a rejected value never counts, and what counted before can be reinstated`() throws {
    try take(old + 7)
    try decide(.rejected)
    #expect(try counts() == [old] && standings() == [.inForce, .rejected])
    try decide(.confirmed, version: 2)
    #expect(try counts() == [old + 7])
    try decide(.confirmed, version: 1)
    #expect(try counts() == [old] && standings() == [.inForce, .superseded])
    // Once more is once too many: it counts already.
    let before = try tiny.dump()
    #expect(try decide(.confirmed, version: 1).decided.isEmpty)
    #expect(try tiny.dump() == before)
  }

  @Test func `of two that wait one is named, and the other falls with it`() throws {
    try take(old + 7, "a.csv")
    try take(old + 9, "b.csv")
    #expect(
      throws: ReadingRefusal.severalVersionsWait("nord-1", day, versions: [2, 3])
    ) { try decide(.confirmed) }
    let decision = try Intake.decide(
      .confirmed, [.file("b.csv")], reason: "essai", in: tiny.book, now: at(1))
    #expect(decision.decided.map(\.file) == ["b.csv"] && decision.dropped.map(\.file) == ["a.csv"])
    #expect(try standings() == [.superseded, .rejected, .inForce])
  }

  @Test func `a value that was replaced or rejected waits again when another file tells it`() throws
  {
    try take(old + 7)
    try decide(.confirmed)
    #expect(try take(old, "retour.csv").waiting == 1)
    #expect(try standings() == [.superseded, .inForce, .waiting])
    try decide(.rejected)
    let again = try importProduction(
      [TinyBook.file("encore.csv", Tiny.readings("nord-1", [(day, old)]) + "\n")],
      to: tiny.book, options: ReadingOptions(), now: Tiny.now)
    #expect(again.waiting == 1)
    #expect(try standings() == [.superseded, .inForce, .rejected, .waiting])
    try decide(.confirmed)
    #expect(try counts() == [old])
  }

  @Test func `of three that wait one is confirmed, and the others fall under one leaf`() throws {
    for more in [7, 9, 11] { try take(old + Int64(more), "\(more).csv") }
    #expect(try decide(.confirmed, version: 3).dropped.map(\.stored.version) == [2, 4])
    #expect(try standings() == [.superseded, .rejected, .inForce, .rejected])
    #expect(try tiny.book.read { try $0.versions(in: period, of: "nord-1") }.count == 4)
  }

  @Test(arguments: [[0, 1, 0], [0, 0, 1], [1, 0, 0]])
  func `the same bytes under two names wait once`(order: [Int64]) throws {
    let files = order.enumerated().map { place, which in
      TinyBook.file("\(place).csv", Tiny.readings("nord-1", [(day, old + 7 + 2 * which)]))
    }
    let done = try importProduction(
      files, to: tiny.book, options: ReadingOptions(), now: at(1))
    #expect(done.waiting == 2)
    #expect(try standings() == [.inForce, .waiting, .waiting])
  }

  @Test func `a file of another meter of the book is refused, whatever it is said to belong to`()
    throws
  {
    let before = try tiny.dump()
    let done = try importProduction(
      [TinyBook.file("a.csv", Tiny.readings("nord-1", TinyBook.january.adding(2)))],
      to: tiny.book, options: ReadingOptions(meter: "sud-1"), now: at(1))
    #expect(done.verdict == .refuse)
    #expect(done.reports.flatMap { $0.findings.map(\.code) } == [.deviceOfAnotherMeter])
    #expect(try tiny.dump() == before)
  }

  @Test func `versions are told as they were known`() throws {
    try take(old + 7, at: at(1))
    try decide(.confirmed, at: at(3))
    let known: [[ReadingStanding]] = try [0, 1, 3].map { hours in
      try tiny.book.read {
        try $0.versions(in: period, of: "nord-1", knownAt: at(hours)).map(\.standing)
      }
    }
    #expect(known == [[.inForce], [.inForce, .waiting], [.superseded, .inForce]])
  }

  @Test func `a file is known by its bytes under any name`() throws {
    let text = Tiny.readings("nord-1", [(day, old + 7)])
    try take(old + 7, "premier-nom.csv")
    let path = try tiny.folder.write("second-nom.csv", text)
    let decision = try Intake.decide(
      .confirmed, [.file(path)], reason: "essai", in: tiny.book, now: at(1), rehearsing: true)
    #expect(decision.decided.count == 1)
    #expect(try standings() == [.inForce, .waiting])
    #expect(throws: ReadingRefusal.nothingWaits("troisieme-nom.csv")) {
      _ = try Intake.decide(
        .confirmed, [.file("troisieme-nom.csv")], reason: "x", in: tiny.book, now: at(1))
    }
  }

  @Test func `what cannot be decided is refused by name`() throws {
    #expect(throws: ReadingRefusal.nothingWaits("nord-1 2025-01-20")) { try decide(.confirmed) }
    #expect(throws: ReadingRefusal.versionIsUnknown("nord-1", day, version: 4)) {
      try decide(.confirmed, version: 4)
    }
    #expect(throws: ReadingRefusal.versionIsInForce("nord-1", day, version: 1)) {
      try decide(.rejected, version: 1)
    }
  }

  @Test func `a day told twice waits from the start, and counts as an estimate once confirmed`()
    throws
  {
    let march = TinyBook.january.adding(2)
    let twice = try Day("2025-03-11")
    let other = Tiny.readings("nord-1", [(twice, 70_000)]).split(separator: "\n").last ?? ""
    let text = Tiny.readings("nord-1", march) + other + "\n"
    let done = try importProduction(
      [TinyBook.file("mars.csv", text)], to: tiny.book, options: ReadingOptions(), now: at(1))
    #expect(done.verdict == .hold && done.waiting == 1)
    let held = try tiny.book.read { try $0.waitingVersions() }
    #expect(held.map(\.reading.quality) == [.held] && held.map(\.reading.day) == [twice])
    #expect(try tiny.book.read { try $0.heldDays() }.map { $0.map(\.standing) } == [[.waiting]])
    _ = try Intake.decide(
      .confirmed, [.file("mars.csv")], reason: "compteur remplacé", in: tiny.book, now: at(2))
    let known = try tiny.book.read { try $0.meterDays(in: march.period, of: "nord-1") }
    #expect(known.count == 31)
    #expect(known.filter { $0.reading.quality == .estimated }.map(\.reading.day) == [twice])
    #expect(try tiny.book.read { try $0.waitingVersions() }.isEmpty)
  }
}
