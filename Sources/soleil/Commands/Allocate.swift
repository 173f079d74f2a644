import Allocation
import ArgumentParser
import Intake
import MonthEnd
import Store
import Text
import Units
import Wording

/// `allocate`: closed months shared by the rules in force, and by other rules beside them.
struct Allocate: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: AllocateHelp.allocate[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(AllocateHelp.months[Spoken.language])) var months: String
  @Option(help: .init(AllocateHelp.simulate[Spoken.language], valueName: "rules.toml"))
  var simulate: String?
  @Flag(help: .init(AllocateHelp.members[Spoken.language])) var members = false

  func answer(in world: World) throws -> Answer {
    let compared = try world.book().compareRules(
      over: range(), trying: try simulate.map { try InputFile(reading: $0) })
    return Answer(json: json(compared), text: text(compared))
  }

  /// `2025-03`, or `2025-01..2025-12`.
  private func range() throws -> ClosedRange<Month> {
    let ends = months.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
    guard (1...2).contains(ends.count), months.contains("..") == (ends.count == 2) else {
      throw UsageRefusal.optionIsMalformed(option: "MONTHS", value: months)
    }
    let (first, last) = (try Read.month(ends[0]), try Read.month(ends[ends.count - 1]))
    guard first <= last else {
      throw UsageRefusal.optionIsMalformed(option: "MONTHS", value: months)
    }
    return first...last
  }

  private func text(_ compared: RulesCompared) -> Words {
    var table = TextTable(
      [.text(AllocateHelp.whom), .number(AllocateHelp.inForce)]
        + (simulate == nil
          ? [] : [.number(AllocateHelp.tried), .number(AllocateHelp.difference)]))
    func add(_ name: Words, _ standing: RulesCompared.Standing) {
      let tried = simulate == nil ? [] : [euros(standing.tried), euros(standing.difference)]
      table.add(row: [name, euros(standing.inForce)] + tried)
    }
    for one in compared.beneficiaries {
      if case .member = one.beneficiary, !members { continue }
      add(Words(both: one.beneficiary.description), one.standing)
    }
    for one in compared.colleges {
      add(AllocateHelp.college(one.college, members: one.members), one.standing)
    }
    add(AllocateHelp.total, compared.total)
    let rules = AllocateHelp.rules(compared.inForce, tried: compared.tried)
    guard simulate != nil else { return rules + Words(both: "\n") + table.words }
    let (gain, lose, same) = compared.members
    return rules + Words(both: "\n") + table.words + Words(both: "\n")
      + AllocateHelp.winners(gain: gain, lose: lose, same: same)
  }

  private func json(_ compared: RulesCompared) -> JSON {
    let standing = { (one: RulesCompared.Standing) -> [String: JSON] in
      [
        "inForceCents": .integer(one.inForce.units), "triedCents": .integer(one.tried.units),
        "differenceCents": .integer(one.difference.units),
      ]
    }
    let (gain, lose, same) = compared.members
    return [
      "from": .string(compared.months.lowerBound.description),
      "to": .string(compared.months.upperBound.description),
      "inForce": .array(compared.inForce.map(JSON.string)),
      "tried": compared.tried.map(JSON.string) ?? .null,
      "beneficiaries": .array(
        compared.beneficiaries.map { one in
          .object(
            standing(one.standing).merging(
              ["to": .string(one.beneficiary.description)]
            ) { $1 })
        }),
      "colleges": .array(
        compared.colleges.map { one in
          .object(
            standing(one.standing).merging([
              "college": .string(one.college), "members": .integer(Int64(one.members)),
            ]) { $1 })
        }),
      "total": .object(standing(compared.total)),
      "members": [
        "gain": .integer(Int64(gain)), "lose": .integer(Int64(lose)),
        "same": .integer(Int64(same)),
      ],
    ]
  }
}
