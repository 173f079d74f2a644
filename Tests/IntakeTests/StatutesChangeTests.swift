import GRDB
import Intake
import Membership
import Store
import TestSupport
import Testing
import Units

/// New statutes for a book: what may change, from when, and what follows.
@Suite struct StatutesChangeTests {
  static func file(_ tables: String) -> InputFile {
    TinyBook.file("s2.toml", "format = \"soleil-statutes/1\"\n\n" + tables)
  }

  static func capital(
    _ from: String, nominal: Int = 5000, ceiling: Int = 20_000_000,
    resolution: String? = "AGE 1", more: String = ""
  ) -> String {
    """
    [capital]
    share_nominal_cents = \(nominal)
    floor_cents = 100000
    ceiling_cents = \(ceiling)
    valid_from = \(from)
    \(resolution.map { "resolution = \"\($0)\"" } ?? "")
    \(more)

    """
  }

  static func college(
    _ id: String, _ account: String, _ weight: Int, _ from: String, admits: String = "person",
    resolution: String? = "AGE 1", more: String = ""
  ) -> String {
    """
    [[college]]
    id = "\(id)"
    name_fr = "\(id)"
    name_en = "\(id)"
    account = "\(account)"
    admits = ["\(admits)"]
    voting_weight = \(weight)
    revenue_weight = \(weight)
    valid_from = \(from)
    \(resolution.map { "resolution = \"\($0)\"" } ?? "")
    \(more)

    """
  }

  /// Companies end with September and pass to a new college; citizens keep their half.
  static func merger(passing: String = "passes_to = \"partners\"") -> String {
    college(
      "companies", "101320", 50, "2025-09-01", admits: "company",
      more: "valid_to = 2025-09-30\n\(passing)")
      + college("citizens", "101310", 50, "2025-09-01")
      + college("partners", "101350", 50, "2025-10-01", admits: "company")
  }

  static let refused: [(tables: String, codes: [String])] = [
    (capital("2025-07-01", resolution: nil), ["resolution-is-missing"]),
    (capital("2025-07-01", resolution: "  "), ["resolution-is-missing"]),
    (capital("2025-07-01", nominal: 2500), ["nominal-changes-by-a-split"]),
    (
      capital("2025-07-01", more: "person_cap_percent = \"0\""), ["percentage-is-out-of-range"]
    ),
    (
      capital("2025-07-01", more: "public_bodies_together_cap_percent = \"100.01\""),
      ["percentage-is-out-of-range"]
    ),
    ("[fiscal_year]\nfirst_start = 2025-01-01\nfirst_end = 2025-11-30\n", ["terms-are-fixed"]),
    (
      college("citizens", "101310", 40, "2025-07-01"),
      ["weights-do-not-sum-to-one", "weights-do-not-sum-to-one"]
    ),
    (college("citizens", "101311", 50, "2025-07-01"), ["college-keeps-its-account"]),
    (college("friends", "101310", 0, "2025-07-01"), ["capital-account-is-shared"]),
    (merger(passing: ""), ["college-still-has-members"]),
    (merger(passing: "passes_to = \"nobody\""), ["college-is-unknown"]),
    (merger(passing: "passes_to = \"citizens\""), ["kind-is-not-admitted"]),
    (merger(passing: "passes_to = \"a b\""), ["college-id-is-malformed"]),
    (
      college("citizens", "101310", 50, "2025-07-01", more: "votes = \"by-luck\""),
      ["value-is-not-allowed"]
    ),
  ]

