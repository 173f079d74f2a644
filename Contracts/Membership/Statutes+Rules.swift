public import Units

extension Statutes {
  /// What the statutes forbid by themselves: on each day the voting weights make one, and so do the
  /// revenue weights, and no two colleges share an account.
  ///
  /// Weights may be written as parts of one or of a hundred. A company without colleges has none to
  /// weigh.
  public func contradictions() -> [CollegeRefusal] {
    guard !colleges.isEmpty else { return [] }
    return daysOfChange.flatMap { day in weightReasons(on: day) + accountReasons(on: day) }
  }

  /// The days on which the colleges change, from the founding on.
  public var daysOfChange: [Day] {
    let days = colleges.flatMap { [$0.valid.first, $0.valid.last?.next].compactMap(\.self) }
    return Set(days.filter { $0 > founded } + [founded]).sorted()
  }

  /// The part of the votes of each college on a day, so that they make one.
  public func votingParts(on day: Day) -> [CollegeID: Ratio] { parts(on: day, of: \.votingWeight) }

  /// The part of each college in what is divided among them on a day, so that they make one.
  public func revenueParts(on day: Day) -> [CollegeID: Ratio] {
    parts(on: day, of: \.revenueWeight)
  }

  /// What each college weighs in what is divided over a period, in order of name.
  ///
  /// When nothing changes under way, the weights as they stand; else each day counts with its own.
  /// - Precondition: the period has an end.
  public func revenueWeights(in period: Period) -> [(college: CollegeID, weight: Ratio)] {
    let present = colleges.filter { $0.valid.overlap(period) != nil }
    let starts = [period.first] + daysOfChange.filter { period.first < $0 && period.contains($0) }
    guard starts.count > 1, let last = period.last else {
      return present.map { ($0.id, $0.revenueWeight) }
    }
    let ends = starts.dropFirst().map(\.previous) + [last]
    var weights: [CollegeID: [Ratio]] = Dictionary(
      present.map { ($0.id, []) }, uniquingKeysWith: { first, _ in first })
    for (start, end) in zip(starts, ends) {
      let days = Int128(start.days(until: end) + 1)
      for (id, weight) in revenueParts(on: start) {
        weights[id, default: []].append(
          part(Int128(weight.numerator) * days, of: Int128(weight.denominator)))
      }
    }
    return weights.sorted { $0.key < $1.key }.map { ($0.key, exactSum($0.value) ?? .zero) }
  }

  private func parts(on day: Day, of weight: KeyPath<College, Ratio>) -> [CollegeID: Ratio] {
    let colleges = colleges(on: day)
    guard let sum = exactSum(colleges.map { $0[keyPath: weight] }), sum > .zero else { return [:] }
    return Dictionary(
      colleges.map { ($0.id, $0[keyPath: weight].divided(by: sum)) }, uniquingKeysWith: { $1 })
  }

  private func weightReasons(on day: Day) -> [CollegeRefusal] {
    let keys: [(String, KeyPath<College, Ratio>)] = [
      ("voting_weight", \.votingWeight), ("revenue_weight", \.revenueWeight),
    ]
    return keys.compactMap { key, weight in
      let sum = exactSum(colleges(on: day).map { $0[keyPath: weight] })
      guard let sum else { return .weightsDoNotSumToOne(key: key, on: day, sum: .zero) }
      let isWhole = sum == .one || sum == Ratio(100, 1)
      return isWhole ? nil : .weightsDoNotSumToOne(key: key, on: day, sum: sum)
    }
  }

  private func accountReasons(on day: Day) -> [CollegeRefusal] {
    let byAccount = colleges(on: day).sorted {
      ($0.capitalAccount, $0.id) < ($1.capitalAccount, $1.id)
    }
    return zip(byAccount, byAccount.dropFirst()).compactMap { one, other in
      guard one.capitalAccount == other.capitalAccount else { return nil }
      return .capitalAccountIsShared(one.capitalAccount, one.id, other.id, on: day)
    }
  }
}

/// The exact sum of ratios; nothing when it does not fit.
func exactSum(_ ratios: [Ratio]) -> Ratio? {
  var numerator: Int128 = 0
  var denominator: Int128 = 1
  for ratio in ratios {
    let (left, isOver) = numerator.multipliedReportingOverflow(by: Int128(ratio.denominator))
    let (right, isOverToo) = denominator.multipliedReportingOverflow(by: Int128(ratio.numerator))
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    let (product, isTooFine) = denominator.multipliedReportingOverflow(
      by: Int128(ratio.denominator))
    guard !isOver, !isOverToo, !isTooLarge, !isTooFine else { return nil }
    let divisor = max(1, commonDivisor(sum, product))
    (numerator, denominator) = (sum / divisor, product / divisor)
  }
  guard let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator) else {
    return nil
  }
  return Ratio(top, bottom)
}

/// A fraction of whole numbers, in lowest terms; the nearest smaller one that fits when it does not.
func part(_ top: Int128, of bottom: Int128) -> Ratio {
  guard bottom > 0 else { return .zero }
  let divisor = max(1, commonDivisor(top, bottom))
  var (top, bottom) = (top / divisor, bottom / divisor)
  while Int64(exactly: top) == nil || Int64(exactly: bottom) == nil {
    (top, bottom) = (top / 2, bottom / 2)
  }
  return Ratio(Int64(top), Int64(max(1, bottom)))
}

private func commonDivisor(_ one: Int128, _ other: Int128) -> Int128 {
  var (a, b) = (abs(one), abs(other))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

extension Ratio {
  /// The quotient of two parts, the second above zero.
  func divided(by other: Ratio) -> Ratio {
    part(
      Int128(numerator) * Int128(other.denominator),
      of: Int128(denominator) * Int128(other.numerator))
  }
}
