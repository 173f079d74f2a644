import Allocation
import Membership
import Store
public import Units
public import Wording

extension Explanation {
  /// The value that a subject asks for, and its unit; nothing for what the month does not have.
  public func value(_ subject: FigureReference.Subject) -> (value: Int64, unit: Unit)? {
    switch subject {
    case .whole, .result: return (shared.base.units, .cents)
    case .energy: return (energy.units, .wh)
    case .sales: return (sales.units, .cents)
    case .step(let id):
      let taken = shared.stretches.flatMap(\.money.steps).filter { $0.step == id }
      return taken.isEmpty ? nil : (taken.reduce(0) { $0 + $1.taken.units }, .cents)
    case .shares(.member):
      return holdings.last.map { ($0.shares, .shares) }
    case .shares: return nil
    case .beneficiary(let one, .energy):
      let parts = shared.energyShares.filter { $0.beneficiary == one }
      return parts.isEmpty ? nil : (parts.reduce(0) { $0 + $1.amount.units }, .wh)
    case .beneficiary(let one, let part):
      let parts = shared.finalShares.filter { share in
        guard share.beneficiary == one else { return false }
        if case .step(let id) = part { return share.step == id }
        return true
      }
      return parts.isEmpty ? nil : (parts.reduce(0) { $0 + $1.amount.units }, .cents)
    }
  }

  /// Why the value is what it is; nothing for what the month does not have.
  public func tree(_ reference: Words, _ subject: FigureReference.Subject) -> ExplainedNode? {
    value(subject).map { value, unit in
      ExplainedNode(
        ExplainWords.heading(reference, amount(value, unit)), [closed] + causes(of: subject))
    }
  }

  private var closed: ExplainedNode {
    ExplainedNode(
      closing.month == month
        ? ExplainWords.signed(month, closing.sequence)
        : ExplainWords.knownAt(month, closing.month, closing.sequence))
  }

  private func causes(of subject: FigureReference.Subject) -> [ExplainedNode] {
    switch subject {
    case .whole: stretches { _ in true } + [base, measured]
    case .result: [base]
    case .sales: entries.filter(\.isSales).map(\.node)
    case .energy: [measured]
    case .step(let id): stretches { $0 == id } + [base]
    case .shares: weight
    case .beneficiary(let one, .energy):
      shared.stretches.flatMap { line(one, $0.energy) } + [measured] + weight
    case .beneficiary(let one, let part):
      shared.stretches.indices.map { received(one, part, $0) } + [base] + weight
    }
  }

  /// What a beneficiary received in a run of days, step by step.
  private func received(
    _ one: Beneficiary, _ part: FigureReference.Part, _ index: Int
  ) -> ExplainedNode {
    let stretch = shared.stretches[index]
    var steps: [ExplainedNode] = []
    for taken in stretch.money.steps {
      if case .step(let id) = part, taken.step != id { continue }
      let divisions = stretch.money.divisions.filter { $0.step == taken.step }
      let lines = divisions.flatMap { path(one, $0, stretch) }
      if !lines.isEmpty { steps.append(ExplainedNode(title(taken, stretch), lines)) }
    }
    return ExplainedNode(heading(index), steps)
  }

  private func heading(_ index: Int) -> Words {
    let (rules, days) = (rulings[index].rules, shared.stretches[index].stretch.period)
    return ExplainWords.rules(
      rules.reference, adoptedBy: rules.adoptedBy, from: rulings[index].origin, days)
  }

  private func title(_ taken: StepTaken, _ stretch: SharedStretch) -> Words {
    let step = stretch.stretch.rules.steps.first { $0.id == taken.step }
    return ExplainWords.step(
      taken.step, Words(step?.frenchLabel ?? "", step?.englishLabel ?? ""),
      took: euros(taken.taken), of: euros(taken.before))
  }

