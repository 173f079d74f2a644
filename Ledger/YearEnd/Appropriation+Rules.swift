import Units

extension AppropriationDraft {
  /// Everything the law and the sums have against the decision.
  ///
  /// To add a rule is to add a function here.
  func reasons() -> [YearEndRefusal] {
    [legalReserveReasons, takingReasons, sumReasons, dividendReasons].flatMap { $0() }
      + dividend.reasonsAgainst(
        netAssets: equity.netAssets, least: floor, formationExpenses: equity.formationExpenses,
        freeReserves: equity.otherReserves - resolution.fromOtherReserves
          + resolution.otherReserves, paymentDate: resolution.paymentDate)
  }

  /// - Source: C. com. L232-10.
  private func legalReserveReasons() -> [YearEndRefusal] {
    guard legalReserve < least.due else { return [] }
    return [
      .legalReserveIsTooLow(
        asked: legalReserve, due: least.due, base: least.base, room: least.room)
    ]
  }

  private func takingReasons() -> [YearEndRefusal] {
    [
      ("110000", resolution.fromCarryForward, equity.carriedProfits),
      ("106800", resolution.fromOtherReserves, equity.otherReserves),
    ].filter { $0.1 > max(.zero, $0.2) }
      .map { .tooMuchIsTaken(account: $0.0, asked: $0.1, there: max(.zero, $0.2)) }
  }

  /// A loss may be left over, but no larger than the year's own: parts never exceed what there is.
  private func sumReasons() -> [YearEndRefusal] {
    let given = resolution.carryForward ?? carriedForward
    let isWhole = given == carriedForward && carriedForward >= min(.zero, result)
    guard !isWhole else { return [] }
    let carried = resolution.carryForward ?? .zero
    return [
      .partsDoNotMakeTheResult(
        parts: toReserves + dividend.total + lossesCleared + carried, result: result + taken)
    ]
  }

  /// - Source: C. com. L232-11: losses first; the year's profit before the reserves.
  private func dividendReasons() -> [YearEndRefusal] {
    let total = dividend.total
    guard total > .zero else { return [] }
    guard total <= distributable else {
      let most = max(.zero, distributable)
      if result <= .zero {
        return [.lossYieldsNoDividend(dividend: total, result: result, distributable: most)]
      }
      let losses = equity.carriedLosses
      if losses > .zero, total <= distributable + losses {
        return [
          .lossesComeBeforeDividends(losses: losses, dividend: total, distributable: most)
        ]
      }
      return [.dividendExceedsTheDistributable(dividend: total, distributable: most)]
    }
    var reasons: [YearEndRefusal] = []
    if carriedForward.isNegative {
      reasons.append(
        .lossYieldsNoDividend(dividend: total, result: result, distributable: distributable))
    } else if lossesCleared < equity.carriedLosses {
      reasons.append(
        .lossesComeBeforeDividends(
          losses: equity.carriedLosses, dividend: total, distributable: distributable))
    }
    let kept = max(.zero, carriedForward) + resolution.otherReserves
    if resolution.fromOtherReserves > .zero, kept > .zero {
      reasons.append(
        .profitComesBeforeReserves(taken: resolution.fromOtherReserves, kept: kept))
    }
    return reasons
  }
}
