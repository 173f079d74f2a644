import Allocation
import ArgumentParser
import Journal
import MonthEnd
import Store
import Text
import Units
import Wording

/// `explain`: derives a figure of a statement, closing or entry down to files and lines.
struct Explain: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: AllocateHelp.explain[Spoken.language],
    discussion: AllocateHelp.references[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(AllocateHelp.reference[Spoken.language])) var reference: String
  @Option(help: .init(AllocateHelp.annex[Spoken.language], valueName: "file.html"))
  var annex: String?

  func answer(in world: World) throws -> Answer {
    guard let figure = FigureReference(reference) else {
      throw UsageRefusal.optionIsMalformed(option: "REF", value: reference)
    }
    let book = try world.book()
    switch figure {
    case .month(let month, let subject):
      return try answer(month, subject, reference, book, world)
    case .entry(let entry, let line): return try answer(entry, line, book, world)
    }
  }

  private func answer(
    _ month: Month, _ subject: FigureReference.Subject, _ reference: String, _ book: Book,
    _ world: World
  ) throws -> Answer {
    var member: String?
    if case .beneficiary(.member(let number), _) = subject { member = number }
    let found = try book.read { try $0.explanation(of: month, for: member) }
    guard let (value, unit) = found.value(subject), let tree = found.tree(reference, subject)
    else { throw UsageRefusal.optionIsMalformed(option: "REF", value: reference) }
    return try answer(tree, found.json(reference, value: value, unit: unit), world)
  }

  /// The tree, and the annex where one is asked for.
  private func answer(_ tree: ExplainedNode, _ json: JSON, _ world: World) throws -> Answer {
    var text = Words(tree.drawn(.french), tree.drawn(.english))
    if let annex {
      try Disk.replace(annex, Array(tree.page(world.language).utf8))
      text = text + Words(both: "\n") + ExplainWords.written(annex)
    }
    return Answer(json: json, text: text)
  }

  private func answer(
    _ reference: EntryReference, _ line: Int?, _ book: Book, _ world: World
  ) throws -> Answer {
    let entry = try book.read { try $0.entry(reference) }
    let postings = entry.content.postings
    guard line.map({ $0 <= postings.count }) ?? true else {
      throw JournalRefusal.entryIsUnknown(self.reference)
    }
    if let figure = self.figure(behind: entry, line.map { postings[$0 - 1] }),
      case .month(let month, let subject)? = FigureReference(figure)
    {
      return try answer(month, subject, figure, book, world)
    }
    let chosen = line.map { [$0] } ?? Array(1...postings.count)
    let tree = ExplainedNode(
      ExplainWords.entry(
        reference.description, entry.content.label, Words(both: entry.content.date.description),
        from: entry.content.origin),
      chosen.map { number in
        let posting = postings[number - 1]
        let next = self.figure(behind: entry, posting).map {
          [ExplainedNode(ExplainWords.sharedIn($0))]
        }
        return ExplainedNode(
          ExplainWords.line(
            number, posting.account, posting.analysis.auxiliary ?? posting.analysis.site ?? "",
            amount(posting.amount, posting.unit)), next ?? [])
      })
    return try answer(tree, json(entry, chosen), world)
  }

  /// The figure of a month's allocation or accruals that a line of the program's own says again.
  private func figure(behind entry: StoredEntry, _ posting: Posting?) -> String? {
    let words = entry.content.key.split(separator: ":").map(String.init)
    guard words.count >= 3, words[0] == "close", let posting else { return nil }
    switch words[2] {
    case "allocation",
      "energy" where words.last == "members" || words[2] == "allocation":
      let name = posting.analysis.auxiliary.map {
        String($0.trimmingPrefix("supplier:")) == $0 ? $0 : "party:\($0.dropFirst(9))"
      }
      let who = name.map { $0.hasPrefix("member:") ? String($0.dropFirst(7)) : $0 }
      let end = words[2] == "energy" ? "/energy" : ""
      return who.map { "\(words[1])/\($0)\(end)" }
        ?? (words[2] == "energy" ? "\(words[1])/energy" : "\(words[1])/result")
    case "sales": return "\(words[1])/sales"
    case "energy": return "\(words[1])/energy"
    default: return nil
    }
  }

  private func json(_ entry: StoredEntry, _ lines: [Int]) -> JSON {
    [
      "format": "soleil-explanation/1", "ref": .string(reference),
      "entry": .string(entry.reference.description), "key": .string(entry.content.key),
      "origin": .string(entry.content.origin), "voucher": .string(entry.content.voucher),
      "lines": .array(
        lines.map { number in
          let posting = entry.content.postings[number - 1]
          return [
            "line": .integer(Int64(number)), "account": .string(posting.account),
            "unit": .string(posting.unit.rawValue), "debit": .integer(posting.debit),
            "credit": .integer(posting.credit),
          ]
        }),
    ]
  }
}
