public import Units

/// What of a yearly or whole-life amount falls between two points of its length, so rounded that the
/// portions of a length sum to the whole: each is the difference of two rounded running totals.
public struct Portion: Hashable, Sendable {
  /// The whole amount.
  public let whole: Cents
  /// Where it begins, in days or months of the length.
  public let start: Int
  /// Where it ends.
  public let end: Int
  /// The length that the whole amount covers.
  public let length: Int

  /// A portion; points beyond the length stand for its end.
  public init(of whole: Cents, from start: Int, to end: Int, outOf length: Int) {
    self.whole = whole
    self.start = min(start, length)
    self.end = min(end, length)
    self.length = length
  }

  /// The running total at the end less that at the start, each to the nearest cent, halves away from
  /// zero.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func amount() throws(UnitRefusal) -> Cents { try running(end) - running(start) }

  private func running(_ elapsed: Int) throws(UnitRefusal) -> Cents {
    try Ratio(Int64(elapsed), Int64(length)).of(whole, .halfAwayFromZero)
  }
}
