import Agreements
import Intake
import Journal
import Membership
import Production
import Store
import TestSupport
import Testing
import Units

/// What one faulty row does to a file: nothing of it, nor of the files beside it, enters the book.
@Suite struct WholeOrNothingTests {
  private func expectUnchanged(
    _ tiny: TinyBook, _ expected: [String], _ body: () throws -> Void
  ) throws {
    let before = try tiny.dump()
    #expect(codes(body) == expected)
    #expect(try tiny.dump() == before)
  }

  @Test(arguments: [
    ("[[party]]\nid = \"Maj Us\"\nname = \"x\"\n", ["identifier-is-malformed"]),
    ("[[party]]\nname = \"x\"\n", ["key-is-missing"]),
    ("[[party]]\nid = \"a\"\nname = \"x\"\nnmae = \"y\"\n", ["key-is-unknown"]),
    (
      "[[party]]\nid = \"ville\"\nname = \"x\"\nvalid_from = 2025-01-01\n",
      ["identifier-is-repeated"]
    ),
    ("[[partie]]\nid = \"a\"\n", ["kind-is-unknown", "file-has-no-fact"]),
    ("[organisation]\nname = \"Autre\"\n", ["kind-is-unknown", "file-has-no-fact"]),
    ("# rien\n", ["file-has-no-fact"]),
    (
      "[[meter]]\nid = \"m\"\nsite = \"nulle-part\"\nserial = \"9\"\nkind = \"grid\"\n"
        + "counts = true\nvalid_from = 2025-01-01\n", ["reference-is-unknown"]
    ),
    (
      "[[loan]]\nid = \"l\"\nlender = \"personne\"\nprincipal_cents = 5\ndrawn = 2025-01-01\n"
        + "method = \"constant-annuity\"\nrate = \"0.01\"\ninstalments = 2\n"
        + "first_due = 2025-02-01\nday_count = \"30/360\"\n", ["reference-is-unknown"]
    ),
    (
      "[[site]]\nid = \"s\"\nname = \"S\"\ncommune = \"C\"\nowner = \"ville\"\npeak_watts = 0\n"
        + "area_m2 = 1\ncommissioned = 2020-01-01\n", ["number-is-out-of-range"]
    ),
    (
      "[[meter]]\nid = \"m\"\nsite = \"nord\"\nserial = \"1001\"\nkind = \"grid\"\n"
        + "valid_from = 2026-01-01\n", ["serial-is-shared"]
    ),
    ("[[party]]\nid = \"p\"\nname = \"\\u001B[2J\"\n", ["text-has-control-character"]),
  ]) func `one faulty fact keeps all facts out`(fault: String, expected: [String]) throws {
    let tiny = try TinyBook(.founded)
    try expectUnchanged(tiny, expected) {
      _ = try apply(
        TinyBook.facts + [TinyBook.file("last.toml", fault)], to: tiny.book, now: Tiny.now)
    }
  }

  @Test(arguments: [
    ("m0004,citizens,person,Roux,Eve,,fr,2025-01-02", ["member-number-is-malformed"]),
    ("M0004.pdf,citizens,person,Roux,Eve,,fr,2025-01-02", ["member-number-is-malformed"]),
    ("M0004,citizens,person,Ro\u{0}ux,Eve,,fr,2025-01-02", ["csv-cell-has-control-character"]),
    ("M0004,deux mots,person,Roux,Eve,,fr,2025-01-02", ["college-id-is-malformed"]),
    ("M0004,nowhere,person,Roux,Eve,,fr,2025-01-02", ["college-is-unknown"]),
    ("M0004,citizens,company,,,SARL,fr,2025-01-02", ["kind-is-not-admitted"]),
    ("M0004,citizens,person,,,,fr,2025-01-02", ["person-has-no-name"]),
    ("M0004,citizens,person,Roux,Eve,,de,2025-01-02", ["language-is-unknown"]),
    ("M0003,citizens,person,Roux,Eve,,fr,2025-01-02", ["member-is-repeated"]),
    ("M0004,citizens,person,Roux,Eve,,fr,2025-02-30", ["day-is-not-a-calendar-day"]),
  ]) func `one faulty member keeps all members out`(row: String, expected: [String]) throws {
    let tiny = try TinyBook(.applied)
    try expectUnchanged(tiny, expected) {
      _ = try importMembers(
        TinyBook.file("m.csv", Tiny.members + row + "\n"), to: tiny.book, now: Tiny.now)
    }
  }

  @Test func `a known member with another name is refused, and the new ones with it`() throws {
    let tiny = try TinyBook(.members)
    let other =
      Tiny.members.replacing("Petit", with: "Autre")
      + "M0009,citizens,person,Roux,Eve,,fr,2025-01-02\n"
    try expectUnchanged(tiny, ["member-has-other-content"]) {
      _ = try importMembers(TinyBook.file("m.csv", other), to: tiny.book, now: Tiny.now)
    }
  }

  @Test(arguments: [
    ("2025-03-06,withdrawal,M0002,,25,125000,RT-2", ["holding-is-insufficient"]),
    ("2025-03-06,subscription,M0099,,1,5000,BS-9", ["member-is-unknown"]),
    ("2025-03-06,subscription,M0002,,1,4999,BS-9", ["amount-is-not-the-nominal"]),
    ("2025-03-06,subscription,M0002,,3,15000,BS-1", ["reference-has-other-content"]),
    ("2025-03-06,transfer,M0002,,3,15000,OT-2", ["transfer-has-no-receiver"]),
    ("2025-03-06,subscription,M0002,,30000,150000000,BS-9", ["capital-exceeds-the-ceiling"]),
  ]) func `one faulty movement keeps all movements out`(row: String, expected: [String]) throws {
    let tiny = try TinyBook(.members)
    try expectUnchanged(tiny, expected) {
      _ = try importShares(
        TinyBook.file("s.csv", Tiny.shares + row + "\n"), to: tiny.book, now: Tiny.now)
    }
  }

