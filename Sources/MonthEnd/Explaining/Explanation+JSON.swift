import Agreements
import Allocation
import Bookings
import Journal
import Membership
import Store
public import Text
public import Units

extension Explanation {
  /// The name of the format.
  public static let format = "soleil-explanation/1"

  /// Everything, so that whoever follows `allocation.md` with integers alone reaches each figure.
  ///
  /// - Parameter beneficiary: whose figures are asked for; keys are told in full all the same.
  public func json(_ reference: String, value: Int64, unit: Unit) -> JSON {
    [
      "format": .string(Explanation.format), "ref": .string(reference),
      "value": .integer(value), "unit": .string(unit.rawValue),
      "month": .string(month.description),
      "closing": [
        "sequence": .integer(Int64(closing.sequence)),
        "manifestSha256": .string(closing.digest.hex),
      ],
      "result": [
        "cents": .integer(shared.base.units), "entries": .array(entries.map(json)),
      ],
      "energy": ["wh": .integer(energy.units), "days": .array(days.map(json))],
      "split": shared.split.map(json) ?? .null,
      "stretches": .array(zip(shared.stretches, rulings).map { json($0, $1) }),
      "holdings": .array(
        holdings.map {
          [
            "from": .string($0.days.first.description),
            "to": .string($0.days.last?.description ?? ""), "shares": .integer($0.shares),
          ]
        }),
      "movements": .array(movements.map(json)),
    ]
  }

  private func json(_ entry: ExplainedEntry) -> JSON {
    [
      "entry": .string(entry.reference.description), "key": .string(entry.key),
      "date": .string(entry.date.description), "label": .string(entry.label),
      "voucher": .string(entry.voucher), "origin": .string(entry.origin),
      "cents": .integer(entry.amount.units), "sales": .boolean(entry.isSales),
      "facts": .array(
        entry.facts.map {
          [
            "kind": .string($0.kind.rawValue), "id": .string($0.id),
            "origin": .string($0.origin), "sha256": .string($0.digest.hex),
          ]
        }),
      "prices": .array(
        entry.prices.map {
          [
            "site": .string($0.site), "contract": .string($0.contract),
            "kind": .string($0.kind.rawValue), "wh": .integer($0.energy.units),
            $0.kind == .fixed ? "eurPerKwYear" : "eurPerKwh": .string($0.price.decimalDescription),
            "cents": .integer($0.amount.units),
          ]
        }),
      "terms": .array(
        entry.terms.map {
          ["wholeCents": .integer($0.whole.units), "part": .string($0.part.description)]
        }),
    ]
  }

  private func json(_ day: ExplainedDay) -> JSON {
    [
      "site": .string(day.site), "meter": .string(day.meter),
      "day": .string(day.day.description), "wh": .integer(day.energy.units),
      "file": .string(day.file), "fileSha256": .string(day.source.hex),
      "firstLine": .integer(Int64(day.firstLine)), "lastLine": .integer(Int64(day.lastLine)),
    ]
  }

  private func json(_ movement: RecordedMovement) -> JSON {
    var members: [String: JSON] = [
      "order": .integer(Int64(movement.order)),
      "date": .string(movement.movement.date.description),
      "kind": .string(movement.movement.kind.rawValue),
      "reference": .string(movement.movement.reference),
      "member": .string(movement.movement.member.description),
      "shares": .integer(movement.moved.units),
    ]
    members["counterparty"] = movement.movement.counterparty.map { .string($0.description) }
    members["effective"] = movement.effective.map { .string($0.description) }
    return .object(members)
  }

  private func json(_ one: SharedStretch, _ ruling: Ruling) -> JSON {
    let rules = ruling.rules
    let (stretch, money) = (one.stretch, one.money)
    return [
      "from": .string(stretch.period.first.description),
      "to": .string(stretch.period.last?.description ?? ""),
      "rules": [
        "name": .string(rules.name), "version": .integer(Int64(rules.version)),
        "adoptedBy": .string(rules.adoptedBy), "validFrom": .string(rules.validFrom.description),
        "origin": .string(ruling.origin), "sha256": .string(ruling.digest.hex),
        "whenNegative": .string(rules.whenNegative.rawValue),
      ],
      "baseCents": .integer(money.base.units), "deficitInCents": .integer(money.deficitIn.units),
      "dividedCents": .integer(money.divided.units),
      "deficitOutCents": .integer(money.deficitOut.units),
      "steps": .array(money.steps.map { json($0, money, rules) }),
      "energy": json(one.energy),
      "sites": .object(stretch.measures.sites.mapValues(json)),
    ]
  }

  private func json(_ site: SiteMeasures) -> JSON {
    [
      "wh": .integer(site.energy.units), "wattDays": .integer(site.wattDays),
      "areaDays": .integer(site.areaDays), "salesCents": .integer(site.sales.units),
      "resultCents": .integer(site.result.units),
    ]
  }

  private func json(_ taken: StepTaken, _ money: Allocation, _ rules: RuleSet) -> JSON {
    let step = rules.steps.first { $0.id == taken.step }
    var members: [String: JSON] = [
      "step": .string(taken.step), "beforeCents": .integer(taken.before.units),
      "askedCents": .integer(taken.asked.units), "takenCents": .integer(taken.taken.units),
      "label": .string(step?.frenchLabel ?? ""), "labelEn": .string(step?.englishLabel ?? ""),
      "divisions": .array(money.divisions.filter { $0.step == taken.step }.map(json)),
    ]
    switch step?.take {
    case .percent(let ratio, let part):
      members["take"] = "percent"
      members["part"] = .string(ratio.description)
      members["of"] = .string(part.word)
    case .fixed(let amount):
      members["take"] = "fixed"
      members["cents"] = .integer(amount.units)
    case .price(let price, let measure):
      members["take"] = .string(measure.rawValue)
      members["euros"] = .string(price.decimalDescription)
    case .remainder, nil: members["take"] = "remainder"
    }
    return .object(members)
  }

  /// A division with its whole key: beneficiary, weight, residue in, part, residue out.
  private func json(_ division: Division<some Quantity>) -> JSON {
    [
      "division": .string(division.name), "divided": .integer(division.divided),
      "final": .boolean(division.isFinal), "fallback": .boolean(division.isFallback),
      "divisor": .integer(division.key.divisor),
      "key": .array(
        division.key.beneficiaries.indices.map { index in
          [
            "to": .string(division.key.beneficiaries[index].description),
            "weight": .integer(division.isFallback ? 0 : division.key.weights[index]),
            "residueIn": .string(String(division.residuesIn[index])),
            "part": .integer(division.parts[index]),
            "residueOut": .string(String(division.residuesOut[index])),
          ]
        }),
    ]
  }
}

extension Step.Part {
  /// The word in the rules.
  var word: String {
    switch self {
    case .base: "base"
    case .remaining: "remaining"
    case .sales: "sales"
    case .result: "result"
    case .step(let id): "step:\(id)"
    }
  }
}
