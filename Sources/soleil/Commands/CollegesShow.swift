import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

/// `colleges show`: the three keys of each college at a date, the caps, and the test of 75 %.
struct CollegesShow: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: CollegeWords.helpShow[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?
  @Option(help: .init(HelpWords.asKnownOn[Spoken.language], valueName: "day"))
  var asKnownOn: String?
  @Option(help: .init(CollegeWords.helpTest[Spoken.language], valueName: "percent"))
  var test: Int64?
  @Option(help: .init(CollegeWords.helpPeriod[Spoken.language])) var period: String?

  func answer(in world: World) throws -> Answer {
    let known = try Known(asKnownOn, in: world)
    if let period, test == nil || asOf != nil {
      throw UsageRefusal.optionIsMalformed(option: "--period", value: period)
    }
    let day = try Read.day(asOf, else: world.today)
    let register = try world.book().read { page in
      try page.shareRegister(
        Cooperative(page, on: day, knownAt: known.instant).statutes, knownAt: known.instant)
    }
    guard let test else { return keys(register, day, known) }
    guard (1...100).contains(test) else {
      throw UsageRefusal.optionIsMalformed(option: "--test", value: String(test))
    }
    let days =
      try period.map(Read.period) ?? Period(first: register.statutes.founded, last: day)
    return naturalPersons(register, test, days, known)
  }

  private func keys(_ register: ShareRegister, _ day: Day, _ known: Known) -> Answer {
    let statutes = register.statutes
    let totals = register.colleges(on: day)
    let uses = register.capUses(on: day)
    let keys = CollegeKeys(
      totals: totals, capital: register.totalShares(on: day),
      colleges: Dictionary(statutes.colleges(on: day).map { ($0.id, $0) }) { first, _ in first },
      votes: statutes.votingParts(on: day), revenue: statutes.revenueParts(on: day))
    let terms = statutes.capitalTerms(on: day)
    return Answer(
      json: [
        "asOf": .string(day.description), "asKnownOn": .string(known.name),
        "capital": [
          "shares": .integer(register.totalShares(on: day).units),
          "capitalCents": .integer(register.capital(on: day).units),
          "nominalCents": .integer(terms.nominal.units), "floorCents": .integer(terms.floor.units),
          "ceilingCents": .integer(terms.ceiling.units),
        ],
        "colleges": .array(keys.json), "caps": .array(uses.map(json)),
      ],
      text: keys.words + Words(both: "\n\n") + (uses.isEmpty ? CollegeWords.noCap : text(uses)))
  }

  private func json(_ use: CapUse) -> JSON {
    var members: [String: JSON] = [
      "part": .string(use.part.description), "cap": .string(use.cap.description),
      "exceeded": .boolean(use.isExceeded),
    ]
    switch use.rule {
    case .collegeCapital(let id):
      members["rule"] = "college-capital"
      members["college"] = .string(id.description)
    case .publicBodiesCapital: members["rule"] = "public-bodies-capital"
    case .memberCapital(let number):
      members["rule"] = "member-capital"
      members["member"] = .string(number.description)
    case .memberVotes(let number):
      members["rule"] = "member-votes"
      members["member"] = .string(number.description)
    }
    return .object(members)
  }

  private func text(_ uses: [CapUse]) -> Words {
    var table = TextTable([
      .text(CollegeWords.capped), .number(ViewWords.part), .number(CollegeWords.cap),
      .number(CollegeWords.margin),
    ])
    for use in uses {
      let what: Words =
        switch use.rule {
        case .collegeCapital(let id): CollegeWords.capital(of: id.description)
        case .publicBodiesCapital: CollegeWords.publicBodies
        case .memberCapital(let number): CollegeWords.capital(of: number.description)
        case .memberVotes(let number): CollegeWords.votes(of: number.description)
        }
      table.add(what, hundredths(use.part), hundredths(use.cap), hundredths(use.margin))
    }
    return table.words
  }

  private func naturalPersons(
    _ register: ShareRegister, _ percent: Int64, _ period: Period, _ known: Known
  ) -> Answer {
    let runs = register.naturalHoldings(in: period)
    let failing = runs.filter { !$0.reaches(percent) }
    let count = { (runs: [NaturalHolding]) in runs.reduce(0) { $0 + ($1.days.length ?? 0) } }
    var table = TextTable([
      .text(CollegeWords.days), .number(CollegeWords.natural), .number(ViewWords.shares),
      .number(ViewWords.part),
    ])
    for run in failing {
      table.add(
        Words(both: run.days.description), number(run.natural.units), number(run.total.units),
        percentage(run.natural.units, of: run.total.units))
    }
    let verdict = CollegeWords.tested(
      percent, failing: count(failing), of: count(runs), period)
    return Answer(
      json: [
        "period": period.json, "asKnownOn": .string(known.name), "percent": .integer(percent),
        "days": .integer(Int64(count(runs))), "failingDays": .integer(Int64(count(failing))),
        "holds": .boolean(failing.isEmpty), "failing": .array(failing.map(json)),
      ],
      text: failing.isEmpty ? verdict : table.words + Words(both: "\n\n") + verdict,
      outcome: failing.isEmpty ? .done : .refused)
  }

  private func json(_ run: NaturalHolding) -> JSON {
    [
      "first": .string(run.days.first.description),
      "last": .string((run.days.last ?? run.days.first).description),
      "naturalShares": .integer(run.natural.units), "totalShares": .integer(run.total.units),
    ]
  }
}

/// What each college holds, votes and receives, side by side.
struct CollegeKeys {
  let totals: [CollegeTotal]
  let capital: Units.Shares
  let colleges: [CollegeID: College]
  let votes: [CollegeID: Ratio]
  let revenue: [CollegeID: Ratio]

  var json: [JSON] {
    totals.map { total in
      let college = colleges[total.college]
      return [
        "college": .string(total.college.description),
        "account": college.map { .string($0.capitalAccount) } ?? .null,
        "holders": .integer(Int64(total.holders)), "shares": .integer(total.shares.units),
        "capitalCents": .integer(total.capital.units),
        "votingWeight": exact(votes[total.college]),
        "revenueWeight": exact(revenue[total.college]),
        "capitalTarget": exact(college?.caps.capitalTarget),
        "capitalCap": exact(college?.caps.capital),
        "votes": college.map { .string($0.votes.rawValue) } ?? .null,
      ]
    }
  }

  var words: Words {
    var table = TextTable([
      .text(ViewWords.college), .number(ViewWords.holders), .number(ViewWords.shares),
      .number(ViewWords.capital), .number(ViewWords.part), .number(CollegeWords.target),
      .number(CollegeWords.cap), .number(CollegeWords.votes), .number(CollegeWords.revenue),
    ])
    for total in totals {
      let caps = colleges[total.college]?.caps
      table.add(
        Words(both: total.college.description), number(total.holders),
        number(total.shares.units), euros(total.capital),
        percentage(total.shares.units, of: capital.units), shown(caps?.capitalTarget),
        shown(caps?.capital), shown(votes[total.college]), shown(revenue[total.college]))
    }
    return table.words
  }

  private func exact(_ ratio: Ratio?) -> JSON { ratio.map { .string($0.description) } ?? .null }
  private func shown(_ ratio: Ratio?) -> Words { ratio.map(hundredths) ?? ViewWords.none }
}
