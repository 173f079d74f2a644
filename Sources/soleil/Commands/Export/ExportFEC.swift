import ArgumentParser
import Delivery
import Exports
import Journal
import Store
import Text
import Units
import Wording

/// `export fec`: the tax file of a year; or tax files compared, or examined.
struct ExportFEC: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "fec", abstract: HelpWords.exportFEC[Spoken.language],
    discussion: HelpWords.exportFECDiscussion[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.exportYear[Spoken.language])) var year: String?
  @Option(help: .init(HelpWords.out[Spoken.language], valueName: "folder")) var out: String?
  @Flag(help: .init(HelpWords.exportNames[Spoken.language])) var names = false
  @Option(
    parsing: .upToNextOption,
    help: .init(HelpWords.exportDiff[Spoken.language], valueName: "file"))
  var diff: [String] = []
  @Option(
    parsing: .upToNextOption,
    help: .init(HelpWords.exportCheck[Spoken.language], valueName: "file"))
  var check: [String] = []

  func answer(in world: World) throws -> Answer {
    if !diff.isEmpty { return try compare() }
    if !check.isEmpty { return try examine(in: world) }
    let file = try TaxFile(
      of: world.book(), year: year, in: out ?? world.besideBook("exports"), showsNames: names,
      now: world.now)
    var members = file.record.members
    members["path"] = .string(file.path)
    members["entries"] = .integer(Int64(file.report.entries))
    members["interim"] = .boolean(file.isInterim)
    members["recorded"] = .boolean(file.isNew)
    members["replaced"] = file.replaced.map(JSON.string)
    members["findings"] = .array(file.report.findings.map(json))
    return Answer(
      json: .object(members),
      text: Outcomes.taxFile(
        file.path, year: file.year.name, isInterim: file.isInterim, report: file.report)
        + Outcomes.remembered(file.record.digest, isNew: file.isNew, replaced: file.replaced))
  }

  private func compare() throws -> Answer {
    guard diff.count == 2, check.isEmpty else {
      throw UsageRefusal.optionIsMalformed(
        option: "--diff", value: diff.joined(separator: " "))
    }
    let difference = try compareTaxFiles(diff[0], diff[1])
    return Answer(
      json: json(difference), text: differenceWords(difference),
      outcome: difference.isEmpty ? .done : .refused)
  }

  private func examine(in world: World) throws -> Answer {
    let exports = try Disk.exists(world.bookPath) ? world.book().read { try $0.exports() } : nil
    let reports = try check.map { path in
      let trace = try exports.map { try TaxFileTrace(of: path, among: $0) }
      return (path: path, report: try examineTaxFile(path), trace: trace)
    }
    let files = reports.map { file -> JSON in
      var members: [String: JSON] = [
        "path": .string(file.path), "rows": .integer(Int64(file.report.rows)),
        "entries": .integer(Int64(file.report.entries)),
        "debitCents": json(file.report.debit), "creditCents": json(file.report.credit),
        "errors": .integer(Int64(file.report.errors)),
        "warnings": .integer(Int64(file.report.warnings)),
        "findings": .array(file.report.findings.map(json)),
      ]
      members["export"] = file.trace.map { .string($0.code) }
      members["exportedAt"] = file.trace?.at.map { .string($0.description) }
      return .object(members)
    }
    let told = reports.map { file in
      Outcomes.examined(file.path, file.report)
        + (file.trace.map { words($0) } ?? Words(both: ""))
    }
    return Answer(
      json: ["files": .array(files)],
      text: Words(
        told.map(\.french).joined(separator: "\n"), told.map(\.english).joined(separator: "\n")),
      outcome: reports.allSatisfy { $0.report.errors == 0 && $0.trace?.isAltered != true }
        ? .done : .refused)
  }

  private func words(_ trace: TaxFileTrace) -> Words {
    switch trace {
    case .exported(let at): Outcomes.exportIsKnown(at: at)
    case .altered(let at): Outcomes.exportIsAltered(at: at)
    case .unknown: Outcomes.exportIsUnknown
    }
  }

  private func json(_ finding: FECFinding) -> JSON {
    var members: [String: JSON] = [
      "code": .string(finding.fault.rawValue), "check": .integer(Int64(finding.fault.check)),
      "severity": finding.fault.isWarning ? "warning" : "error", "value": .string(finding.value),
      "message": .string(finding.explanation.what[Spoken.language]),
      "remedy": .string(finding.explanation.remedy[Spoken.language]),
    ]
    members["line"] = finding.line.map { .integer(Int64($0)) }
    members["column"] = finding.position.map { .integer(Int64($0)) }
    members["field"] = finding.column.map { .string($0.name) }
    return .object(members)
  }

  private func json(_ difference: FECDifference) -> JSON {
    let pairs: ([FECDifference.Pair]) -> JSON = { pairs in
      .array(pairs.map { ["before": json($0.before), "after": json($0.after)] })
    }
    return [
      "equal": .boolean(difference.isEmpty), "before": json(difference.before),
      "after": json(difference.after), "added": .array(difference.added.map(json)),
      "removed": .array(difference.removed.map(json)), "changed": pairs(difference.changed),
      "lettered": pairs(difference.lettered), "renumbered": pairs(difference.renumbered),
    ]
  }

  private func json(_ entry: FECDifference.Entry) -> JSON {
    [
      "number": .string(entry.number), "line": .integer(Int64(entry.line)),
      "debitCents": json(entry.debit),
    ]
  }

  private func json(_ totals: FECDifference.Totals) -> JSON {
    [
      "entries": .integer(Int64(totals.entries)), "rows": .integer(Int64(totals.rows)),
      "debitCents": json(totals.debit), "creditCents": json(totals.credit),
    ]
  }

  private func json(_ amount: Int128) -> JSON { .integer(Int64(clamping: amount)) }
}
