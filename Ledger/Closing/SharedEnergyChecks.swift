import Agreements
import Units

extension OpenMonth {
  /// What several buy of a roof is told for every day, and agrees with what its meters tell: to the
  /// watt-hour where the production was told by steps, and never more than there was.
  func sharingsAreTold() -> [CheckItem] {
    dossier.sharings.values.filter { $0.term.overlap(month.period) != nil }
      .sorted { $0.id < $1.id }
      .map { sharing in
        let days = sharing.term.overlap(month.period)?.days ?? []
        return CheckItem(.sharingTold, sharing.id, failing: days.filter { !isTold(sharing, $0) })
      }
  }

  private func isTold(_ sharing: Sharing, _ day: Day) -> Bool {
    let produced = dossier.produced(asToldOf: sharing, on: day)
    return sharing.surplus.compactMap { dossier.contracts[$0] }.allSatisfy { rest in
      let serves = countingMeters.contains { $0.site == rest.site && $0.service.contains(day) }
      guard serves else { return true }
      let measured = energyOfDay[rest.site]?[day] ?? .zero
      guard let taken = rest.delivery?.energy(on: day), taken <= measured else { return false }
      return sharing.key == .metered || produced[rest.site] == measured
    }
  }
}

extension Dossier {
  /// Whether contracts of one site stand together on a day because one sharing names them all.
  func areShared(_ contracts: [PurchaseContract], on day: Day) -> Bool {
    let ids = Set(contracts.map(\.id))
    return sharings.values.contains {
      $0.term.contains(day) && ids.isSubset(of: $0.contracts + $0.surplus)
    }
  }
}
