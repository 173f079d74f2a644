public import Units

/// The checks a month must pass to be closed.
public enum Check: String, Hashable, Sendable, CaseIterable {
  /// Every counting meter has a complete day for each day of the month it serves.
  case productionComplete = "production-complete"
  /// No reading of the month awaits a decision; one of a closed day will count in a month of its own.
  case readingsHeld = "readings-held"
  /// Every producing site has a roof convention in force each day.
  case conventionInForce = "convention-in-force"
  /// Every producing site has a purchase contract in force each day.
  case contractInForce = "contract-in-force"
  /// No producing site has two purchase contracts in force on one day: energy is sold once.
  case contractAlone = "contract-alone"
  /// What several buy of one roof is told for every day, and agrees with its meters.
  case sharingTold = "sharing-told"
  /// Every day of a contract has a price.
  case priceKnown = "price-known"
  /// No contract has sold more in its year than it pays at its price, unless it says what is paid above
  /// the cap.
  case capRespected = "cap-respected"
  /// Somebody holds shares.
  case sharesHeld = "shares-held"
  /// The capital accounts and the share register say the same.
  case registerAgrees = "register-agrees"
  /// Allocation rules are in force.
  case rulesInForce = "rules-in-force"
  /// The fiscal year before is closed, when the month begins another.
  case yearClosed = "year-closed"
  /// No draft is dated in the month or before: each is validated or thrown away.
  case draftsDecided = "drafts-decided"
  /// The statements of each bank account that ever had one reach the end of the month.
  case bankTold = "bank-told"
  /// Every movement that the bank booked in the month or before is matched.
  case bankMatched = "bank-matched"

  /// Whether a person may close the month all the same, giving a reason.
  ///
  /// A month without a contract, a price or rules cannot be reckoned at all, and nobody may produce on a
  /// roof without a title.
  ///
  /// - Source: CG3P art. L2122-1: public ground is occupied by title alone.
  public var canBeWaived: Bool {
    switch self {
    case .productionComplete, .bankMatched, .bankTold: true
    default: false
    }
  }
}

/// One check applied to one subject.
public struct CheckItem: Hashable, Sendable {
  /// How a check came out.
  public enum Result: String, Hashable, Sendable {
    /// Nothing stands in the way.
    case passed
    /// It stands in the way of closing.
    case failed
    /// It failed, and a person decided to close all the same.
    case waived
  }

  /// The check.
  public let check: Check
  /// The meter, site or contract; empty for the month itself.
  public let subject: String
  /// The days concerned when it failed.
  public let days: [Day]
  /// How it came out.
  public internal(set) var result: Result
  /// The reason given for waiving it.
  public internal(set) var reason: String?

  /// A check of a subject: failed when there are days that fail it, or when told so.
  public init(_ check: Check, _ subject: String, failing days: [Day], failed: Bool? = nil) {
    self.check = check
    self.subject = subject
    self.days = days
    self.result = failed ?? !days.isEmpty ? .failed : .passed
  }
}

/// Everything that was checked before a month is closed.
public struct Checklist: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// The checks in order.
  public private(set) var items: [CheckItem]

  /// A checklist of checks made.
  public init(month: Month, items: [CheckItem]) {
    self.month = month
    self.items = items
  }

  /// The checks that stand in the way.
  public var failures: [CheckItem] { items.filter { $0.result == .failed } }

  /// The same checklist with the failures of some checks waived for a reason.
  ///
  /// - Throws: ``ClosingRefusal/waiverIsUnknown(_:known:)``,
  ///   ``ClosingRefusal/waiverHasNoReason(_:)``.
  public func waiving(_ waivers: [String], reason: String?) throws(ClosingRefusal) -> Checklist {
    var copy = self
    for code in waivers {
      let known = Check.allCases.filter(\.canBeWaived).map(\.rawValue)
      guard known.contains(code) else { throw .waiverIsUnknown(code, known: known) }
      guard let reason, !reason.isEmpty else { throw .waiverHasNoReason(code) }
      for index in copy.items.indices where copy.items[index].check.rawValue == code {
        guard copy.items[index].result == .failed else { continue }
        copy.items[index].result = .waived
        copy.items[index].reason = reason
      }
    }
    return copy
  }

  /// Lets the month through, or says everything that stands in its way.
  ///
  /// - Throws: ``ClosingRefusal/checklistStandsInTheWay(_:_:)``.
  public func pass() throws(ClosingRefusal) {
    guard failures.isEmpty else { throw .checklistStandsInTheWay(month, failures) }
  }
}
