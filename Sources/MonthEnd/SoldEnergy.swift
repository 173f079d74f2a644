import Agreements
import Store
import Units

/// What contracts with a yearly cap were delivered: their price depends on it.
extension BookReader {
  /// What the year of a capped contract was delivered before a day; nothing where there is no cap.
  ///
  /// - Parameter unknown: changes of readings that are not known yet.
  func soldBefore(
    _ contract: PurchaseContract, _ day: Day, _ dossier: Dossier,
    unless unknown: (Adjustment) -> Bool = { _ in false }
  ) throws -> WattHours {
    let first = max(day, contract.term.first)
    let start = contract.term.year(containing: first).first
    guard contract.capEnergy != nil, contract.term.contains(first), start < first else {
      return .zero
    }
    let year = Period(first: start, last: first.previous)
    let later = try adjustments().filter(unknown)
    return try delivered(to: contract, over: year, dossier, without: later)
  }

  /// What a contract was delivered over some days, changes left out.
  func delivered(
    to contract: PurchaseContract, over period: Period, _ dossier: Dossier,
    without changes: [Adjustment] = []
  ) throws -> WattHours {
    var energies: [WattHours] = []
    for meter in dossier.meters.values where meter.counts && meter.site == contract.site {
      guard let days = meter.service.overlap(period) else { continue }
      energies.append(try energy(of: meter.id, in: days))
      energies += changes.filter { $0.meter == meter.id && days.contains($0.day) }
        .map { .zero - $0.difference }
    }
    return try contract.delivered(of: WattHours.sum(energies), over: period)
  }
}
