public import Agreements
public import Units

/// A month that is still open: everything known that bears on its closing, and nothing checked.
public struct OpenMonth: Sendable {
  /// What is known of a meter on a day.
  public enum DayState: Hashable, Sendable {
    /// Its energy is known.
    case complete
    /// Part of it is missing.
    case incomplete
    /// A second value awaits a decision.
    case held
  }

  /// The month.
  public let month: Month
  /// The contracts in force on its last day.
  public let dossier: Dossier
  /// What is known, by meter and day.
  public let readings: [String: [Day: DayState]]
  /// Shares times days of everybody in the month.
  public let shareDays: Int64
  /// Whether allocation rules are in force.
  public let hasRules: Bool
  /// The energy of each purchase contract since its last anniversary, this month included.
  public let energyOfYear: [String: WattHours]
  /// The energy of each day of the sites whose energy several buy.
  public let energyOfDay: [String: [Day: WattHours]]
  /// The accounts whose balance is not what the share register says.
  public let disagreeing: [String]
  /// The fiscal year that must be closed first: the month begins the next one.
  public let awaitedYear: String?

  /// What the bank said of an account.
  public struct BankState: Hashable, Sendable {
    /// The account, by its identifier.
    public let account: String
    /// The day to which its statements reach.
    public let toldThrough: Day
    /// The days of its movements that nobody matched, one a movement.
    public let unmatched: [Day]

    /// What the bank said.
    public init(account: String, toldThrough: Day, unmatched: [Day]) {
      self.account = account
      self.toldThrough = toldThrough
      self.unmatched = unmatched
    }
  }

  /// What the bank said of each account that ever had a statement.
  public let bank: [BankState]

  /// The drafts dated in the month or before.
  public let drafts: [String]

  /// An open month.
  public init(
    month: Month, dossier: Dossier, readings: [String: [Day: DayState]], shareDays: Int64,
    hasRules: Bool, energyOfYear: [String: WattHours] = [:],
    energyOfDay: [String: [Day: WattHours]] = [:], disagreeing: [String] = [],
    awaitedYear: String? = nil, drafts: [String] = [], bank: [BankState] = []
  ) {
    self.month = month
    self.dossier = dossier
    self.readings = readings
    self.shareDays = shareDays
    self.hasRules = hasRules
    self.energyOfYear = energyOfYear
    self.energyOfDay = energyOfDay
    self.disagreeing = disagreeing
    self.awaitedYear = awaitedYear
    self.drafts = drafts
    self.bank = bank
  }

  /// The meters whose energy counts and that serve in the month, in order of identifier.
  public var countingMeters: [Meter] {
    dossier.meters.values
      .filter { $0.counts && $0.service.overlap(month.period) != nil }
      .sorted { $0.id < $1.id }
  }

  /// The sites that produce in the month, in order of identifier.
  public var producingSites: [String] { Set(countingMeters.map(\.site)).sorted() }

  /// The days a meter serves in the month.
  public func serviceDays(_ meter: Meter) -> [Day] {
    meter.service.overlap(month.period)?.days ?? []
  }

  /// Checks the month.
  ///
  /// To add a check is to add a function here.
  ///
  /// - Complexity: O(days × (meters + contracts)).
  public func check() -> Checklist {
    let checks = [
      productionIsComplete, nothingIsHeld, conventionsAreInForce, contractsAreInForce,
      contractsAreAlone, sharingsAreTold, pricesAreKnown, capsAreRespected, sharesAreHeld,
      registerAgrees,
      rulesAreInForce, yearBeforeIsClosed, draftsAreDecided, bankIsTold, bankIsMatched,
    ]
    return Checklist(month: month, items: checks.flatMap { $0() })
  }

  private func productionIsComplete() -> [CheckItem] {
    countingMeters.map { meter in
      let missing = serviceDays(meter).filter { day in
        switch readings[meter.id]?[day] {
        case .complete, .held: false
        case .incomplete, nil: true
        }
      }
      return CheckItem(.productionComplete, meter.id, failing: missing)
    }
  }

  private func nothingIsHeld() -> [CheckItem] {
    countingMeters.map { meter in
      let held = serviceDays(meter).filter { readings[meter.id]?[$0] == .held }
      return CheckItem(.readingsHeld, meter.id, failing: held)
    }
  }

