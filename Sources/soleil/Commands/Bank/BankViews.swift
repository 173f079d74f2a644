import ArgumentParser
import Bank
import Intake
import Journal
import Store
import Text
import Units
import Wording

/// `bank list`: the movements of the bank.
struct BankList: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpWords.bankList[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.bankAccount[Spoken.language], valueName: "id"))
  var account: String?
  @Flag(help: .init(HelpWords.bankUnmatchedOnly[Spoken.language])) var unmatched = false

  func answer(in world: World) throws -> Answer {
    let (lines, matches) = try world.book().read { page in
      (
        try page.bankLines(of: account, unmatched: unmatched),
        Dictionary(uniqueKeysWithValues: try page.bankMatches().map { ($0.id, $0.match) })
      )
    }
    var printout = Printout(columns: [
      .text("line", BankWords.line), .text("account", BankWords.account),
      .text("booked", BankWords.booked), .money("cents", BankWords.amount),
      .text("words", BankWords.words), .text("entries", ViewWords.entry),
    ])
    for stored in lines {
      let postings = stored.match.flatMap { matches[$0] }?.postings ?? []
      printout.rows.append([
        .text(String(stored.id)), .text(stored.account), .text(stored.line.booked.description),
        .integer(stored.line.amount.units), .text(BankCommand.words(stored.line)),
        .text(Set(postings.map(\.entry.description)).sorted().joined(separator: ", ")),
      ])
    }
    return Answer(json: ["lines": printout.json], text: printout.words)
  }
}

/// `bank reconcile`: from the bank's balance to the journal's, line by line.
struct BankReconcile: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: HelpWords.bankReconcile[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

  func answer(in world: World) throws -> Answer {
    let day = try Read.day(asOf, else: world.today)
    let found = try Banking(world).reconciliations(on: day)
    return Answer(
      json: ["asOf": .string(day.description), "accounts": .array(found.map(json))],
      text: found.map(words).reduce(Words(both: "")) { text, one in
        text.french.isEmpty ? one : text + Words(both: "\n\n") + one
      }, outcome: found.allSatisfy(\.agrees) ? .done : .refused)
  }

  private func words(_ one: BankReconciliation) -> Words {
    var table = TextTable([
      .text(Words(both: "\(one.account) (\(one.ledger))")), .text(BankWords.booked),
      .number(BankWords.amount),
    ])
    let none = Words(both: "")
    table.add(BankWords.bankBalance, Words(both: one.toldOn?.description ?? ""), euros(one.bank))
    for line in one.onlyInBook {
      table.add(
        BankWords.onlyInBook(line.name), Words(both: line.day.description), euros(line.amount))
    }
    for line in one.onlyAtBank {
      table.add(
        BankWords.onlyAtBank(line.name), Words(both: line.day.description), euros(-line.amount))
    }
    table.add(BankWords.bookBalance, none, euros(one.book))
    if !one.agrees { table.add(BankWords.unexplained, none, euros(one.difference)) }
    return table.words
  }

  private func json(_ one: BankReconciliation) -> JSON {
    func items(_ lines: [BankReconciliation.Item]) -> JSON {
      .array(
        lines.map { line in
          [
            "name": .string(line.name), "day": .string(line.day.description),
            "cents": .integer(line.amount.units),
          ]
        })
    }
    return [
      "account": .string(one.account), "ledger": .string(one.ledger),
      "bankCents": .integer(one.bank.units), "bookCents": .integer(one.book.units),
      "onlyInBook": items(one.onlyInBook), "onlyAtBank": items(one.onlyAtBank),
      "differenceCents": .integer(one.difference.units),
      "toldOn": one.toldOn.map { .string($0.description) } ?? .null,
    ]
  }
}

/// `bank rules`: what was learned from confirmations.
struct BankRules: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: HelpWords.bankRules[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let rules = try Banking(world).rules()
    var printout = Printout(columns: [
      .text("words", BankWords.words), .text("direction", BankWords.direction),
      .text("account", BankWords.account), .text("auxiliary", BankWords.auxiliary),
      .number("times", BankWords.times),
    ])
    for rule in rules {
      printout.rows.append([
        .text(rule.words), .word(rule.isIncome ? "in" : "out", BankWords.direction(rule.isIncome)),
        .text(rule.account), .text(rule.auxiliary ?? ""), .integer(Int64(rule.times)),
      ])
    }
    return Answer(json: ["rules": printout.json], text: printout.words)
  }
}
