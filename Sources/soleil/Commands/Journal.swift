import ArgumentParser
import Journal
import Reports
import Store
import Text
import Units
import Wording

/// `journal`: the validated entries, line by line.
struct JournalCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: HelpWords.journal[Spoken.language])

  /// How many lines a person reads at a time.
  private static let pageLength = 500

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var view: ViewOptions
  @Option(help: .init(HelpWords.journalCode[Spoken.language], valueName: "code"))
  var journal: String?
  @Option(help: .init(HelpWords.journalAccount[Spoken.language], valueName: "digits"))
  var account: String?
  @Option(help: .init(HelpWords.page[Spoken.language], valueName: "n")) var page: Int?

  func answer(in world: World) throws -> Answer {
    let period = try view.period(in: world)
    let code = try journal.map { text in
      guard let code = JournalCode(rawValue: text) else {
        throw Mistyped(JournalRefusal.journalIsUnknown(text))
      }
      return code
    }
    let prefix = try account.map { try Read.digits($0, option: "--account") } ?? ""
    let number = page ?? 1
    let isWhole = world.wantsJSON && page == nil
    let skipped = max(0, min(number - 1, Int(Int32.max))) * Self.pageLength
    let found = try world.book().read { book in
      try book.journal(
        over: period, journal: code, account: prefix,
        skipping: skipped, limit: isWhole ? nil : Self.pageLength)
    }
    let pages = max(1, (found.count + Self.pageLength - 1) / Self.pageLength)
    guard (1...pages).contains(number) else {
      throw ReportRefusal.pageIsMissing(number, pages: pages)
    }
    return Answer(
      json: ["lines": .array(found.lines.map(\.json)), "count": .integer(Int64(found.count))],
      text: text(found, number, pages))
  }

  private func text(_ found: JournalPage, _ page: Int, _ pages: Int) -> Words {
    var table = TextTable([
      .number(ViewWords.number), .text(ViewWords.date), .text(ViewWords.journal),
      .text(ViewWords.account), .text(ViewWords.auxiliary), .number(ViewWords.debit),
      .number(ViewWords.credit), .text(ViewWords.label),
    ])
    for line in found.lines {
      let posting = line.posting
      table.add(
        Words(both: String(line.number)), Words(both: line.date.description),
        Words(both: line.journal.rawValue), Words(both: posting.account),
        Words(both: posting.analysis.auxiliary ?? posting.analysis.site ?? ""),
        posting.debit == 0 ? Words(both: "") : amount(posting.debit, posting.unit),
        posting.credit == 0 ? Words(both: "") : amount(posting.credit, posting.unit),
        Words(both: line.label))
    }
    guard pages > 1 else { return table.words }
    return table.words + Words(both: "\n\n")
      + ViewWords.page(page, of: pages, lines: found.count)
  }
}

extension JournalLine {
  /// The line for programs.
  var json: JSON {
    var members: [String: JSON] = [
      "number": .integer(Int64(number)), "line": .integer(Int64(line)),
      "date": .string(date.description), "journal": .string(journal.rawValue),
      "voucher": .string(voucher), "voucherDate": .string(voucherDate.description),
      "label": .string(label), "account": .string(posting.account),
      "unit": .string(posting.unit.rawValue), "debit": .integer(posting.debit),
      "credit": .integer(posting.credit), "entry": .string(entry.reference.description),
    ]
    members["auxiliary"] = posting.analysis.auxiliary.map(JSON.string)
    members["site"] = posting.analysis.site.map(JSON.string)
    members["contract"] = posting.analysis.contract.map(JSON.string)
    members["letters"] = letters.map { .string($0.code) }
    if entry.restates { members["restates"] = true }
    return .object(members)
  }
}
