import Membership
public import Text
import Units

extension MemberStatement {
  /// The statement as JSON; its canonical bytes are the leaf of the log.
  ///
  /// `supersedes` stands only where an earlier statement is corrected.
  public var json: JSON {
    guard !corrections.isEmpty, var members = plain.objectValue else { return plain }
    members["supersedes"] = .array(corrections.map(json))
    return .object(members)
  }

  private func json(_ correction: Correction) -> JSON {
    var members: [String: JSON] = [
      "month": .string(correction.month.description),
      "sequence": .integer(Int64(correction.sequence)),
      "whBefore": .integer(correction.energy.before.units),
      "wh": .integer(correction.energy.after.units),
      "centsBefore": .integer(correction.entitlement.before.units),
      "cents": .integer(correction.entitlement.after.units),
    ]
    members["statementSha256"] = correction.signed.map { .string($0.hex) }
    return .object(members)
  }

  private var plain: JSON {
    [
      "format": .string(MemberStatement.format),
      "organisation": ["name": .string(organisationName), "siren": .string(siren)],
      "member": .string(member.description), "college": .string(college),
      "month": .string(month.description), "yearStart": .string(yearStart.description),
      "closing": ["month": .string(month.description), "sequence": .integer(Int64(sequence))],
      "holdings": holdings, "energy": energyJSON, "entitlement": entitlementJSON,
      "account": account.json, "taxes": .array(taxes.map(\.json)),
      "production": .array(production.map(json)),
      "salt": .string(hex(salt)),
    ]
  }

  private var holdings: JSON {
    [
      "openingShares": .integer(openingShares.units),
      "closingShares": .integer(closingShares.units), "capitalCents": .integer(capital.units),
      "shareDays": .integer(shareDays), "totalShareDays": .integer(totalShareDays),
      "movements": .array(movements.map(json)),
    ]
  }

  private func json(_ movement: MovementLine) -> JSON {
    [
      "order": .integer(Int64(movement.order)), "date": .string(movement.date.description),
      "kind": .string(movement.kind.rawValue), "reference": .string(movement.reference),
      "shares": .integer(movement.shares.units),
      "amountCents": .integer(movement.amount.units),
    ]
  }

  private var energyJSON: JSON {
    [
      "wh": .integer(energy.units), "totalWh": .integer(totalEnergy.units),
      "yearWh": .integer(energyOfYear.units),
    ]
  }

  private var entitlementJSON: JSON {
    [
      "cents": .integer(entitlement.units), "resultCents": .integer(result.units),
      "yearCents": .integer(entitlementOfYear.units),
      "parts": .array(parts.map(json)),
    ]
  }

  private func json(_ production: MonthEnergy) -> JSON {
    ["month": .string(production.month.description), "wh": .integer(production.energy.units)]
  }

  private func json(_ part: Part) -> JSON {
    var members: [String: JSON] = [
      "step": .string(part.step), "label": .string(part.frenchLabel),
      "labelEn": .string(part.englishLabel), "takenCents": .integer(part.taken.units),
    ]
    members["cents"] = part.amount.map { .integer($0.units) }
    return .object(members)
  }
}
