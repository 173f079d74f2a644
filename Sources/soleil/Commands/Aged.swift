import ArgumentParser
import Reports
import Store
import Text
import Units
import Wording

/// `aged`: what is still open on third-party accounts, by party and age.
struct Aged: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "aged", abstract: HelpWords.aged[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.ledgerAccount[Spoken.language])) var account: String
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

  func answer(in world: World) throws -> Answer {
    let prefix = try Read.digits(account, option: "ACCOUNT")
    let day = try Read.day(asOf, else: world.today)
    let balances = try world.book().read { try $0.aging(of: prefix, on: day).balances() }
    return Answer(
      json: ["asOf": .string(day.description), "parties": .array(balances.map(json))],
      text: try text(balances, prefix, day))
  }

  private func text(_ balances: [AgedBalance], _ prefix: String, _ day: Day) throws -> Words {
    let title = ViewWords.agedTitle(prefix, day) + Words(both: "\n\n")
    guard !balances.isEmpty else { return title + ViewWords.nothingOpen }
    var table = TextTable([
      .text(ViewWords.account), .text(ViewWords.auxiliary), .number(ViewWords.notDue),
      .number(ViewWords.over30), .number(ViewWords.over60), .number(ViewWords.over90),
      .number(ViewWords.total),
    ])
    for balance in balances {
      table.add(
        row: [
          Words(both: balance.account),
          balance.auxiliary.map { Words(both: $0) } ?? ViewWords.without(.auxiliary),
        ] + (balance.amounts + [balance.total]).map { euros(Cents($0)) })
    }
    let sums = try Age.allCases.map { age in
      try Cents.sum(balances.map { Cents($0.amounts[age.rawValue]) })
    }
    table.add(
      row: [ViewWords.total, Words(both: "")] + (sums + [try Cents.sum(sums)]).map(euros))
    return title + table.words
  }

  private func json(_ balance: AgedBalance) -> JSON {
    var members: [String: JSON] = [
      "account": .string(balance.account), "totalCents": .integer(balance.total),
    ]
    for (name, amount) in zip(
      ["notDueCents", "over30Cents", "over60Cents", "over90Cents"], balance.amounts)
    {
      members[name] = .integer(amount)
    }
    members["auxiliary"] = balance.auxiliary.map(JSON.string)
    return .object(members)
  }
}
