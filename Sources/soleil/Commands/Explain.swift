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
    return try world.book().read { try answer(figure, reference, $0, world) }
  }

  private func answer(
    _ figure: FigureReference, _ name: String, _ page: BookReader, _ world: World
  ) throws -> Answer {
    switch figure {
    case .month(let month, let subject):
      let found = try page.explanation(of: month, for: subject.member)
      let (value, unit) = try asked(found.value(subject))
      return try answer(
        asked(found.tree(Words(both: name), subject)),
        found.json(name, value: value, unit: unit), world)
    case .correction(let counted, let month, let one, let part):
      let subject = FigureReference.Subject.beneficiary(one, part)
      let found = try page.correction(of: month, in: counted, for: subject.member)
      let (value, unit) = try asked(found.value(subject))
      return try answer(
        asked(found.tree(name, subject)), found.json(name, subject, value: value, unit: unit),
        world)
    case .year(let month, let one, let part):
      let found = try asked(page.explanation(ofYearThrough: month, for: one, part))
      return try answer(found.tree(name), found.json(name), world)
    case .entry(let entry, let line):
      return try answer(page.explanation(of: entry), line, page, world)
    }
  }

  /// A line that says a figure of a month again is explained as that figure.
  private func answer(
    _ found: EntryExplanation, _ line: Int?, _ page: BookReader, _ world: World
  ) throws -> Answer {
    let lines = found.entry.content.postings.indices.map { $0 + 1 }
    guard line.map(lines.contains) ?? true else {
      throw JournalRefusal.entryIsUnknown(reference)
    }
    if let name = line.flatMap(found.figure), let figure = FigureReference(name) {
      return try answer(figure, name, page, world)
    }
    let chosen = line.map { [$0] } ?? lines
    return try answer(found.tree(chosen), found.json(reference, chosen), world)
  }

  /// - Throws: ``UsageRefusal/optionIsMalformed(option:value:)`` for a figure that nothing has.
  private func asked<Figure>(_ figure: Figure?) throws -> Figure {
    guard let figure else {
      throw UsageRefusal.optionIsMalformed(option: "REF", value: reference)
    }
    return figure
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
}

extension FigureReference.Subject {
  /// The member whose holdings the figure follows from.
  fileprivate var member: String? {
    switch self {
    case .beneficiary(.member(let number), _), .shares(.member(let number)): number
    default: nil
    }
  }
}
