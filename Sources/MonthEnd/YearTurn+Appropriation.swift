public import Intake
public import Journal
import Membership
import Seal
import Store
import Text
import Units
public import YearEnd

/// A result that is appropriated, or a dividend paid in advance.
public struct Appropriated: Sendable {
  /// The fiscal year.
  public let year: FiscalYear
  /// The decision.
  public let resolution: Resolution
  /// The computation, step by step.
  public let steps: [Step]
  /// The lines of the entry.
  public let lines: [Posting]
  /// Each member's part of the dividend.
  public let dividends: [MemberDividend]
  /// The entry; nothing when no amount moved.
  public let entry: EntryReference?
  /// What the months of the year intended, beside what was decided; nothing for an advance.
  public let reconciliation: Reconciliation?
  /// Whether it was recorded now, and not before: what was known before is not reckoned again.
  public let isNew: Bool
}

/// What a decision makes of the book: an entry, and how it was reckoned.
private struct Decision {
  var sequence = 1
  let draft: DraftEntry?
  let steps: [Step]
  let dividends: [MemberDividend]
}

extension YearTurn {
  /// Appropriates the result of a fiscal year as a resolution says, or pays a dividend in advance.
  ///
  /// The same resolution a second time changes nothing.
  ///
  /// - Parameter paper: reads a document that the resolution names, by its path from the
  ///   resolution's folder.
  /// - Throws: ``Refusals`` with every fault of the file, or every ``YearEndRefusal``.
  public func appropriate(
    _ name: String, _ file: InputFile, rehearsing: Bool = false,
    paper: (String) throws -> InputFile
  ) throws -> Appropriated {
    let (resolution, json) = try read(file)
    let certified = try resolution.certified.map { try paper($0.file) }
    let papers = [file, certified].compactMap(\.self)
    let body: JSON = [
      "resolution": json, "papers": .array(papers.map { .string(sha256($0.bytes).hex) }),
    ]
    return try book.write(at: now, rehearsing: rehearsing) { page in
      let (state, earlier) = try find(name, page.reader)
      if let known = try known(resolution, body, state.year, page.reader) {
        return Appropriated(
          year: state.year, resolution: resolution, steps: [], lines: [], dividends: [],
          entry: known.entry, reconciliation: nil, isNew: false)
      }
      let decision = try decide(resolution, state, earlier, page.reader)
      let entry = try page.record(
        resolution, of: state.year, sequence: decision.sequence, body: body, entry: decision.draft,
        papers: papers.map { ($0.name, $0.bytes) })
      var reconciliation: Reconciliation?
      if resolution.kind == .annual {
        reconciliation = try Reconciliation(
          state.year, decision.dividends, decision.draft?.postings ?? [], page.reader)
      }
      return Appropriated(
        year: state.year, resolution: resolution, steps: decision.steps,
        lines: decision.draft?.postings ?? [], dividends: decision.dividends, entry: entry,
        reconciliation: reconciliation,
        isNew: true)
    }
  }

  private func read(_ file: InputFile) throws -> (Resolution, JSON) {
    let document = try TOMLDocument(reading: file.bytes, file: file.path)
    let faults = Faults()
    let resolution = Resolution(TableReader(document, faults: faults))
    try faults.check()
    return (resolution, document.root)
  }

  /// The same decision as it was recorded before.
  ///
  /// - Throws: ``YearEndRefusal/referenceIsTaken(_:)`` for another decision of the same reference.
  private func known(
    _ resolution: Resolution, _ body: JSON, _ year: FiscalYear, _ page: BookReader
  ) throws -> StoredAppropriation? {
    let same = try page.appropriations(of: year).first {
      $0.kind == resolution.kind && $0.reference == resolution.reference
    }
    guard let same else { return nil }
    guard same.body == body else {
      throw YearEndRefusal.referenceIsTaken(resolution.reference)
    }
    return same
  }

  private func decide(
    _ resolution: Resolution, _ state: YearState, _ earlier: [YearState], _ page: BookReader
  ) throws -> Decision {
    let blocked = state.reasonsAgainst(resolution.kind, after: earlier)
    guard blocked.isEmpty else { throw Refusals(blocked) }
    var reasons: [any Refusal] = state.reasonsAgainstDays(of: resolution, today: today)
    do {
      let decision =
        resolution.kind == .annual
        ? try appropriation(resolution, state.year, page)
        : try interim(resolution, state.year, page)
      if reasons.isEmpty { return decision }
    } catch let refusals as Refusals { reasons += refusals.all }
    throw Refusals(reasons)
  }

  private func appropriation(
    _ resolution: Resolution, _ year: FiscalYear, _ page: BookReader
  ) throws -> Decision {
    let dividend = try distribution(
      resolution, over: year.period, advances: page.advances(of: year), page)
    let appropriation = try Appropriation(
      resolution, of: year, result: page.result(over: year.period),
      equity: equity(resolution, closing: year.last, page), dividend: dividend)
    return Decision(
      draft: YearEndEntries.entry(appropriation), steps: appropriation.steps,
      dividends: appropriation.dividends)
  }

  private func interim(
    _ resolution: Resolution, _ year: FiscalYear, _ page: BookReader
  ) throws -> Decision {
    let sequence = try page.appropriations(of: year).count { $0.kind == .interim } + 1
    let period = InterimDividend.period(resolution, of: year)
    var equity = try equity(resolution, closing: period.last ?? year.last, page)
    // The certified profit stands for the year's own result, which an ended year shows already.
    if year.last <= resolution.entryDate {
      equity.netAssets = equity.netAssets - (try page.result(over: year.period))
    }
    let interim = try InterimDividend(
      resolution, of: year, sequence: sequence,
      earlier: Cents.sum(page.advances(of: year).values),
      equity: equity, dividend: distribution(resolution, over: period, advances: [:], page))
    return Decision(
      sequence: sequence, draft: YearEndEntries.entry(interim), steps: interim.steps,
      dividends: interim.dividends)
  }

  /// The own funds on the day of the decision, the capital of the closing among them.
  private func equity(
    _ resolution: Resolution, closing: Day, _ page: BookReader
  ) throws -> Equity {
    try Equity(
      closing: page.standings(through: closing),
      meeting: page.balanceSheet(on: resolution.entryDate))
  }

  private func distribution(
    _ resolution: Resolution, over period: Period, advances: [MemberNumber: Cents],
    _ page: BookReader
  ) throws -> Distribution {
    let statutes = try Cooperative(page, on: resolution.date).statutes
    let holdings = try page.shareRegister(statutes).holdings(in: period)
    return try Distribution(
      resolution.dividend, over: period, holdings: holdings, advances: advances)
  }
}

extension InputFile {
  /// Its name without folders: what the book keeps, for folders change with the machine.
  fileprivate var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
