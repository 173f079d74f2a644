import Membership
import Store
import Text
import Units
import Wording

/// What was known: as typed, and the instant it stands for.
struct Known {
  let name: String
  let instant: Instant?

  init(_ text: String?, in world: World) throws {
    instant = try Read.knowledge(text)
    name = text ?? world.today.description
  }
}

/// Who the members are, read from the identity tables when a register is printed with names.
struct People {
  private let identities: [MemberNumber: Identity]

  init(_ page: BookReader) throws { identities = try page.identities() }

  /// The surname and first names, or the organisation's name; nothing for who was erased.
  func name(of number: MemberNumber?) -> String? {
    guard let number, let identity = identities[number] else { return nil }
    let person = [identity.lastName, identity.firstName].filter { !$0.isEmpty }
    return identity.organisation.isEmpty ? person.joined(separator: " ") : identity.organisation
  }

  /// The domicile.
  func domicile(of number: MemberNumber?) -> String? {
    guard let number, let identity = identities[number] else { return nil }
    let town = [identity.postcode, identity.commune].filter { !$0.isEmpty }
      .joined(separator: " ")
    return [identity.street, town].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Printout.Cell {
  init(_ text: String?) { self = text.map(Printout.Cell.text) ?? .none }
  init(_ number: MemberNumber?) { self.init(number?.description) }
}

extension Printout {
  /// Holders and what they hold.
  init(_ holders: [Holder], _ people: People?) {
    columns =
      [
        .text("member", ViewWords.member), .text("college", ViewWords.college),
        .number("shares", ViewWords.shares), .money("capitalCents", ViewWords.capital),
      ]
      + (people == nil
        ? []
        : [.text("name", CollegeWords.holder), .text("domicile", CollegeWords.domicile)])
    rows = holders.map { holder in
      [
        .text(holder.member.description), .text(holder.college.description),
        .integer(holder.shares.units), .integer(holder.capital.units),
      ]
        + (people.map {
          [Cell($0.name(of: holder.member)), Cell($0.domicile(of: holder.member))]
        } ?? [])
    }
  }

  /// The register of movements, in order of number.
  init(_ lines: [RegisterLine], _ people: People?) {
    columns =
      [
        .number("order", CollegeWords.order), .text("date", ViewWords.date),
        .text("effective", CollegeWords.effective), .text("kind", CollegeWords.movement),
        .text("from", CollegeWords.giver), .text("to", CollegeWords.receiver),
        .number("shares", ViewWords.shares), .money("nominalCents", CollegeWords.nominal),
        .money("amountCents", ViewWords.amount), .text("reference", CollegeWords.reference),
      ]
      + (people == nil
        ? []
        : [
          .text("fromName", CollegeWords.giverName), .text("fromDomicile", CollegeWords.domicile),
          .text("toName", CollegeWords.receiverName), .text("toDomicile", CollegeWords.domicile),
        ])
    rows = lines.map { line in
      [
        .integer(Int64(line.order)), .text(line.date.description),
        Cell(line.effective?.description), .word(line.kind, CollegeWords.movement(line.kind)),
        Cell(line.giver), Cell(line.receiver), .integer(line.shares.units),
        .integer(line.nominal.units), .integer(line.amount.units), .text(line.reference),
      ]
        + (people.map { people in
          [line.giver, line.receiver].flatMap {
            [Cell(people.name(of: $0)), Cell(people.domicile(of: $0))]
          }
        } ?? [])
    }
  }

  /// One holder's sheet.
  init(_ sheet: HolderSheet, _ people: People?) {
    columns =
      [
        .text("effective", CollegeWords.effective), .number("order", CollegeWords.order),
        .text("date", ViewWords.date), .text("kind", CollegeWords.movement),
        .text("counterparty", CollegeWords.counterparty), .number("debit", CollegeWords.came),
        .number("credit", CollegeWords.went), .number("balance", ViewWords.balance),
        .text("reference", CollegeWords.reference),
      ] + (people == nil ? [] : [.text("counterpartyName", CollegeWords.holder)])
    rows = sheet.lines.map { entry in
      let line = entry.line
      let other = line.giver == sheet.member.number ? line.receiver : line.giver
      return [
        Cell(line.effective?.description), .integer(Int64(line.order)),
        .text(line.date.description), .word(line.kind, CollegeWords.movement(line.kind)),
        Cell(other), .integer(entry.debit.units), .integer(entry.credit.units),
        .integer(entry.balance.units), .text(line.reference),
      ] + (people.map { [Cell($0.name(of: other))] } ?? [])
    }
  }
}
