public import Units

/// One movement of the fictional share register.
public struct Movement: Hashable, Sendable {
  /// What happens to the shares.
  public enum Kind: String, Hashable, Sendable {
    /// New shares, paid at their nominal value.
    case subscription
    /// Shares handed from `member` to `counterparty`.
    case transfer
    /// Shares paid back at their nominal value.
    case withdrawal
  }

  /// The day.
  public let day: Day
  /// What happens.
  public let kind: Kind
  /// Who subscribes, gives or withdraws.
  public let member: Int
  /// Who receives in a transfer.
  public let counterparty: Int?
  /// How many shares, above zero.
  public let shares: Int
}

/// The nominal value of a share, in cents.
let nominal: Int64 = 5_000

extension Scale {
  /// All the shares at the end of the first year: a whole number of hundreds, six or so a citizen.
  public var totalShares: Int { (citizens * 6 + 36) / 37 * 100 }

  /// The movements of the first year in order of date.
  ///
  /// Members are numbered from 1, the four institutions first.
  /// The first subscription alone exceeds the floor, no holding ever falls below zero, and at the
  /// end of the year the citizens hold 37 shares of every 100.
  public var movements: [Movement] {
    var generator = Generator(seed: seed, purpose: "register")
    let final = finalHoldings(&generator)
    let early = (0..<citizens).filter { $0 == 0 || generator.draw(0...3) > 0 }
    let founders = Set(early)
    var initial = final
    let leaving = withdrawals(early, &initial, &generator)
    let handed = transfers(early, final, &initial, &generator)
    let subscribed = subscriptions(initial, founders, &generator)
    let all = institutionSubscriptions + subscribed + handed + leaving
    return all.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  private var institutionSubscriptions: [Movement] {
    Institution.allCases.enumerated().map { index, institution in
      Movement(
        day: start, kind: .subscription, member: index + 1, counterparty: nil,
        shares: totalShares / 100 * institution.percent)
    }
  }

  /// What each citizen holds at the end of the year: at least one share, most of them few.
  private func finalHoldings(_ generator: inout Generator) -> [Int] {
    var holdings = Array(repeating: 1, count: citizens)
    var left = totalShares / 100 * 37 - citizens
    while left > 0 {
      let packet = min(left, [1, 1, 1, 3, 3, 4, 9, 19][generator.draw(0...7)])
      holdings[generator.draw(0...citizens - 1)] += packet
      left -= packet
    }
    return holdings
  }

  private func subscriptions(
    _ initial: [Int], _ founders: Set<Int>, _ generator: inout Generator
  ) -> [Movement] {
    var movements: [Movement] = []
    for citizen in 0..<citizens where initial[citizen] > 0 {
      let day =
        founders.contains(citizen)
        ? workingDay(generator.draw(0...24)) : workingDay(generator.draw(35...270))
      let later =
        founders.contains(citizen) && initial[citizen] > 4 && generator.draw(0...9) == 0
        ? 2 : 0
      movements.append(movement(day, .subscription, citizen, nil, initial[citizen] - later))
      if later > 0 {
        let second = workingDay(generator.draw(100...240))
        movements.append(movement(second, .subscription, citizen, nil, later))
      }
    }
    return movements
  }

  /// Founders who take a few shares out again in the fourth quarter.
  private func withdrawals(
    _ early: [Int], _ initial: inout [Int], _ generator: inout Generator
  ) -> [Movement] {
    generator.shuffle(early).prefix(max(1, citizens / 60)).map { citizen in
      let shares = generator.draw(1...3)
      initial[citizen] += shares
      return movement(workingDay(generator.draw(280...350)), .withdrawal, citizen, nil, shares)
    }
  }

  /// Founders who hand shares on in autumn: to a founder, or to someone who joins by it.
  private func transfers(
    _ early: [Int], _ final: [Int], _ initial: inout [Int], _ generator: inout Generator
  ) -> [Movement] {
    var movements: [Movement] = []
    let order = generator.shuffle(Array(0..<citizens))
    for receiver in order.prefix(citizens / 30) {
      let isFounder = early.contains(receiver)
      guard initial[receiver] == final[receiver], final[receiver] > 1 || !isFounder,
        let giver = generator.shuffle(early).first(where: { $0 != receiver })
      else { continue }
      let shares = isFounder ? 1 : final[receiver]
      initial[receiver] -= shares
      initial[giver] += shares
      let day = workingDay(generator.draw(272...320))
      movements.append(movement(day, .transfer, giver, receiver, shares))
    }
    return movements
  }

  private func movement(
    _ day: Day, _ kind: Movement.Kind, _ citizen: Int, _ counterparty: Int?, _ shares: Int
  ) -> Movement {
    let institutions = Institution.allCases.count
    return Movement(
      day: day, kind: kind, member: citizen + institutions + 1,
      counterparty: counterparty.map { $0 + institutions + 1 }, shares: shares)
  }
}
