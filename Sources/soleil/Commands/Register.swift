import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

/// `register`: the share register at a date, as known at a date.
struct RegisterCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: HelpWords.register[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?
  @Option(help: .init(HelpWords.asKnownOn[Spoken.language], valueName: "day"))
  var asKnownOn: String?

  func answer(in world: World) throws -> Answer {
    let day = try Read.day(asOf, else: world.today)
    let known = try Read.day(asKnownOn, else: world.today)
    let instant = try Read.endOfDay(asKnownOn)
    let register = try world.book().read { page in
      try page.register(Cooperative(page, on: day, knownAt: instant).statutes, knownAt: instant)
    }
    let holders = register.holders(on: day)
    let colleges = register.colleges(on: day)
    return Answer(
      json: [
        "asOf": .string(day.description), "asKnownOn": .string(known.description),
        "holders": .array(holders.map(json)), "colleges": .array(colleges.map(json)),
      ], text: text(holders, colleges, total: register.capital(on: day)))
  }

  private func json(_ holder: Holder) -> JSON {
    [
      "member": .string(holder.member.description), "college": .string(holder.college.description),
      "shares": .integer(holder.shares.units), "capitalCents": .integer(holder.capital.units),
    ]
  }

  private func json(_ college: CollegeTotal) -> JSON {
    [
      "college": .string(college.college.description), "holders": .integer(Int64(college.holders)),
      "shares": .integer(college.shares.units), "capitalCents": .integer(college.capital.units),
    ]
  }

  private func text(_ holders: [Holder], _ colleges: [CollegeTotal], total: Cents) -> Words {
    var table = TextTable([
      .text(ViewWords.member), .text(ViewWords.college), .number(ViewWords.shares),
      .number(ViewWords.capital),
    ])
    for holder in holders {
      table.add(
        Words(both: holder.member.description), Words(both: holder.college.description),
        number(holder.shares.units), euros(holder.capital))
    }
    var totals = TextTable([
      .text(ViewWords.college), .number(ViewWords.holders), .number(ViewWords.shares),
      .number(ViewWords.capital), .number(ViewWords.part),
    ])
    for college in colleges {
      totals.add(
        Words(both: college.college.description), number(college.holders),
        number(college.shares.units), euros(college.capital),
        percentage(college.capital.units, of: total.units))
    }
    return table.words + Words(both: "\n\n") + totals.words
  }
}
