public import Units

/// A price from one day on: what was told, what the indices make of it, or both.
public struct PriceStep: Hashable, Sendable {
  /// The first day.
  public let from: Day
  /// What the contract or the buyer tells, in euros a kilowatt-hour.
  public let announced: Ratio?
  /// What the indices make of the initial price, and how; nothing without indexation, or while a figure
  /// is unknown.
  public let computed: Computed?

  /// A price reckoned from indices.
  public struct Computed: Hashable, Sendable {
    /// Euros a kilowatt-hour.
    public let price: Ratio
    /// The coefficient, and the figures it comes from.
    public let coefficient: Indexation.Coefficient
  }

  init(from: Day, announced: Ratio?, computed: Computed? = nil) {
    self.from = from
    self.announced = announced
    self.computed = computed
  }

  /// The price that holds: the buyer's own figure where there is one.
  ///
  /// What the indices make of it is kept beside it, never in its place.
  public var price: Ratio? { announced ?? computed?.price }

  /// What the buyer's figure has more than the indices make of it.
  public var difference: Ratio? {
    guard let announced, let computed = computed?.price else { return nil }
    return Exact(announced).plus(Exact(computed).opposite)?.plain
  }
}

extension PurchaseContract {
  /// The contract with its peak power and, at each anniversary, the price that follows the indices.
  ///
  /// The first price is the initial one. Another that is told holds from its day to the next anniversary.
  /// A figure known only after an anniversary changes nothing of it.
  ///
  /// - Complexity: O(years × figures).
  func settled(_ site: Site?, _ indices: Indices) -> PurchaseContract {
    var copy = self
    copy.ratedWatts = ratedWatts ?? site?.peakWatts
    guard let indexation, let initial = prices.first else { return copy }
    let first = max(indexation.from ?? term.first, initial.from)
    let end = min(term.last ?? Day.endOfTime, term.first.adding(months: 12 * 60))
    func computed(_ day: Day) -> PriceStep.Computed? {
      guard let coefficient = indexation.coefficient(on: day, indices),
        let price = indexation.price(initial.eurosPerKilowattHour, times: coefficient.value)
      else { return nil }
      return PriceStep.Computed(price: price, coefficient: coefficient)
    }
    let told = Dictionary(prices.map { ($0.from, $0.eurosPerKilowattHour) }) { first, _ in first }
    let anniversaries = (1...60).map { term.first.adding(months: 12 * $0) }
      .filter { $0 >= first && $0 > initial.from && $0 <= end }
    var steps = anniversaries.map { day in
      PriceStep(from: day, announced: told[day], computed: computed(day))
    }
    for price in prices where !anniversaries.contains(price.from) {
      let year = anniversaries.last { $0 <= price.from }
      steps.append(
        PriceStep(
          from: price.from, announced: price.eurosPerKilowattHour,
          computed: year.flatMap(computed)))
    }
    copy.steps = steps.sorted { $0.from < $1.from }
    return copy
  }
}

extension Dossier {
  /// Gives each contract the peak power of its site and the prices that follow the indices, and its part of an energy that several buy.
  ///
  /// - Complexity: O(contracts × years + steps).
  public mutating func settle() {
    contracts = contracts.mapValues { $0.settled(sites[$0.site], indices) }
    settleSharings()
  }
}
