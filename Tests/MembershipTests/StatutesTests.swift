import Membership
import Testing
import Units

@Suite struct StatutesTests {
  static let cases: [(nominal: Int64, floor: Int64, ceiling: Int64, code: String?)] = [
    (50_00, 0, 0, nil),
    (50_00, 500_00, 500_00, nil),
    (0, 0, 1, "nominal-is-not-positive"),
    (-1, 0, 1, "nominal-is-not-positive"),
    (50_00, 501_00, 500_00, "floor-exceeds-the-ceiling"),
    (50_00, -1, 500_00, "floor-exceeds-the-ceiling"),
    (1, 0, 1 << 40, nil),
    (1, 0, 1 << 40 + 1, "ceiling-is-too-large"),
    (1, 0, .max, "ceiling-is-too-large"),
  ]

  @Test(arguments: cases)
  func boundsAreChecked(_ nominal: Int64, _ floor: Int64, _ ceiling: Int64, _ code: String?) throws
  {
    var found: String?
    do throws(MembershipRefusal) {
      _ = try Statutes(
        founded: Day(number: 0), nominal: Cents(nominal), floor: Cents(floor),
        ceiling: Cents(ceiling), colleges: [])
    } catch {
      found = error.code
    }
    #expect(found == code)
  }

  @Test func aCollegeIsDescribedOncePerDay() throws {
    let one = try statutes().colleges[0]
    #expect(throws: MembershipRefusal.collegeIsDescribedTwice(one.id)) {
      _ = try Statutes(
        founded: Day(number: 0), nominal: Cents(1), floor: .zero, ceiling: Cents(1),
        colleges: [one, one])
    }
  }

  @Test(arguments: [
    "", "M", "X", "m0042", "M 1", "é", "M/1", ".", "..", "CON", "M0042.pdf", "MM1", "M-1", "M1 ",
    "M\u{0}1", "M٤٢", "M1234567890",
  ])
  func malformedNumbersAreRefused(_ text: String) {
    #expect(throws: MembershipRefusal.memberNumberIsMalformed(text)) { try MemberNumber(text) }
  }

  @Test(arguments: ["M1", "M0042", "M000000000", "M999999999"])
  func aNumberIsALetterAndUpToNineDigits(_ text: String) throws {
    #expect(try MemberNumber(text).description == text)
  }

  @Test func aMemberNumberStandsForOneMember() throws {
    let twice = try members()[0]
    #expect(throws: MembershipRefusal.memberIsRepeated(twice.number)) {
      _ = try ShareRegister(statutes: statutes(), members: [twice, twice])
    }
  }
}
