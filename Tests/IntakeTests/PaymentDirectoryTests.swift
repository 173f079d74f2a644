import Intake
import Membership
import Payments
import Seal
import Store
import TestSupport
import Testing
import Units

/// Where money goes: from the book under its key, a file going before it.
@Suite struct PaymentDirectoryTests {
  @Test func `accounts come out with the key alone, and a file goes before the book`() throws {
    let tiny = try TinyBook(.shares)
    let key = try PrivacyKey()
    try tiny.book.write(at: Tiny.now) { try $0.keep(key.publicKey) }
    let text =
      PeopleTests.heading + "M0009,citizens,person,Roux,2025-01-02,\(PeopleTests.iban),1980-03-31\n"
    _ = try importMembers(TinyBook.file("m.csv", text), to: tiny.book, now: Tiny.now)
    let member = try MemberNumber("M0009")
    var closed = PaymentDirectory()
    try tiny.book.read { try closed.add($0, nil) }
    #expect(throws: PaymentsRefusal.detailsAreMissing(of: "M0009")) {
      try closed.details(of: member)
    }
    var open = PaymentDirectory()
    try tiny.book.read { try open.add($0, key) }
    let details = try open.details(of: member)
    #expect(details.account.iban == PeopleTests.iban && details.name == "Roux")
    try open.add(
      TinyBook.file("d.csv", "member,iban,sex\nM0009,DE89370400440532013000,1\n"))
    #expect(try open.details(of: member).account.iban == "DE89370400440532013000")
    // What neither tells is named.
    #expect(
      throws: PaymentsRefusal.identityIsIncomplete(
        of: member,
        missing: ["first_name", "birth_department", "birth_place", "postcode", "commune"])
    ) { try open.beneficiary(member, isPerson: true) }
    #expect(
      codes { try open.add(TinyBook.file("d.csv", "member\nM0009\nM0009\n")) }
        == ["member-is-repeated"])
  }
}
