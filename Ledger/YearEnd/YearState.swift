public import Journal
public import Units

/// How far the end of a fiscal year has gone.
public struct YearState: Hashable, Sendable {
  /// The fiscal year.
  public var year: FiscalYear
  /// The last day of the last closed month of the book.
  public var closedThrough: Day?
  /// How many of its entries are drafts.
  public var drafts: Int
  /// Income minus charges so far.
  public var result: Cents
  /// Whether the year is closed.
  public var isClosed: Bool
  /// The reference of the resolution that appropriated its result.
  public var appropriatedBy: String?

  /// The state of a fiscal year.
  public init(
    year: FiscalYear, closedThrough: Day?, drafts: Int, result: Cents, isClosed: Bool,
    appropriatedBy: String?
  ) {
    self.year = year
    self.closedThrough = closedThrough
    self.drafts = drafts
    self.result = result
    self.isClosed = isClosed
    self.appropriatedBy = appropriatedBy
  }

  /// The words for how far it has gone.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Months are open.
    case open
    /// Its months are closed, the year is not.
    case monthsClosed = "months-closed"
    /// The year is closed, its result awaits a meeting.
    case closed
    /// Its result is appropriated.
    case appropriated
  }

  /// How far it has gone.
  public var stage: Stage {
    if appropriatedBy != nil { return .appropriated }
    if isClosed { return .closed }
    return firstOpenMonth == nil ? .monthsClosed : .open
  }

  /// How many months the year has.
  public var months: Int { year.first.month.months(until: year.last.month) + 1 }

  /// How many of them are closed.
  public var closedMonths: Int {
    guard let closedThrough else { return 0 }
    let closed = year.first.month.months(until: closedThrough.next.month)
    return min(max(0, closed), months)
  }

  /// Its first open month, or nothing.
  public var firstOpenMonth: Month? {
    closedMonths == months ? nil : year.first.month.adding(closedMonths)
  }

  /// Whether its result still awaits a meeting: the year is closed or not, and there is a result.
  public var awaitsAppropriation: Bool { appropriatedBy == nil && result != .zero }

  /// What stands against closing the year now.
  ///
  /// - Parameter earlier: the fiscal years before it.
  public func reasonsAgainstClosing(after earlier: [YearState]) -> [YearEndRefusal] {
    var reasons: [YearEndRefusal] = []
    if let open = earlier.first(where: { !$0.isClosed }) {
      reasons.append(.earlierYearIsOpen(year: year.name, earlier: open.year.name))
    }
    if let month = firstOpenMonth {
      reasons.append(.monthIsStillOpen(year: year.name, month))
    }
    if drafts > 0 { reasons.append(.draftsAreLeft(year: year.name, drafts)) }
    return reasons
  }

  /// What stands against deciding on the year's result at all, whatever the amounts.
  ///
  /// A dividend in advance needs no closed year, but one whose result is still to be decided.
  ///
  /// - Parameter earlier: the fiscal years before it.
  public func reasonsAgainst(
    _ kind: Resolution.Kind, after earlier: [YearState]
  ) -> [YearEndRefusal] {
    var reasons: [YearEndRefusal] = []
    if let reference = appropriatedBy {
      reasons.append(.yearIsAppropriated(year.name, by: reference))
    }
    if kind == .annual, !isClosed { reasons.append(.yearIsNotClosed(year.name)) }
    if let awaiting = earlier.first(where: \.awaitsAppropriation) {
      reasons.append(.earlierResultAwaits(year: year.name, earlier: awaiting.year.name))
    }
    return reasons
  }

  /// What stands against the days of a resolution.
  ///
  /// - Source: PCG art. 1031-4: what concerns a closed month is booked on the first open day.
  public func reasonsAgainstDays(of resolution: Resolution, today: Day) -> [YearEndRefusal] {
    var reasons: [YearEndRefusal] = []
    let booked = resolution.entryDate
    let earliest = resolution.kind == .annual ? year.last.next : year.first
    if resolution.date < earliest {
      reasons.append(.meetingIsTooEarly(resolution.date, earliest: earliest))
    }
    if max(resolution.date, booked) > today {
      reasons.append(.meetingIsToCome(max(resolution.date, booked), today: today))
    }
    if booked < resolution.date {
      reasons.append(.bookedBeforeTheMeeting(booked, meeting: resolution.date))
    }
    if let closedThrough, booked <= closedThrough {
      reasons.append(.meetingDayIsClosed(booked, firstOpen: closedThrough.next))
    }
    return reasons + paymentReasons(resolution)
  }

  /// - Source: C. com. L232-13: within nine months of the year's end.
  private func paymentReasons(_ resolution: Resolution) -> [YearEndRefusal] {
    guard let day = resolution.paymentDate else { return [] }
    var reasons: [YearEndRefusal] = []
    if day < resolution.date {
      reasons.append(.paymentIsBeforeTheMeeting(day, meeting: resolution.date))
    }
    let limit = year.last.adding(months: 9)
    if day > limit { reasons.append(.paymentIsTooLate(day, limit: limit)) }
    return reasons
  }
}
