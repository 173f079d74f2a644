public import Allocation
public import Journal
import Reports
public import Store
public import Text
public import Units
import Wording

/// What a member has since the fiscal year began: the lines of the memorandum account that sum to it.
public struct ExplainedYear: Sendable {
  /// The first day and the last.
  public let period: Period
  /// Cents or watt-hours.
  public let unit: Unit
  /// The lines, in order of date.
  public let lines: [JournalLine]

  /// The sum.
  public var value: Int64 { lines.reduce(0) { $0 + signed($1) } }

  /// Money is credited to the member, energy debited.
  private func signed(_ line: JournalLine) -> Int64 {
    let balance = line.posting.credit - line.posting.debit
    return unit == .wh ? -balance : balance
  }

  /// The lines, each by the name under which it may be asked for.
  public func tree(_ reference: String) -> ExplainedNode {
    ExplainedNode(
      ExplainWords.heading(Words(both: reference), amount(value, unit)),
      lines.map { line in
        ExplainedNode(
          ExplainWords.entry(
            name(line), line.entry.label, amount(signed(line), unit), from: ""))
      })
  }

  /// The same for programs.
  public func json(_ reference: String) -> JSON {
    [
      "format": .string(Explanation.format), "ref": .string(reference), "value": .integer(value),
      "unit": .string(unit.rawValue), "from": .string(period.first.description),
      "to": .string(period.last?.description ?? ""),
      "lines": .array(
        lines.map { line in
          [
            "ref": .string(name(line)), "key": .string(line.entry.key),
            "date": .string(line.entry.date.description), "value": .integer(signed(line)),
          ]
        }),
    ]
  }

  private func name(_ line: JournalLine) -> String { "\(line.entry.reference):\(line.line)" }
}

extension BookReader {
  /// What a member has through a month since its fiscal year began; nothing for who is no member.
  ///
  /// - Throws: ``StoreRefusal``, ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(the member's lines).
  public func explanation(
    ofYearThrough month: Month, for one: Beneficiary, _ part: FigureReference.Part
  ) throws -> ExplainedYear? {
    guard case .member = one, let year = try fiscalYear(containing: month.last) else { return nil }
    let isEnergy = if case .energy = part { true } else { false }
    let period = Period(first: year.first, last: month.last)
    let found = try ledgers(
      of: isEnergy ? "916000" : "935000", auxiliary: one.description, over: period)
    let lines = found.flatMap(\.ledger.rows).compactMap { row -> JournalLine? in
      guard case .line(let line) = row.kind, !line.entry.restates else { return nil }
      return line
    }
    return ExplainedYear(period: period, unit: isEnergy ? .wh : .cents, lines: lines)
  }
}
