import Membership
import Testing
import Text
import Units

@Suite struct PeopleFilesTests {
  /// Example numbers of the SWIFT registry; the wrong ones break length, country, check digits.
  @Test(arguments: [
    ("FR1420041010050500013M02606", true), ("FR14 2004 1010 0505 0001 3M02 606", true),
    ("fr1420041010050500013m02606", true), ("BE68539007547034", true),
    ("DE89370400440532013000", true), ("LU280019400644750000", true),
    ("GB29NWBK60161331926819", true), ("MT84MALT011000012345MTLCAST001S", true),
    ("CH9300762011623852957", true),
    ("FR1420041010050500013M02607", false), ("FR1520041010050500013M02606", false),
    ("FR142004101005050001 3M0260", false), ("14FR20041010050500013M02606", false),
    ("FR14-2004-1010-0505-0001-3M02-606", false), ("", false), ("FR76", false),
  ]) func ibansAreChecked(text: String, isRight: Bool) {
    #expect(((try? IBAN(text)) != nil) == isRight)
    if !isRight { #expect(throws: PersonRefusal.ibanIsWrong) { try IBAN(text) } }
    #expect(IBAN.stands(in: "motif : \(text), sans suite") == isRight)
  }

  /// Every single wrong digit and every swap of neighbours is found.
  @Test func noSingleErrorOfAnIBANPasses() throws {
    let right = Array("FR1420041010050500013M02606")
    for place in right.indices {
      for digit in "0123456789" where right[place].isNumber && digit != right[place] {
        var wrong = right
        wrong[place] = digit
        #expect((try? IBAN(String(wrong))) == nil)
      }
      if place + 1 < right.count, right[place] != right[place + 1] {
        var wrong = right
        wrong.swapAt(place, place + 1)
        #expect((try? IBAN(String(wrong))) == nil)
      }
    }
    #expect("\(try IBAN(String(right)))" == "IBAN withheld")
    #expect(String(reflecting: PrivateDetails()) == "details withheld")
  }

  @Test func readsAFileFromExcelWithAccountsAndBirths() throws {
    let text =
      "\u{FEFF}Numéro d'associé;Collège;Nature;Date d'entrée;Nom;Prénom;Né(e) le;Lieu de naissance;"
      + "IBAN;BIC;Langue\r\nM0042;citizens;Personne;05/01/2026;Martel;Zoé;31/03/1980;Exempleville;"
      + "FR14 2004 1010 0505 0001 3M02 606;PSSTFRPPLIL;français\r\n"
    let row = try #require(MembersFile.decode(Array(text.utf8), file: "m.csv").first)
    #expect(row.member.kind == .person && row.member.joined == Day(year: 2026, month: 1, day: 5))
    #expect(row.identity.lastName == "Martel" && row.identity.language == "fr")
    #expect(row.details.iban?.text == "FR1420041010050500013M02606")
    #expect(row.details.bic == "PSSTFRPPLIL")
    #expect(row.details.birthDate == Day(year: 1980, month: 3, day: 31))
    #expect(row.details.birthPlace == "Exempleville")
    #expect(!"\(row.details)\(row.identity)".contains("Martel"))
  }

  @Test(arguments: [
    ("M1;person;Roux;;FR1420041010050500013M02607;;", "2:17 iban-is-wrong"),
    ("M1;person;Roux;;;PSST;", "2:18 bic-is-wrong"),
    ("M1;person;Roux;;;PSSTFRPP;", "2:18 bic-has-no-account"),
    ("M1;company;;Solo;;;01/01/2000", "2:20 birth-of-no-person"),
    ("M1;person;Roux;;;;01/01/80", "2:19 year-has-two-digits"),
    ("M1;person;Roux;;;;1980", "2:19 day-is-not-a-calendar-day"),
  ]) func refusesWhatIsWrongOfAPersonWithoutRepeatingIt(row: String, expected: String) throws {
    let cells = row.split(separator: ";", omittingEmptySubsequences: false)
    let text =
      "numero;nature;nom;raison sociale;iban;bic;naissance;college;entree\n\(row);c;2026-01-01\n"
    let refusals = try #require(throws: Refusals.self) {
      try MembersFile.decode(Array(text.utf8), file: "m.csv")
    }
    let located = try #require(refusals.all.first as? Located)
    #expect(refusals.all.count == 1)
    #expect("\(located.place.line ?? 0):\(located.place.column ?? 0) \(located.code)" == expected)
    for cell in cells[2...] where cell.count > 4 { #expect(!"\(located)".contains(cell)) }
  }

  @Test func aChangeLeavesWhatIsEmptyAndEmptiesAHyphen() throws {
    let text = "Numéro;À partir du;Adresse;Courriel;Langue\nM7;01/06/2026;2 rue Neuve;-;\n"
    let change = try #require(
      MembersFile.decodeChanges(Array(text.utf8), file: "c.csv").first)
    var known = Identity()
    known.lastName = "Roux"
    known.street = "1 rue Vieille"
    known.email = "roux@example.org"
    known.language = "en"
    let changed = try change.applied(to: known, kind: .person)
    #expect(changed.street == "2 rue Neuve" && changed.email.isEmpty && changed.language == "en")
    #expect(changed.lastName == "Roux" && change.from == Day(year: 2026, month: 6, day: 1))
    #expect(throws: Refusals.self) { try change.applied(to: Identity(), kind: .company) }
  }

