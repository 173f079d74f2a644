import Agreements
import Membership
import Text
import Units

extension Statutes {
  /// The statutes through time, from every version of their facts.
  ///
  /// A version of a college holds until its own last day, or until the next version begins.
  init(versions: [Fact], founded: Day) throws {
    let faults = Faults()
    let capital = versions.filter { $0.kind == .capital }.map { fact in
      CapitalTerms(fact, faults: faults)
    }
    let colleges = Dictionary(grouping: versions.filter { $0.kind == .college }, by: \.key)
      .values.flatMap { Statutes.described($0, faults: faults) }
    let terms = versions.filter { $0.kind == .shares }.map { fact in
      var terms = ShareTerms(TableReader(fact.body, faults: faults))
      terms.from = fact.validFrom
      return terms
    }
    try faults.check()
    try self.init(founded: founded, capitalTerms: capital, colleges: colleges, shareTerms: terms)
  }

  private static func described(_ versions: [Fact], faults: Faults) -> [College] {
    let described = versions.compactMap { College(TableReader($0.body, faults: faults)) }
      .sorted { $0.valid.first < $1.valid.first }
    return described.indices.map { index in
      let college = described[index]
      guard index + 1 < described.count else { return college }
      let next = described[index + 1].valid.first.previous
      let last = college.valid.last.map { min($0, next) } ?? next
      return college.during(
        Period(first: college.valid.first, last: max(last, college.valid.first)))
    }
  }
}

extension CapitalTerms {
  fileprivate init(_ fact: Fact, faults: Faults) {
    let table = TableReader(fact.body, faults: faults)
    let capital = Capital(table)
    self.init(
      from: fact.validFrom, nominal: capital.nominal, floor: capital.floor,
      ceiling: capital.ceiling, caps: KindCaps(table))
  }
}
