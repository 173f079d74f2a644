public import Text
public import Units

/// A loan repaid in instalments at even intervals.
public struct Loan: Hashable, Sendable {
  /// How the instalments are reckoned.
  public enum Method: String, Sendable, CaseIterable {
    /// The same sum each time: interest falls as principal rises.
    case constantAnnuity = "constant-annuity"
    /// The same principal each time: the sum falls with the interest.
    case constantCapital = "constant-capital"
    /// Sums by agreement, step by step; the last instalment takes what is left.
    case stepped
  }

  /// How interest counts days.
  ///
  /// - Source: ISDA 2006 definitions, § 4.16.
  public enum DayCount: String, Sendable, CaseIterable {
    /// Every month a twelfth of a year.
    case thirty360 = "30/360"
    /// Each day a 365th of a year, also in leap years.
    case actual365 = "ACT/365"
    /// Each day a 360th.
    case actual360 = "ACT/360"
    /// Each day a 365th or, in a leap year, a 366th.
    case actualActual = "ACT/ACT"
  }

  /// What the first instalments leave unpaid.
  public enum Deferral: String, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// Principal: interest alone is paid.
    case partial
    /// Everything: interest joins the principal.
    case total
  }

  /// From which instalment on a sum holds.
  public struct Step: Hashable, Sendable {
    /// The number of the instalment.
    public let from: Int
    /// What it pays of principal and interest.
    public let sum: Cents
  }

  /// The identifier.
  public let id: String
  /// The party that lends.
  public internal(set) var lender: String
  /// What was lent.
  public let principal: Cents
  /// The day it was drawn.
  public let drawn: Day
  /// How the instalments are reckoned.
  public let method: Method
  /// How days are counted.
  public let dayCount: DayCount
  /// The yearly rate.
  public let rate: Ratio
  /// The number of instalments, those deferred included.
  public let instalments: Int
  /// How many months lie between two.
  public let everyMonths: Int
  /// The day the first falls due.
  public let firstDue: Day
  /// What the first instalments leave unpaid.
  public let deferral: Deferral
  /// How many of them do.
  public let deferred: Int
  /// The sums of a stepped loan, from its first instalment that repays.
  public let steps: [Step]
  /// The insurance paid with each instalment.
  public let insurance: Cents
  /// The account at a bank that pays, by identifier; the only one there is when nothing is said.
  public let bankAccount: String?
  /// What was promised besides.
  public let covenants: [LoanCovenant]
  /// What is repaid before its time, by day; facts of their own tell it.
  public var repayments: [LoanRepayment] = []

  /// Reads `[[loan]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "lender", "principal_cents", "drawn", "method", "rate", "instalments", "first_due",
      "day_count", "every_months", "deferral", "deferred", "step", "insurance_cents",
      "bank_account", "covenant", "valid_from", "note",
    ])
    id = table.identifier()
    lender = table.text("lender")
    principal = table.cents("principal_cents", in: 1...1_000_000_000_000)
    drawn = table.day("drawn")
    method = table.choice("method", Method.self) ?? .constantAnnuity
    dayCount = table.choice("day_count", DayCount.self) ?? .thirty360
    rate = table.ratio("rate", from: .zero, through: .one) { .loanRateIsOutOfRange($0) }
    instalments = Int(table.integer("instalments", in: 1...600))
    everyMonths = Int(table.optionalInteger("every_months", in: 1...12) ?? 1)
    firstDue = table.day("first_due")
    deferral =
      table.has("deferral") ? table.choice("deferral", Deferral.self) ?? Deferral.none : .none
    deferred = Int(table.optionalInteger("deferred", in: 0...600) ?? 0)
    insurance =
      table.has("insurance_cents") ? table.cents("insurance_cents", in: 0...1_000_000_000) : .zero
    bankAccount = table.optionalText("bank_account")
    steps = table.tables("step").map { step in
      step.allow(["from", "instalment_cents"])
      return Step(
        from: Int(step.integer("from", in: 1...600)),
        sum: step.cents("instalment_cents", in: 1...1_000_000_000_000))
    }
    covenants = table.tables("covenant").map { LoanCovenant($0) }
    if firstDue <= drawn {
      table.refuse(AgreementRefusal.endsBeforeItStarts(first: drawn, last: firstDue))
    }
    refuseWhatDoesNotFit(table)
  }

  private func refuseWhatDoesNotFit(_ table: TableReader) {
    if (deferral == .none) != (deferred == 0) || deferred >= max(instalments, 1) {
      table.refuse(LoanRefusal.deferralDoesNotFit(deferred, of: instalments))
    }
    let isInOrder = zip(steps, steps.dropFirst()).allSatisfy { $0.from < $1.from }
    let isStepped = method == .stepped
    let isBegun = !isStepped || steps.first?.from == deferred + 1
    let isEnded = steps.last.map { $0.from <= instalments } ?? true
    if isStepped == steps.isEmpty || !isInOrder || !isBegun || !isEnded {
      table.refuse(LoanRefusal.stepsDoNotFit(first: deferred + 1, last: instalments))
    }
  }

  /// The day an instalment falls due.
  public func due(_ number: Int) -> Day {
    firstDue.adding(months: (number - 1) * everyMonths)
  }
}

/// Something the borrower promised to show now and then: a ratio, say.
public struct LoanCovenant: Hashable, Sendable {
  /// What was promised.
  public let name: String
  /// When it is first to be shown.
  public let first: Day
  /// How many months apart.
  public let everyMonths: Int

  init(_ table: TableReader) {
    table.allow(["name", "first", "every_months"])
    name = table.text("name")
    first = table.day("first")
    everyMonths = Int(table.integer("every_months", in: 1...60))
  }

  /// The days on which it is to be shown, from one day through another.
  public func days(from start: Day, through end: Day) -> [Day] {
    var days: [Day] = []
    var count = 0
    while case let day = first.adding(months: count * everyMonths), day <= end {
      if start <= day { days.append(day) }
      count += 1
    }
    return days
  }
}
