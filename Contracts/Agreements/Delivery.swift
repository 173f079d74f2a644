public import Units

/// What of a site's energy is a contract's, where several buy it.
public struct Delivery: Hashable, Sendable {
  /// The days on which the site is shared.
  public internal(set) var terms: [Period]
  /// Whether the contract gets what the others leave, rather than a part that is told.
  public let isRest: Bool
  let contract: String
  let parts: SharedParts

  /// Whether the site is shared on a day.
  public func covers(_ day: Day) -> Bool { terms.contains { $0.contains(day) } }

  /// Its part of a day; of the rest what all others take; nothing while the day is not told.
  ///
  /// - Complexity: O(1), or O(steps of the month) for the first day of it that is asked for.
  public func energy(on day: Day) -> WattHours? { parts.energy(of: contract, on: day) }

  /// What of a site's energy over some days is the contract's, when all of them are covered.
  public func of(_ total: WattHours, over period: Period) throws(UnitRefusal) -> WattHours {
    let told = try WattHours.sum(period.days.filter(covers).compactMap { energy(on: $0) })
    return isRest ? total - told : told
  }

  /// Whether both are the same part of the same site.
  public static func == (left: Delivery, right: Delivery) -> Bool {
    left.terms == right.terms && left.isRest == right.isRest && left.contract == right.contract
      && left.parts === right.parts
  }

  /// Hashes what names the part.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(contract)
    hasher.combine(terms)
  }
}

extension PurchaseContract {
  /// What of its site's energy over some days is the contract's.
  public func delivered(of total: WattHours, over period: Period) throws(UnitRefusal) -> WattHours {
    guard let delivery else { return total }
    return try delivery.of(total, over: period)
  }
}

extension Sharing {
  /// What a day gave each contract, by its identifier; nothing while its series are not those needed.
  ///
  /// - Complexity: O(steps × sites × buyers).
  func delivered(_ told: SharedMonth.Told, _ dossier: Dossier) -> [String: WattHours]? {
    let contracts = contracts.compactMap { dossier.contracts[$0] }
    guard contracts.count == self.contracts.count, isToldWhole(told, dossier) else { return nil }
    if key == .metered { return told.delivered.mapValues { WattHours($0) } }
    let sites = Set(contracts.map(\.site)).sorted()
    let buyers = Set(contracts.map(\.buyer)).sorted()
    var sums: [[Int64]] = sites.map { _ in buyers.map { _ in 0 } }
    for step in 0..<(told.production.values.first?.count ?? 0) {
      let production = sites.map { told.production[$0]?[step] ?? 0 }
      let consumption = buyers.map { told.consumption[$0]?[step] ?? 0 }
      guard
        let shared = try? SharedStep(
          production: production, consumption: consumption,
          key: stepKey(told, step, sites, buyers))
      else { return nil }
      for (site, parts) in shared.parts.enumerated() {
        for (buyer, part) in parts.enumerated() { sums[site][buyer] += part }
      }
    }
    var delivered: [String: WattHours] = [:]
    for contract in contracts {
      guard let site = sites.firstIndex(of: contract.site),
        let buyer = buyers.firstIndex(of: contract.buyer)
      else { return nil }
      delivered[contract.id] = WattHours(sums[site][buyer])
    }
    return delivered
  }

  private func stepKey(
    _ told: SharedMonth.Told, _ step: Int, _ sites: [String], _ buyers: [String]
  ) -> SharingKey {
    switch key {
    case .proportional, .metered: .proportional
    case .fixed: .pooled(buyers.map { shares[$0] ?? 0 })
    case .simple: .pooled(buyers.map { told.keys[$0]?[step] ?? 0 })
    case .full:
      .paired(sites.map { site in buyers.map { told.keys["\(site)/\($0)"]?[step] ?? 0 } })
    }
  }

