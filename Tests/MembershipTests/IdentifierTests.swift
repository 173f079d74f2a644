import Membership
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: ["", "a b", "é", "a/b", String(repeating: "a", count: 33)])
  func aCollegeHasAPlainName(_ text: String) {
    #expect(throws: MembershipRefusal.collegeIDIsMalformed(text)) { try CollegeID(text) }
  }

  @Test(arguments: ["citizens", "Public-bodies", "a.1_b"])
  func aPlainNameIsKept(_ text: String) throws {
    #expect(try CollegeID(text).description == text)
  }
}
