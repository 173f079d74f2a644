public import Units

extension Dossier {
  /// What of shared energy cannot hold together: names that lead nowhere, series that are missing.
  ///
  /// - Parameter months: the months of curves to look at, by sharing and month; without it, all.
  /// - Complexity: O(sharings × contracts + steps).
  public func sharingContradictions(in months: Set<String>? = nil) -> [any Refusal] {
    var refusals: [any Refusal] = []
    var known: [String: [Sharing]] = [:]
    for sharing in sharings.values.sorted(by: { $0.id < $1.id }) {
      refusals += contradictions(of: sharing)
      for id in sharing.contracts + sharing.surplus {
        let isTwice = (known[id] ?? []).contains { $0.term.overlap(sharing.term) != nil }
        if isTwice {
          refusals.append(SharingRefusal.contractIsSharedTwice(id, sharing: sharing.id))
        }
        known[id, default: []].append(sharing)
      }
    }
    let looked = sharedMonths.filter { months?.contains($0.key) ?? true }.sorted { $0.key < $1.key }
    for told in looked.compactMap(\.value.month) {
      guard let sharing = sharings[told.sharing] else {
        refusals.append(
          AgreementRefusal.referenceIsUnknown(
            kind: "sharing", id: told.sharing, neededBy: "shared_energy \(told.month)"))
        continue
      }
      for day in told.days {
        let series = sharing.series(day, self)
        if !series.missing.isEmpty || !series.unknown.isEmpty {
          refusals.append(
            SharingRefusal.seriesAreNotThoseNeeded(
              sharing.id, day.day, missing: series.missing, unknown: series.unknown))
        } else if sharing.exceedsTheWhole(day) {
          refusals.append(SharingRefusal.keyExceedsTheWhole(sharing.id, day.day))
        }
      }
    }
    return refusals
  }

  private func contradictions(of sharing: Sharing) -> [any Refusal] {
    var refusals: [any Refusal] = []
    for id in sharing.contracts + sharing.surplus where contracts[id] == nil {
      refusals.append(
        AgreementRefusal.referenceIsUnknown(
          kind: "purchase_contract", id: id, neededBy: "sharing \(sharing.id)"))
    }
    let buying = sharing.contracts.compactMap { contracts[$0] }
    var pairs: Set<[String]> = []
    for contract in buying {
      if !pairs.insert([contract.site, contract.buyer]).inserted
        || sharing.surplus.contains(contract.id)
      {
        refusals.append(SharingRefusal.contractIsSharedTwice(contract.id, sharing: sharing.id))
      }
      if contract.annualCapHours != nil {
        refusals.append(SharingRefusal.sharedContractHasACap(contract.id))
      }
    }
    for site in Set(buying.map(\.site)).sorted()
    where sharing.surplus.filter({ contracts[$0]?.site == site }).count != 1 {
      refusals.append(SharingRefusal.surplusIsNotAlone(sharing.id, site: site))
    }
    if sharing.key == .fixed, Set(sharing.shares.keys) != Set(buying.map(\.buyer)) {
      refusals.append(SharingRefusal.keyIsIncomplete(sharing.id))
    }
    return refusals
  }
}
