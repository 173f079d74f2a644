import ArgumentParser
import Journal
import Store
import Text
import Units
import Wording

/// `entry`: everything the book holds of one entry.
struct EntryCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry", abstract: HelpWords.entryShow[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.entryReference[Spoken.language])) var entry: String

  func answer(in world: World) throws -> Answer {
    let reference = try Read.entry(entry)
    let (stored, vouchers) = try world.book().read { page in
      (try page.entry(reference), try page.attachments(of: reference))
    }
    return Answer(
      json: json(stored, vouchers),
      text: heading(stored).words + Words(both: "\n\n") + lines(stored).words
        + Outcomes.vouchersOfEntry(vouchers.map { ($0.name, $0.digest.hex) }))
  }

  private func heading(_ stored: StoredEntry) -> TextTable {
    let content = stored.content
    var table = TextTable([
      .text(ViewWords.entry), .text(Words(both: stored.reference.description)),
    ])
    let rows: [(Words, String?)] = [
      (ViewWords.date, content.date.description), (ViewWords.journal, content.journal.rawValue),
      (ViewWords.label, content.label), (ViewWords.voucher, content.voucher),
      (ViewWords.voucherDate, content.voucherDate.description), (ViewWords.key, content.key),
      (ViewWords.origin, content.origin), (ViewWords.recordedAt, stored.recordedAt.description),
      (ViewWords.validatedAt, stored.validatedAt.description),
      (ViewWords.corrects, content.role.corrected), (ViewWords.reason, content.role.reason),
      (ViewWords.reversedBy, stored.reversedBy?.description),
    ]
    for case (let name, let value?) in rows { table.add(name, Words(both: value)) }
    return table
  }

  private func lines(_ stored: StoredEntry) -> TextTable {
    var table = TextTable([
      .number(ViewWords.number), .text(ViewWords.account), .text(ViewWords.auxiliary),
      .text(ViewWords.site), .text(ViewWords.contract), .number(ViewWords.debit),
      .number(ViewWords.credit),
    ])
    for (index, posting) in stored.content.postings.enumerated() {
      let side = { (units: Int64) in
        units == 0 ? Words(both: "") : amount(units, posting.unit)
      }
      table.add(
        Words(both: String(index + 1)), Words(both: posting.account),
        Words(both: posting.analysis.auxiliary ?? ""), Words(both: posting.analysis.site ?? ""),
        Words(both: posting.analysis.contract ?? ""), side(posting.debit), side(posting.credit))
    }
    return table
  }

  private func json(_ stored: StoredEntry, _ vouchers: [Attachment]) -> JSON {
    let content = stored.content
    var members: [String: JSON] = [
      "entry": .string(stored.reference.description), "key": .string(content.key),
      "date": .string(content.date.description), "journal": .string(content.journal.rawValue),
      "voucher": .string(content.voucher),
      "voucherDate": .string(content.voucherDate.description), "label": .string(content.label),
      "origin": .string(content.origin), "recordedAt": .string(stored.recordedAt.description),
      "validatedAt": .string(stored.validatedAt.description),
      "lines": .array(content.postings.map(json)),
      "vouchers": .array(
        vouchers.map { ["name": .string($0.name), "sha256": .string($0.digest.hex)] }),
    ]
    members["corrects"] = content.role.corrected.map(JSON.string)
    members["reason"] = content.role.reason.map(JSON.string)
    members["reversedBy"] = stored.reversedBy.map { .string($0.description) }
    return .object(members)
  }

  private func json(_ posting: Posting) -> JSON {
    var members: [String: JSON] = [
      "account": .string(posting.account), "unit": .string(posting.unit.rawValue),
      "debit": .integer(posting.debit), "credit": .integer(posting.credit),
    ]
    members["auxiliary"] = posting.analysis.auxiliary.map(JSON.string)
    members["site"] = posting.analysis.site.map(JSON.string)
    members["contract"] = posting.analysis.contract.map(JSON.string)
    return .object(members)
  }
}
