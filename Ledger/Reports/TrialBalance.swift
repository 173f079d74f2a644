public import Units

/// An account over a period, of all lines or of one group of them.
public struct TrialLine: Hashable, Sendable {
  /// The account.
  public let account: String
  /// Debits minus credits as the first day begins.
  public let opening: Int64
  /// The debits of the period.
  public let debit: Int64
  /// The credits of the period.
  public let credit: Int64
  /// What the turns of fiscal years within the period moved: classes 6 and 7 begin anew, their
  /// result stands on 120000 or 129000.
  public let carried: Int64
  /// Debits minus credits as the last day ends.
  public var closing: Int64 { opening + debit - credit + carried }
  /// Whether it is a charge or an income of other fiscal years alone.
  public var isOfAnotherYear: Bool {
    TrialBalance.isOfYear(account) && (opening, debit, credit, carried) == (0, 0, 0, 0)
  }
}

/// Sums by account and group, and what they mean for a period.
///
/// On a day of a fiscal year classes 1 to 5 and 9 count from the beginning of the book, classes 6
/// and 7 from that of the year; the result of each year before stands on 120000 or 129000.
/// - Source: PCG art. 1212-12 (accounts 120 and 129); LPF art. A47 A-1, VII-1°: no entry zeroes
///   classes 6 and 7.
public struct TrialBalance: Sendable {
  /// Where a profit of an earlier year stands.
  public static let profit = "120000"
  /// Where a loss of an earlier year stands.
  public static let loss = "129000"

  private struct Sum {
    var debit: Int64 = 0
    var credit: Int64 = 0

    mutating func add(_ more: Int64, _ less: Int64) throws(UnitRefusal) {
      let (debit, overDebit) = debit.addingReportingOverflow(more)
      let (credit, overCredit) = credit.addingReportingOverflow(less)
      guard !overDebit, !overCredit else { throw .sumIsTooLarge }
      (self.debit, self.credit) = (debit, credit)
    }
  }

  private let slicing: Slicing
  private let carriesResults: Bool
  private var sums: [String?: [String: [Sum]]] = [:]

  /// No sums yet.
  ///
  /// - Parameter carriesResults: whether results of earlier years stand on 120000 and 129000; not
  ///   where only some of the lines are summed.
  public init(_ slicing: Slicing, carriesResults: Bool = true) {
    self.slicing = slicing
    self.carriesResults = carriesResults
  }

  /// Adds debits and credits of an account in a slice.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public mutating func add(
    _ account: String, group: String? = nil, slice: Int, debit: Int64, credit: Int64
  ) throws(UnitRefusal) {
    let none = Array(repeating: Sum(), count: slicing.ends.count)
    try sums[group, default: [:]][account, default: none][slice].add(debit, credit)
  }

  /// The groups met, in order; that of lines without one comes last.
  public var groups: [String?] {
    let named = sums.keys.compactMap(\.self).sorted()
    return sums.keys.contains(nil) ? named + [nil] : named
  }

  /// The accounts of one group in order of number.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(n log n) for n accounts.
  public func lines(of group: String? = nil) throws(UnitRefusal) -> [TrialLine] {
    let accounts = sums[group] ?? [:]
    let results = try results()
    var touched = Set(accounts.keys)
    for result in results where result.parts[group] != nil { touched.insert(result.account) }
    var lines: [TrialLine] = []
    for account in touched.sorted() {
      let of = results.filter { $0.account == account }
      let (start, end) = (
        of.filter { $0.year < slicing.opening }.map { $0.parts[group] ?? 0 },
        of.map { $0.parts[group] ?? 0 }
      )
      lines.append(try line(account, accounts[account] ?? [], start, end))
    }
    return lines
  }

  /// A line from the slices of an account and the earlier results that stand on it.
  private func line(
    _ account: String, _ slices: [Sum], _ before: [Int64], _ after: [Int64]
  ) throws(UnitRefusal) -> TrialLine {
    let isOfYear = TrialBalance.isOfYear(account)
    func total(_ values: [Int128]) throws(UnitRefusal) -> Int64 {
      guard let sum = Int64(exactly: values.reduce(0, +)) else { throw .sumIsTooLarge }
      return sum
    }
    func net(_ counts: (Int) -> Bool) -> [Int128] {
      slices.indices.filter(counts).map { Int128(slices[$0].debit) - Int128(slices[$0].credit) }
    }
    let within = slices.indices.filter { slicing.isWithin[$0] }
    let debit = try total(within.map { Int128(slices[$0].debit) })
    let credit = try total(within.map { Int128(slices[$0].credit) })
    let opening = try total(
      net { !slicing.isWithin[$0] && (!isOfYear || slicing.years[$0] == slicing.opening) }
        + before.map { -Int128($0) })
    let closing = try total(
      net { !isOfYear || slicing.years[$0] == slicing.closing } + after.map { -Int128($0) })
    let carried = try total([
      Int128(closing), -Int128(opening), -Int128(debit), Int128(credit),
    ])
    return TrialLine(
      account: account, opening: opening, debit: debit, credit: credit, carried: carried)
  }

  /// The result of a fiscal year that is over when the period ends, and of each group its part.
  private struct YearResult {
    let year: Day
    let account: String
    let parts: [String?: Int64]
  }

  private func results() throws(UnitRefusal) -> [YearResult] {
    var found: [YearResult] = []
    guard carriesResults else { return found }
    for year in Set(slicing.years).filter({ $0 < slicing.closing }).sorted() {
      var parts: [String?: Int64] = [:]
      var total: Int128 = 0
      for (group, accounts) in sums {
        var part: Int128 = 0
        for (account, slices) in accounts where TrialBalance.isOfYear(account) {
          for index in slices.indices where slicing.years[index] == year {
            part += Int128(slices[index].credit) - Int128(slices[index].debit)
          }
        }
        guard let narrow = Int64(exactly: part) else { throw .sumIsTooLarge }
        if narrow != 0 { parts[group] = narrow }
        total += part
      }
      if !parts.isEmpty {
        let account = total < 0 ? TrialBalance.loss : TrialBalance.profit
        found.append(YearResult(year: year, account: account, parts: parts))
      }
    }
    return found
  }

  /// What each fiscal year that begins within the period, after its first day, moves on an account
  /// of all lines.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func turns(of account: String) throws(UnitRefusal) -> [(first: Day, movement: Int64)] {
    let years = Set(slicing.years).sorted()
    let results = try results()
    var turns: [(first: Day, movement: Int64)] = []
    for (ended, begun) in zip(years, years.dropFirst())
    where slicing.opening < begun && begun <= slicing.closing {
      var moved: Int128 = 0
      if TrialBalance.isOfYear(account) {
        for (index, sum) in (sums[nil]?[account] ?? []).enumerated()
        where slicing.years[index] == ended {
          moved += Int128(sum.credit) - Int128(sum.debit)
        }
      }
      for result in results where result.year == ended && result.account == account {
        moved -= Int128(result.parts[nil] ?? 0)
      }
      guard let narrow = Int64(exactly: moved) else { throw .sumIsTooLarge }
      turns.append((begun, narrow))
    }
    return turns
  }

  /// Whether an account counts from the beginning of the fiscal year: charges and income.
  static func isOfYear(_ account: String) -> Bool {
    account.hasPrefix("6") || account.hasPrefix("7")
  }
}
