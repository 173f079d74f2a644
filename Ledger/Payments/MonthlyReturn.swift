public import Tables
public import Text
public import Units

/// The return 2777 of a month: what was withheld from members, in whole euros.
///
/// Bases and taxes are each rounded to the euro, a half up; what is paid is the tax on the rounded
/// base, and the difference with what was withheld is told.
/// - Source: CGI art. 1657 (rounding), 117 quater, 125 A; CSS art. L136-7.
public struct MonthlyReturn: Hashable, Sendable {
  /// A line: one levy on one kind of income.
  public struct Line: Hashable, Sendable {
    /// The kind of income.
    public let kind: IncomeKind
    /// The levy.
    public let levy: Levy
    /// Its rate.
    public let rate: Ratio
    /// The line's code where one is known.
    public let code: String?
    /// What was paid, in cents, before taxes.
    public let paid: Cents
    /// What was withheld from it, in cents.
    public let withheld: Cents
    /// The base, in euros.
    public var base: Int64 { wholeEuros(paid) }
    /// The tax, in euros.
    public let tax: Int64
  }

  /// The month of the payments.
  public let month: Month
  /// The lines that are not empty.
  public let lines: [Line]
  /// What was withheld in the month.
  public let withheld: Withheld

  /// What is due to the State.
  public var toPay: Cents { Cents(lines.reduce(0) { $0 + $1.tax } * 100) }
  /// What the return asks beyond what was withheld, below zero for less.
  public var rounding: Cents { toPay - withheld.total }
  /// The day it is due: the 15th of the next month, or the first working day after.
  public var due: Day { Holidays.workingDay(from: month.next.first.adding(days: 14)) }
  /// Whether every line has a code that was read in the form itself.
  public var isConfirmed: Bool {
    lines.allSatisfy {
      TaxForms.line(MonthlyReturn.form, $0.levy, on: month.first)?.status == .sourced
    }
  }

  /// The form.
  public static let form = "2777"

  /// The return of a month's payments.
  ///
  /// - Throws: ``PaymentsRefusal/monthHasNoTax(_:)``, ``PaymentsRefusal/rateIsUnknown(_:_:)``.
  public init(_ month: Month, _ batches: [PaymentBatch]) throws(PaymentsRefusal) {
    self.month = month
    let own = batches.filter { $0.paidOn.month == month }
    withheld = own.reduce(.nothing) { $0 + $1.withheld }
    var lines: [Line] = []
    for kind in IncomeKind.allCases {
      let payments = own.filter { $0.kind == kind }.flatMap(\.payments)
      for levy in Levy.allCases {
        if let line = try MonthlyReturn.line(kind, levy, payments, month) { lines.append(line) }
      }
    }
    guard !lines.isEmpty else { throw .monthHasNoTax(month) }
    self.lines = lines
  }

  private static func line(
    _ kind: IncomeKind, _ levy: Levy, _ payments: [MemberPayment], _ month: Month
  ) throws(PaymentsRefusal) -> Line? {
    let taxed = payments.filter { $0.status.levies.contains(levy) }
    let paid = taxed.reduce(Cents.zero) { $0 + $1.gross }
    guard paid != .zero else { return nil }
    guard let rate = Levies.rate(levy, on: month.first)?.rate else {
      throw .rateIsUnknown(levy, month.first)
    }
    guard let tax = try? rate.of(wholeEuros(paid), .halfAwayFromZero) else { throw .sumIsTooLarge }
    // The guides tell the line of the advance for dividends alone.
    let isTold = kind == .dividend || levy != .incomeTax
    return Line(
      kind: kind, levy: levy, rate: rate,
      code: isTold ? TaxForms.line(form, levy, on: month.first)?.code : nil, paid: paid,
      withheld: taxed.reduce(.zero) { $0 + $1.withheld[levy] }, tax: tax)
  }
}

/// An amount in whole euros, to the nearest, a half up.
///
/// - Source: CGI art. 1657.
public func wholeEuros(_ amount: Cents) -> Int64 {
  Int64(Rounding.halfAwayFromZero.quotient(Int128(amount.units), 100))
}

extension MonthlyReturn {
  /// The return for programs: euros where the form has euros, cents for what was withheld.
  public var json: JSON {
    [
      "form": .string(MonthlyReturn.form), "month": .string(month.description),
      "due": .string(due.description), "confirmed": .boolean(isConfirmed),
      "lines": .array(lines.map(\.json)), "toPayCents": .integer(toPay.units),
      "withheldCents": withheld.json, "roundingCents": .integer(rounding.units),
    ]
  }
}

extension MonthlyReturn.Line {
  fileprivate var json: JSON {
    [
      "income": .string(kind.rawValue), "levy": .string(levy.rawValue),
      "line": code.map(JSON.string) ?? .null, "rate": .string(rate.decimalDescription),
      "baseEuros": .integer(base), "taxEuros": .integer(tax), "paidCents": .integer(paid.units),
      "withheldCents": .integer(withheld.units),
    ]
  }
}
