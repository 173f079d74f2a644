internal import Text
public import Units

/// A convention with all its versions, those of its site, and the indices its rent follows: what is
/// due for any of its days, as known on any day.
public struct ConventionTerms: Sendable {
  /// Some days for which one version of the convention and one of the site hold.
  public struct Span: Sendable {
    /// The days.
    public let days: Period
    /// The convention as it stands on them; its owner, too.
    public let convention: Convention
    /// The site as it stands on them.
    public let site: Site
  }

  /// The latest version.
  public let latest: Convention
  /// The values of the indices.
  public let indices: Indices
  private let versions: [(from: Day, convention: Convention)]
  private let sites: [(from: Day, site: Site)]
  private let novations: [Novation]

  /// The terms from versions by first day, the earliest first; nothing without any.
  ///
  /// - Parameter novations: those of the convention, in order of day.
  public init?(
    versions: [(from: Day, convention: Convention)], sites: [(from: Day, site: Site)],
    novations: [Novation] = [], indices: Indices
  ) {
    guard let latest = versions.last?.convention, !sites.isEmpty else { return nil }
    self.latest = latest
    self.versions = versions
    self.sites = sites
    self.novations = novations
    self.indices = indices
  }

  /// The days it is in force, as its latest version says.
  public var term: Period { latest.term }

  /// The owner on a day: whom the convention names, and the novations since.
  public func owner(on day: Day) -> String { owner(on: day, settledBy: day) }

  /// Whom a day's rent is owed to once the novations by another day are settled: what was owed to the
  /// party that leaves passes to the one that comes.
  public func owner(on day: Day, settledBy last: Day) -> String {
    var owner = (versions.last { $0.from <= day } ?? versions[0]).convention.owner
    for novation in novations where novation.day <= last && novation.leaves == owner {
      if let comes = novation.comes { owner = comes }
    }
    return owner
  }

  /// The first day that is the company's own, when the convention came to it by novation.
  public var ownSince: Day? { novations.filter { $0.comes == nil }.map(\.day).max() }

  /// The days in force among some days, cut wherever a version, an owner or a revision begins.
  ///
  /// What holds before the first version is the first version: a book may begin later than a roof.
  public func spans(_ days: Period) -> [Span] {
    guard let all = term.overlap(days), let last = all.last else { return [] }
    let cuts = cuts(in: all)
    return zip(cuts, cuts.dropFirst() + [last.next]).compactMap { first, next in
      var convention = (versions.last { $0.from <= first } ?? versions[0]).convention
      guard convention.term.contains(first) || latest.term.contains(first) else { return nil }
      convention.owner = owner(on: first)
      let site = (sites.last { $0.from <= first } ?? sites[0]).site
      return Span(
        days: Period(first: first, last: next.previous), convention: convention, site: site)
    }
  }

  /// The first days of the spans of some days, the first of the days among them.
  private func cuts(in days: Period) -> [Day] {
    var cuts: Set<Day> = [days.first]
    cuts.formUnion(
      (versions.map(\.from) + sites.map(\.from) + novations.map(\.day)).filter(days.contains))
    for version in versions {
      guard let indexation = version.convention.indexation, let last = days.last else { continue }
      var day = last
      while let revision = indexation.revision(on: day, of: term), days.first <= revision.day {
        cuts.insert(revision.day)
        day = revision.day.previous
      }
    }
    return cuts.sorted()
  }

  /// The coefficient of the rent on the first day of a span, as known on a day.
  public func coefficient(_ span: Span, knownOn known: Day) -> Ratio {
    span.convention.indexation?.coefficient(
      on: span.days.first, of: term, indices, knownOn: known) ?? .one
  }

  /// The revision in force on a day, when its value is not known on another.
  public func missingRevision(on day: Day, knownOn known: Day) -> Day? {
    guard let indexation = spans(Period(first: day, last: day)).first?.convention.indexation,
      let revision = indexation.revision(on: day, of: term),
      indexation.value(revision.number, of: term, indices, knownOn: known) == nil
    else { return nil }
    return revision.day
  }
}

extension ConventionTerms {
  /// The terms of a convention from the versions the book keeps of it and of its site.
  ///
  /// - Parameters:
  ///   - latest: what stands when the book has no version of it.
  ///   - versions: of the convention, by first day.
  ///   - sites: of its site, by first day.
  /// - Complexity: O(versions).
  public init?(_ latest: Convention, versions: [Fact], sites: [Fact], in dossier: Dossier) {
    let read = versions.map { fact in
      (fact.validFrom, Convention(TableReader(fact.body, faults: Faults())))
    }
    let known = sites.map { ($0.validFrom, Site(TableReader($0.body, faults: Faults()))) }
    self.init(
      versions: read.isEmpty ? [(latest.term.first, latest)] : read, sites: known,
      novations: dossier.novationsByDay.filter { $0.contracts.contains(latest.id) },
      indices: dossier.indices)
  }

  /// The days among some that are in force and the company's own.
  public func ownDays(_ days: Period) -> Period? {
    guard let inForce = term.overlap(days), let since = ownSince else { return term.overlap(days) }
    return inForce.overlap(Period(first: since, last: nil))
  }
}
