import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

/// `register`: the share register at a date, as known at a date; its movements; one holder's sheet.
struct RegisterCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: HelpWords.register[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?
  @Option(help: .init(HelpWords.asKnownOn[Spoken.language], valueName: "day"))
  var asKnownOn: String?
  @Flag(help: .init(CollegeWords.helpMovements[Spoken.language])) var movements = false
  @Option(help: .init(CollegeWords.helpPeriod[Spoken.language])) var period: String?
  @Option(help: .init(CollegeWords.helpMember[Spoken.language])) var member: String?
  @Flag(help: .init(CollegeWords.helpNames[Spoken.language])) var names = false
  @Option(help: .init(CollegeWords.helpCSV[Spoken.language], valueName: "file")) var csv: String?

  func answer(in world: World) throws -> Answer {
    try refuseMixtures()
    let day = try Read.day(asOf, else: world.today)
    let known = try Known(asKnownOn, in: world)
    return try world.book().read { page in
      let statutes = try Cooperative(page, on: day, knownAt: known.instant).statutes
      let people = names ? try People(page) : nil
      if movements {
        let period = try self.period.map(Read.period) ?? Period(first: statutes.founded, last: day)
        let lines = try page.registerLines(statutes, in: period, knownAt: known.instant)
        return try moved(lines, period, known, people)
      }
      if let member { return try sheet(of: member, day, known, statutes, people, page) }
      let holders = try page.holders(statutes, on: day, knownAt: known.instant)
      return try held(holders, statutes, day, known, people)
    }
  }

  /// Options that would be ignored beside others are refused.
  private func refuseMixtures() throws {
    if movements, let member {
      throw UsageRefusal.optionIsMalformed(option: "--member", value: member)
    }
    if let period, !movements || asOf != nil {
      throw UsageRefusal.optionIsMalformed(option: "--period", value: period)
    }
  }

  private func held(
    _ holders: [Holder], _ statutes: Statutes, _ day: Day, _ known: Known, _ people: People?
  ) throws -> Answer {
    let list = Printout(holders, people)
    let totals = statutes.totals(holders, on: day)
    let capital = totals.reduce(Int64(0)) { $0 + $1.capital.units }
    try write(list)
    return Answer(
      json: [
        "asOf": .string(day.description), "asKnownOn": .string(known.name), "holders": list.json,
        "colleges": .array(totals.map(json)),
      ],
      text: list.words + Words(both: "\n\n") + text(totals, capital: capital))
  }

  private func moved(
    _ lines: [RegisterLine], _ period: Period, _ known: Known, _ people: People?
  ) throws -> Answer {
    let list = Printout(lines, people)
    try write(list)
    return Answer(
      json: [
        "period": period.json, "asKnownOn": .string(known.name), "movements": list.json,
      ], text: list.words)
  }

  private func sheet(
    of text: String, _ day: Day, _ known: Known, _ statutes: Statutes, _ people: People?,
    _ page: BookReader
  ) throws -> Answer {
    let number = try Read.member(text)
    guard
      let member = try page.members(knownAt: known.instant).first(where: { $0.number == number })
    else { throw MembershipRefusal.memberIsUnknown(number) }
    let lines = try page.registerLines(statutes, naming: number, knownAt: known.instant)
    let sheet = HolderSheet(member, lines, through: day)
    let list = Printout(sheet, people)
    try write(list)
    let stays = member.affiliations.filter { $0.from <= day }
    return Answer(
      json: [
        "asOf": .string(day.description), "asKnownOn": .string(known.name),
        "member": .string(number.description), "kind": .string(member.kind.rawValue),
        "colleges": .array(
          stays.map {
            ["college": .string($0.college.description), "from": .string($0.from.description)]
          }),
        "shares": .integer(sheet.lines.last?.balance.units ?? 0), "lines": list.json,
      ],
      text: CollegeWords.sheetTitle(
        number.description, name: people?.name(of: number),
        stays.map { ($0.college.description, $0.from) }, day) + Words(both: "\n\n") + list.words)
  }

  /// Writes the list as CSV when asked; the same bytes again are no new file.
  private func write(_ list: Printout) throws {
    guard let csv else { return }
    let bytes = list.csv
    if Disk.exists(csv), try Disk.read(csv) == bytes { return }
    try Disk.create(csv, bytes)
  }

  private func json(_ college: CollegeTotal) -> JSON {
    [
      "college": .string(college.college.description), "holders": .integer(Int64(college.holders)),
      "shares": .integer(college.shares.units), "capitalCents": .integer(college.capital.units),
    ]
  }

  private func text(_ colleges: [CollegeTotal], capital: Int64) -> Words {
    var totals = TextTable([
      .text(ViewWords.college), .number(ViewWords.holders), .number(ViewWords.shares),
      .number(ViewWords.capital), .number(ViewWords.part),
    ])
    for college in colleges {
      totals.add(
        Words(both: college.college.description), number(college.holders),
        number(college.shares.units), euros(college.capital),
        percentage(college.capital.units, of: capital))
    }
    return totals.words
  }
}