  private func stretches(_ isAsked: (String) -> Bool) -> [ExplainedNode] {
    shared.stretches.indices.map { index in
      let stretch = shared.stretches[index]
      return ExplainedNode(
        heading(index),
        stretch.money.steps.filter { isAsked($0.step) }.map { taken in
          let parts = stretch.money.divisions.filter {
            $0.step == taken.step && $0.key.beneficiaries.count < 30
          }
          return ExplainedNode(
            title(taken, stretch),
            parts.flatMap { division in
              division.shares.map { ExplainedNode(words($0)) }
            })
        })
    }
  }

  /// A beneficiary's line, or its college's on the way to it.
  private func path(
    _ one: Beneficiary, _ division: Division<Cents>, _ stretch: SharedStretch
  ) -> [ExplainedNode] {
    if let place = division.place(of: one) { return [ExplainedNode(words(division.share(place)))] }
    let colleges = stretch.stretch.groups.filter { group in
      group.holdings.contains { .member($0.member) == one && $0.shareDays > 0 }
    }
    return division.shares.filter { share in
      [.taken, .step(share.step)].contains(share.beneficiary)
        || colleges.contains { .college($0.college) == share.beneficiary }
    }.map { ExplainedNode(words($0)) }
  }

  private func line(_ one: Beneficiary, _ division: Division<WattHours>) -> [ExplainedNode] {
    division.place(of: one).map { [ExplainedNode(words(division.share($0)))] } ?? []
  }

  private func words(_ share: Share<some Quantity>) -> Words {
    let isEnergy = share.step == "energy"
    let isMeasure = share.division.split(separator: "/").last?.hasPrefix("per-") ?? false
    let written = { (units: Int64) in
      isEnergy ? kilowattHours(WattHours(units)) : euros(Cents(units))
    }
    guard !share.isFallback else {
      return ExplainWords.fallback(
        share.division, to: share.beneficiary.description, written(share.amount.units))
    }
    return ExplainWords.share(
      share.division, to: share.beneficiary.description, weight: share.weight,
      total: share.totalWeight,
      divided: isMeasure ? number(share.divided.units) : written(share.divided.units),
      numerator: String(share.exact.numerator), residueIn: String(share.residueIn),
      residueOut: String(share.residueOut), amount: written(share.amount.units))
  }

  private var base: ExplainedNode {
    let carried = shared.stretches.map(\.money).filter {
      $0.deficitIn != .zero || $0.deficitOut != .zero
    }
    return ExplainedNode(
      ExplainWords.base(euros(shared.base), entries: entries.count),
      carried.map {
        ExplainedNode(ExplainWords.deficit(euros($0.deficitIn), euros($0.deficitOut)))
      } + entries.map(\.node) + (entries.contains { !$0.prices.isEmpty } ? [measured] : []))
  }

  /// The energy, by meter and file.
  private var measured: ExplainedNode {
    let byFile = Dictionary(grouping: days) { "\($0.site) \($0.meter) \($0.file)" }
    return ExplainedNode(
      ExplainWords.energy(kilowattHours(energy), days: days.count),
      byFile.sorted { $0.key < $1.key }.compactMap { _, days in
        guard let first = days.first, let from = days.map(\.firstLine).min(),
          let to = days.map(\.lastLine).max()
        else { return nil }
        let energy = days.reduce(WattHours.zero) { $0 + $1.energy }
        return ExplainedNode(
          ExplainWords.file(
            first.meter, first.file, lines: "\(from)–\(to)", days: days.count,
            kilowattHours(energy)))
      })
  }

  private var weight: [ExplainedNode] {
    guard !holdings.isEmpty else { return [] }
    let shareDays = holdings.reduce(Int64(0)) { $0 + $1.shares * Int64($1.days.length ?? 0) }
    let held = holdings.map { ExplainedNode(ExplainWords.holding($0.shares, $0.days)) }
    return [ExplainedNode(ExplainWords.weight(shareDays), held + movements.compactMap(node))]
  }

  private func node(_ movement: RecordedMovement) -> ExplainedNode? {
    guard let day = movement.effective, let holder else { return nil }
    return ExplainedNode(
      ExplainWords.movement(
        movement.order, movement.movement.reference, movement.change(for: holder), from: day))
  }
}
