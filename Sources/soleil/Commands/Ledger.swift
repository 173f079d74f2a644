import ArgumentParser
import Journal
import Reports
import Store
import Text
import Units
import Wording

/// `ledger`: every line of an account with the balance after it.
struct LedgerCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: HelpWords.ledger[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var view: ViewOptions
  @Argument(help: .init(HelpWords.ledgerAccount[Spoken.language])) var account: String
  @Option(help: .init(HelpWords.auxiliaryOnly[Spoken.language], valueName: "kind:id"))
  var aux: String?

  func answer(in world: World) throws -> Answer {
    let prefix = try Read.digits(account, option: "ACCOUNT")
    return try world.book().read { page in
      let period = try view.yearToDate(in: world, page)
      let ledgers = try page.ledgers(of: prefix, auxiliary: aux, over: period)
      let parts = ledgers.map { text($0.account, $0.ledger, period) }
      return Answer(
        json: [
          "period": period.json, "accounts": .array(ledgers.map { json($0.account, $0.ledger) }),
        ], text: parts.isEmpty ? ViewWords.nothing : joined(parts))
    }
  }

  private func joined(_ parts: [Words]) -> Words {
    Words(
      parts.map(\.french).joined(separator: "\n\n"),
      parts.map(\.english).joined(separator: "\n\n"))
  }

  private func text(_ account: AccountLine, _ ledger: AccountLedger, _ period: Period) -> Words {
    var table = TextTable([
      .text(ViewWords.date), .text(ViewWords.entry), .text(ViewWords.journal),
      .text(ViewWords.voucher), .text(ViewWords.auxiliary), .text(ViewWords.letters),
      .number(ViewWords.debit), .number(ViewWords.credit), .number(ViewWords.balance),
      .text(ViewWords.label),
    ])
    let empty = Words(both: "")
    func bound(_ name: Words, _ day: Day?, _ balance: Int64) {
      table.add(
        Words(both: day?.description ?? ""), empty, empty, empty, empty, empty, empty, empty,
        amount(balance, account.unit), name)
    }
    bound(ViewWords.opening, period.first, account.opening)
    for row in ledger.rows {
      switch row.kind {
      case .turn(let day): bound(ViewWords.turn, day, row.balance)
      case .line(let line): table.add(row: cells(line, row.balance))
      }
    }
    bound(ViewWords.closing, period.last, account.closing)
    return Words(both: "\(account.account)  ") + Words(account.frenchLabel, account.englishLabel)
      + Words(both: "\n") + table.words
  }

  private func cells(_ line: JournalLine, _ balance: Int64) -> [Words] {
    let posting = line.posting
    return [
      Words(both: line.date.description), Words(both: line.entry.reference.description),
      Words(both: line.journal.rawValue), Words(both: line.voucher),
      Words(both: posting.analysis.auxiliary ?? posting.analysis.site ?? ""),
      Words(both: line.letters?.code ?? ""),
      posting.debit == 0 ? Words(both: "") : amount(posting.debit, posting.unit),
      posting.credit == 0 ? Words(both: "") : amount(posting.credit, posting.unit),
      amount(balance, posting.unit), Words(both: line.label),
    ]
  }

  private func json(_ account: AccountLine, _ ledger: AccountLedger) -> JSON {
    [
      "account": .string(account.account), "label": .string(account.frenchLabel),
      "unit": .string(account.unit.rawValue), "opening": .integer(account.opening),
      "debit": .integer(account.debit), "credit": .integer(account.credit),
      "carried": .integer(account.carried), "balance": .integer(account.closing),
      "lines": .array(ledger.rows.map(json)),
    ]
  }

  private func json(_ row: LedgerRow) -> JSON {
    switch row.kind {
    case .turn(let day):
      return [
        "kind": "turn", "date": .string(day.description), "movement": .integer(row.movement),
        "balance": .integer(row.balance),
      ]
    case .line(let line):
      guard case .object(var members) = line.json else { return line.json }
      members["kind"] = "line"
      members["balance"] = .integer(row.balance)
      return .object(members)
    }
  }
}