  @Test(
    arguments: [
      ("M1;usufruitier;M2;;2026-01-01;", nil), ("M1;parent;;Roux;2026-01-01;2030-01-01", nil),
      ("M1;usufruitier;M1;;2026-01-01;", "relation-is-to-itself"),
      ("M1;usufruitier;;;2026-01-01;", "relation-names-nobody"),
      ("M1;usufruitier;M2;Roux;2026-01-01;", "relation-names-two"),
      ("M1;usufruitier;M2;;2026-01-01;2025-01-01", "relation-ends-before-it-begins"),
      ("M1;cousin;M2;;2026-01-01;", "word-is-unknown"),
      ("M1;usufruitier;M2;;;", "cell-is-empty"),
    ] as [(String, String?)]) func readsRelations(row: String, code: String?) throws
  {
    let text = "numero;relation;person;nom;du;au\n\(row)\n"
    do {
      let found = try RelationsFile.decode(Array(text.utf8), file: "r.csv")
      #expect(code == nil && found.count == 1)
    } catch {
      #expect(error.all.map(\.code) == [code])
    }
  }

  /// Who votes, who has the dividend, who is paid.
  ///
  /// - Source: C. civ. art. 578, 1844.
  @Test(
    arguments: [
      ([], "", "", "", ""),
      ([.legalRepresentative], "a", "a", "", ""),
      ([.usufructuary], "", "a", "a", "a"),
      ([.usufructuary, .payee], "", "a", "a", "b"),
      ([.jointHolder, .jointHolder, .commonRepresentative], "c", "c", "", ""),
      ([.representative], "a", "a", "", ""),
      ([.payer], "", "", "", ""),
      ([.legalRepresentative, .usufructuary], "a", "b", "b", "b"),
    ] as [([RelationKind], String, String, String, String)])
  func whoVotesAndWhoIsPaid(
    kinds: [RelationKind], votes: String, profit: String, earns: String, paid: String
  ) throws {
    let member = try MemberNumber("M1")
    let day = Day(number: 20_000)
    let relations = zip(kinds, ["a", "b", "c"]).map { kind, name in
      var identity = Identity()
      identity.lastName = name
      return Relation(
        member: member, kind: kind, person: .other(identity), period: Period(first: day, last: day))
    }
    func name(_ person: RelatedPerson?) -> String {
      if case .other(let identity) = person { identity.lastName } else { "" }
    }
    let standing = Mandates(of: member, on: day, relations)
    #expect(
      [standing.votes, standing.votesOnProfit, standing.earns, standing.isPaid].map(name)
        == [votes, profit, earns, paid])
    let after = Mandates(of: member, on: day.next, relations)
    #expect([after.votes, after.votesOnProfit, after.earns, after.isPaid] == [nil, nil, nil, nil])
  }
}
