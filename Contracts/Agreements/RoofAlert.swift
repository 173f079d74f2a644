public import Units

/// Something about roofs and their contracts that wants a decision in time.
public struct RoofAlert: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A convention is over, and its site still has meters in service.
    case conventionIsOver = "convention-is-over"
    /// A convention ends within a year, or within its notice.
    case conventionEndsSoon = "convention-ends-soon"
    /// A convention outlives the one it rests on.
    case childOutlivesParent = "child-outlives-parent"
    /// A purchase contract outlives the right to produce.
    case contractOutlivesConvention = "contract-outlives-convention"
    /// A plant passes to the owner before it is written down.
    case plantOutlivesConvention = "plant-outlives-convention"
    /// A revision of a rent waits for a value of its index.
    case indexIsMissing = "index-is-missing"
    /// A roof produces, and no convention says so.
    case roofHasNoConvention = "roof-has-no-convention"
    /// A convention says nothing of its end.
    case endIsNotSaid = "end-is-not-said"
    /// What was promised to a lender is to be shown within two months.
    case covenantIsDue = "covenant-is-due"
  }

  /// What it is.
  public let kind: Kind
  /// The contract or roof.
  public let subject: String
  /// The other contract, plant or index concerned, or nothing.
  public let other: String?
  /// The day it is about.
  public let day: Day
}

extension Dossier {
  /// What wants a decision, as it stands on a day, by day and subject.
  ///
  /// - Parameters:
  ///   - terms: the conventions with their versions, by identifier.
  ///   - since: from when promises that fell due are still told; without it, from the day itself.
  /// - Complexity: O(conventions × contracts of their sites).
  public func roofAlerts(
    on today: Day, terms: [String: ConventionTerms], since: Day? = nil
  ) -> [RoofAlert] {
    var alerts: [RoofAlert] = []
    let bySite = Dictionary(grouping: conventions.values, by: \.site)
    for convention in conventions.values {
      alerts += ending(convention, today)
      alerts += outliving(convention, bySite[convention.site] ?? [])
      if let missing = terms[convention.id]?.missingRevision(on: today, knownOn: today) {
        alerts.append(
          RoofAlert(
            kind: .indexIsMissing, subject: convention.id, other: convention.indexation?.index,
            day: missing))
      }
    }
    for roof in roofs.values where roof.stage(on: today) == .producing {
      let isCovered = (bySite[roof.site ?? ""] ?? []).contains { $0.term.contains(today) }
      if !isCovered {
        alerts.append(
          RoofAlert(kind: .roofHasNoConvention, subject: roof.id, other: roof.site, day: today))
      }
    }
    for loan in loans.values {
      let end = min(today.adding(months: 2), loan.due(loan.instalments))
      alerts += loan.covenants.flatMap { covenant in
        covenant.days(from: since ?? today, through: end).map {
          RoofAlert(kind: .covenantIsDue, subject: loan.id, other: covenant.name, day: $0)
        }
      }
    }
    return alerts.sorted {
      ($0.day.number, $0.subject, $0.kind.rawValue) < ($1.day.number, $1.subject, $1.kind.rawValue)
    }
  }

  /// A convention that is over or will be, and nothing that follows it.
  private func ending(_ convention: Convention, _ today: Day) -> [RoofAlert] {
    guard let end = convention.term.last, convention.term.first <= today else { return [] }
    let isFollowed = conventions.values.contains {
      $0.site == convention.site && $0.term.contains(end.next)
    }
    guard !isFollowed else { return [] }
    if end < today {
      let produces = meters.values.contains {
        $0.site == convention.site && $0.counts && $0.service.contains(today)
      }
      return produces
        ? [RoofAlert(kind: .conventionIsOver, subject: convention.id, other: nil, day: end)] : []
    }
    var alerts: [RoofAlert] = []
    if end <= today.adding(months: max(12, (convention.noticeMonths ?? 0) + 3)) {
      alerts.append(
        RoofAlert(kind: .conventionEndsSoon, subject: convention.id, other: nil, day: end))
      if convention.endOfTerm == nil {
        alerts.append(RoofAlert(kind: .endIsNotSaid, subject: convention.id, other: nil, day: end))
      }
    }
    return alerts
  }

  /// What outlives a convention that it rests on, when no other of the site goes on.
  private func outliving(_ convention: Convention, _ ofSite: [Convention]) -> [RoofAlert] {
    var alerts: [RoofAlert] = []
    func note(_ kind: RoofAlert.Kind, _ subject: String, _ other: String, _ day: Day) {
      alerts.append(RoofAlert(kind: kind, subject: subject, other: other, day: day))
    }
    if let parent = convention.parent.flatMap({ conventions[$0] }), let end = parent.term.last,
      convention.term.last.map({ end < $0 }) ?? true
    {
      note(.childOutlivesParent, convention.id, parent.id, end)
    }
    guard let end = convention.term.last,
      !ofSite.contains(where: { $0.term.last.map { end < $0 } ?? true })
    else { return alerts }
    for contract in contracts.values where contract.site == convention.site {
      if contract.term.last.map({ end < $0 }) ?? true {
        note(.contractOutlivesConvention, contract.id, convention.id, end)
      }
    }
    guard convention.endOfTerm == .freeReturn else { return alerts }
    for plant in plants.values where plant.site == convention.site {
      if end < plant.inService.adding(months: plant.lifeMonths).previous {
        note(.plantOutlivesConvention, plant.id, convention.id, end)
      }
    }
    return alerts
  }
}
