import ArgumentParser
import Keys
import Intake
import Membership
import Seal
import Store
import Text
import Units
import Wording

/// `members show`: all that the book knows of a member, for whoever asks for it by right.
struct MembersShow: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: HelpWords.membersShow[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Argument(help: .init(HelpWords.memberNumber[Spoken.language])) var member: String
  @Flag(name: .customLong("private"), help: .init(HelpWords.withPrivate[Spoken.language]))
  var withPrivate = false

  func answer(in world: World) throws -> Answer {
    let number = try Read.member(member)
    let key = withPrivate ? try Keyring(world).privacyKey(passphrase.read(world.language)) : nil
    let sheet = try world.book().read { page in
      if let key { try page.check(key) }
      return try MemberSheet(of: number, on: world.today, page, key)
    }
    return Answer(json: sheet.json, text: sheet.words)
  }
}

extension MemberSheet {
  /// For programs: everything, so that the member can take it elsewhere.
  var json: JSON {
    [
      "member": .string(number.description), "kind": .string(member.kind.rawValue),
      "joined": .string(member.joined.description),
      "colleges": .array(
        member.affiliations.map {
          ["college": .string($0.college.description), "from": .string($0.from.description)]
        }),
      "erasedAt": erasure.map { .integer($0.erasedAt.seconds) } ?? .null,
      "versions": .array(versions.map(MemberSheet.json)),
      "account": account, "birth": birth,
      "relations": .array(relations.map(MemberSheet.json)),
      "standsFor": .array(standsFor.map(MemberSheet.json)),
      "shares": .integer(shares.units),
      "movements": .array(
        movements.map { movement in
          [
            "date": .string(movement.date.description), "kind": .string(movement.kind.rawValue),
            "member": .string(movement.member.description),
            "counterparty": movement.counterparty.map { .string($0.description) } ?? .null,
            "shares": .integer(movement.shares.units),
            "amountCents": .integer(movement.amount.units),
            "reference": .string(movement.reference),
          ]
        }),
    ]
  }

  /// The account: open, or that there is one.
  private var account: JSON {
    guard let details else {
      return ["known": .boolean(versions.last?.sealed.account != nil)]
    }
    return details.iban.map { ["iban": .string($0.text), "bic": .string(details.bic)] } ?? .null
  }

  private var birth: JSON {
    guard let details else { return ["known": .boolean(versions.last?.sealed.birth != nil)] }
    guard details.hasBirth else { return .null }
    return [
      "date": details.birthDate.map { .string($0.description) } ?? .null,
      "place": .string(details.birthPlace), "department": .string(details.birthDepartment),
    ]
  }

  private static func json(_ version: IdentityVersion) -> JSON {
    var body = [
      "version": JSON.integer(Int64(version.version)),
      "from": version.validFrom.map { .string($0.description) } ?? .null,
      "recordedAt": .integer(version.recordedAt.seconds),
      "language": .string(version.identity.language),
    ]
    for (name, value) in version.identity.told { body[name] = .string(value) }
    return .object(body)
  }

  private static func json(_ relation: Relation) -> JSON {
    var body: [String: JSON] = [
      "member": .string(relation.member.description), "relation": .string(relation.kind.rawValue),
      "from": .string(relation.period.first.description),
      "until": relation.period.last.map { .string($0.description) } ?? .null,
    ]
    switch relation.person {
    case .member(let number): body["person"] = .string(number.description)
    case .other(let identity):
      for (name, value) in identity.told { body[name] = .string(value) }
    }
    return .object(body)
  }

  /// For people: the member as it is today.
  var words: Words {
    var table = TextTable([.text(PeopleWords.datum), .text(PeopleWords.value)])
    func add(_ name: Words, _ value: Words) { table.add(name, value) }
    add(ViewWords.member, Words(both: number.description))
    add(ViewWords.college, Words(both: member.college(on: day)?.description ?? ""))
    add(ViewWords.joined, Words(both: member.joined.description))
    add(ViewWords.shares, Wording.number(shares.units))
    guard erasure == nil, let last = versions.last else {
      add(PeopleWords.name, PeopleWords.erasedName(number))
      return table.words
    }
    for (name, value) in last.identity.told {
      add(PeopleWords.heading(name), Words(both: value))
    }
    add(PeopleWords.versions, Wording.number(versions.count))
    if let details {
      if let iban = details.iban { add(Words(both: "IBAN"), Words(both: iban.text)) }
      if let date = details.birthDate { add(PeopleWords.birth, longDay(date)) }
      if !details.birthPlace.isEmpty {
        add(PeopleWords.birthPlace, Words(both: details.birthPlace))
      }
    } else {
      add(Words(both: "IBAN"), PeopleWords.sealed(last.sealed.account != nil))
      add(PeopleWords.birth, PeopleWords.sealed(last.sealed.birth != nil))
    }
    for relation in relations where relation.holds(on: day) {
      add(relation.kind.words, Words(both: MemberSheet.name(of: relation.person)))
    }
    for relation in standsFor where relation.holds(on: day) {
      add(
        relation.kind.words + Words(" de", " of"), Words(both: relation.member.description))
    }
    return table.words
  }

  private static func name(of person: RelatedPerson) -> String {
    switch person {
    case .member(let number): number.description
    case .other(let identity):
      identity.told.filter { $0.0 != "email" }.map(\.1).joined(separator: " ")
    }
  }
}