  @Test(arguments: refused) func `statutes that break a rule change nothing`(
    tables: String, expected: [String]
  ) throws {
    let tiny = try TinyBook(.shares)
    let before = try tiny.dump()
    #expect(
      codes { _ = try apply([Self.file(tables)], to: tiny.book, now: Tiny.now) } == expected)
    #expect(try tiny.dump() == before)
  }

  @Test func `a ceiling changes from its day on, and once`() throws {
    let tiny = try TinyBook(.shares)
    let file = Self.file(Self.capital("2025-07-01", ceiling: 12_345_600))
    #expect(try apply([file], to: tiny.book, now: Tiny.now).map(\.change) == [.changed])
    #expect(try apply([file], to: tiny.book, now: Tiny.now).map(\.change) == [.same])
    let statutes = try tiny.book.read { try Cooperative($0, on: Day("2025-02-01")).statutes }
    #expect(statutes.capitalTerms(on: try Day("2025-06-30")).ceiling == Cents(10_000_000))
    #expect(statutes.capitalTerms(on: try Day("2025-07-01")).ceiling == Cents(12_345_600))
    #expect(try Store.examine(bookAt: tiny.path, closings: tiny.folder.path("none")).isSound)
  }

  @Test func `a college that ends passes its members and their capital to the next`() throws {
    let tiny = try TinyBook(.shares)
    let before = try tiny.book.read { page in
      try page.shareRegister(Cooperative(page, on: Day("2025-06-30")).statutes)
    }
    _ = try apply([Self.file(Self.merger())], to: tiny.book, now: Tiny.now)
    let register = try tiny.book.read { page in
      try page.shareRegister(Cooperative(page, on: Day("2025-12-31")).statutes)
    }
    for text in ["2025-01-02", "2025-06-30", "2025-09-30"] {
      let day = try Day(text)
      #expect(register.holders(on: day) == before.holders(on: day))
    }
    let day = try Day("2025-10-01")
    #expect(
      register.colleges(on: day).map { "\($0.college) \($0.holders) \($0.shares)" }
        == ["citizens 2 40", "partners 1 70"])
    #expect(try Self.accounts(tiny, "2025-09-30") == ["101310": 2_000_00, "101320": 3_500_00])
    #expect(
      try Self.accounts(tiny, "2025-10-01") == [
        "101310": 2_000_00, "101320": 0, "101350": 3_500_00,
      ])
    #expect(try Store.examine(bookAt: tiny.path, closings: tiny.folder.path("none")).isSound)
  }

  @Test func `members pass by name or with their college, and movements follow them`() throws {
    let tiny = try TinyBook(.shares)
    let split =
      Self.college("citizens", "101310", 30, "2025-03-01")
      + Self.college("residents", "101315", 20, "2025-03-01")
      + Self.college("companies", "101320", 50, "2025-03-01", admits: "company")
    _ = try apply([Self.file(split)], to: tiny.book, now: Tiny.now)
    let (residents, day) = (try CollegeID("residents"), try Day("2025-03-01"))
    let m3 = try MemberNumber("M0003")
    func pass(_ numbers: [MemberNumber], of origin: CollegeID? = nil) throws -> [MemberNumber] {
      try Intake.pass(
        numbers, everyoneOf: origin, to: residents, from: day, reference: "CA 3", in: tiny.book,
        now: Tiny.now)
    }
    #expect(try pass([m3]) == [m3])
    #expect(try pass([m3]) == [])
    // M0003 held 18 from 8 February, and gave two back on 5 March, after it had passed.
    #expect(try Self.accounts(tiny, "2025-03-01")["101315"] == 18 * 50_00)
    #expect(try Self.accounts(tiny, "2025-03-05")["101315"] == 16 * 50_00)
    #expect(try pass([], of: try CollegeID("citizens")) == [try MemberNumber("M0002")])
    #expect(try Self.accounts(tiny, "2025-12-31")["101310"] == 0)
    let reasons: [(MemberNumber?, String, String)] = [
      (nil, "2025-03-01", "nobody-passes"),
      (try MemberNumber("M0009"), "2025-03-01", "member-is-unknown"),
      (try MemberNumber("M0001"), "2025-03-01", "kind-is-not-admitted"),
      (m3, "2025-01-01", "member-had-not-joined"),
    ]
    for (number, from, code) in reasons {
      #expect(
        codes {
          _ = try Intake.pass(
            [number].compactMap(\.self), to: residents, from: Day(from), reference: "CA",
            in: tiny.book, now: Tiny.now)
        } == [code])
    }
    #expect(try Store.examine(bookAt: tiny.path, closings: tiny.folder.path("none")).isSound)
  }

  @Test func `nobody passes in a closed month`() throws {
    let tiny = try TinyBook(.shares)
    try tiny.raw.write { db in
      try db.execute(
        sql: """
          INSERT INTO closing VALUES ('2025-01', 1, 0, '2025-01-31', x'00', x'00', zeroblob(32))
          """)
    }
    #expect(
      codes {
        _ = try pass(
          [MemberNumber("M0003")], to: CollegeID("companies"), from: Day("2025-01-31"),
          reference: "CA", in: tiny.book, now: Tiny.now)
      }.contains("kind-is-not-admitted"))
    let standing = Standing(
      member: try MemberNumber("M0003"), aspect: .college(try CollegeID("citizens")),
      from: try Day("2025-01-31"), reference: "CA")
    #expect(
      throws: CollegeRefusal.changeReachesIntoClosedMonths(
        standing.member, from: standing.from, closedThrough: try Day("2025-01-31"))
    ) {
      _ = try tiny.book.write(at: Tiny.now) { try $0.record(standing) }
    }
    #expect(throws: DatabaseError.self) {
      try tiny.raw.write { db in
        try db.execute(
          sql: """
            INSERT INTO standing (member, aspect, valid_from, value, reference, recorded_at, leaf)
            VALUES ('M0003', 'college', '2025-01-31', 'citizens', 'CA', 0, 0)
            """)
      }
    }
  }

  @Test func `companies declare who holds them, persons do not`() throws {
    let tiny = try TinyBook(.shares)
    let (company, person) = (try MemberNumber("M0001"), try MemberNumber("M0002"))
    func declare(_ number: MemberNumber, _ isHeld: Bool, _ from: String) throws -> Bool {
      try Intake.declare(
        number, heldByPersons: isHeld, from: Day(from), reference: "attestation", in: tiny.book,
        now: Tiny.now)
    }
    #expect(throws: CollegeRefusal.onlyCompaniesAreDeclared(person, .person)) {
      _ = try declare(person, true, "2025-03-01")
    }
    #expect(try declare(company, true, "2025-03-01"))
    #expect(try !declare(company, true, "2025-04-01"))
    #expect(try declare(company, false, "2025-05-01"))
    let register = try tiny.book.read { page in
      try page.shareRegister(Cooperative(page, on: Day("2025-12-31")).statutes)
    }
    let runs =
      register.naturalHoldings(in: try Month("2025-02").period)
      + register.naturalHoldings(in: try Month("2025-04").period)
    #expect(
      runs.map { "\($0.days) \($0.natural)/\($0.total)" } == [
        "2025-02-01..2025-02-28 42/112", "2025-04-01..2025-04-30 110/110",
      ])
  }

  private static func accounts(_ tiny: TinyBook, _ day: String) throws -> [String: Int64] {
    try tiny.raw.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT account, sum(credit - debit) AS cents FROM posting
          JOIN entry ON entry.id = posting.entry
          WHERE account LIKE '101%' AND date <= ? GROUP BY account
          """, arguments: [day])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["account"], $0["cents"]) })
    }
  }
}
