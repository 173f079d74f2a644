import Agreements
import GRDB
import Intake
import Membership
import Seal
import Store
import TestSupport
import Testing
import Units

/// People in a book: versions, boxes, relations, erasure.
@Suite struct PeopleTests {
  static let heading = "member,college,kind,last_name,joined,iban,birth_date\n"
  static let iban = "FR1420041010050500013M02606"

  private func codes(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let refusals as Refusals {
      return refusals.all.map(\.code)
    } catch {
      return [(error as? any Refusal)?.code ?? "\(error)"]
    }
  }

  private func day(_ text: String) throws -> Instant {
    ParisTime.start(of: try Day(text)).adding(seconds: 3_600)
  }

  @Test func accountsNeedAPrivacyKeyToEnterAndItsPrivatePartToRead() throws {
    let tiny = try TinyBook(.shares)
    let file = TinyBook.file(
      "m.csv", Self.heading + "M0009,citizens,person,Roux,2025-01-02,\(Self.iban),1980-03-31\n")
    #expect(
      codes { _ = try importMembers(file, to: tiny.book, now: Tiny.now) }
        == ["book-has-no-privacy-key"])
    let key = try PrivacyKey()
    try tiny.book.write(at: Tiny.now) { try $0.keep(key.publicKey) }
    #expect(
      codes { try tiny.book.write(at: Tiny.now) { try $0.keep(PrivacyKey().publicKey) } }
        == ["privacy-key-is-another"])
    #expect(try importMembers(file, to: tiny.book, now: Tiny.now).new == 1)
    #expect(try importMembers(file, to: tiny.book, now: Tiny.now) == (0, 1))
    let member = try MemberNumber("M0009")
    let sealed = try tiny.book.read { page in
      try page.check(key)
      #expect(throws: PersonRefusal.privacyKeyIsAnother) { try page.check(PrivacyKey()) }
      return try page.sealedDetails(of: member)
    }
    let details = try sealed.opened(by: key)
    #expect(details.iban?.text == Self.iban)
    #expect(details.birthDate == Day(year: 1980, month: 3, day: 31))
    #expect(throws: SealRefusal.boxDoesNotOpen) { try sealed.opened(by: PrivacyKey()) }
    let moved = SealedDetails(member: try MemberNumber("M0008"), account: sealed.account)
    #expect(throws: SealRefusal.boxDoesNotOpen) { try moved.opened(by: key) }
    #expect(try !bytes(of: tiny).contains(Self.iban) && !bytes(of: tiny).contains("1980-03-31"))
  }

  @Test func aChangeIsANewVersionAndTheOldOneStays() throws {
    let tiny = try TinyBook(.shares)
    let file = TinyBook.file("c.csv", "member;from;street\nM0002;2025-06-01;2 rue Neuve\n")
    #expect(try updateMembers(file, in: tiny.book, now: Tiny.now).map(\.version) == [2])
    #expect(
      codes { _ = try updateMembers(file, in: tiny.book, now: Tiny.now) } == ["nothing-changes"])
    let member = try MemberNumber("M0002")
    let (now, before, versions) = try tiny.book.read { page in
      (
        try page.identities()[member], try page.identities(on: Day("2025-05-31"))[member],
        try page.identityVersions(of: member)
      )
    }
    #expect(now?.street == "2 rue Neuve" && now?.lastName == "Durand")
    #expect(before?.street == "" && before?.lastName == "Durand")
    #expect(versions.map(\.identity.street) == ["", "2 rue Neuve"])
    #expect(
      codes {
        let back = "member;from;street\nM0002;2025-05-01;X\nM0404;2025-05-01;X\n"
        _ = try updateMembers(TinyBook.file("c.csv", back), in: tiny.book, now: Tiny.now)
      } == ["version-is-older", "member-is-unknown"])
    #expect(try soundness(tiny) == [])
  }

  @Test func relationsAreDatedAndOneRepresentativeSpeaks() throws {
    let tiny = try TinyBook(.shares)
    func relate(_ rows: String...) -> [String] {
      let text = "member;relation;person;last_name;from;until\n" + rows.joined(separator: "\n")
      return codes {
        _ = try importRelations(TinyBook.file("r.csv", text), to: tiny.book, now: Tiny.now)
      }
    }
    #expect(relate("M0002;usufructuary;M0003;;2025-01-02;", "M0002;payee;M0001;;2025-02-01;") == [])
    #expect(relate("M0002;payee;M0003;;2025-03-01;") == ["relation-is-held-twice"])
    #expect(relate("M0002;payee;M0001;;2025-02-01;2025-02-28") == [])
    #expect(relate("M0002;payee;M0003;;2025-03-01;") == [])
    #expect(relate("M0002;payee;M0003;;2025-03-01;") == [])
    #expect(relate("M0001;legal-representative;;Roux;2025-01-02;") == ["relation-does-not-suit"])
    #expect(relate("M0001;representative;;Roux;2025-01-02;") == [])
    #expect(relate("M0404;payer;M0001;;2025-01-02;") == ["member-is-unknown"])
    let member = try MemberNumber("M0002")
    let (february, march, ofMember, inMember) = try tiny.book.read { page in
      (
        try page.mandates(for: member, on: Day("2025-02-10")),
        try page.mandates(for: member, on: Day("2025-03-10")), try page.relations(of: member),
        try page.relations(in: MemberNumber("M0003"))
      )
    }
    #expect(february.isPaid == .member(try MemberNumber("M0001")))
    #expect(february.earns == .member(try MemberNumber("M0003")))
    #expect(march.isPaid == .member(try MemberNumber("M0003")))
    #expect(ofMember.count == 3 && inMember.count == 2)
    #expect(try soundness(tiny) == [])
  }

  @Test func aTownIsShareholderAndOwnerAtOnce() throws {
    let tiny = try TinyBook(.shares)
    let link = TinyBook.file("c.csv", "member;party\nM0001;ville\n")
    _ = try updateMembers(link, in: tiny.book, now: Tiny.now)
    let views = try tiny.book.read { try parties($0) }
    let town = try #require(views.first { $0.id == "ville" })
    #expect(town.member?.description == "M0001")
    let kinds = Set(town.roles.map(\.kind))
    #expect(kinds.contains(.shareholder) && kinds.contains(.roofOwner))
    #expect(views.count { $0.member?.description == "M0001" } == 1)
    #expect(views.contains { $0.id == "M0002" && $0.roles.map(\.kind) == [.shareholder] })
  }

  @Test func nobodyIsErasedBeforeItsTime() throws {
    let tiny = try TinyBook(.shares)
    let member = try MemberNumber("M0002")
    func refusal(_ now: Instant) throws -> PersonRefusal? {
      #expect(throws: PersonRefusal.self) {
        try eraseMember(member, reason: "essai", from: tiny.book, now: now)
      }
    }
    let today = try #require(try refusal(Tiny.now))
    guard case .erasureIsNotAllowed(_, let obstacles, let first) = today else { return }
    #expect(first == nil)
    #expect(obstacles.contains { if case .holdsShares = $0 { true } else { false } })
  }

  @Test func anErasedMemberLeavesNoByteAndEveryLeafStands() throws {
    let tiny = try TinyBook(.shares)
    let key = try PrivacyKey()
    try tiny.book.write(at: Tiny.now) { try $0.keep(key.publicKey) }
    let secretName = "Xylophonova"
    let file = TinyBook.file(
      "m.csv",
      Self.heading + "M0009,citizens,person,\(secretName),2025-01-02,\(Self.iban),1980-03-31\n")
    _ = try importMembers(file, to: tiny.book, now: Tiny.now)
    let change = TinyBook.file("c.csv", "member;from;street\nM0009;2025-06-01;7 quai Introuvable\n")
    _ = try updateMembers(change, in: tiny.book, now: Tiny.now)
    let relation = TinyBook.file(
      "r.csv", "member;relation;last_name;from\nM0009;parent;Dodecaphonique;2025-01-02\n")
    _ = try importRelations(relation, to: tiny.book, now: Tiny.now)
    let member = try MemberNumber("M0009")
    let boxes = try tiny.book.read { try $0.sealedDetails(of: member) }
    let box = try #require(boxes.account)
    #expect(try bytes(of: tiny).contains(secretName))
    #expect(throws: (any Error).self) {
      try tiny.raw.write { try $0.execute(sql: "DELETE FROM identity WHERE member = 'M0009'") }
    }
    try eraseMember(member, reason: "demande", from: tiny.book, now: Tiny.now, rehearsing: true)
    #expect(try bytes(of: tiny).contains(secretName))
    try eraseMember(member, reason: "demande", from: tiny.book, now: Tiny.now)
    let left = try Disk.read(tiny.path)
    for trace in [secretName, "Introuvable", "Dodecaphonique"].map({ Array($0.utf8) }) + [box] {
      #expect(left.firstRange(of: trace) == nil)
    }
    #expect(try soundness(tiny) == [])
    #expect(
      codes { try eraseMember(member, reason: "", from: tiny.book, now: Tiny.now) }
        == ["member-is-erased"])
    #expect(
      codes { _ = try importMembers(file, to: tiny.book, now: Tiny.now) } == ["member-is-erased"])
    #expect(
      codes { _ = try updateMembers(change, in: tiny.book, now: Tiny.now) } == ["member-is-erased"])
    for row in ["subscription,M0009,,1,5000", "gift,M0001,M0009,1,0"] {
      let table = TinyBook.file(
        "s.csv",
        "date,kind,member,counterparty,shares,amount_cents,reference\n2025-03-20,\(row),Z-1\n")
      #expect(
        codes { _ = try importShares(table, to: tiny.book, now: Tiny.now) } == ["member-is-erased"])
    }
  }

  /// What the doctor finds, by code.
  private func soundness(_ tiny: TinyBook) throws -> [String] {
    try examine(bookAt: tiny.path, closings: "").results.flatMap { result in
      result.faults.map(\.code) + (result.obstacle.map { [$0] } ?? [])
    }
  }

  private func bytes(of tiny: TinyBook) throws -> String {
    String(decoding: try Disk.read(tiny.path), as: UTF8.self)
  }
}
