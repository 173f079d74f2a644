import ArgumentParser
import Journal
import Store
import Text
import Units
import Wording

/// `journal`: the validated entries, line by line.
struct JournalCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: HelpWords.journal[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var view: ViewOptions

  func answer(in world: World) throws -> Answer {
    let period = try view.period(in: world)
    let lines = try world.book().read { try $0.journal(over: period) }
    var table = TextTable([
      .number(ViewWords.number), .text(ViewWords.date), .text(ViewWords.journal),
      .text(ViewWords.account), .text(ViewWords.auxiliary), .number(ViewWords.debit),
      .number(ViewWords.credit), .text(ViewWords.label),
    ])
    for line in lines {
      let posting = line.posting
      table.add(
        Words(both: String(line.number)), Words(both: line.date.description),
        Words(both: line.journal.rawValue), Words(both: posting.account),
        Words(both: posting.analysis.auxiliary ?? posting.analysis.site ?? ""),
        posting.debit == 0 ? Words(both: "") : amount(posting.debit, posting.unit),
        posting.credit == 0 ? Words(both: "") : amount(posting.credit, posting.unit),
        Words(both: line.label))
    }
    return Answer(json: ["lines": .array(lines.map(json))], text: table.words)
  }

  private func json(_ line: JournalLine) -> JSON {
    let posting = line.posting
    var members: [String: JSON] = [
      "number": .integer(Int64(line.number)), "line": .integer(Int64(line.line)),
      "date": .string(line.date.description), "journal": .string(line.journal.rawValue),
      "voucher": .string(line.voucher), "voucherDate": .string(line.voucherDate.description),
      "label": .string(line.label), "account": .string(posting.account),
      "unit": .string(posting.unit.rawValue), "debit": .integer(posting.debit),
      "credit": .integer(posting.credit),
    ]
    members["auxiliary"] = posting.analysis.auxiliary.map(JSON.string)
    members["site"] = posting.analysis.site.map(JSON.string)
    members["contract"] = posting.analysis.contract.map(JSON.string)
    return .object(members)
  }
}
