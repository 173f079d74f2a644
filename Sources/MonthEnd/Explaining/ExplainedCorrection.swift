import Allocation
public import Store
public import Text
public import Units
import Wording

/// What the closing of a month corrected of an earlier one: how that one stood, and how it stands now.
public struct ExplainedCorrection: Sendable {
  /// The month as the closings before had it.
  public let before: Explanation
  /// The month as the closing has it.
  public let after: Explanation

  /// What was corrected for somebody, and its unit; nothing for who has no part before nor after.
  public func value(_ subject: FigureReference.Subject) -> (value: Int64, unit: Unit)? {
    let (old, new) = (before.value(subject), after.value(subject))
    guard let unit = (new ?? old)?.unit else { return nil }
    return ((new?.value ?? 0) - (old?.value ?? 0), unit)
  }

  /// Both derivations side by side.
  public func tree(_ reference: String, _ subject: FigureReference.Subject) -> ExplainedNode? {
    value(subject).map { value, unit in
      let sides = [(before, ExplainWords.before), (after, ExplainWords.after)]
      return ExplainedNode(
        ExplainWords.heading(Words(both: reference), amount(value, unit)),
        sides.compactMap { side, name in side.tree(name, subject) })
    }
  }

  /// Both derivations for programs, each as the explanation of a month.
  public func json(
    _ reference: String, _ subject: FigureReference.Subject, value: Int64, unit: Unit
  ) -> JSON {
    func side(_ one: Explanation) -> JSON {
      one.json(reference, value: one.value(subject)?.value ?? 0, unit: unit)
    }
    return [
      "format": .string(Explanation.format), "ref": .string(reference), "value": .integer(value),
      "unit": .string(unit.rawValue), "month": .string(after.closing.month.description),
      "corrects": .string(after.month.description), "before": side(before), "after": side(after),
    ]
  }
}

extension BookReader {
  /// What the closing of a month corrected of an earlier one.
  ///
  /// - Throws: ``ClosingRefusal/monthIsNotClosed(_:)``,
  ///   ``AllocationRefusal/signedMonthDoesNotRecompute(_:)``.
  public func correction(
    of month: Month, in counted: Month, for member: String?
  ) throws -> ExplainedCorrection {
    ExplainedCorrection(
      before: try explanation(of: month, asOf: counted.previous, for: member),
      after: try explanation(of: month, asOf: counted, for: member))
  }
}
