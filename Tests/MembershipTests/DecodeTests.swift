import Membership
import Testing
import Units

@Suite struct DecodeTests {
  static let heading =
    "member,college,kind,last_name,first_name,organisation,email,street,postcode,commune,language,joined\n"

  @Test func readsPeopleAndOrganisations() throws {
    let text =
      Self.heading + """
        M0001,citizens,person,Martel,Zoé,,zoe@example.org,1 rue du Puits,62000,Exempleville,fr,2026-01-05
        M0002,publics,public-body,,,Commune d'Exempleville,,,,,,2026-01-01

        """
    let found = try MembersFile.decode(Array(text.utf8), file: "members.csv")
    #expect(found.map(\.member.number.description) == ["M0001", "M0002"])
    #expect(found.map(\.member.kind) == [.person, .publicBody])
    #expect(found.map(\.identity.lastName) == ["Martel", ""])
    #expect(found[0].member.college(on: try day("2026-01-05")) == (try CollegeID("citizens")))
    #expect(found[0].member.college(on: try day("2026-01-04")) == nil)
    #expect("\(found[0].identity)" == "identity withheld")
    #expect(String(reflecting: found[0]).contains("Martel") == false)
  }

  @Test func refusesEveryFaultOfAMembersFileWithoutQuotingIt() throws {
    let text =
      Self.heading + """
        M 1,citizens,person,Martel,Zoé,,,,,,fr,2026-01-05
        M2,citizens,robot,Martel,Zoé,,,,,,fr,2026-02-30
        M3,citizens,person,,Zoé,,,,,,de,2026-01-05
        M4,publics,public-body,Martel,,,,,,,fr,2026-01-05
        M4,publics,company,,,Soleil SA,,,,,fr,2026-01-05

        """
    let refusals = try #require(throws: Refusals.self) {
      try MembersFile.decode(Array(text.utf8), file: "m.csv")
    }
    let located = refusals.all.compactMap { $0 as? Located }
    #expect(
      located.map { "\($0.place) \($0.code)" } == [
        "m.csv:2:1 member-number-is-malformed", "m.csv:3:13 member-kind-is-unknown",
        "m.csv:3:38 day-is-not-a-calendar-day", "m.csv:4:30 language-is-unknown",
        "m.csv:4:20 person-has-no-name", "m.csv:5:32 organisation-has-no-name",
        "m.csv:6:1 member-is-repeated",
      ])
    #expect(located.allSatisfy { $0.place.excerpt == nil })
  }

  @Test func readsMovements() throws {
    let text = """
      date;kind;member;counterparty;shares;amount_cents;reference
      2026-01-05;subscription;M1;;2;10000;S1
      2026-02-05;transfer;M1;M2;1;0;T1
      """
    let found = try MovementsFile.decode(Array(text.utf8), file: "shares.csv")
    #expect(
      found.map(\.movement) == [
        try movement("2026-01-05", .subscription, "M1", 2, ref: "S1"),
        try movement("2026-02-05", .transfer, "M1", to: "M2", 1, amount: 0, ref: "T1"),
      ])
    #expect(found.map(\.place.line) == [2, 3])
  }

  @Test func refusesEveryFaultOfAMovementsFile() throws {
    let text = """
      date,kind,member,counterparty,shares,amount_cents,reference
      2026-13-05,barter,M1,,1.5,100.00,
      2026-02-05,transfer,,M 2,1,0,T1
      """
    let refusals = try #require(throws: Refusals.self) {
      try MovementsFile.decode(Array(text.utf8), file: "s.csv")
    }
    let located = refusals.all.compactMap { $0 as? Located }
    #expect(
      located.map { "\($0.place) \($0.code)" } == [
        "s.csv:2:1 day-is-not-a-calendar-day", "s.csv:2:12 word-is-unknown",
        "s.csv:2:23 number-is-too-fine", "s.csv:2:27 number-is-too-fine",
        "s.csv:2:34 reference-is-missing", "s.csv:3:21 cell-is-empty",
        "s.csv:3:22 member-number-is-malformed",
      ])
    #expect(located.first?.place.excerpt == "2026-13-05,barter,M1,,1.5,100.00,")
  }
}