  private func isToldWhole(_ told: SharedMonth.Told, _ dossier: Dossier) -> Bool {
    let series = series(told, dossier)
    return series.missing.isEmpty && series.unknown.isEmpty && !exceedsTheWhole(told)
  }

  /// Whether the coefficients of some step sum to more than one.
  func exceedsTheWhole(_ told: SharedMonth.Told) -> Bool {
    let bySite = Dictionary(grouping: told.keys.sorted { $0.key < $1.key }) { name, _ in
      key == .full ? String(name.prefix { $0 != "/" }) : ""
    }
    return bySite.values.contains { group in
      (0..<(group.first?.value.count ?? 0)).contains { step in
        group.reduce(Int64(0)) { $0 + ($1.value.count > step ? $1.value[step] : 0) }
          > SharedStep.whole
      }
    }
  }

  /// The series that a day lacks, and those that nobody asked for.
  func series(
    _ told: SharedMonth.Told, _ dossier: Dossier
  ) -> (missing: [String], unknown: [String]) {
    let given = [
      "production": Array(told.production.keys), "consumption": Array(told.consumption.keys),
      "keys": Array(told.keys.keys), "delivered": Array(told.delivered.keys),
    ]
    var (missing, unknown): ([String], [String]) = ([], [])
    for (name, needed) in neededSeries(dossier) {
      let given = given[name] ?? []
      missing += needed.subtracting(given).sorted().map { "\(name).\($0)" }
      unknown += Set(given).subtracting(needed).sorted().map { "\(name).\($0)" }
    }
    return (missing, unknown)
  }

  /// The series that a day must tell, by what they are of.
  func neededSeries(_ dossier: Dossier) -> [(group: String, names: Set<String>)] {
    let contracts = contracts.compactMap { dossier.contracts[$0] }
    let (sites, buyers) = (Set(contracts.map(\.site)), Set(contracts.map(\.buyer)))
    let pairs = Set(contracts.map { "\($0.site)/\($0.buyer)" })
    let isMetered = key == .metered
    return [
      ("production", isMetered ? [] : sites), ("consumption", isMetered ? [] : buyers),
      ("keys", key == .simple ? buyers : key == .full ? pairs : []),
      ("delivered", isMetered ? Set(self.contracts) : []),
    ]
  }
}

extension Dossier {
  /// The sharings of a site.
  public func sharings(of site: String) -> [Sharing] {
    sharings.values.filter { sharing in
      (sharing.contracts + sharing.surplus).contains { contracts[$0]?.site == site }
    }.sorted { $0.id < $1.id }
  }

  /// The sharings that name a contract, for a part or for the rest.
  public func sharings(naming contract: String) -> [Sharing] {
    sharings.values.filter { ($0.contracts + $0.surplus).contains(contract) }
      .sorted { $0.id < $1.id }
  }

  /// What a day of a sharing was told to produce, by site.
  public func produced(asToldOf sharing: Sharing, on day: Day) -> [String: WattHours] {
    (sharedParts?.told(sharing.id, on: day)?.production ?? [:])
      .mapValues { WattHours($0.reduce(0, +)) }
  }

  /// Gives the contracts of each sharing their part of its days, which are read when they are asked for.
  mutating func settleSharings() {
    guard !sharings.isEmpty else { return }
    let parts = SharedParts(self)
    sharedParts = parts
    for sharing in sharings.values.sorted(by: { $0.id < $1.id }) {
      for id in sharing.contracts { contracts[id]?.share(sharing, isRest: false, parts) }
      for id in sharing.surplus { contracts[id]?.share(sharing, isRest: true, parts) }
    }
  }
}

extension PurchaseContract {
  fileprivate mutating func share(_ sharing: Sharing, isRest: Bool, _ parts: SharedParts) {
    if delivery == nil {
      delivery = Delivery(terms: [], isRest: isRest, contract: id, parts: parts)
    }
    if delivery?.terms.contains(sharing.term) == false { delivery?.terms.append(sharing.term) }
  }
}
