internal import Units

/// The tranches a member still has, oldest first.
///
/// A tranche keeps the order number of its subscription and its seniority wherever it goes. What is
/// left of it is what no recorded movement takes, on whatever day: so what is free now is free on
/// every later day too.
struct ShareLots: Sendable {
  /// What is left of a tranche with this member.
  struct Lot: Sendable {
    /// The order number of its subscription.
    let origin: Int32
    /// The first day this member has it.
    let from: Day
    /// The day on which it first counted, with whomever.
    let since: Day
    var left: Int64
  }

  private var lots: [Lot] = []
  /// The tranches before this one are used up.
  private var first = 0

  /// Adds a tranche where its day belongs.
  ///
  /// - Complexity: O(1) amortized in order of date.
  mutating func add(_ lot: Lot) {
    if let last = lots.last, last.from > lot.from {
      let index = lots[first...].firstIndex { $0.from > lot.from } ?? lots.count
      lots.insert(lot, at: index)
    } else {
      lots.append(lot)
    }
  }

  /// What is free on a day, and of it what has counted since a day or longer.
  ///
  /// - Complexity: O(k) for k tranches.
  func free(on day: Day, countingSince: Day? = nil) -> Int64 {
    lots[first...].reduce(0) { sum, lot in
      lot.from <= day && countingSince.map { lot.since <= $0 } ?? true ? sum + lot.left : sum
    }
  }

  /// The free tranches of a day in the order in which they go: those of one subscription when it is
  /// named, those that count since a day when one is, enough for so many shares where there are
  /// enough.
  func choice(
    _ shares: Int64, on day: Day, _ rule: ShareTerms.LotRule, origin: Int32?,
    countingSince: Day? = nil
  ) -> [Lot] {
    var found: [Lot] = []
    var missing = shares
    func take(_ index: Int) -> Bool {
      let lot = lots[index]
      if lot.left > 0, lot.from <= day, origin.map({ $0 == lot.origin }) ?? true,
        countingSince.map({ lot.since <= $0 }) ?? true
      {
        var part = lot
        part.left = min(lot.left, missing)
        found.append(part)
        missing -= part.left
      }
      return missing > 0
    }
    switch rule {
    case .oldestFirst:
      for index in first..<lots.count where lots[index].from <= day {
        if !take(index) { break }
      }
    case .newestFirst:
      for index in (first..<lots.count).reversed() where !take(index) { break }
    }
    return found
  }

  /// Takes shares of a tranche away.
  mutating func take(_ lot: Lot) {
    var missing = lot.left
    for index in first..<lots.count
    where lots[index].origin == lot.origin && lots[index].from == lot.from && missing > 0 {
      let part = min(missing, lots[index].left)
      lots[index].left -= part
      missing -= part
    }
    while first < lots.count, lots[first].left == 0 { first += 1 }
    if first > 32, first * 2 > lots.count {
      lots.removeFirst(first)
      first = 0
    }
  }

  /// What tranches come to, one of each order number: a correction may have brought back part of one.
  static func moved(_ lots: [Lot]) -> [MovedLot] {
    var parts: [Int: Int64] = [:]
    for lot in lots { parts[Int(lot.origin), default: 0] += lot.left }
    return parts.sorted { $0.key < $1.key }.map {
      MovedLot(origin: $0.key, shares: Shares($0.value))
    }
  }

  /// The tranches that have something left.
  var all: [Lot] { lots[first...].filter { $0.left > 0 } }
}