  private static func entry(_ lines: String, journal: String = "OD", key: String = "Z-9") -> String
  {
    "[[entry]]\nkey = \"\(key)\"\ndate = 2025-02-03\njournal = \"\(journal)\"\n"
      + "voucher = \"V\"\nlabel = \"L\"\nlines = [\(lines)]\n"
  }

  private static let bank = #"{ account = "512100", debit_cents = 5 }"#
  private static let sale = #"{ account = "701000", credit_cents = 5 }"#

  @Test(arguments: [
    (entry("\(bank), { account = \"701000\", credit_cents = 4 }"), ["entry-is-unbalanced"]),
    (entry("\(bank), { account = \"701000\" }"), ["line-has-not-one-side"]),
    (
      entry("{ account = \"512100\", debit_cents = 5, credit_cents = 5 }, \(sale)"),
      ["line-has-not-one-side"]
    ),
    (entry("\(bank), { account = \"7010\", credit_cents = 5 }"), ["account-is-unknown"]),
    (
      entry("\(bank), { account = \"701000\", credit_cents = 5, site = \"lune\" }"),
      ["site-is-unknown"]
    ),
    (
      entry("\(bank), { account = \"701000\", credit_cents = 5, aux = \"lune\" }"),
      ["auxiliary-is-malformed"]
    ),
    (entry("\(bank), \(sale)", journal: "XX"), ["journal-is-unknown"]),
    (
      entry("\(bank), \(sale)", journal: "EX"),
      ["account-is-in-the-wrong-journal", "account-is-in-the-wrong-journal"]
    ),
    (entry("\(bank), \(sale)", key: "ASS-1"), ["key-is-taken"]),
    (
      entry(
        "{ account = \"512100\", debit_cents = -5 }, { account = \"701000\", credit_cents = -5 }"),
      ["amount-is-not-positive", "amount-is-not-positive"]
    ),
    (
      entry("\(bank), \(sale)").replacing("2025-02-03", with: "2024-02-03"),
      ["date-is-outside-fiscal-years"]
    ),
  ]) func `one faulty entry keeps all entries out`(fault: String, expected: [String]) throws {
    let tiny = try TinyBook(.shares)
    try expectUnchanged(tiny, expected) {
      _ = try post(
        TinyBook.entries + [TinyBook.file("last.toml", fault)], to: tiny.book, now: Tiny.now)
    }
  }

  @Test func `every fault of all files is told at once, each at its line`() throws {
    let tiny = try TinyBook(.shares)
    let error = #expect(throws: Refusals.self) {
      _ = try post(
        [
          TinyBook.file("a.toml", Self.entry("\(Self.bank), { account = \"701000\" }")),
          TinyBook.file("b.toml", "\n\n" + Self.entry(Self.bank)),
        ], to: tiny.book, now: Tiny.now)
    }
    let places = (error?.all ?? []).compactMap { ($0 as? Located)?.place }
    #expect(places.map(\.file) == ["a.toml", "b.toml", "b.toml"])
    #expect(places.allSatisfy { $0.line != nil })
  }

  @Test func `production: one file refused keeps all files out`() throws {
    let tiny = try TinyBook(.shares)
    let strange = Tiny.readings("sud-1", TinyBook.january).replacing("1002", with: "7777")
    let broken = Tiny.readings("sud-1", TinyBook.january).replacing(";kWh;kWh", with: ";kWh;Tonnes")
    for text in [strange, broken, "rien\n"] {
      let before = try tiny.dump()
      let merged = try importProduction(
        [TinyBook.februaryFile, TinyBook.file("x.csv", text)], to: tiny.book,
        options: ReadingOptions(), now: Tiny.now)
      #expect(merged.verdict == .refuse)
      #expect(merged.refusal as? IntakeRefusal == .filesWereRefused(1))
      #expect(try tiny.dump() == before)
    }
  }

  @Test func `production: a day that says something else waits, the other files count`() throws {
    let tiny = try TinyBook(.produced)
    let march = TinyBook.file("mars.csv", Tiny.readings("nord-1", TinyBook.january.adding(2)))
    let day = Tiny.energy("nord-1", try Day("2025-01-31"))
    let lines = Tiny.readings("nord-1", TinyBook.january).split(
      separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { line in
      line.hasPrefix("31.01") ? line.dropLast(3) + String(format3(day + 1)) : line[...]
    }.joined(separator: "\n")
    let merged = try importProduction(
      [march, TinyBook.file("janvier.csv", changed)], to: tiny.book, options: ReadingOptions(),
      now: Tiny.now)
    #expect(merged.verdict == .hold)
    #expect(merged.refusal as? ReadingRefusal == .readingsWait(1))
    let held = try tiny.book.read { try $0.heldDays() }
    #expect(held.map { $0.map(\.standing) } == [[.inForce, .waiting]])
    #expect(held[0].map(\.reading.energy.units) == [day, day + 1])
    let later = TinyBook.january.adding(2).period
    #expect(try tiny.book.read { try $0.meterDays(in: later) }.count == 31)
  }

  private func format3(_ value: Int64) -> String { String(String(1000 + value % 1000).suffix(3)) }
}