  private func conventionsAreInForce() -> [CheckItem] {
    producingSites.map { site in
      let terms = dossier.conventions.values.filter { $0.site == site }.map(\.term)
      return CheckItem(.conventionInForce, site, failing: producingDays(of: site, outside: terms))
    }
  }

  private func contractsAreInForce() -> [CheckItem] {
    producingSites.map { site in
      let terms = dossier.contracts.values.filter { $0.site == site }.map(\.term)
      return CheckItem(.contractInForce, site, failing: producingDays(of: site, outside: terms))
    }
  }

  private func contractsAreAlone() -> [CheckItem] {
    producingSites.map { site in
      let contracts = dossier.contracts.values.filter { $0.site == site }
      let twice = month.period.days.filter { day in
        let inForce = contracts.filter { $0.term.contains(day) }
        return inForce.count > 1 && !dossier.areShared(inForce, on: day)
      }
      return CheckItem(.contractAlone, site, failing: twice)
    }
  }

  private func producingDays(of site: String, outside terms: [Period]) -> [Day] {
    let meters = countingMeters.filter { $0.site == site }
    return month.period.days.filter { day in
      meters.contains { $0.service.contains(day) } && !terms.contains { $0.contains(day) }
    }
  }

  private func pricesAreKnown() -> [CheckItem] {
    contractsOfMonth.map { contract in
      let days = contract.term.overlap(month.period)?.days ?? []
      return CheckItem(
        .priceKnown, contract.id, failing: days.filter { contract.price(on: $0) == nil })
    }
  }

  /// - Source: S17, arrêté of 9 May 2017: a yearly cap of hours at peak power.
  private func capsAreRespected() -> [CheckItem] {
    contractsOfMonth.compactMap { contract in
      guard let hours = contract.annualCapHours,
        let watts = contract.ratedWatts ?? dossier.sites[contract.site]?.peakWatts
      else { return nil }
      let energy = Int128(energyOfYear[contract.id, default: .zero].units)
      let isAbove =
        contract.priceAboveCap == nil && energy > Int128(hours) * Int128(watts)
      return CheckItem(.capRespected, contract.id, failing: [], failed: isAbove)
    }
  }

  /// The purchase contracts in force in the month, in order of identifier.
  public var contractsOfMonth: [PurchaseContract] {
    dossier.contracts.values
      .filter { $0.term.overlap(month.period) != nil }
      .sorted { $0.id < $1.id }
  }

  private func sharesAreHeld() -> [CheckItem] {
    [CheckItem(.sharesHeld, "", failing: [], failed: shareDays == 0)]
  }

  private func registerAgrees() -> [CheckItem] {
    guard !disagreeing.isEmpty else { return [CheckItem(.registerAgrees, "", failing: [])] }
    return disagreeing.map { CheckItem(.registerAgrees, $0, failing: [], failed: true) }
  }

  private func rulesAreInForce() -> [CheckItem] {
    [CheckItem(.rulesInForce, "", failing: [], failed: !hasRules)]
  }

  /// The opening balances come with the closing of the year before: they cannot follow a closed month.
  private func yearBeforeIsClosed() -> [CheckItem] {
    [CheckItem(.yearClosed, awaitedYear ?? "", failing: [], failed: awaitedYear != nil)]
  }

  /// Only an account whose statements began is asked for: a book may begin without its bank.
  private func bankIsTold() -> [CheckItem] {
    bank.map { account in
      let missing = month.period.days.filter { $0 > account.toldThrough }
      return CheckItem(.bankTold, account.account, failing: missing)
    }
  }

  private func bankIsMatched() -> [CheckItem] {
    bank.map { account in
      let days = Set(account.unmatched.filter { $0 <= month.last }).sorted()
      return CheckItem(.bankMatched, account.account, failing: days)
    }
  }

  /// - Source: PCG, art. 1031-3: what a frozen period holds is validated.
  private func draftsAreDecided() -> [CheckItem] {
    drafts.isEmpty
      ? [CheckItem(.draftsDecided, "", failing: [])]
      : drafts.map { CheckItem(.draftsDecided, $0, failing: [], failed: true) }
  }
}
