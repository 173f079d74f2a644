import Synchronization
import Text
import Units

/// A month of curves as it was told: read, or still the text of a book, which is read when somebody asks.
public enum SharedSource: Sendable {
  /// A month that was read.
  case read(SharedMonth)
  /// The body of a fact as the book keeps it.
  case text(String)

  /// The month; nothing of a text that is none.
  ///
  /// - Complexity: O(steps).
  var month: SharedMonth? {
    switch self {
    case .read(let month): return month
    case .text(let text):
      guard let json = try? JSON(reading: Array(text.utf8)) else { return nil }
      let faults = Faults()
      let month = SharedMonth(TableReader(json, faults: faults))
      return faults.all.isEmpty ? month : nil
    }
  }
}

/// What sharings deliver, month by month: a month is read and shared when a day of it is asked for, and
/// then remembered, for years of quarter hours are more than most commands need.
final class SharedParts: Sendable {
  private struct Known {
    var days: [Day: SharedMonth.Told] = [:]
    var delivered: [Day: [String: WattHours]] = [:]
  }

  private let dossier: Dossier
  private let sharings: [String: [Sharing]]
  private let known = Mutex<[String: Known]>([:])

  /// The parts of a dossier's sharings, whose contracts are not shared yet.
  init(_ dossier: Dossier) {
    self.dossier = dossier
    var sharings: [String: [Sharing]] = [:]
    for sharing in dossier.sharings.values.sorted(by: { $0.id < $1.id }) {
      for id in sharing.contracts + sharing.surplus { sharings[id, default: []].append(sharing) }
    }
    self.sharings = sharings
  }

  /// What a sharing was told of a day.
  func told(_ sharing: String, on day: Day) -> SharedMonth.Told? {
    month(of: sharing, day)?.days[day]
  }

  /// The part of a contract, or what all others take of its site.
  func energy(of contract: String, on day: Day) -> WattHours? {
    guard let sharing = sharings[contract]?.first(where: { $0.term.contains(day) }),
      let delivered = month(of: sharing.id, day)?.delivered[day]
    else { return nil }
    guard sharing.surplus.contains(contract) else { return delivered[contract] }
    let site = dossier.contracts[contract]?.site
    let taken = delivered.filter { dossier.contracts[$0.key]?.site == site }
    return taken.isEmpty ? nil : taken.values.reduce(.zero, +)
  }

  private func month(of sharing: String, _ day: Day) -> Known? {
    let id = "\(sharing)/\(day.month)"
    guard let source = dossier.sharedMonths[id], let sharing = dossier.sharings[sharing] else {
      return nil
    }
    return known.withLock { known in
      if let found = known[id] { return found }
      var found = Known()
      for told in source.month?.days ?? [] {
        found.days[told.day] = told
        guard sharing.term.contains(told.day) else { continue }
        found.delivered[told.day] = sharing.delivered(told, dossier)
      }
      known[id] = found
      return found
    }
  }
}
